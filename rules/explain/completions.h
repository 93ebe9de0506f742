// Ways in which what is not known may turn out, drawn from a fixed sequence: an independent look at what is said to be
// settled.
#ifndef BAKEN_RULES_EXPLAIN_COMPLETIONS_H_
#define BAKEN_RULES_EXPLAIN_COMPLETIONS_H_

#include <cstdint>
#include <vector>

#include "rules/explain/situation.h"

namespace baken::explain_internal {

// Answers to every fact that is missing: all facts of no scale; of the scales of a family one, by its items or by its
// total, unless a member already decides; of other scales items or total. Values are uniform over the domain. Answers
// that contradict what is known or each other are taken back, so that some facts stay open; levels that such answers
// support must be attainable before all the same. Not thread-safe.
class Completions {
 public:
  Completions(const Situation& situation, uint64_t seed);

  Given Next();

 private:
  // The next number of a fixed sequence, in [0, bound): no chance in here, the same seed gives the same completions.
  uint64_t Below(uint64_t bound);
  Given FillAll();
  void LeaveAloneWholes(std::vector<bool>& left_alone) const;
  bool TakeBack(const Evaluation& evaluation, Given& given);
  std::vector<size_t> Filled(const std::vector<int>& facts, const Given& given) const;
  void Fill(int variable, Given& given);
  void FillScale(int scale, Given& given);

  const Situation& situation_;
  uint64_t sequence_;
  std::vector<bool> of_scale_;    // By variable: item or total of a scale.
  std::vector<bool> left_alone_;  // By scale: of a family that a member already decides.
};

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_COMPLETIONS_H_
