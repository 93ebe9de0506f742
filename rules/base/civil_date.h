// Civil dates: reading, writing, adding periods. No clock and no time zone in here.
#ifndef BAKEN_RULES_BASE_CIVIL_DATE_H_
#define BAKEN_RULES_BASE_CIVIL_DATE_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "baken/v1/assessment.pb.h"

namespace baken {

// Reads exactly `YYYY-MM-DD`, a day that exists in [1900-01-01, 9998-12-31]; nullopt otherwise.
std::optional<absl::CivilDay> ParseCivilDay(absl::string_view text);

// Writes `YYYY-MM-DD`.
std::string FormatCivilDay(absl::CivilDay day);

// `day` plus `period`. Months and years clamp to the last day of the month: 31 January + 1 month = 28 or 29 February.
// An unspecified unit adds nothing.
absl::CivilDay AddPeriod(absl::CivilDay day, const v1::Period& period);

}  // namespace baken

#endif  // BAKEN_RULES_BASE_CIVIL_DATE_H_
