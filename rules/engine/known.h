// What was answered about one person, taken apart fact by fact, so that it can be looked at with some of it left out or
// answered otherwise.
#ifndef BAKEN_RULES_ENGINE_KNOWN_H_
#define BAKEN_RULES_ENGINE_KNOWN_H_

#include <vector>

#include "rules/engine/evaluation.h"

namespace baken {

// The program outlives it.
class Known {
 public:
  Known(const Program& program, Given given);

  // Facts that were answered, numbers ascending. A set that external codes filled counts as answered.
  const std::vector<int>& facts() const { return facts_; }
  const Given& given() const { return given_; }

  // Only those of facts() with a flag, with their ages; role and what was declined stay.
  Given Only(const std::vector<bool>& kept) const;
  // All of it, and `fact` answered with `reading`. An answer that contradicted itself no longer does.
  Given With(int fact, const Reading& reading) const;
  // As With, upon what With gave.
  Given With(Given given, int fact, const Reading& reading) const;

 private:
  const Program& program_;
  Given given_;
  std::vector<int> facts_;
};

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_KNOWN_H_
