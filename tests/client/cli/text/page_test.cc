#include "client/cli/text/page.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(PageTest, WrapsAtTheWidthAndIndentsWhatFollows) {
  Page page({.width = 40});
  page.Item("- ", "one two three four five six seven eight nine ten", 2);
  EXPECT_EQ(page.text(), "  - one two three four five six seven\n    eight nine ten\n");
}

TEST(PageTest, CountsLettersNotBytes) {
  EXPECT_EQ(DisplayWidth("één ·"), 5);
  Page page({.width = 40});
  page.Line("éééééééééé éééééééééé éééééééééé ééééééé");
  EXPECT_EQ(page.text(), "éééééééééé éééééééééé éééééééééé ééééééé\n");
}

TEST(PageTest, KeepsAWordThatIsLongerThanALine) {
  Page page({.width = 40});
  const std::string word(60, 'x');
  page.Line("a " + word + " b");
  EXPECT_EQ(page.text(), "a\n" + word + "\nb\n");
}

TEST(PageTest, RemovesWhatCouldSteerATerminal) {
  EXPECT_EQ(WithoutControls("a\x1b[31mb\x07\nc\x7f\xc2\x9b"
                            "d é"),
            "a[31mb cd é");
}

TEST(PageTest, ColoursOnlyWhenAsked) {
  Page plain({.width = 40, .colour = false});
  plain.Line("now", 0, Style::kAlarm);
  EXPECT_EQ(plain.text(), "now\n");
  Page coloured({.width = 40, .colour = true});
  coloured.Line("now", 0, Style::kAlarm);
  EXPECT_THAT(coloured.text(), HasSubstr("\x1b["));
  EXPECT_THAT(coloured.text(), HasSubstr("\x1b[0m\n"));
}

TEST(PageTest, SeparatesSectionsButDoesNotStartWithAnEmptyLine) {
  Page page({.width = 40});
  page.Heading("First");
  page.Heading("Second");
  EXPECT_EQ(page.text(), "First\n\nSecond\n");
}

}  // namespace
}  // namespace baken
