// The smallest subsets that are enough: a search over any test, by what must be hit.
#ifndef BAKEN_RULES_ENGINE_MINIMAL_SETS_H_
#define BAKEN_RULES_ENGINE_MINIMAL_SETS_H_

#include <functional>
#include <vector>

namespace baken {

struct MinimalSets {
  // Ascending members each; fewest members first. No set holds another.
  std::vector<std::vector<int>> sets;
  // False when the search was cut off by `tests_max`: then there may be more.
  bool complete = true;
};

// Subsets S of {0, …, count-1} for which `enough(S)` holds and holds for no set with one member less; the first
// `sets_max` of them by size. `enough` gets a flag per member. When adding members never makes it false, these are all
// minimal subsets in order of size. Where it may, every set given still is enough and loses that by any single member.
//
// How: whatever is not enough, made as large as it can be, shows members of which one is needed; the smallest set that
// has one of each such group is tried next, and either is enough, and then minimal, or shows another group.
MinimalSets FindMinimalSets(int count, const std::function<bool(const std::vector<bool>&)>& enough, int sets_max,
                            int tests_max);

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_MINIMAL_SETS_H_
