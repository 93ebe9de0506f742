#include "rules/explain/next_questions.h"

#include "gmock/gmock.h"
#include "tests/rules/decision/decide.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kPack[] = R"pb(
  header {
    roles { id: "clinician" receives_personal_output: true }
    roles { id: "employer" }
  }
  groups { id: "use" }
  groups { id: "mood" }
  facts {
    id: "group_fact"
    boolean {}
    group: "use"
  }
  facts {
    id: "other_fact"
    boolean {}
    group: "use"
  }
  facts {
    id: "refer_fact"
    boolean {}
    group: "mood"
  }
  facts {
    id: "pain"
    boolean {}
    danger: DANGER_ORDER_RISING
    group: "mood"
  }
  facts {
    id: "gate"
    boolean {}
    group: "mood"
  }
  facts {
    id: "behind_gate"
    boolean {}
    group: "mood"
  }
  implications {
    id: "no_gate"
    when: "!gate"
    then { fact: "behind_gate" boolean: false }
    skip_rule: true
  }
  findings {
    id: "PAIN"
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE urgency: URGENCY_U4 when: "pain" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "MOOD"
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "refer_fact && behind_gate" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "G1"
    category: FINDING_CATEGORY_SUBGROUP
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "group_fact" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "OTHER"
    category: FINDING_CATEGORY_USE
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "other_fact" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
  referrals {
    id: "doctor"
    trigger { any_of { finding: "MOOD" } }
    urgency: URGENCY_U1
    due { count: 1 unit: PERIOD_UNIT_WEEK }
  }
  referrals {
    id: "covering"
    trigger { any_of { finding: "PAIN" } }
    urgency: URGENCY_U4
    due { count: 0 unit: PERIOD_UNIT_DAY }
    replaces: "doctor"
  }
)pb";

class NextQuestionsTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_NE(pack_ = BuildPack(kPack), nullptr); }

  v1::NextQuestions Ask(const std::string& answers, const std::string& more = "questions_max: 100",
                        const std::string& role = "clinician") {
    const auto request = ParseTextProto<v1::NextQuestionsRequest>("person { " + answers + " } " + more);
    absl::StatusOr<Interview> result = FindNextQuestions(*pack_, request, role, kToday);
    EXPECT_TRUE(result.ok()) << result.status();
    return result.ok() ? result->next : v1::NextQuestions();
  }

  static std::vector<std::string> Facts(const v1::NextQuestions& next) {
    std::vector<std::string> facts;
    for (const auto& group : next.groups()) {
      for (const auto& question : group.questions()) facts.push_back(question.fact().fact_id());
    }
    return facts;
  }

  std::shared_ptr<const LoadedPack> pack_;
};

TEST_F(NextQuestionsTest, UrgencyThenReferralThenGroup) {
  const v1::NextQuestions next = Ask("");
  EXPECT_THAT(Facts(next), ElementsAre("pain", "refer_fact", "gate", "behind_gate", "group_fact"));
  const v1::Question& first = next.groups(0).questions(0);
  EXPECT_EQ(first.purpose(), v1::QUESTION_PURPOSE_URGENCY);
  EXPECT_EQ(first.because().text_id(), "interview.because.URGENCY");
  EXPECT_THAT(first.finding_ids(), ElementsAre("PAIN"));
  EXPECT_EQ(first.fact().kind(), v1::FACT_KIND_BOOLEAN);
  EXPECT_EQ(next.open_count(), 5);
}

TEST_F(NextQuestionsTest, EverythingGoesOn) {
  EXPECT_THAT(Facts(Ask(Yes("group_fact") + No("pain") + No("refer_fact"), "everything: true")),
              ElementsAre("other_fact"));
}

TEST_F(NextQuestionsTest, OneGroupOrSoManyQuestions) {
  EXPECT_THAT(Facts(Ask("", "questions_max: 2")), ElementsAre("pain", "refer_fact"));
  // The group of the first.
  EXPECT_THAT(Facts(Ask("", "")), ElementsAre("pain", "refer_fact", "gate", "behind_gate"));
}

TEST_F(NextQuestionsTest, NeitherDeclinedNorImpliedIsAsked) {
  EXPECT_THAT(Facts(Ask("answers { fact_id: 'pain' declined {} } " + No("gate"))), ElementsAre("group_fact"));
}

TEST_F(NextQuestionsTest, SettledPieceByPiece) {
  v1::Settlement settlement = Ask("").settlement();
  EXPECT_FALSE(settlement.urgency_settled() || settlement.referrals_settled() || settlement.subgroups_settled());
  EXPECT_EQ(settlement.urgency_attainable(), v1::URGENCY_U4);
  EXPECT_THAT(settlement.open_referral_ids(), ElementsAre("doctor", "covering"));

  settlement = Ask(No("pain") + No("refer_fact")).settlement();
  EXPECT_TRUE(settlement.urgency_settled());
  EXPECT_TRUE(settlement.referrals_settled());
  EXPECT_FALSE(settlement.subgroups_settled());

  const v1::NextQuestions done = Ask(No("pain") + No("refer_fact") + Yes("group_fact"));
  EXPECT_TRUE(done.settlement().subgroups_settled());
  EXPECT_THAT(done.groups(), IsEmpty());
}

