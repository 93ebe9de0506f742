// Which other answers to a fact can make a difference.
#ifndef BAKEN_RULES_ENGINE_ALTERNATIVES_H_
#define BAKEN_RULES_ENGINE_ALTERNATIVES_H_

#include <set>
#include <vector>

#include "rules/engine/evaluation.h"

namespace baken {

// The program outlives it.
class Alternatives {
 public:
  explicit Alternatives(const Program& program);

  // Settled readings of the fact other than the present one, a number's nearest first. Of numbers one per range in
  // which every condition reads the same (the value nearest to the present one, or the lowest where nothing is known),
  // for items of scores every value; of sets those with one code more or less, or, where nothing is known, "none" and
  // each code alone.
  std::vector<Reading> Of(int fact, const Evaluation& evaluation) const;

 private:
  std::vector<Reading> Numbers(int variable, const Evaluation& evaluation) const;
  std::vector<Reading> Sets(int variable, const Evaluation& evaluation) const;

  const Program& program_;
  std::vector<std::set<int64_t>> cuts_;  // By variable: first values of the ranges.
  std::vector<std::set<int>> compared_;  // By variable: variables it is compared with.
  std::vector<bool> every_value_;        // By variable: an item of a score.
};

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_ALTERNATIVES_H_
