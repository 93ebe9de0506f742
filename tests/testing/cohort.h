// A cohort of made-up persons who can answer any question, drawn from figures that are written down (cohort.txt).
#ifndef BAKEN_TESTS_TESTING_COHORT_H_
#define BAKEN_TESTS_TESTING_COHORT_H_

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "rules/engine/alternatives.h"
#include "rules/engine/evaluation.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

inline constexpr char kCohortFigures[] = "tests/testing/cohort.txt";

// Immutable, for any number of threads at once; the pack outlives it.
class Cohort {
 public:
  // Stops the process when `path` has a line that the pack does not fit.
  Cohort(const LoadedPack& pack, const std::string& path, uint64_t seed);

  // Person `number`, the same whenever and in whatever order it is asked for. Every fact that can be asked has one
  // settled answer; whatever implications and skip rules conclude from the others is what the person answers too;
  // totals are those of the items. Nothing contradicts anything.
  Given Draw(uint64_t number) const;

  uint64_t seed() const { return seed_; }

 private:
  struct Choice {
    int64_t low = 0;  // Numbers, in steps; booleans; for codes the position.
    int64_t high = 0;
    double weight = 0;
  };
  using Random = std::mt19937_64;

  void ReadFact(const std::string& id, const std::vector<std::string>& answers);
  bool TryDraw(Random& random, Given& given) const;
  Reading DrawReading(size_t fact, Random& random) const;
  Reading DrawFrom(size_t fact, const std::vector<Choice>& choices, Random& random) const;
  Reading DrawByKind(size_t fact, Random& random) const;
  bool Force(const Evaluation& evaluation, Given& given) const;
  void SetTotals(Given& given) const;

  const LoadedPack& pack_;
  const Program& program_;
  const Alternatives alternatives_;
  const uint64_t seed_;
  std::map<std::string, double> defaults_;
  std::map<size_t, std::vector<Choice>> choices_;  // By fact.
  std::vector<bool> is_item_;                      // By variable.
  std::vector<bool> is_summed_;                    // By variable: the total of items.
};

}  // namespace baken

#endif  // BAKEN_TESTS_TESTING_COHORT_H_
