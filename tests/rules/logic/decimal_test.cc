#include "rules/logic/decimal.h"

#include <cmath>
#include <limits>

#include "gtest/gtest.h"

namespace baken {
namespace {

Grid MakeGrid(const char* step) { return Grid(*ParseDecimal(step)); }

TEST(DecimalTest, ReadsPlainDecimalsOnly) {
  EXPECT_EQ(ParseDecimal("39.05")->mantissa, 3905);
  EXPECT_EQ(ParseDecimal("39.05")->decimals, 2);
  EXPECT_EQ(ParseDecimal("-3")->mantissa, -3);
  for (const char* bad :
       {"", "-", ".", "1.", ".5", "1.2.3", "1e3", " 1", "+1", "0x1", "1234567890123456", "0.1234567891"}) {
    EXPECT_FALSE(ParseDecimal(bad).has_value()) << bad;
  }
}

TEST(GridTest, CountsWholeSteps) {
  Grid tenth = MakeGrid("0.1");
  EXPECT_EQ(tenth.FromDecimal(*ParseDecimal("39.0")), 390);
  EXPECT_EQ(tenth.FromDecimal(*ParseDecimal("39")), 390);
  EXPECT_EQ(tenth.FromDecimal(*ParseDecimal("39.05")), std::nullopt);
  EXPECT_EQ(MakeGrid("2").FromDecimal(*ParseDecimal("4")), 2);
  EXPECT_EQ(MakeGrid("2").FromDecimal(*ParseDecimal("3")), std::nullopt);
  EXPECT_EQ(MakeGrid("0.05").FromDecimal(*ParseDecimal("730.5")), 14610);
}

TEST(GridTest, EqualStepsAreEqualHoweverWritten) {
  EXPECT_TRUE(MakeGrid("0.10") == MakeGrid("0.1"));
  EXPECT_TRUE(MakeGrid("1.0").whole());
  EXPECT_FALSE(MakeGrid("0.1").whole());
}

TEST(GridTest, ReadsDoublesNearTheGridOnly) {
  Grid tenth = MakeGrid("0.1");
  EXPECT_EQ(tenth.FromDouble(38.9, 10), 389);
  EXPECT_EQ(tenth.FromDouble(0.1 + 0.2, 10), 3);
  EXPECT_EQ(tenth.FromDouble(38.95, 10), std::nullopt);
  EXPECT_EQ(tenth.FromDouble(std::nan(""), 10), std::nullopt);
  EXPECT_EQ(tenth.FromDouble(std::numeric_limits<double>::infinity(), 10), std::nullopt);
  EXPECT_EQ(tenth.FromDouble(1e300, 10), std::nullopt);
}

TEST(GridTest, WritesDecimalText) {
  EXPECT_EQ(MakeGrid("0.1").ToText(389), "38.9");
  EXPECT_EQ(MakeGrid("0.1").ToText(390), "39.0");
  EXPECT_EQ(MakeGrid("0.05").ToText(-1), "-0.05");
  EXPECT_EQ(MakeGrid("2").ToText(3), "6");
}

}  // namespace
}  // namespace baken
