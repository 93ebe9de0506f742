#include "rules/docs/condition_words.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "rules/base/age_name.h"
#include "rules/base/check.h"
#include "rules/logic/parser.h"

namespace baken::docs_internal {
namespace {

constexpr char kRole[] = "requester_role";

using Arguments = std::vector<std::unique_ptr<Expression>>;

std::string Opposite(const std::string& comparison) {
  if (comparison == "==") return "!=";
  if (comparison == "!=") return "==";
  if (comparison == "<") return ">=";
  if (comparison == "<=") return ">";
  return comparison == ">" ? "<=" : "<";
}

// `3 < x` is `x > 3`.
std::string Mirrored(const std::string& comparison) {
  if (comparison == "<") return ">";
  if (comparison == "<=") return ">=";
  if (comparison == ">") return "<";
  return comparison == ">=" ? "<=" : comparison;
}

class Explainer {
 public:
  explicit Explainer(const Dictionary& dictionary) : dictionary_(dictionary), words_(dictionary.words()) {}

  Clause Explain(const Expression& e, bool negated) const {
    switch (e.kind) {
      case ExpressionKind::kBoolean:
        return {.phrases = {{std::string((e.text == "true") != negated ? words_.always : words_.never)}}};
      case ExpressionKind::kNot:
        return Explain(*e.args[0], !negated);
      case ExpressionKind::kAnd:
        return Group(negated ? words_.any_of : words_.all_of, e.args, 0, negated);
      case ExpressionKind::kOr:
        return Group(negated ? words_.all_of : words_.any_of, e.args, 0, negated);
      case ExpressionKind::kName:
        return Name(e.text, negated);
      case ExpressionKind::kCompare:
        return Comparison(e, negated);
      case ExpressionKind::kIn:
        return Membership(*e.args[0], *e.args[1], negated);
      case ExpressionKind::kCall:
        return Call(e, negated);
      default:
        break;
    }
    // A bare number, string or list is no condition; the checker refuses it.
    BAKEN_CHECK(false);
  }

 private:
  Clause Group(absl::string_view heading, const Arguments& args, size_t first, bool negated) const {
    Clause group{.phrases = {{std::string(heading)}}};
    for (size_t i = first; i < args.size(); ++i) group.parts.push_back(Explain(*args[i], negated));
    return group;
  }

  // "label: value", the label linked to where it is explained.
  Clause Line(const std::string& name, absl::string_view value) const {
    return {.phrases = {Subject(name), {absl::StrCat(": ", value)}}};
  }

  Phrase Subject(const std::string& name) const {
    if (name == kRole) return {std::string(words_.requester)};
    if (dictionary_.facts.Find(name) != nullptr) {
      return {dictionary_.FactLabel(name), Href("facts", "fact", name)};
    }
    if (dictionary_.scales.Find(name) != nullptr) {
      return {dictionary_.ScaleTitle(name), Href("instruments", "scale", name)};
    }
    if (const absl::string_view fact = FactOfAge(name); !fact.empty()) {
      return {absl::Substitute(words_.days_ago, dictionary_.FactLabel(fact)), Href("facts", "fact", fact)};
    }
    return {name};
  }

  Clause Name(const std::string& name, bool negated) const {
    if (name == "data_contradictory") {
      return TextLine(std::string(words_.all_answers), negated ? words_.not_contradictory : words_.contradictory);
    }
    if (dictionary_.criteria.Find(name) == nullptr) return Line(name, std::string(negated ? words_.no : words_.yes));
    Clause clause;
    if (negated) clause.phrases.push_back({absl::StrCat(words_.not_word, ": ")});
    clause.phrases.push_back({dictionary_.CriterionName(name), Href("criteria", "criterion", name)});
    return clause;
  }

  static Clause TextLine(std::string subject, absl::string_view value) {
    return {.phrases = {{std::move(subject)}, {absl::StrCat(": ", value)}}};
  }

  Clause Comparison(const Expression& e, bool negated) const {
    const Expression* left = e.args[0].get();
    const Expression* right = e.args[1].get();
    std::string comparison = e.text;
    if (IsLiteral(*left)) {
      std::swap(left, right);
      comparison = Mirrored(comparison);
    }
    if (negated) comparison = Opposite(comparison);
    if (left->kind == ExpressionKind::kCall) return CountOf(*left, comparison, right->text);
    if (right->kind == ExpressionKind::kString) {
      const std::string label = Code(left->text, right->text);
      return Line(left->text, comparison == "==" ? label : absl::Substitute(words_.not_value, label));
    }
    return NumberLine(left->text, comparison, *right);
  }

  bool IsLiteral(const Expression& e) const {
    return e.kind == ExpressionKind::kNumber || e.kind == ExpressionKind::kString ||
           (e.kind == ExpressionKind::kName && dictionary_.parameters.Find(e.text) != nullptr);
  }

