// Whether answers still to come can change the advice. Internal to rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_SETTLEMENT_H_
#define BAKEN_RULES_EXPLAIN_SETTLEMENT_H_

#include <set>
#include <vector>

#include "baken/v1/interview.pb.h"
#include "rules/explain/situation.h"
#include "rules/logic/tribool.h"

namespace baken::explain_internal {

// By referral of the pack: whether it is given whatever is still answered, never, or open. Judged from the attainable
// levels of each finding by itself, so it may be open where two findings cannot go together.
std::vector<Tri> ReferralOutlook(const Situation& situation);

// Findings whose level decides whether these referrals are given, or one that covers them.
std::set<int> FindingsBehind(const Situation& situation, const std::vector<int>& referrals);

// The certificate: every finding that bears on urgency, referral or subgroup with what it can still become.
v1::Settlement Settle(const Situation& situation);

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_SETTLEMENT_H_
