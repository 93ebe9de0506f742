#include "rules/logic/checker.h"

#include <string>

#include "gtest/gtest.h"
#include "rules/logic/parser.h"

namespace baken {
namespace {

SymbolTable MakeTable() {
  SymbolTable table;
  table.domains = {DomainCodes{{"male", "female", "other"}}, DomainCodes{{"fun", "stress"}}};
  auto add = [&](const std::string& name, SymbolKind kind, int index, int domain = -1) -> Symbol& {
    Symbol& symbol = table.symbols[name];
    symbol.kind = kind;
    symbol.index = index;
    symbol.domain = domain;
    symbol.may_contradict = true;
    return symbol;
  };
  add("debt", SymbolKind::kBoolean, 0);
  Symbol& age = add("age", SymbolKind::kNumber, 1);
  age.maximum = 120;
  age.unit_code = "a";
  Symbol& temperature = add("temperature", SymbolKind::kNumber, 2);
  temperature.grid = Grid(*ParseDecimal("0.1"));
  temperature.minimum = 300;
  temperature.maximum = 450;
  temperature.unit_code = "Cel";
  add("sex", SymbolKind::kOneOf, 3, 0);
  add("motives", SymbolKind::kSet, 4, 1);
  add("main_motive", SymbolKind::kOneOf, 5, 1);
  add("risky", SymbolKind::kCriterion, 0).may_contradict = false;
  add("LIMIT", SymbolKind::kParameter, 0).value = *ParseDecimal("39.0");
  table.families["dependence"].kind = SymbolKind::kFamily;
  return table;
}

// "ok", or the first error as `offset: message`.
std::string Check(const std::string& source) {
  std::vector<ExpressionError> errors;
  auto expression = ParseExpression(source, errors);
  EXPECT_NE(expression, nullptr) << source;
  auto condition = CheckExpression(*expression, MakeTable(), errors);
  EXPECT_EQ(condition == nullptr, !errors.empty());
  return errors.empty() ? "ok" : std::to_string(errors[0].offset) + ": " + errors[0].message;
}

TEST(CheckerTest, AcceptsEveryForm) {
  for (const char* source : {"debt",
                             "!debt",
                             "age >= 18",
                             "18 <= age",
                             "age != 18",
                             "temperature >= 39.0",
                             "temperature >= LIMIT",
                             "temperature >= 39",
                             "sex == 'female'",
                             "sex != 'male'",
                             "sex in ['female', 'other']",
                             "'fun' in motives",
                             "main_motive in motives",
                             "intersects(motives, ['fun', 'stress'])",
                             "at_least(1, debt, risky)",
                             "count(debt, risky) <= 1",
                             "2 == count(debt, risky)",
                             "between(age, 18, 25)",
                             "positive(dependence)",
                             "!negative(dependence)",
                             "contradictory(age)",
                             "data_contradictory",
                             "risky && true"}) {
    EXPECT_EQ(Check(source), "ok") << source;
  }
}

TEST(CheckerTest, NamesWhatIsWrongAndWhere) {
  EXPECT_EQ(Check("debt && agee >= 18"), "8: unknown name 'agee'");
  EXPECT_EQ(Check("sex == 'femal'"), "7: 'femal' is none of: male, female, other");
  EXPECT_EQ(Check("age"), "0: 'age' is no yes/no fact; compare it with something");
  EXPECT_EQ(Check("age >= 18.5"), "7: not a whole multiple of the step of 'age'");
  EXPECT_EQ(Check("temperature >= 39.05"), "15: not a whole multiple of the step of 'temperature'");
  EXPECT_EQ(Check("sex >= 'male'"), "7: codes compare with == and != only");
  EXPECT_EQ(Check("sex in motives"), "0: a code or a one-of fact with the domain of 'motives' is expected");
  EXPECT_EQ(Check("'fun' in sex"), "9: 'sex' is no set");
  EXPECT_EQ(Check("at_least(3, debt, risky)"),
            "9: at_least() needs a whole number from 1 to the number of its conditions, 2");
  EXPECT_EQ(Check("positive(depression)"), "9: no family 'depression'");
  EXPECT_EQ(Check("missing(debt)"), "0: unknown function 'missing'");
  EXPECT_EQ(Check("count(debt)"), "0: count() must be compared with a number");
  EXPECT_EQ(Check("between(age, 25, 18)"), "0: the bounds of between() stand in the wrong order");
  EXPECT_EQ(Check("intersects(motives, ['fun', 'fun'])"), "28: 'fun' is listed twice");
  EXPECT_EQ(Check("contradictory(risky)"), "14: 'risky' is no fact or scale");
  EXPECT_EQ(Check("3"), "0: a condition is expected here");
}

TEST(CheckerTest, RefusesComparisonsThatCanOnlyComeOutOneWay) {
  EXPECT_EQ(Check("age >= 0"), "7: comparison can only come out one way: 'age' lies in [0, 120]");
  EXPECT_EQ(Check("age > 120"), "6: comparison can only come out one way: 'age' lies in [0, 120]");
  EXPECT_EQ(Check("sex in ['male', 'female', 'other']"), "7: lists every code of 'sex'");
  EXPECT_EQ(Check("age > 119"), "ok");
  EXPECT_EQ(Check("age <= 119"), "ok");
}

TEST(CheckerTest, RefusesMixedUnits) {
  EXPECT_EQ(Check("age > temperature"), "0: unit 'a' step 1 not comparable with unit 'Cel' step 0.1");
}

TEST(CheckerTest, ReportsAllErrorsAtOnce) {
  std::vector<ExpressionError> errors;
  auto expression = ParseExpression("x && y && sex == 'z'", errors);
  EXPECT_EQ(CheckExpression(*expression, MakeTable(), errors), nullptr);
  EXPECT_EQ(errors.size(), 3u);
}

}  // namespace
}  // namespace baken
