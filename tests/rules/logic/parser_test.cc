#include "rules/logic/parser.h"

#include <string>

#include "gtest/gtest.h"

namespace baken {
namespace {

// The tree with every bracket written.
std::string Show(const Expression& e) {
  switch (e.kind) {
    case ExpressionKind::kString:
      return "'" + e.text + "'";
    case ExpressionKind::kNot:
      return "!" + Show(*e.args[0]);
    case ExpressionKind::kBoolean:
    case ExpressionKind::kNumber:
    case ExpressionKind::kName:
      return e.text;
    default:
      break;
  }
  bool infix = e.kind != ExpressionKind::kList && e.kind != ExpressionKind::kCall;
  std::string separator = infix ? " " + e.text + " " : ", ";
  std::string text;
  for (const auto& arg : e.args) text += (text.empty() ? "" : separator) + Show(*arg);
  if (e.kind == ExpressionKind::kList) return "[" + text + "]";
  return (infix ? "" : e.text) + "(" + text + ")";
}

std::string Parse(const std::string& source) {
  std::vector<ExpressionError> errors;
  auto expression = ParseExpression(source, errors);
  if (expression != nullptr) return Show(*expression);
  return errors.empty() ? "no error" : std::to_string(errors[0].offset) + ": " + errors[0].message;
}

TEST(ParserTest, FollowsCelPrecedence) {
  EXPECT_EQ(Parse("a || b && c"), "(a || (b && c))");
  EXPECT_EQ(Parse("a && b || c && d"), "((a && b) || (c && d))");
  EXPECT_EQ(Parse("!a && b"), "(!a && b)");
  EXPECT_EQ(Parse("!(a && b)"), "!(a && b)");
  EXPECT_EQ(Parse("a && b && c"), "(a && b && c)");
  EXPECT_EQ(Parse("x >= 3 && y < -2"), "((x >= 3) && (y < -2))");
}

TEST(ParserTest, ReadsEveryForm) {
  EXPECT_EQ(Parse("'nasal' in route"), "('nasal' in route)");
  EXPECT_EQ(Parse("sex in [\"female\", 'other']"), "(sex in ['female', 'other'])");
  EXPECT_EQ(Parse("at_least(2, a, x >= 39.0)"), "at_least(2, a, (x >= 39.0))");
  EXPECT_EQ(Parse("true || false"), "(true || false)");
  EXPECT_EQ(Parse("intersects(s, ['a'])"), "intersects(s, ['a'])");
  EXPECT_EQ(Parse(" \n a\t"), "a");
}

TEST(ParserTest, PointsAtTheError) {
  EXPECT_EQ(Parse(""), "0: expression ends too early");
  EXPECT_EQ(Parse("a &&"), "4: expression ends too early");
  EXPECT_EQ(Parse("a b"), "2: unexpected 'b'");
  EXPECT_EQ(Parse("a & b"), "2: unexpected character");
  EXPECT_EQ(Parse("(a"), "2: expected ')'");
  EXPECT_EQ(Parse("f(a,)"), "4: unexpected ')'");
  EXPECT_EQ(Parse("f()"), "2: empty '()'");
  EXPECT_EQ(Parse("x == 'a"), "5: string without closing quote");
  EXPECT_EQ(Parse("x == 'a\\n'"), "5: a string may hold no backslash");
  EXPECT_EQ(Parse("1 < x < 3"), "6: comparisons do not chain; use && or between()");
  EXPECT_EQ(Parse("in"), "0: 'in' needs something before it");
  EXPECT_EQ(Parse("a ? b : c"), "2: unexpected character");
}

TEST(ParserTest, BoundsDepthAndLength) {
  EXPECT_EQ(Parse(std::string(20, '(') + "a" + std::string(20, ')')), "a");
  EXPECT_NE(Parse(std::string(5000, '(')).find("nested too deeply"), std::string::npos);
  EXPECT_NE(Parse(std::string(5000, '!') + "a").find("nested too deeply"), std::string::npos);
  EXPECT_NE(Parse(std::string(9000, 'a')).find("longer than"), std::string::npos);
}

}  // namespace
}  // namespace baken
