#include "rules/engine/scores.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/engine/engine_fixture.h"

namespace baken {
namespace {

using ::testing::ElementsAre;

// Two items of 0-3 and one yes/no worth 2 make a score of 0-8; `part` is its first two items.
constexpr char kScales[] = R"pb(
  facts {
    id: "s1"
    number { minimum: "0" maximum: "3" }
  }
  facts {
    id: "s2"
    number { minimum: "0" maximum: "3" }
  }
  facts {
    id: "s3"
    boolean {}
  }
  facts {
    id: "s_total"
    number { minimum: "0" maximum: "8" }
  }
  facts {
    id: "part_total"
    number { minimum: "0" maximum: "6" }
  }
  facts {
    id: "other_total"
    number { minimum: "0" maximum: "10" }
  }
  facts {
    id: "sex"
    one_of { codes: "male" codes: "female" }
  }
  scales {
    id: "s"
    items { fact: "s1" }
    items { fact: "s2" }
    items {
      fact: "s3"
      points { answer: "false" points: 0 }
      points { answer: "true" points: 2 }
    }
    total_fact: "s_total"
    minimum: 0
    maximum: 8
  }
  scales {
    id: "part"
    items { fact: "s1" }
    items { fact: "s2" }
    total_fact: "part_total"
    minimum: 0
    maximum: 6
    part_of: "s"
  }
  scales { id: "other" total_fact: "other_total" minimum: 0 maximum: 10 }
  families {
    id: "family"
    members { scale: "part" positive_when: "part >= 3" }
    members { scale: "other" positive_when: "other >= 6 || (sex == 'female' && other >= 2)" }
  })pb";

std::string Item(const std::string& fact, int value) {
  return "answers { fact_id: '" + fact + "' value { integer: " + std::to_string(value) + " } }";
}
std::string YesItem(const std::string& fact) { return "answers { fact_id: '" + fact + "' value { boolean: true } }"; }

class ScoresTest : public ::testing::Test {
 protected:
  TestPack pack_{std::string(kScales) + YesNo("high", "s >= 5") + YesNo("low", "s <= 2") +
                 YesNo("screen", "positive(family)") + YesNo("clean", "negative(family)") +
                 YesNo("doubtful", "contradictory(s)")};
  std::string Result(const std::string& answers, const std::string& finding) {
    return pack_.Show(pack_.Assess(answers), finding);
  }
};

TEST_F(ScoresTest, MissingItemsMakeAnIntervalAndAreNeverZero) {
  EXPECT_EQ(Result(Item("s1", 3), "high"), "NO (YES NO)");
  EXPECT_EQ(Result(Item("s1", 3), "low"), "NO (NO)");
  EXPECT_EQ(Result(Item("s1", 3) + YesItem("s3"), "high"), "YES (YES)");
  EXPECT_EQ(Result(Item("s1", 0) + Item("s2", 0), "high"), "NO (NO)");
  EXPECT_EQ(Result(Item("s1", 0) + Item("s2", 0), "low"), "YES (YES)");
}

TEST_F(ScoresTest, ATotalThatItemsAllowIsUsed) {
  EXPECT_EQ(Result(Item("s_total", 5), "high"), "YES (YES)");
  EXPECT_EQ(Result(Item("s_total", 4) + Item("s1", 3), "high"), "NO (NO)");
}

TEST_F(ScoresTest, ATotalOutsideItsItemsCountsBesideThem) {
  Evaluation evaluation = pack_.Assess(Item("s_total", 2) + Item("s1", 3) + YesItem("s3"));
  EXPECT_EQ(evaluation.contradictions.at(0).kind, v1::CONTRADICTION_KIND_TOTAL_OUTSIDE_ITEMS);
  EXPECT_THAT(TestPack::Contradictions(evaluation), ElementsAre("s"));
  EXPECT_EQ(pack_.Show(evaluation, "high"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "low"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "doubtful"), "YES (YES)");
}

TEST_F(ScoresTest, ATotalOfAPartCountsInTheWhole) {
  EXPECT_EQ(Result(Item("part_total", 5), "high"), "YES (YES)");
  Evaluation evaluation = pack_.Assess(Item("part_total", 5) + Item("s_total", 1));
  EXPECT_THAT(TestPack::Contradictions(evaluation), ElementsAre("s"));
}

TEST_F(ScoresTest, AContradictoryPartNeverTurnsACertainWholeOpen) {
  const std::string items = Item("s1", 3) + Item("s2", 3) + YesItem("s3");
  EXPECT_EQ(Result(items, "high"), "YES (YES)");
  const Evaluation evaluation = pack_.Assess(items + Item("part_total", 1));
  EXPECT_EQ(pack_.Show(evaluation, "high"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "doubtful"), "YES (YES)");
}

TEST_F(ScoresTest, ATotalOfTheWholeDecidesAPartOnlyWhenItMust) {
  EXPECT_EQ(Result(Item("s_total", 5), "screen"), "YES (YES)");  // At least 3 of the 5 are in the part.
  EXPECT_EQ(Result(Item("s_total", 2), "clean"), "YES (YES)");   // At most 2.
  EXPECT_EQ(Result(Item("s_total", 4), "screen"), "NO (YES NO)");
  // Where the total of the whole says nothing, it does not stand in the way of another instrument.
  EXPECT_EQ(Result(Item("s_total", 4) + Item("other_total", 1), "clean"), "YES (YES)");
}

TEST_F(ScoresTest, AFamilyReadsItsGivenMembersOnly) {
  EXPECT_EQ(Result("", "screen"), "NO (YES NO)");
  EXPECT_EQ(Result("", "clean"), "NO (YES NO)");
  EXPECT_EQ(Result(Item("part_total", 2), "clean"), "YES (YES)");
  EXPECT_EQ(Result(Item("part_total", 2), "screen"), "NO (NO)");
  EXPECT_EQ(Result(Item("part_total", 2) + Item("other_total", 6), "screen"), "YES (YES)");
  EXPECT_EQ(Result(Item("s1", 2), "screen"), "NO (YES NO)");
  EXPECT_EQ(Result("answers { fact_id: 'part_total' declined {} }" + Item("other_total", 1), "clean"), "YES (YES)");
}

TEST_F(ScoresTest, ASexSpecificCutOffStaysOpenBetweenTheTwo) {
  EXPECT_EQ(Result(Item("other_total", 4), "screen"), "NO (YES NO)");
  EXPECT_EQ(Result(Item("other_total", 4) + "answers { fact_id: 'sex' value { code: 'female' } }", "screen"),
            "YES (YES)");
  EXPECT_EQ(Result(Item("other_total", 4) + "answers { fact_id: 'sex' value { code: 'male' } }", "clean"), "YES (YES)");
  EXPECT_EQ(Result(Item("other_total", 1), "clean"), "YES (YES)");
}

}  // namespace
}  // namespace baken
