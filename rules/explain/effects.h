// What differs between two standings, in words. Internal to rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_EFFECTS_H_
#define BAKEN_RULES_EXPLAIN_EFFECTS_H_

#include "baken/v1/explanation.pb.h"
#include "rules/explain/situation.h"

namespace baken::explain_internal {

// One level in words of the occasion.
v1::LevelResult DescribeLevel(const Situation& situation, int finding, int level);

// What the urgency now means and asks; says so where a higher one can still be reached.
v1::LocalizedText UrgencyStatement(const Situation& situation, const Standing& now);

// From one standing to another of the same situation: findings that are stated in both, urgency, referrals.
v1::Effect DescribeEffect(const Situation& situation, const Standing& from, const Standing& to);

// True when anything DescribeEffect tells differs.
bool Differs(const Standing& from, const Standing& to);

// A fact as it was answered, or filled in.
v1::FactReading DescribeFact(const Situation& situation, const Evaluation& evaluation, int fact);

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_EFFECTS_H_
