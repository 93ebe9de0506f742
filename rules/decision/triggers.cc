#include "rules/decision/triggers.h"

#include <algorithm>

#include "rules/engine/level_kinds.h"

namespace baken::decision_internal {

bool Names(const rules::v1::Binding& binding, const ProgramLevel& level) {
  if (binding.levels().empty()) return IsThere(level.kind);
  return std::find(binding.levels().begin(), binding.levels().end(), level.id) != binding.levels().end();
}

bool Triggers::Holds(const rules::v1::Binding& binding) const {
  int finding = context_.program().FindFinding(binding.finding());
  return context_.IsStated(finding) && Names(binding, context_.SupportedLevel(finding));
}

bool Triggers::CanHold(const rules::v1::Binding& binding) const {
  int finding = context_.program().FindFinding(binding.finding());
  const auto& levels = context_.program().findings[static_cast<size_t>(finding)].levels;
  const FindingState& state = context_.evaluation.findings[static_cast<size_t>(finding)];
  for (size_t i = 0; context_.IsStated(finding) && i < levels.size(); ++i) {
    if (state.attainable[i] && Names(binding, levels[i])) return true;
  }
  return false;
}

// A requester that gets nothing about a person gets only what is meant for that role by name.
bool Triggers::IsForRole(const rules::v1::Trigger& trigger) const {
  const auto& roles = trigger.roles();
  if (roles.empty()) return !context_.refused();
  return std::find(roles.begin(), roles.end(), context_.occasion.role->id()) != roles.end();
}

bool Triggers::Applies(const rules::v1::Trigger& trigger) const {
  auto holds = [&](const auto& binding) { return Holds(binding); };
  return IsForRole(trigger) && std::any_of(trigger.any_of().begin(), trigger.any_of().end(), holds) &&
         std::all_of(trigger.all_of().begin(), trigger.all_of().end(), holds) &&
         std::none_of(trigger.none_of().begin(), trigger.none_of().end(), holds);
}

bool Triggers::CanApply(const rules::v1::Trigger& trigger) const {
  auto can_hold = [&](const auto& binding) { return CanHold(binding); };
  auto stands_against = [&](const auto& binding) {
    int finding = context_.program().FindFinding(binding.finding());
    return Holds(binding) && context_.evaluation.findings[static_cast<size_t>(finding)].decided;
  };
  return IsForRole(trigger) && std::any_of(trigger.any_of().begin(), trigger.any_of().end(), can_hold) &&
         std::all_of(trigger.all_of().begin(), trigger.all_of().end(), can_hold) &&
         std::none_of(trigger.none_of().begin(), trigger.none_of().end(), stands_against);
}

std::vector<bool> GivenReferrals(const AnswerContext& context) {
  const Triggers triggers(context);
  std::vector<bool> given;
  std::set<std::string> replaced;
  for (const auto& referral : context.definition().referrals()) {
    given.push_back(triggers.Applies(referral.trigger()));
    if (given.back()) replaced.insert(referral.replaces().begin(), referral.replaces().end());
  }
  for (size_t i = 0; i < given.size(); ++i) {
    if (replaced.count(context.definition().referrals(static_cast<int>(i)).id()) > 0) given[i] = false;
  }
  return given;
}

}  // namespace baken::decision_internal
