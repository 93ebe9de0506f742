#include "rules/engine/implications.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/engine/engine_fixture.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kFacts[] = R"pb(
  facts {
    id: "ever"
    boolean {}
  }
  facts {
    id: "current"
    boolean {}
  }
  facts {
    id: "days"
    number { minimum: "0" maximum: "30" unit_code: "d" }
  }
  facts {
    id: "route"
    set_of { codes: "none" codes: "nasal" codes: "smoked" none_code: "none" }
  }
  implications {
    id: "never"
    when: "!ever"
    then { fact: "days" number: "0" }
    then { fact: "current" boolean: false }
  }
  implications {
    id: "days"
    when: "days > 0"
    then { fact: "current" boolean: true }
  }
  implications {
    id: "current"
    when: "current"
    then { fact: "ever" boolean: true }
  }
  implications {
    id: "snorted"
    when: "days > 20"
    then { fact: "route" includes: "nasal" }
  }
  implications {
    id: "stopped"
    when: "!current"
    then { fact: "route" none: true }
  }
  impossible { id: "odd" when: "days > 10 && 'smoked' in route" })pb";

std::string Days(int days) { return "answers { fact_id: 'days' value { integer: " + std::to_string(days) + " } }"; }
std::string Bool(const std::string& fact, const char* value) {
  return "answers { fact_id: '" + fact + "' value { boolean: " + value + " } }";
}
std::string Route(const std::string& code, const char* completeness) {
  return "answers { fact_id: 'route' value { code_set { codes: '" + code + "' completeness: COMPLETENESS_" +
         completeness + " } } }";
}

class ImplicationsTest : public ::testing::Test {
 protected:
  TestPack pack_{std::string(kFacts) + YesNo("current_use", "current") + YesNo("no_use", "!current") +
                 YesNo("ever_used", "ever") + YesNo("snorts", "'nasal' in route") +
                 YesNo("smokes", "'smoked' in route") + YesNo("route_doubtful", "contradictory(route)") +
                 YesNo("doubtful", "data_contradictory")};
};

TEST_F(ImplicationsTest, FillMissingFactsToAFixpoint) {
  Evaluation evaluation = pack_.Assess(Days(25));
  EXPECT_EQ(pack_.Show(evaluation, "current_use"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "ever_used"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "snorts"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "smokes"), "NO (YES NO)");
  EXPECT_THAT(TestPack::Contradictions(evaluation), IsEmpty());
}

TEST_F(ImplicationsTest, FillDeclinedFactsToo) {
  Evaluation evaluation = pack_.Assess(Days(1) + "answers { fact_id: 'current' declined {} }");
  EXPECT_EQ(pack_.Show(evaluation, "current_use"), "YES (YES)");
}

TEST_F(ImplicationsTest, AreNotContraposed) {
  EXPECT_EQ(pack_.Show(pack_.Assess(Bool("ever", "true")), "current_use"), "NO (YES NO)");
}

TEST_F(ImplicationsTest, AnAnswerAgainstAnImplicationIsReadBothWays) {
  Evaluation evaluation = pack_.Assess(Bool("ever", "false") + Days(3));
  EXPECT_THAT(TestPack::Contradictions(evaluation), ElementsAre("never", "current", "days"));
  EXPECT_EQ(evaluation.contradictions[0].kind, v1::CONTRADICTION_KIND_ANSWER_AGAINST_IMPLICATION);
  // Neither answer is dropped: use and its negation both hold.
  EXPECT_EQ(pack_.Show(evaluation, "current_use"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "no_use"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "doubtful"), "YES (YES)");
}

TEST_F(ImplicationsTest, SetsGainAValueOrContradict) {
  EXPECT_EQ(pack_.Show(pack_.Assess(Days(25) + Route("smoked", "PARTIAL")), "snorts"), "YES (YES)");
  Evaluation evaluation = pack_.Assess(Days(25) + Route("smoked", "COMPLETE"));
  EXPECT_EQ(pack_.Show(evaluation, "snorts"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "smokes"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "route_doubtful"), "YES (YES)");
  EXPECT_THAT(TestPack::Contradictions(evaluation), ElementsAre("snorted", "odd"));
}

TEST_F(ImplicationsTest, NoneEmptiesAMissingSet) {
  Evaluation evaluation = pack_.Assess(Bool("current", "false"));
  EXPECT_EQ(pack_.Show(evaluation, "snorts"), "NO (NO)");
  EXPECT_THAT(TestPack::Contradictions(evaluation), IsEmpty());
}