  Clause NumberLine(const std::string& name, const std::string& comparison, const Expression& bound) const {
    const std::string text = absl::Substitute(Pattern(comparison), Value(name, bound));
    Clause line = Line(name, text);
    AddParameter(bound, line);
    return line;
  }

  absl::string_view Pattern(const std::string& comparison) const {
    if (comparison == ">=") return words_.or_more;
    if (comparison == "<=") return words_.or_less;
    if (comparison == ">") return words_.more_than;
    if (comparison == "<") return words_.less_than;
    return comparison == "==" ? "$0" : words_.not_value;
  }

  // A literal, a parameter's value, or the label of another number.
  std::string Value(const std::string& name, const Expression& bound) const {
    const std::string unit = UnitOf(name);
    if (bound.kind == ExpressionKind::kNumber) return dictionary_.Number(bound.text, unit);
    const rules::v1::Parameter* parameter = dictionary_.parameters.Find(bound.text);
    return parameter != nullptr ? dictionary_.Number(parameter->value(), unit) : Subject(bound.text).text;
  }

  std::string UnitOf(const std::string& name) const {
    const rules::v1::Fact* fact = dictionary_.facts.Find(name);
    return fact == nullptr ? "" : fact->number().unit_code();
  }

  // A number that a site may set, or that has a name of its own, says so behind it.
  void AddParameter(const Expression& bound, Clause& line) const {
    const rules::v1::Parameter* parameter = dictionary_.parameters.Find(bound.text);
    if (bound.kind != ExpressionKind::kName || parameter == nullptr) return;
    const std::string text = parameter->minimum().empty()
                                 ? std::string(words_.fixed)
                                 : absl::Substitute(words_.adjustable, dictionary_.Number(parameter->minimum()),
                                                    dictionary_.Number(parameter->maximum()));
    line.phrases.push_back({" ("});
    line.phrases.push_back({text, Href("choices", "parameter", parameter->id())});
    line.phrases.push_back({")"});
  }

  Clause CountOf(const Expression& call, const std::string& comparison, const std::string& number) const {
    absl::string_view heading = words_.not_exactly_of;
    if (comparison == ">=") heading = words_.at_least_of;
    if (comparison == "<=") heading = words_.at_most_of;
    if (comparison == ">") heading = words_.more_than_of;
    if (comparison == "<") heading = words_.fewer_than_of;
    if (comparison == "==") heading = words_.exactly_of;
    return Group(absl::Substitute(heading, number), call.args, 0, false);
  }

  Clause Membership(const Expression& element, const Expression& set, bool negated) const {
    if (set.kind == ExpressionKind::kList) {
      const std::string either = Codes(element.text, set, absl::StrCat(" ", words_.or_word, " "));
      return Line(element.text, negated ? absl::Substitute(words_.not_value, either) : either);
    }
    if (element.kind == ExpressionKind::kString) {
      return Line(set.text, absl::Substitute(negated ? words_.not_among : words_.among, Code(set.text, element.text)));
    }
    Clause line = Line(element.text, "");
    line.phrases.back().text =
        absl::StrCat(": ", absl::Substitute(negated ? words_.not_listed_in : words_.listed_in, Subject(set.text).text));
    return line;
  }

  Clause Call(const Expression& e, bool negated) const {
    const Expression& first = *e.args[0];
    if (e.text == "at_least") {
      return Group(absl::Substitute(negated ? words_.fewer_than_of : words_.at_least_of, first.text), e.args, 1, false);
    }
    if (e.text == "intersects") {
      if (negated) return Line(first.text, absl::StrCat(words_.none_of, ": ", Codes(first.text, *e.args[1], ", ")));
      return Line(first.text, absl::Substitute(words_.some_of, Codes(first.text, *e.args[1], ", ")));
    }
    if (e.text == "between") return Between(e, negated);
    if (e.text == "contradictory") {
      return Line(first.text, std::string(negated ? words_.not_contradictory : words_.contradictory));
    }
    const bool positive = e.text == "positive";
    const absl::string_view value = positive ? (negated ? words_.not_positive : words_.positive)
                                             : (negated ? words_.not_negative : words_.negative);
    return {.phrases = {{dictionary_.FamilyTitle(first.text), Href("instruments", "family", first.text)},
                        {absl::StrCat(": ", value)}}};
  }

  Clause Between(const Expression& e, bool negated) const {
    const std::string& name = e.args[0]->text;
    Clause line = Line(name, absl::Substitute(negated ? words_.outside : words_.from_to, Value("", *e.args[1]),
                                              Value(name, *e.args[2])));
    AddParameter(*e.args[1], line);
    AddParameter(*e.args[2], line);
    return line;
  }

  std::string Code(const std::string& name, const std::string& code) const {
    if (name == kRole) return dictionary_.Text(absl::StrCat("role.", code));
    const rules::v1::Fact* fact = dictionary_.facts.Find(name);
    return fact == nullptr ? code : dictionary_.CodeLabel(*fact, code);
  }

