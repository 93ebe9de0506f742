#include "client/cli/text/labels.h"

#include "gtest/gtest.h"

namespace baken {
namespace {

TEST(LabelsTest, DutchForEveryDutchLocaleEnglishForTheRest) {
  EXPECT_EQ(LabelsFor("nl").why, "Waarom");
  EXPECT_EQ(LabelsFor("NL-nl").why, "Waarom");
  EXPECT_EQ(LabelsFor("en").why, "Why");
  EXPECT_EQ(LabelsFor("nld").why, "Why");
  EXPECT_EQ(LabelsFor("").why, "Why");
}

}  // namespace
}  // namespace baken