TEST_F(ImplicationsTest, NoneBesideAnotherValueHasBothReadings) {
  Evaluation evaluation = pack_.Assess(
      "answers { fact_id: 'route' value { code_set { codes: 'none' codes: 'nasal' completeness: COMPLETENESS_COMPLETE "
      "} } }");
  EXPECT_THAT(TestPack::Contradictions(evaluation), ElementsAre("route"));
  EXPECT_EQ(evaluation.contradictions[0].kind, v1::CONTRADICTION_KIND_NONE_BESIDE_OTHER);
  EXPECT_EQ(pack_.Show(evaluation, "snorts"), "YES (YES)");
}

TEST_F(ImplicationsTest, ImpossibleCombinationsMarkTheirFacts) {
  Evaluation evaluation = pack_.Assess(Days(15) + Route("smoked", "PARTIAL"));
  EXPECT_THAT(TestPack::Contradictions(evaluation), ElementsAre("odd"));
  EXPECT_EQ(pack_.Show(evaluation, "route_doubtful"), "YES (YES)");
}

TEST_F(ImplicationsTest, ImpossibleNeedsCertainty) {
  EXPECT_THAT(TestPack::Contradictions(pack_.Assess(Days(15))), IsEmpty());
}

TEST(SkipRuleTest, FillsTheUnansweredAndLetsAnAnswerCount) {
  TestPack pack(std::string(R"pb(
                  facts {
                    id: "gate"
                    boolean {}
                  }
                  facts {
                    id: "item"
                    boolean {}
                  }
                  implications {
                    id: "skip"
                    when: "!gate"
                    then { fact: "item" boolean: false }
                    skip_rule: true
                  })pb") +
                YesNo("f", "item"));
  EXPECT_EQ(pack.Show(pack.Assess(Bool("gate", "false")), "f"), "NO (NO)");
  Evaluation evaluation = pack.Assess(Bool("gate", "false") + Bool("item", "true"));
  EXPECT_EQ(pack.Show(evaluation, "f"), "YES (YES)");
  EXPECT_THAT(TestPack::Contradictions(evaluation), IsEmpty());
}

TEST(ImplicationConflictTest, ContradictionsStandInPackOrderNotInTheOrderFound) {
  TestPack pack(std::string(R"pb(
                  facts {
                    id: "x"
                    boolean {}
                  }
                  facts {
                    id: "z"
                    boolean {}
                  }
                  facts {
                    id: "one"
                    boolean {}
                  }
                  facts {
                    id: "two"
                    boolean {}
                  }
                  implications {
                    id: "found_last"
                    when: "z"
                    then { fact: "one" boolean: true }
                  }
                  implications {
                    id: "found_first"
                    when: "x"
                    then { fact: "two" boolean: true }
                  }
                  implications {
                    id: "fills"
                    when: "x"
                    then { fact: "z" boolean: true }
                  })pb") +
                YesNo("f", "one && two"));
  const Evaluation evaluation = pack.Assess(Bool("x", "true") + Bool("one", "false") + Bool("two", "false"));
  EXPECT_THAT(TestPack::Contradictions(evaluation), ElementsAre("found_last", "found_first"));
}

TEST(ImplicationConflictTest, TwoImplicationsThatDisagreeAreBothRead) {
  TestPack pack(std::string(R"pb(
                  facts {
                    id: "x"
                    boolean {}
                  }
                  facts {
                    id: "y"
                    boolean {}
                  }
                  facts {
                    id: "level"
                    one_of { codes: "low" codes: "high" }
                  }
                  implications {
                    id: "by_x"
                    when: "x"
                    then { fact: "level" code: "low" }
                  }
                  implications {
                    id: "by_y"
                    when: "y"
                    then { fact: "level" code: "high" }
                  })pb") +
                YesNo("is_high", "level == 'high'") + YesNo("is_low", "level == 'low'"));
  Evaluation evaluation = pack.Assess(Bool("x", "true") + Bool("y", "true"));
  EXPECT_EQ(evaluation.contradictions.at(0).kind, v1::CONTRADICTION_KIND_IMPLICATIONS_DISAGREE);
  EXPECT_EQ(pack.Show(evaluation, "is_high"), "YES (YES)");
  EXPECT_EQ(pack.Show(evaluation, "is_low"), "YES (YES)");
}

}  // namespace
}  // namespace baken
