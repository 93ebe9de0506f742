// What can become of referrals, read from the pack and from every attainable level one by one: for the check of
// certificates, which are made another way (advice). Internal to rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_TRIGGER_OUTLOOK_H_
#define BAKEN_RULES_EXPLAIN_TRIGGER_OUTLOOK_H_

#include <vector>

#include "rules/decision/answer_context.h"

namespace baken::explain_internal {

// The context outlives it.
class TriggerOutlook {
 public:
  explicit TriggerOutlook(const decision_internal::AnswerContext& context) : context_(context) {}

  // Some answers still to come may lead to it; none can lead away from it.
  bool CanBeGiven(const rules::v1::Referral& referral) const;
  bool IsSure(const rules::v1::Referral& referral) const;

 private:
  std::vector<const ProgramLevel*> Levels(const rules::v1::Binding& binding) const;
  bool Can(const rules::v1::Binding& binding) const;
  bool Must(const rules::v1::Binding& binding) const;
  bool IsForRole(const rules::v1::Trigger& trigger) const;
  bool CanApply(const rules::v1::Trigger& trigger) const;
  bool MustApply(const rules::v1::Trigger& trigger) const;

  const decision_internal::AnswerContext& context_;
};

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_TRIGGER_OUTLOOK_H_
