// Every small condition over seven facts.
#ifndef BAKEN_TESTS_DIFFERENTIAL_SMALL_CONDITIONS_H_
#define BAKEN_TESTS_DIFFERENTIAL_SMALL_CONDITIONS_H_

#include <set>
#include <string>
#include <vector>

namespace baken {

// The facts, as part of a pack: two booleans, two numbers, a one-of, two sets.
extern const char kSmallConditionFacts[];

// A condition and the facts it reads.
struct SmallCondition {
  std::string text;
  std::set<std::string> facts;
};

// All leaves, alone and negated; pairs of these in every form that takes two; each of these with one leaf more; counts
// and thresholds over two and three.
std::vector<SmallCondition> AllSmallConditions();

}  // namespace baken

#endif  // BAKEN_TESTS_DIFFERENTIAL_SMALL_CONDITIONS_H_
