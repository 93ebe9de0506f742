#include "rules/base/civil_date.h"

#include "gtest/gtest.h"

namespace baken {
namespace {

v1::Period MakePeriod(int count, v1::PeriodUnit unit) {
  v1::Period period;
  period.set_count(count);
  period.set_unit(unit);
  return period;
}

TEST(CivilDateTest, ReadsDaysThatExist) {
  EXPECT_EQ(ParseCivilDay("2026-02-28"), absl::CivilDay(2026, 2, 28));
  EXPECT_EQ(ParseCivilDay("2024-02-29"), absl::CivilDay(2024, 2, 29));
  EXPECT_EQ(ParseCivilDay("1900-01-01"), absl::CivilDay(1900, 1, 1));
  EXPECT_EQ(ParseCivilDay("9998-12-31"), absl::CivilDay(9998, 12, 31));
}

TEST(CivilDateTest, RefusesEverythingElse) {
  for (const char* text : {"", "2026", "2026-2-28", "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10",
                           "2026-01-00", "1899-12-31", "9999-01-01", "2026/02/28", "2026-02-28 ", " 2026-02-28",
                           "-026-02-28", "+026-02-28", "2026-02-2x", "2026-02-28T00:00", "1900-02-29"}) {
    EXPECT_FALSE(ParseCivilDay(text).has_value()) << "'" << text << "'";
  }
}

TEST(CivilDateTest, WritesWhatItReads) {
  for (const char* text : {"1900-01-01", "2026-02-28", "9998-12-31"}) {
    EXPECT_EQ(FormatCivilDay(*ParseCivilDay(text)), text);
  }
}

TEST(CivilDateTest, MonthsAndYearsClampToTheEndOfTheMonth) {
  const struct {
    const char* from;
    int count;
    v1::PeriodUnit unit;
    const char* to;
  } kRows[] = {{"2026-12-31", 1, v1::PERIOD_UNIT_DAY, "2027-01-01"},
               {"2026-02-23", 1, v1::PERIOD_UNIT_WEEK, "2026-03-02"},
               {"2026-01-31", 1, v1::PERIOD_UNIT_MONTH, "2026-02-28"},
               {"2024-01-31", 1, v1::PERIOD_UNIT_MONTH, "2024-02-29"},
               {"2026-01-31", 2, v1::PERIOD_UNIT_MONTH, "2026-03-31"},
               {"2026-11-30", 3, v1::PERIOD_UNIT_MONTH, "2027-02-28"},
               {"2024-02-29", 1, v1::PERIOD_UNIT_YEAR, "2025-02-28"},
               {"2024-02-29", 4, v1::PERIOD_UNIT_YEAR, "2028-02-29"},
               {"2026-05-15", 0, v1::PERIOD_UNIT_MONTH, "2026-05-15"},
               {"2026-05-15", 5, v1::PERIOD_UNIT_UNSPECIFIED, "2026-05-15"},
               {"2026-05-15", 1000, v1::PERIOD_UNIT_DAY, "2029-02-08"}};
  for (const auto& row : kRows) {
    EXPECT_EQ(FormatCivilDay(AddPeriod(*ParseCivilDay(row.from), MakePeriod(row.count, row.unit))), row.to)
        << row.from << " + " << row.count << " " << v1::PeriodUnit_Name(row.unit);
  }
}

}  // namespace
}  // namespace baken
