#include "gmock/gmock.h"
#include "tests/rules/decision/decide.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kPack[] = R"pb(
  header { silent_while { finding: "ACUTE" levels: "PRESENT" } }
  groups { id: "first" }
  groups { id: "second" }
  facts {
    id: "x"
    boolean {}
    group: "second"
  }
  facts {
    id: "pain"
    boolean {}
    group: "first"
  }
  facts {
    id: "t1"
    number { minimum: "0" maximum: "9" }
    group: "second"
  }
  facts {
    id: "t2"
    number { minimum: "0" maximum: "9" }
    group: "second"
  }
  scales { id: "s1" total_fact: "t1" minimum: 0 maximum: 9 }
  scales { id: "s2" total_fact: "t2" minimum: 0 maximum: 9 }
  families {
    id: "mood"
    members { scale: "s1" positive_when: "s1 >= 5" }
    members { scale: "s2" positive_when: "s2 >= 5" }
  }
  implications {
    id: "rule"
    when: "pain"
    then { fact: "x" boolean: true }
  }
  findings {
    id: "ACUTE"
    category: FINDING_CATEGORY_ACUTE
    levels { id: "PRESENT" kind: LEVEL_KIND_POSITIVE when: "pain" urgency: URGENCY_U4 }
    levels { id: "NONE" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "X"
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "x" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "MOOD"
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "positive(mood)" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  })pb";

class QuestionsTest : public ::testing::Test {
 protected:
  std::shared_ptr<const LoadedPack> pack_ = BuildPack(kPack);
  static std::vector<std::string> Open(const v1::Assessment& assessment) {
    std::vector<std::string> ids;
    for (const auto& fact : assessment.open_facts()) ids.push_back(fact.fact_id());
    return ids;
  }
};

TEST_F(QuestionsTest, AreAskedInTheOrderOfGroups) {
  v1::Assessment assessment = DecideOk(*pack_, "");
  EXPECT_THAT(Open(assessment), ElementsAre("pain", "x", "t1"));
  EXPECT_TRUE(assessment.open_facts(0).can_raise_urgency());
  EXPECT_FALSE(assessment.open_facts(1).can_raise_urgency());
  EXPECT_THAT(assessment.open_facts(1).finding_ids(), ElementsAre("X"));
  EXPECT_EQ(assessment.open_facts(0).group_id(), "first");
}

TEST_F(QuestionsTest, AnAnsweredOrSettledFactIsNotAsked) {
  EXPECT_THAT(Open(DecideOk(*pack_, No("pain") + No("x") + "answers { fact_id: 't2' value { integer: 1 } }")),
              IsEmpty());
}

TEST_F(QuestionsTest, ADeclinedFactStaysOpenButIsNotAskedAgain) {
  v1::Assessment assessment = DecideOk(*pack_, No("pain") + "answers { fact_id: 'x' declined {} }");
  EXPECT_THAT(Open(assessment), ElementsAre("t1"));
  ASSERT_EQ(assessment.declined_facts_size(), 1);
  EXPECT_EQ(assessment.declined_facts(0).fact_id(), "x");
  EXPECT_THAT(assessment.findings(1).missing_fact_ids(), ElementsAre("x"));
}

TEST_F(QuestionsTest, NothingIsAskedWhileSomethingComesFirst) {
  EXPECT_THAT(Open(DecideOk(*pack_, Yes("pain"))), IsEmpty());
}

TEST_F(QuestionsTest, ContradictionsNameRuleAndFacts) {
  v1::Assessment assessment = DecideOk(*pack_, Yes("pain") + No("x"));
  ASSERT_EQ(assessment.contradictions_size(), 1);
  EXPECT_EQ(assessment.contradictions(0).rule_id(), "rule");
  EXPECT_EQ(assessment.contradictions(0).facts(0).fact_id(), "x");
  EXPECT_EQ(assessment.contradictions(0).facts(1).fact_id(), "pain");
  EXPECT_EQ(assessment.contradictions(0).text().text_id(), "contradiction.ANSWER_AGAINST_IMPLICATION");
}

// A role that gets personal output, but not in this scope.
constexpr char kRefusedByScope[] = R"pb(
  header {
    scope_finding: "scope"
    roles { id: "clinician" receives_personal_output: true }
    roles { id: "colleague" receives_personal_output: true }
  }
  facts {
    id: "x"
    boolean {}
  }
  facts {
    id: "y"
    boolean {}
  }
  facts {
    id: "z"
    boolean {}
  }
  impossible { id: "both" when: "x && y" }
  findings {
    id: "scope"
    category: FINDING_CATEGORY_SCOPE
    levels { id: "REFUSED" kind: LEVEL_KIND_NOT_ASSESSED when: "requester_role == 'colleague'" refuses: true }
    levels { id: "IN" kind: LEVEL_KIND_POSITIVE when: "x || y || z" }
    levels { id: "UNKNOWN" kind: LEVEL_KIND_NONE }
  })pb";

TEST(RefusedByScopeTest, IsNotToldWhatContradictsOrWasDeclined) {
  const auto pack = BuildPack(kRefusedByScope);
  const std::string request = Yes("x") + Yes("y") + "answers { fact_id: 'z' declined {} }";
  const v1::Assessment told = DecideOk(*pack, request);
  EXPECT_EQ(told.contradictions_size(), 1);
  EXPECT_EQ(told.declined_facts_size(), 1);
  const v1::Assessment refused = DecideOk(*pack, request, "colleague");
  EXPECT_EQ(refused.outcome(), v1::OUTCOME_REFUSED);
  EXPECT_EQ(refused.contradictions_size(), 0);
  EXPECT_EQ(refused.declined_facts_size(), 0);
}

TEST_F(QuestionsTest, InstrumentsThatDisagreeAreShownAndPositiveWins) {
  v1::Assessment assessment = DecideOk(*pack_,
                                       "answers { fact_id: 't1' value { integer: 7 } } "
                                       "answers { fact_id: 't2' value { integer: 1 } }");
  ASSERT_EQ(assessment.discrepancies_size(), 1);
  EXPECT_THAT(assessment.discrepancies(0).positive_scale_ids(), ElementsAre("s1"));
  EXPECT_THAT(assessment.discrepancies(0).negative_scale_ids(), ElementsAre("s2"));
  EXPECT_EQ(assessment.findings(2).supported().level_id(), "YES");
}

}  // namespace
}  // namespace baken
