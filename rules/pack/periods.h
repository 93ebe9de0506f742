// Periods compared without knowing the day they start on.
#ifndef BAKEN_RULES_PACK_PERIODS_H_
#define BAKEN_RULES_PACK_PERIODS_H_

#include "baken/v1/assessment.pb.h"

namespace baken::pack_internal {

// True when `a` ends no later than `b`, whatever day both start on; false for a period without unit.
bool IsNeverLater(const v1::Period& a, const v1::Period& b);

}  // namespace baken::pack_internal

#endif  // BAKEN_RULES_PACK_PERIODS_H_
