// Which known facts are enough for a level, or against one. Internal to rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_GROUNDS_H_
#define BAKEN_RULES_EXPLAIN_GROUNDS_H_

#include <vector>

#include "baken/v1/explanation.pb.h"
#include "rules/explain/situation.h"

namespace baken::explain_internal {

// Sets of fact numbers, fewest first, each set ascending.
struct FactSets {
  std::vector<std::vector<int>> sets;
  bool complete = true;  // False when the search was cut off.
};

inline constexpr int kSetsMax = 5;

// Smallest sets of known facts that alone give the finding its present level. For the default level: that alone rule
// out every other; none when another can still be reached.
FactSets FindWhy(const Situation& situation, int finding);

// Smallest sets of known facts that alone keep the level from being reached, whatever else is answered; none when it
// can still be reached.
FactSets FindWhyNot(const Situation& situation, int finding, int level);

// The facts as they were answered.
v1::Grounds DescribeGrounds(const Situation& situation, const std::vector<int>& facts);

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_GROUNDS_H_
