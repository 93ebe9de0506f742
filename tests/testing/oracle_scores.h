// Scores: the sum of the points of the items, or the total as given (proto/baken/rules/v1/scale.proto).
#ifndef BAKEN_TESTS_TESTING_ORACLE_SCORES_H_
#define BAKEN_TESTS_TESTING_ORACLE_SCORES_H_

#include <set>
#include <string>

#include "tests/testing/oracle_states.h"

namespace baken::oracle {

// Points (in millionths) that a known answer to `item` earns. `answer`: the number, 0 or 1, or the code.
int64_t PointsOf(const Pack& pack, const rules::v1::ScaleItem& item, int64_t number, const std::string& code);

// Sets the states of all scores, and which scales are given or bounded, from the items and totals in `knowledge`.
// Returns the scales whose total lies outside what the items allow; those and their totals become contradictory.
std::set<std::string> ComputeScores(const Pack& pack, Knowledge& knowledge);

}  // namespace baken::oracle

#endif  // BAKEN_TESTS_TESTING_ORACLE_SCORES_H_