// A level without urgency that stands before the urgent one takes the urgency away when it comes true.
TEST_F(NextQuestionsTest, AnUrgencyThatCanStillGoDownIsNotSettled) {
  pack_ = BuildPack(absl::StrCat(kPack, R"pb(
    facts {
      id: "visitor"
      boolean {}
      group: "use"
    }
    findings {
      id: "SOON"
      levels { id: "NOT_HERE" kind: LEVEL_KIND_NOT_ASSESSED when: "visitor" }
      levels { id: "YES" kind: LEVEL_KIND_POSITIVE urgency: URGENCY_U3 when: "gate" }
      levels { id: "NO" kind: LEVEL_KIND_NONE }
    })pb"));
  ASSERT_NE(pack_, nullptr);
  v1::NextQuestions next = Ask(No("pain") + Yes("gate"));
  EXPECT_EQ(next.settlement().urgency_supported(), v1::URGENCY_U3);
  EXPECT_EQ(next.settlement().urgency_attainable(), v1::URGENCY_U3);
  EXPECT_FALSE(next.settlement().urgency_settled());
  EXPECT_EQ(Facts(next).front(), "visitor");
  next = Ask(No("pain") + Yes("gate") + Yes("visitor"));
  EXPECT_EQ(next.settlement().urgency_supported(), v1::URGENCY_U0);
  EXPECT_TRUE(next.settlement().urgency_settled());
  EXPECT_TRUE(Ask(No("pain") + Yes("gate") + No("visitor")).settlement().urgency_settled());
}

// Levels that lead to the same are not told apart by questions.
TEST_F(NextQuestionsTest, WhatOnlyTellsLevelsApartThatReferAlikeIsNotAsked) {
  pack_ = BuildPack(absl::StrCat(kPack, R"pb(
    facts {
      id: "much"
      boolean {}
      group: "use"
    }
    facts {
      id: "some"
      boolean {}
      group: "use"
    }
    findings {
      id: "BOTH"
      levels { id: "MUCH" kind: LEVEL_KIND_POSITIVE when: "much && some" }
      levels { id: "SOME" kind: LEVEL_KIND_POSITIVE when: "some" }
      levels { id: "NO" kind: LEVEL_KIND_NONE }
    }
    referrals {
      id: "clinic"
      trigger { any_of { finding: "BOTH" } }
      urgency: URGENCY_U1
      due { count: 1 unit: PERIOD_UNIT_WEEK }
    })pb"));
  ASSERT_NE(pack_, nullptr);
  const std::string others = No("pain") + No("refer_fact") + Yes("group_fact");
  EXPECT_THAT(Facts(Ask(others)), ElementsAre("some")) << "`much` changes nothing, whatever `some` is";
  EXPECT_THAT(Facts(Ask(others + Yes("some"))), IsEmpty()) << "either level refers";
  EXPECT_THAT(Facts(Ask(others + Yes("some"), "everything: true")), ElementsAre("other_fact", "much"));
}

TEST_F(NextQuestionsTest, AReferralThatMayBeCoveredIsOpen) {
  const v1::Settlement settlement = Ask(Yes("refer_fact") + Yes("gate") + Yes("behind_gate")).settlement();
  EXPECT_THAT(settlement.referral_ids(), ElementsAre("doctor"));
  EXPECT_THAT(settlement.open_referral_ids(), ElementsAre("doctor", "covering"));
}

TEST_F(NextQuestionsTest, ARequesterWithoutPersonalOutputIsAskedNothing) {
  const v1::NextQuestions next = Ask(No("pain"), "", "employer");
  EXPECT_EQ(next.outcome(), v1::OUTCOME_REFUSED);
  EXPECT_FALSE(next.has_settlement());
  EXPECT_THAT(next.groups(), IsEmpty());
}

TEST_F(NextQuestionsTest, FaultsAreNamedWithTheirPath) {
  const auto field = [&](const std::string& request) {
    const auto result =
        FindNextQuestions(*pack_, ParseTextProto<v1::NextQuestionsRequest>(request), "clinician", kToday);
    const auto bad = GetBadRequest(result.status());
    return bad.has_value() ? bad->field_violations(0).field() : std::string();
  };
  EXPECT_EQ(field("questions_max: 101"), "questions_max");
  EXPECT_EQ(field("questions_max: -1"), "questions_max");
  EXPECT_EQ(field("person { answers { fact_id: 'nope' value { boolean: true } } }"), "person.answers[0].fact_id");
}

}  // namespace
}  // namespace baken
