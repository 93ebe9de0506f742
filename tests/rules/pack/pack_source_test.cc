#include "rules/pack/pack_source.h"

#include "gtest/gtest.h"

namespace baken::pack_internal {
namespace {

// Line and column, from 1, of byte `offset` of the string whose field starts at the first character.
std::string Find(const std::string& content, int offset) {
  int line = 0;
  int column = 0;
  FindInString(content, offset, line, column);
  return std::to_string(line + 1) + ":" + std::to_string(column + 1);
}

TEST(FindInStringTest, CountsInsideOneLiteral) {
  EXPECT_EQ(Find("when: \"a && b\"", 0), "1:8");
  EXPECT_EQ(Find("when: \"a && b\"", 5), "1:13");
}

TEST(FindInStringTest, CrossesAdjacentLiteralsCommentsAndLines) {
  const std::string text = "when: 'a && ' # why \"not\"\n  \"b || c\"";
  EXPECT_EQ(Find(text, 5), "2:4");
  EXPECT_EQ(Find(text, 10), "2:9");
}

TEST(FindInStringTest, AnEscapeIsOneByte) { EXPECT_EQ(Find("when: \"x == \\'a\\' && b\"", 11), "1:21"); }

TEST(FindInStringTest, TheEndIsTheClosingQuote) { EXPECT_EQ(Find("when: \"a &&\"", 4), "1:12"); }

}  // namespace
}  // namespace baken::pack_internal
