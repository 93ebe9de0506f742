#include "rules/docs/condition_reads.h"

#include "rules/base/age_name.h"

namespace baken::docs_internal {

void ConditionReads::Add(absl::string_view condition) {
  if (!condition.empty()) Visit(*ParseLoaded(condition));
}

void ConditionReads::Visit(const Expression& e) {
  VisitBoundary(e);
  if (e.kind == ExpressionKind::kName) VisitName(e.text);
  for (const auto& argument : e.args) Visit(*argument);
}

void ConditionReads::VisitName(const std::string& name) {
  if (!seen_.insert(name).second) return;
  if (const auto* criterion = dictionary_.criteria.Find(name)) {
    criteria_.push_back(name);
    return Add(criterion->when());
  }
  if (const auto* family = dictionary_.families.Find(name)) {
    families_.push_back(name);
    for (const auto& member : family->members()) Add(member.positive_when());
    return;
  }
  if (dictionary_.scales.Find(name) != nullptr) scales_.push_back(name);
  if (dictionary_.facts.Find(name) != nullptr) facts_.push_back(name);
  if (const std::string fact(FactOfAge(name)); !fact.empty()) VisitName(fact);
}

void ConditionReads::VisitBoundary(const Expression& e) {
  const auto is_number = [this](const Expression& side) {
    return side.kind == ExpressionKind::kNumber ||
           (side.kind == ExpressionKind::kName && dictionary_.parameters.Find(side.text) != nullptr);
  };
  const bool compares = e.kind == ExpressionKind::kCompare && (is_number(*e.args[0]) || is_number(*e.args[1]));
  const bool between = e.kind == ExpressionKind::kCall && e.text == "between";
  if (!compares && !between) return;
  Clause clause = ExplainExpression(dictionary_, e);
  if (seen_.insert(clause.PlainText()).second) boundaries_.push_back(std::move(clause));
}

}  // namespace baken::docs_internal
