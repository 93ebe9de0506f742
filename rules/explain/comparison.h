// How one answer differs from an earlier one. Internal to rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_COMPARISON_H_
#define BAKEN_RULES_EXPLAIN_COMPARISON_H_

#include "baken/v1/explanation.pb.h"
#include "rules/explain/situation.h"

namespace baken::explain_internal {

// From `before` to `after`, which may be by two versions of a pack. Findings, levels and referrals are matched by id;
// one that only the earlier pack has is told in its words, as a finding without `to`.
v1::Comparison Compare(const Situation& before, const Situation& after);

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_COMPARISON_H_
