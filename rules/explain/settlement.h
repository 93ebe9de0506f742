// Whether answers still to come can change the advice. Internal to rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_SETTLEMENT_H_
#define BAKEN_RULES_EXPLAIN_SETTLEMENT_H_

#include "baken/v1/interview.pb.h"
#include "rules/explain/situation.h"

namespace baken::explain_internal {

// The certificate: every finding that bears on urgency, referral or subgroup with what it can still become.
v1::Settlement Settle(const Situation& situation);

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_SETTLEMENT_H_
