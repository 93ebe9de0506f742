#include "rules/pack/number_text.h"

#include "gtest/gtest.h"

namespace baken {
namespace {

TEST(NumberTextTest, SeparatorAndUnitAreThePacks) {
  Catalogue catalogue;
  catalogue.AddLocale(
      "nl", {{"format.decimal_separator", ","}, {"unit.h", "uur"}, {"unit.d", "dagen"}, {"unit.d.one", "dag"}});
  catalogue.AddLocale("en", {});
  EXPECT_EQ(DigitsText(catalogue, "nl", "3.5"), "3,5");
  EXPECT_EQ(DigitsText(catalogue, "en", "3.5"), "3.5");
  EXPECT_EQ(UnitText(catalogue, "nl", "1", "d"), "dag");
  EXPECT_EQ(UnitText(catalogue, "nl", "2", "d"), "dagen");
  EXPECT_EQ(UnitText(catalogue, "nl", "1", "h"), "uur");
  EXPECT_EQ(UnitText(catalogue, "en", "2", "d"), "");
}

}  // namespace
}  // namespace baken
