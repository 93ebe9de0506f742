#include "rules/pack/periods.h"

namespace baken::pack_internal {
namespace {

// Fewest and most days of a period, whatever day it starts on; empty without a unit.
struct Days {
  int least = 1;
  int most = 0;
};

Days DaysOf(const v1::Period& period) {
  const int count = period.count();
  switch (period.unit()) {
    case v1::PERIOD_UNIT_DAY:
      return {count, count};
    case v1::PERIOD_UNIT_WEEK:
      return {7 * count, 7 * count};
    case v1::PERIOD_UNIT_MONTH:
      return {28 * count, 31 * count};
    case v1::PERIOD_UNIT_YEAR:
      return {365 * count, 366 * count};
    default:
      return {};
  }
}

}  // namespace

bool IsNeverLater(const v1::Period& a, const v1::Period& b) {
  if (DaysOf(a).most < DaysOf(a).least || DaysOf(b).most < DaysOf(b).least) return false;
  if (a.unit() == b.unit()) return a.count() <= b.count();
  if (a.unit() == v1::PERIOD_UNIT_MONTH && b.unit() == v1::PERIOD_UNIT_YEAR) return a.count() <= 12 * b.count();
  if (a.unit() == v1::PERIOD_UNIT_YEAR && b.unit() == v1::PERIOD_UNIT_MONTH) return 12 * a.count() <= b.count();
  return DaysOf(a).most <= DaysOf(b).least;
}

}  // namespace baken::pack_internal
