#include "rules/explain/settlement.h"

#include <algorithm>
#include <bit>
#include <string>
#include <vector>

namespace baken::explain_internal {
namespace {

bool CarriesUrgency(const ProgramFinding& finding) {
  return std::any_of(finding.levels.begin(), finding.levels.end(),
                     [](const ProgramLevel& level) { return level.urgency > v1::URGENCY_U0; });
}

void Describe(const Situation& situation, int finding, v1::AttainableFinding& result) {
  const ProgramFinding& planned = situation.program().findings[static_cast<size_t>(finding)];
  const Verdict& verdict = situation.outlook().levels[static_cast<size_t>(finding)];
  result.set_finding_id(planned.id);
  result.set_supported_level_id(planned.levels[static_cast<size_t>(verdict.supported)].id);
  for (size_t l = 0; l < planned.levels.size(); ++l) {
    if ((verdict.attainable >> l & 1) != 0) result.add_attainable_level_ids(planned.levels[l].id);
  }
}

void SettleReferrals(const Situation& situation, v1::Settlement& result) {
  const std::vector<Tri> outlook = situation.rules().ReferralOutlook(situation.outlook().levels);
  for (size_t r = 0; r < outlook.size(); ++r) {
    const std::string& id = situation.definition().referrals(static_cast<int>(r)).id();
    if (situation.outlook().referrals[r]) result.add_referral_ids(id);
    if (outlook[r] == Tri::kOpen) result.add_open_referral_ids(id);
  }
  result.set_referrals_settled(result.open_referral_ids().empty());
}

}  // namespace

v1::Settlement Settle(const Situation& situation) {
  v1::Settlement result;
  const Standing& now = situation.outlook();
  const AdviceRules& rules = situation.rules();
  result.set_urgency_supported(now.urgency);
  result.set_urgency_attainable(now.urgency_attainable);
  result.set_urgency_settled(now.urgency_least == now.urgency_attainable);
  SettleReferrals(situation, result);
  bool subgroups = true;
  for (size_t f = 0; f < situation.program().findings.size(); ++f) {
    const int finding = static_cast<int>(f);
    if (!rules.IsStated(now.levels, finding)) continue;
    const bool subgroup = rules.IsSubgroup(finding);
    if (subgroup) subgroups = subgroups && std::has_single_bit(now.levels[f].attainable);
    if (subgroup || rules.findings_of_referrals().count(finding) > 0 ||
        CarriesUrgency(situation.program().findings[f])) {
      Describe(situation, finding, *result.add_findings());
    }
  }
  result.set_subgroups_settled(subgroups);
  return result;
}

}  // namespace baken::explain_internal
