#include "rules/base/civil_date.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"

namespace baken {
namespace {

constexpr int kYearMin = 1900;
constexpr int kYearMax = 9998;
constexpr int kMonthsPerYear = 12;
constexpr int kDaysPerWeek = 7;

// The number that the digits of `text` write; -1 when one of them is no digit.
int ReadDigits(absl::string_view text) {
  int value = 0;
  for (char c : text) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

absl::CivilDay AddMonths(absl::CivilDay day, int64_t months) {
  absl::CivilMonth month = absl::CivilMonth(day) + months;
  absl::CivilDay last = absl::CivilDay(month + 1) - 1;
  return absl::CivilDay(month.year(), month.month(), std::min(day.day(), last.day()));
}

}  // namespace

std::optional<absl::CivilDay> ParseCivilDay(absl::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int year = ReadDigits(text.substr(0, 4));
  int month = ReadDigits(text.substr(5, 2));
  int day = ReadDigits(text.substr(8, 2));
  if (year < kYearMin || year > kYearMax || month < 1 || day < 1) return std::nullopt;
  // CivilDay turns 30 February into 1 or 2 March; a day that moves does not exist.
  absl::CivilDay civil(year, month, day);
  if (civil.year() != year || civil.month() != month || civil.day() != day) return std::nullopt;
  return civil;
}

std::string FormatCivilDay(absl::CivilDay day) {
  return absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());
}

absl::CivilDay AddPeriod(absl::CivilDay day, const v1::Period& period) {
  int64_t count = period.count();
  switch (period.unit()) {
    case v1::PERIOD_UNIT_DAY:
      return day + count;
    case v1::PERIOD_UNIT_WEEK:
      return day + count * kDaysPerWeek;
    case v1::PERIOD_UNIT_MONTH:
      return AddMonths(day, count);
    case v1::PERIOD_UNIT_YEAR:
      return AddMonths(day, count * kMonthsPerYear);
    default:
      return day;
  }
}

}  // namespace baken