  std::string Codes(const std::string& name, const Expression& list, const std::string& between) const {
    std::vector<std::string> labels;
    for (const auto& code : list.args) labels.push_back(Code(name, code->text));
    return absl::StrJoin(labels, between);
  }

  const Dictionary& dictionary_;
  const Words& words_;
};

Clause ExplainBinding(const Dictionary& dictionary, const rules::v1::Binding& binding) {
  Clause clause{.phrases = {{dictionary.FindingTitle(binding.finding()), FindingPage(binding.finding())}}};
  const rules::v1::Finding* finding = dictionary.findings.Find(binding.finding());
  if (finding == nullptr || binding.levels().empty()) {
    clause.phrases.push_back({absl::StrCat(": ", dictionary.words().present_or_possible)});
    return clause;
  }
  std::vector<std::string> names;
  for (const rules::v1::Level* level : dictionary.Levels(*finding)) {
    for (const std::string& id : binding.levels()) {
      if (id == level->id()) names.push_back(absl::StrCat(dictionary.LevelKindName(level->kind()), " (", id, ")"));
    }
  }
  clause.phrases.push_back(
      {absl::StrCat(": ", absl::StrJoin(names, absl::StrCat(" ", dictionary.words().or_word, " ")))});
  return clause;
}

Clause BindingGroup(const Dictionary& dictionary, absl::string_view heading,
                    const google::protobuf::RepeatedPtrField<rules::v1::Binding>& bindings) {
  Clause group{.phrases = {{std::string(heading)}}};
  for (const auto& binding : bindings) group.parts.push_back(ExplainBinding(dictionary, binding));
  return group;
}

}  // namespace

std::string Clause::PlainText() const {
  std::string text;
  for (const Phrase& phrase : phrases) absl::StrAppend(&text, phrase.text);
  if (parts.empty()) return text;
  std::vector<std::string> below;
  for (const Clause& part : parts) below.push_back(part.PlainText());
  return absl::StrCat(text, " [", absl::StrJoin(below, "; "), "]");
}

std::unique_ptr<Expression> ParseLoaded(absl::string_view condition) {
  std::vector<ExpressionError> errors;
  std::unique_ptr<Expression> expression = ParseExpression(condition, errors);
  BAKEN_CHECK(expression != nullptr);
  return expression;
}

Clause ExplainCondition(const Dictionary& dictionary, absl::string_view condition) {
  return ExplainExpression(dictionary, *ParseLoaded(condition));
}

Clause ExplainExpression(const Dictionary& dictionary, const Expression& expression, bool negated) {
  return Explainer(dictionary).Explain(expression, negated);
}

Clause ExplainTrigger(const Dictionary& dictionary, const rules::v1::Trigger& trigger) {
  const Words& words = dictionary.words();
  std::vector<Clause> parts;
  if (trigger.any_of_size() == 1) {
    parts.push_back(ExplainBinding(dictionary, trigger.any_of(0)));
  } else if (trigger.any_of_size() > 1) {
    parts.push_back(BindingGroup(dictionary, words.any_of, trigger.any_of()));
  }
  for (const auto& binding : trigger.all_of()) parts.push_back(ExplainBinding(dictionary, binding));
  if (trigger.none_of_size() > 0) parts.push_back(BindingGroup(dictionary, words.none_of, trigger.none_of()));
  if (trigger.roles_size() > 0) {
    std::vector<std::string> roles;
    for (const std::string& role : trigger.roles()) roles.push_back(dictionary.Text(absl::StrCat("role.", role)));
    parts.push_back({.phrases = {{absl::StrCat(words.requester, ": ",
                                               absl::StrJoin(roles, absl::StrCat(" ", words.or_word, " ")))}}});
  }
  if (parts.empty()) return {.phrases = {{std::string(words.always)}}};
  if (parts.size() == 1) return parts[0];
  return {.phrases = {{std::string(words.all_of)}}, .parts = std::move(parts)};
}

Clause ExplainCaveat(const Dictionary& dictionary, const rules::v1::Caveat& caveat) {
  const Words& words = dictionary.words();
  std::vector<Clause> parts;
  for (const std::string& finding : caveat.findings()) {
    parts.push_back({.phrases = {{dictionary.FindingTitle(finding), FindingPage(finding)},
                                 {absl::StrCat(": ", words.says_something)}}});
  }
  if (caveat.has_trigger()) parts.push_back(ExplainTrigger(dictionary, caveat.trigger()));
  if (caveat.on_partial_knowledge()) parts.push_back({.phrases = {{std::string(words.unknown_to_pack)}}});
  if (parts.empty()) return {.phrases = {{std::string(words.never)}}};
  if (parts.size() == 1) return parts[0];
  return {.phrases = {{std::string(words.any_of)}}, .parts = std::move(parts)};
}

}  // namespace baken::docs_internal
