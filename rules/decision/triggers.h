// When an action or an entry of a document applies. Internal to rules/decision.
#ifndef BAKEN_RULES_DECISION_TRIGGERS_H_
#define BAKEN_RULES_DECISION_TRIGGERS_H_

#include "rules/decision/answer_context.h"

namespace baken::decision_internal {

// Reads triggers against one evaluation. The context outlives it.
class Triggers {
 public:
  explicit Triggers(const AnswerContext& context) : context_(context) {}

  // The finding is stated and has one of the levels.
  bool Holds(const rules::v1::Binding& binding) const;
  bool Applies(const rules::v1::Trigger& trigger) const;
  // Whether answers to come can make it apply. What stands against it counts only when it is decided.
  bool CanApply(const rules::v1::Trigger& trigger) const;

 private:
  bool CanHold(const rules::v1::Binding& binding) const;
  bool IsForRole(const rules::v1::Trigger& trigger) const;

  const AnswerContext& context_;
};

// The binding is to this level of its finding.
bool Names(const rules::v1::Binding& binding, const ProgramLevel& level);

// By referral of the pack: whether it is given, that is, applies and is not covered by another that applies.
std::vector<bool> GivenReferrals(const AnswerContext& context);

}  // namespace baken::decision_internal

#endif  // BAKEN_RULES_DECISION_TRIGGERS_H_
