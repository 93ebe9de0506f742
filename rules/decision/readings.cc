#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "rules/decision/answer_context.h"
#include "rules/pack/number_text.h"
#include "rules/pack/text_ids.h"

namespace baken::decision_internal {
namespace {

std::string InWords(const AnswerContext& context, const std::string& number) {
  return DigitsText(context.pack.catalogue(), context.occasion.locale, number);
}

// A number in words of the locale, and its unit: the pack's word, else the code.
std::string InWords(const AnswerContext& context, const std::string& number, const std::string& unit) {
  std::string text = InWords(context, number);
  if (unit.empty()) return text;
  const std::string word = UnitText(context.pack.catalogue(), context.occasion.locale, number, unit);
  return absl::StrCat(text, " ", word.empty() ? unit : word);
}

void DescribeNumber(const AnswerContext& context, const Variable& variable, const Reading& reading,
                    const std::string& unit, v1::FactReading& description) {
  v1::FactValue* value = description.mutable_value();
  const std::string low = variable.grid.ToText(reading.low);
  if (variable.grid.whole()) {
    value->set_integer(reading.low * variable.grid.step().mantissa);
  } else {
    value->set_decimal(std::strtod(low.c_str(), nullptr));
  }
  value->set_unit_code(unit);
  std::string text = InWords(context, low, unit);
  if (reading.high != reading.low) {
    description.set_highest(reading.high);
    text = absl::StrCat(InWords(context, low), "–", InWords(context, variable.grid.ToText(reading.high), unit));
  }
  // A range of a score was not measured; it is what the items answered so far allow.
  if (variable.origin == VariableOrigin::kScale && reading.high != reading.low) {
    absl::StrAppend(&text, " (", context.Text("value.from_items").text(), ")");
  }
  description.set_value_text(text);
}

void DescribeCodes(const AnswerContext& context, const Variable& variable, const Reading& reading,
                   v1::FactReading& description) {
  const auto& fact = context.definition().facts(variable.element);
  const auto& codes = context.program().domains[static_cast<size_t>(variable.domain)].codes;
  bool set = variable.kind == VariableKind::kSet;
  std::string text;
  for (size_t i = 0; i < codes.size(); ++i) {
    if (!(set ? reading.in : reading.may).test(i)) continue;
    absl::StrAppend(&text, text.empty() ? "" : ", ", context.Text(CodeTextId(fact, codes[i])).text());
    if (set) {
      description.mutable_value()->mutable_code_set()->add_codes(codes[i]);
    } else {
      description.mutable_value()->set_code(codes[i]);
    }
  }
  if (set) {
    const bool complete = reading.in == reading.may;
    description.mutable_value()->mutable_code_set()->set_completeness(complete ? v1::COMPLETENESS_COMPLETE
                                                                               : v1::COMPLETENESS_PARTIAL);
    if (!complete && text.empty())
      text = context.Text("value.partial_empty").text();
    else if (!complete)
      absl::StrAppend(&text, " (", context.Text("value.partial").text(), ")");
  }
  description.set_value_text(text.empty() ? context.Text("value.none").text() : text);
}

void DescribeRole(const AnswerContext& context, v1::FactReading& description) {
  *description.mutable_label() = context.Text(absl::StrCat("role.", context.occasion.role->id()));
  description.mutable_value()->set_code(context.occasion.role->id());
  description.set_value_text(description.label().text());
}

}  // namespace

v1::FactReading DescribeReading(const AnswerContext& context, int index, int reading_index) {
  const Variable& variable = context.program().variables[static_cast<size_t>(index)];
  const VariableState& state = context.evaluation.states[static_cast<size_t>(index)];
  const Reading& reading = state.readings[static_cast<size_t>(reading_index)];
  v1::FactReading description;
  description.set_fact_id(variable.id);
  description.set_implied(state.presence == Presence::kImplied);
  description.set_contradictory(state.contradictory);
  if (variable.origin == VariableOrigin::kRequesterRole) {
    DescribeRole(context, description);
    return description;
  }
  bool scale = variable.origin == VariableOrigin::kScale;
  const std::string fact_id = scale ? "" : context.definition().facts(variable.element).id();
  *description.mutable_label() =
      context.Text(scale ? absl::StrCat("scale.", variable.id, ".title") : absl::StrCat("fact.", fact_id, ".label"));
  if (variable.kind == VariableKind::kBoolean) {
    description.mutable_value()->set_boolean(reading.low == 1);
    description.set_value_text(context.Text(reading.low == 1 ? "value.boolean.true" : "value.boolean.false").text());
  } else if (variable.kind == VariableKind::kNumber) {
    std::string unit = variable.origin == VariableOrigin::kAge ? "d" : "";
    if (variable.origin == VariableOrigin::kFact)
      unit = context.definition().facts(variable.element).number().unit_code();
    DescribeNumber(context, variable, reading, unit, description);
  } else {
    DescribeCodes(context, variable, reading, description);
  }
  return description;
}

}  // namespace baken::decision_internal
