// What an answer to an item adds to a score. Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_POINTS_H_
#define BAKEN_RULES_ENGINE_POINTS_H_

#include "rules/engine/program.h"

namespace baken::engine_internal {

// [low, high].
struct Span {
  int64_t low = 0;
  int64_t high = 0;
  bool Contains(int64_t value) const { return low <= value && value <= high; }
  bool operator==(const Span&) const = default;
};

// Points that one reading of an answer can earn.
Span PointsOf(const Variable& variable, const ScaleItem& item, const Reading& reading);

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_POINTS_H_
