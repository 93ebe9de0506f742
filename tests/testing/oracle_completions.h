// Brute force: every way to complete what is known, and plain two-valued evaluation of a complete one.
#ifndef BAKEN_TESTS_TESTING_ORACLE_COMPLETIONS_H_
#define BAKEN_TESTS_TESTING_ORACLE_COMPLETIONS_H_

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "tests/testing/oracle.h"

namespace baken::oracle {

// A known value: a number in millionths (booleans 0 or 1), a code, or a set.
using Value = std::variant<int64_t, std::string, std::set<std::string>>;

// Everything known about one person, nothing contradictory.
struct Person {
  std::map<std::string, Value> values;  // Facts, ages, scores, the role.
  std::set<std::string> given_scales;   // Those that families count.
};

// Two-valued truth of a condition.
bool IsTrue(const Pack& pack, const Person& person, const Expression& condition);

// The level of a finding: the first whose condition holds.
std::string LevelOf(const Pack& pack, const Person& person, const rules::v1::Finding& finding);

// Calls `visit` for each completion of `known`, from which `concluded` followed: each missing fact gets a value, so
// that all implications hold and totals agree with their items. Members of a family that has a settled member stay not
// given. Returns how many there were; stops before it has tried more than `tries_max` combinations and then returns -1.
int ForEachCompletion(const Pack& pack, const Knowledge& known, const Conclusions& concluded, int tries_max,
                      const std::function<void(const Person&)>& visit);

}  // namespace baken::oracle

#endif  // BAKEN_TESTS_TESTING_ORACLE_COMPLETIONS_H_
