#include "rules/explain/settlement.h"

#include <algorithm>
#include <string>

#include "rules/decision/triggers.h"

namespace baken::explain_internal {
namespace {

using rules::v1::Binding;
using rules::v1::Trigger;

class Outlook {
 public:
  explicit Outlook(const Situation& situation) : situation_(situation), context_(situation.Context()) {}

  Tri Of(const Trigger& trigger) const {
    if (!IsForRole(trigger)) return Tri::kFalse;
    Tri any = Tri::kFalse;
    for (const Binding& binding : trigger.any_of()) any = Or(any, Of(binding));
    for (const Binding& binding : trigger.all_of()) any = And(any, Of(binding));
    for (const Binding& binding : trigger.none_of()) any = And(any, Not(Of(binding)));
    return any;
  }

 private:
  Tri Of(const Binding& binding) const {
    const int finding = situation_.program().FindFinding(binding.finding());
    if (!context_.IsStated(finding)) return Tri::kFalse;
    const auto& levels = situation_.program().findings[static_cast<size_t>(finding)].levels;
    const FindingState& state = situation_.now().evaluation.findings[static_cast<size_t>(finding)];
    bool some = false;
    bool all = true;
    for (size_t l = 0; l < levels.size(); ++l) {
      if (!state.attainable[l]) continue;
      const bool named = decision_internal::Names(binding, levels[l]);
      some = some || named;
      all = all && named;
    }
    return all ? Tri::kTrue : some ? Tri::kOpen : Tri::kFalse;
  }

  bool IsForRole(const Trigger& trigger) const {
    const auto& roles = trigger.roles();
    if (roles.empty()) return !context_.refused();
    return std::find(roles.begin(), roles.end(), situation_.occasion().role->id()) != roles.end();
  }

  const Situation& situation_;
  const decision_internal::AnswerContext context_;
};

bool CarriesUrgency(const ProgramFinding& finding) {
  return std::any_of(finding.levels.begin(), finding.levels.end(),
                     [](const ProgramLevel& level) { return level.urgency > v1::URGENCY_U0; });
}

bool IsSubgroup(const Situation& situation, int finding) {
  return situation.definition().findings(finding).category() == v1::FINDING_CATEGORY_SUBGROUP;
}

void Describe(const Situation& situation, int finding, v1::AttainableFinding& result) {
  const ProgramFinding& planned = situation.program().findings[static_cast<size_t>(finding)];
  const FindingState& state = situation.now().evaluation.findings[static_cast<size_t>(finding)];
  result.set_finding_id(planned.id);
  result.set_supported_level_id(planned.levels[static_cast<size_t>(state.supported)].id);
  for (size_t l = 0; l < planned.levels.size(); ++l) {
    if (state.attainable[l]) result.add_attainable_level_ids(planned.levels[l].id);
  }
}

}  // namespace

std::vector<Tri> ReferralOutlook(const Situation& situation) {
  const Outlook outlook(situation);
  const auto& referrals = situation.definition().referrals();
  std::vector<Tri> applies;
  for (const auto& referral : referrals) applies.push_back(outlook.Of(referral.trigger()));
  std::vector<Tri> given = applies;
  for (int other = 0; other < referrals.size(); ++other) {
    const auto& covered = referrals[other].replaces();
    for (int i = 0; i < referrals.size(); ++i) {
      if (std::find(covered.begin(), covered.end(), referrals[i].id()) == covered.end()) continue;
      given[static_cast<size_t>(i)] = And(given[static_cast<size_t>(i)], Not(applies[static_cast<size_t>(other)]));
    }
  }
  return given;
}

std::set<int> FindingsBehind(const Situation& situation, const std::vector<int>& referrals) {
  std::set<int> findings;
  const auto add = [&](const Trigger& trigger) {
    for (const auto* bindings : {&trigger.any_of(), &trigger.all_of(), &trigger.none_of()}) {
      for (const Binding& binding : *bindings) findings.insert(situation.program().FindFinding(binding.finding()));
    }
  };
  for (int referral : referrals) {
    const auto& definition = situation.definition().referrals(referral);
    add(definition.trigger());
    for (const auto& other : situation.definition().referrals()) {
      const auto& covered = other.replaces();
      if (std::find(covered.begin(), covered.end(), definition.id()) != covered.end()) add(other.trigger());
    }
  }
  return findings;
}

v1::Settlement Settle(const Situation& situation) {
  v1::Settlement result;
  const Standing& now = situation.now();
  result.set_urgency_supported(now.urgency);
  result.set_urgency_attainable(now.urgency_attainable);
  result.set_urgency_settled(now.urgency == now.urgency_attainable);

  const std::vector<Tri> outlook = ReferralOutlook(situation);
  std::vector<int> all;
  for (size_t r = 0; r < outlook.size(); ++r) {
    all.push_back(static_cast<int>(r));
    const std::string& id = situation.definition().referrals(static_cast<int>(r)).id();
    if (now.referrals[r]) result.add_referral_ids(id);
    if (outlook[r] == Tri::kOpen) result.add_open_referral_ids(id);
  }
  result.set_referrals_settled(result.open_referral_ids().empty());

  const std::set<int> behind = FindingsBehind(situation, all);
  bool subgroups = true;
  for (size_t f = 0; f < situation.program().findings.size(); ++f) {
    const int finding = static_cast<int>(f);
    if (!situation.Context().IsStated(finding)) continue;
    if (IsSubgroup(situation, finding)) subgroups = subgroups && now.evaluation.findings[f].decided;
    if (IsSubgroup(situation, finding) || behind.count(finding) > 0 ||
        CarriesUrgency(situation.program().findings[f])) {
      Describe(situation, finding, *result.add_findings());
    }
  }
  result.set_subgroups_settled(subgroups);
  return result;
}

}  // namespace baken::explain_internal
