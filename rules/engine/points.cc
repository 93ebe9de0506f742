#include "rules/engine/points.h"

#include <algorithm>
#include <limits>

namespace baken::engine_internal {

Span PointsOf(const Variable& variable, const ScaleItem& item, const Reading& reading) {
  if (item.points.empty()) return {reading.low, reading.high};
  Span span{std::numeric_limits<int64_t>::max(), std::numeric_limits<int64_t>::min()};
  for (size_t i = 0; i < item.points.size(); ++i) {
    bool possible = variable.kind == VariableKind::kOneOf
                        ? reading.may.test(i)
                        : reading.low <= variable.minimum + static_cast<int64_t>(i) &&
                              variable.minimum + static_cast<int64_t>(i) <= reading.high;
    if (!possible) continue;
    span.low = std::min(span.low, item.points[i]);
    span.high = std::max(span.high, item.points[i]);
  }
  return span;
}

}  // namespace baken::engine_internal
