#include "client/cli/interview_answer.h"

#include <set>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "rules/logic/decimal.h"

namespace baken {
namespace {

std::optional<v1::FactValue> ReadBoolean(const std::string& text) {
  static const std::set<absl::string_view> kYes = {"j", "ja", "y", "yes"};
  static const std::set<absl::string_view> kNo = {"n", "nee", "no"};
  v1::FactValue value;
  if (kYes.count(text) > 0) {
    value.set_boolean(true);
  } else if (kNo.count(text) > 0) {
    value.set_boolean(false);
  } else {
    return std::nullopt;
  }
  return value;
}

// The number in steps of the fact, which is exact; nullopt when it is off the grid or out of bounds.
bool Fits(const v1::FactDescription& fact, const std::string& text) {
  const std::optional<Decimal> step = ParseDecimal(fact.step());
  const std::optional<Decimal> number = ParseDecimal(text);
  const std::optional<Decimal> low = ParseDecimal(fact.minimum());
  const std::optional<Decimal> high = ParseDecimal(fact.maximum());
  if (!step || !number || !low || !high) return false;
  const Grid grid(*step);
  const std::optional<int64_t> steps = grid.FromDecimal(*number);
  return steps.has_value() && steps >= grid.FromDecimal(*low) && steps <= grid.FromDecimal(*high);
}

std::optional<v1::FactValue> ReadNumber(const v1::FactDescription& fact, const std::string& typed) {
  const std::string text = absl::StrReplaceAll(typed, {{",", "."}});
  v1::FactValue value;
  int64_t whole = 0;
  double decimal = 0;
  if (!Fits(fact, text)) return std::nullopt;
  if (fact.kind() == v1::FACT_KIND_INTEGER && absl::SimpleAtoi(text, &whole)) {
    value.set_integer(whole);
  } else if (fact.kind() == v1::FACT_KIND_DECIMAL && absl::SimpleAtod(text, &decimal)) {
    value.set_decimal(decimal);
  } else {
    return std::nullopt;
  }
  // Required where several are accepted; the first is the fact's own.
  if (fact.unit_codes_size() > 0) value.set_unit_code(fact.unit_codes(0));
  return value;
}

std::optional<std::string> ReadCode(const v1::FactDescription& fact, absl::string_view text) {
  int number = 0;
  if (absl::SimpleAtoi(text, &number) && number >= 1 && number <= fact.codes_size()) {
    return fact.codes(number - 1).code();
  }
  for (const v1::CodeDescription& code : fact.codes()) {
    if (absl::EqualsIgnoreCase(code.code(), text)) return code.code();
  }
  return std::nullopt;
}

// None of the codes: the pack's own code for that, else the whole set, which is empty.
bool SaysNone(const std::string& text) {
  static const std::set<absl::string_view> kNone = {"0", "geen", "none"};
  return kNone.count(text) > 0;
}

std::optional<v1::FactValue> ReadCodes(const v1::FactDescription& fact, const std::string& text) {
  v1::FactValue value;
  value.mutable_code_set()->set_completeness(v1::COMPLETENESS_COMPLETE);
  if (SaysNone(text)) {
    if (!fact.none_code().empty()) value.mutable_code_set()->add_codes(fact.none_code());
    return value;
  }
  std::set<std::string> codes;
  for (absl::string_view part : absl::StrSplit(text, absl::ByAnyChar(", "), absl::SkipEmpty())) {
    const std::optional<std::string> code = ReadCode(fact, part);
    if (!code.has_value()) return std::nullopt;
    codes.insert(*code);
  }
  if (codes.empty() || (codes.size() > 1 && codes.count(fact.none_code()) > 0)) return std::nullopt;
  for (const std::string& code : codes) value.mutable_code_set()->add_codes(code);
  return value;
}

}  // namespace

std::optional<v1::FactValue> ReadInterviewAnswer(const v1::FactDescription& fact, absl::string_view typed) {
  const std::string text = absl::AsciiStrToLower(absl::StripAsciiWhitespace(typed));
  switch (fact.kind()) {
    case v1::FACT_KIND_BOOLEAN:
      return ReadBoolean(text);
    case v1::FACT_KIND_INTEGER:
    case v1::FACT_KIND_DECIMAL:
      return ReadNumber(fact, text);
    case v1::FACT_KIND_SET_OF:
      return ReadCodes(fact, text);
    case v1::FACT_KIND_ONE_OF: {
      const std::optional<std::string> code = ReadCode(fact, text);
      if (!code.has_value()) return std::nullopt;
      v1::FactValue value;
      value.set_code(*code);
      return value;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace baken
