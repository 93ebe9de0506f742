// A checked condition: names resolved to numbers, comparisons reduced to a few exact forms.
#ifndef BAKEN_RULES_LOGIC_CONDITION_H_
#define BAKEN_RULES_LOGIC_CONDITION_H_

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "rules/logic/symbols.h"

namespace baken {

enum class ConditionKind {
  kConstant,          // constant
  kNot,               // args: 1
  kAnd,               // args
  kOr,                // args
  kAtLeast,           // at least `threshold` of args
  kInRange,           // number or boolean (0, 1) `variable` in [low, high]
  kCompareVariables,  // number `variable` <compare> number `other`
  kCodeIn,            // one-of `variable` in mask
  kIntersects,        // set `variable` has one of mask
  kCodeInSet,         // one-of `variable` in set `other`
  kCriterion,         // criterion `variable`
  kFamilyPositive,    // family `variable`
  kFamilyNegative,    // family `variable`
  kContradictory,     // fact `variable`
  kDataContradictory,
};

enum class Compare { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };

inline constexpr int64_t kLowest = std::numeric_limits<int64_t>::min() / 4;
inline constexpr int64_t kHighest = std::numeric_limits<int64_t>::max() / 4;

// A node. Owns its arguments.
struct Condition {
  ConditionKind kind = ConditionKind::kConstant;
  std::vector<std::unique_ptr<Condition>> args;
  int variable = -1;
  int other = -1;
  int64_t low = kLowest;
  int64_t high = kHighest;
  int threshold = 0;
  Compare compare = Compare::kEqual;
  CodeMask mask;
  bool constant = false;
};

}  // namespace baken

#endif  // BAKEN_RULES_LOGIC_CONDITION_H_
