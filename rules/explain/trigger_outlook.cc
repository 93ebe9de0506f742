#include "rules/explain/trigger_outlook.h"

#include <algorithm>

#include "rules/decision/triggers.h"

namespace baken::explain_internal {

using rules::v1::Binding;
using rules::v1::Referral;
using rules::v1::Trigger;

namespace {

bool Covers(const Referral& other, const Referral& referral) {
  return std::find(other.replaces().begin(), other.replaces().end(), referral.id()) != other.replaces().end();
}

}  // namespace

bool TriggerOutlook::CanBeGiven(const Referral& referral) const {
  const auto& all = context_.definition().referrals();
  return CanApply(referral.trigger()) && std::none_of(all.begin(), all.end(), [&](const Referral& other) {
           return Covers(other, referral) && MustApply(other.trigger());
         });
}

bool TriggerOutlook::IsSure(const Referral& referral) const {
  const auto& all = context_.definition().referrals();
  return MustApply(referral.trigger()) && std::none_of(all.begin(), all.end(), [&](const Referral& other) {
           return Covers(other, referral) && CanApply(other.trigger());
         });
}

std::vector<const ProgramLevel*> TriggerOutlook::Levels(const Binding& binding) const {
  const int finding = context_.program().FindFinding(binding.finding());
  const auto& levels = context_.program().findings[static_cast<size_t>(finding)].levels;
  std::vector<const ProgramLevel*> possible;
  for (size_t l = 0; context_.IsStated(finding) && l < levels.size(); ++l) {
    if (context_.evaluation.findings[static_cast<size_t>(finding)].attainable[l]) possible.push_back(&levels[l]);
  }
  return possible;
}

bool TriggerOutlook::Can(const Binding& binding) const {
  const auto levels = Levels(binding);
  return std::any_of(levels.begin(), levels.end(),
                     [&](const auto* level) { return decision_internal::Names(binding, *level); });
}

bool TriggerOutlook::Must(const Binding& binding) const {
  const auto levels = Levels(binding);
  return !levels.empty() && std::all_of(levels.begin(), levels.end(),
                                        [&](const auto* level) { return decision_internal::Names(binding, *level); });
}

bool TriggerOutlook::IsForRole(const Trigger& trigger) const {
  const auto& roles = trigger.roles();
  if (roles.empty()) return !context_.refused();
  return std::find(roles.begin(), roles.end(), context_.occasion.role->id()) != roles.end();
}

bool TriggerOutlook::CanApply(const Trigger& trigger) const {
  const auto can = [&](const Binding& binding) { return Can(binding); };
  const auto must = [&](const Binding& binding) { return Must(binding); };
  return IsForRole(trigger) && std::any_of(trigger.any_of().begin(), trigger.any_of().end(), can) &&
         std::all_of(trigger.all_of().begin(), trigger.all_of().end(), can) &&
         std::none_of(trigger.none_of().begin(), trigger.none_of().end(), must);
}

bool TriggerOutlook::MustApply(const Trigger& trigger) const {
  const auto can = [&](const Binding& binding) { return Can(binding); };
  const auto must = [&](const Binding& binding) { return Must(binding); };
  return IsForRole(trigger) && std::any_of(trigger.any_of().begin(), trigger.any_of().end(), must) &&
         std::all_of(trigger.all_of().begin(), trigger.all_of().end(), must) &&
         std::none_of(trigger.none_of().begin(), trigger.none_of().end(), can);
}

}  // namespace baken::explain_internal
