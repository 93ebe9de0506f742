// Whether a certificate holds, worked out by other means than it was made. Internal to rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_SETTLEMENT_CHECK_H_
#define BAKEN_RULES_EXPLAIN_SETTLEMENT_CHECK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "baken/v1/interview.pb.h"
#include "rules/explain/situation.h"

namespace baken::explain_internal {

// What is wrong with a settlement that was made for this situation, a line each; empty when nothing is. Shares no code
// with what makes it (settlement, advice, engines): levels come from the evaluator as it is written down, triggers are
// read in the pack itself, and every line is compared. Then `trials` completions are evaluated, and none may leave what
// it says is attainable, change what it says is settled, or bring or take away a referral it does not call open.
std::vector<std::string> CheckSettlement(const Situation& situation, const v1::Settlement& settlement, int trials,
                                         uint64_t seed);

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_SETTLEMENT_CHECK_H_
