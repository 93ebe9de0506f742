#include "rules/engine/planner.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/engine/engine_fixture.h"

namespace baken {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(PlannerTest, AcceptsTheSmallestPack) { EXPECT_THAT(PlanProblems(""), IsEmpty()); }

TEST(PlannerTest, NamesFaultsInFacts) {
  EXPECT_THAT(PlanProblems("facts { id: 'x' }"), ElementsAre("facts[0]: a type is needed"));
  EXPECT_THAT(PlanProblems("facts { id: 'x' number { minimum: '0.5' maximum: '3' } }"),
              ElementsAre("facts[0]: minimum is no whole multiple of the step"));
  EXPECT_THAT(PlanProblems("facts { id: 'x' number { minimum: '3' maximum: '3' } }"),
              ElementsAre("facts[0]: minimum is not below maximum"));
  EXPECT_THAT(PlanProblems("facts { id: 'x' number { minimum: '0' maximum: '3' step: '0' } }"),
              ElementsAre("facts[0]: step is no decimal above 0"));
  EXPECT_THAT(PlanProblems("facts { id: 'x' one_of { domain: 'd' } }"), Contains("facts[0]: no domain 'd'"));
  EXPECT_THAT(PlanProblems("facts { id: 'x' set_of { codes: 'a' codes: 'a' } }"),
              Contains("facts[0]: code 'a' stands twice"));
  EXPECT_THAT(PlanProblems("facts { id: 'x' boolean {} } facts { id: 'x' boolean {} }"),
              Contains(HasSubstr("fact id stands twice")));
  EXPECT_THAT(PlanProblems("facts { id: 'in' boolean {} }"),
              ElementsAre("facts[0]: name 'in' is reserved or stands twice"));
  EXPECT_THAT(PlanProblems("facts { id: 'x' boolean {} group: 'nowhere' }"),
              ElementsAre("facts[0]: no question group 'nowhere'"));
}

TEST(PlannerTest, RefusesMoreThan128Codes) {
  std::string codes;
  for (int i = 0; i < 129; ++i) codes += "codes: 'c" + std::to_string(i) + "' ";
  EXPECT_THAT(PlanProblems("facts { id: 'x' set_of { " + codes + "} }"),
              ElementsAre("facts[0]: a domain has 1 to 128 codes"));
}

TEST(PlannerTest, NamesFaultsInConditions) {
  EXPECT_THAT(PlanProblems("criteria { id: 'c' when: 'x >= 3' }"), ElementsAre("criteria[0].when: unknown name 'x'"));
  EXPECT_THAT(PlanProblems("criteria { id: 'c' when: 'true &&' }"),
              ElementsAre("criteria[0].when: expression ends too early"));
  EXPECT_THAT(PlanProblems("implications { id: 'i' when: 'data_contradictory' then { fact: 'x' boolean: true } } "
                           "facts { id: 'x' boolean {} }"),
              ElementsAre("implications[0]: contradictions cannot be read here: they are not known yet"));
}

TEST(PlannerTest, RefusesCycles) {
  EXPECT_THAT(PlanProblems("criteria { id: 'a' when: 'b' } criteria { id: 'b' when: '!a' }"),
              Contains(HasSubstr("criterion refers to itself")));
}

TEST(PlannerTest, CriteriaMayStandInAnyOrder) {
  EXPECT_THAT(
      PlanProblems("criteria { id: 'a' when: 'b' } criteria { id: 'b' when: 'x' } facts { id: 'x' boolean {} }"),
      IsEmpty());
}

TEST(PlannerTest, NamesFaultsInConclusions) {
  const std::string facts = "facts { id: 'x' boolean {} } facts { id: 'n' number { minimum: '0' maximum: '3' } }";
  auto with = [&](const std::string& then) {
    return PlanProblems(facts + "implications { id: 'i' when: 'x' then { " + then + " } }");
  };
  EXPECT_THAT(with("fact: 'n' number: '4'"),
              ElementsAre("implications[0].then[0]: value is not of the fact's kind or domain"));
  EXPECT_THAT(with("fact: 'n' boolean: true"),
              ElementsAre("implications[0].then[0]: value is not of the fact's kind or domain"));
  EXPECT_THAT(with("fact: 'y' boolean: true"), ElementsAre("implications[0].then[0]: no fact 'y'"));
  EXPECT_THAT(with("fact: 'n' number: '3'"), IsEmpty());
}

TEST(PlannerTest, NamesFaultsInLevels) {
  EXPECT_THAT(PlanProblems("findings { id: 'f' levels { id: 'A' kind: LEVEL_KIND_POSITIVE when: 'true' } }"),
              ElementsAre("findings[0].levels[0]: the last level is the default and has no condition"));
  EXPECT_THAT(PlanProblems("findings { id: 'f' levels { id: 'A' kind: LEVEL_KIND_POSITIVE } "
                           "levels { id: 'B' kind: LEVEL_KIND_NONE } }"),
              ElementsAre("findings[0].levels[0]: only the last level may lack a condition"));
  EXPECT_THAT(PlanProblems("findings { id: 'f' front_levels: 'l' levels { id: 'B' kind: LEVEL_KIND_NONE } }"),
              ElementsAre("findings[0]: no level list 'l'"));
  EXPECT_THAT(PlanProblems("findings { id: 'f' levels { id: 'B' kind: LEVEL_KIND_NONE urgency: URGENCY_U2 } }"),
              ElementsAre("findings[0].levels[0]: the default level carries no urgency"));
}

TEST(PlannerTest, RefusesAFindingWithMoreLevelsThanAWordHasBits) {
  auto with_levels = [](int count) {
    std::string text = "facts { id: 'a' boolean {} } findings { id: 'f' ";
    for (int i = 1; i < count; ++i) {
      absl::StrAppend(&text, "levels { id: 'L", i, "' kind: LEVEL_KIND_POSITIVE when: 'a' } ");
    }
    return text + "levels { id: 'NONE' kind: LEVEL_KIND_NONE } }";
  };
  EXPECT_THAT(PlanProblems(with_levels(64)), IsEmpty());
  EXPECT_THAT(PlanProblems(with_levels(65)), ElementsAre("findings[0]: a finding has at most 64 levels, this has 65"));
}

TEST(PlannerTest, ChecksScales) {
  const std::string facts =
      "facts { id: 'i1' number { minimum: '0' maximum: '3' } } facts { id: 'i2' boolean {} } "
      "facts { id: 't' number { minimum: '0' maximum: '4' } }";
  auto with = [&](const std::string& scale) {
    return PlanProblems(facts + "scales { id: 's' total_fact: 't' " + scale + " }");
  };
  EXPECT_THAT(with("items { fact: 'i1' } items { fact: 'i2' } minimum: 0 maximum: 4"), IsEmpty());
  EXPECT_THAT(with("items { fact: 'i1' } minimum: 0 maximum: 4"),
              ElementsAre("scales[0]: range [0, 4] is not that of its items, [0, 3]"));
  EXPECT_THAT(with("minimum: 0 maximum: 5"), ElementsAre("scales[0]: total_fact 't' is no whole number in [0, 5]"));
  EXPECT_THAT(
      with(
          "minimum: 0 maximum: 4 bands { id: 'low' minimum: 0 maximum: 1 } bands { id: 'high' minimum: 3 maximum: 4 }"),
      ElementsAre("scales[0]: band 'high' leaves a gap or overlaps: it must start at 2"));
  EXPECT_THAT(with("minimum: 0 maximum: 4 bands { id: 'low' minimum: 0 maximum: 3 }"),
              ElementsAre("scales[0]: the last band does not end at the maximum"));
  EXPECT_THAT(with("items { fact: 'i1' points { answer: '0' points: 0 } } items { fact: 'i2' } minimum: 0 maximum: 4"),
              Contains("scales[0].items[0]: points are needed for every answer"));
}

}  // namespace
}  // namespace baken
