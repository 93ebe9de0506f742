#include "rules/decision/decision.h"

#include "gmock/gmock.h"
#include "tests/rules/decision/decide.h"

namespace baken {
namespace {

constexpr char kPack[] = R"pb(
  header {
    locales: "nl"
    locales: "en"
    scope_finding: "scope"
    roles { id: "clinician" receives_personal_output: true views: "full" views: "short" }
    roles { id: "nurse" receives_personal_output: true views: "short" }
    roles { id: "employer" views: "policy" }
    views { id: "full" parts: ANSWER_PART_FINDINGS parts: ANSWER_PART_CLINICIAN_ADVICE parts: ANSWER_PART_OPEN_FACTS }
    views { id: "short" parts: ANSWER_PART_PERSON_ADVICE }
    views { id: "policy" parts: ANSWER_PART_ORGANISATION_ADVICE }
  }
  facts {
    id: "uses"
    boolean {}
  }
  facts {
    id: "pain"
    boolean {}
    danger: DANGER_ORDER_RISING
  }
  facts {
    id: "days"
    number { minimum: "0" maximum: "30" }
  }
  findings {
    id: "scope"
    category: FINDING_CATEGORY_SCOPE
    levels { id: "REFUSED" kind: LEVEL_KIND_NOT_ASSESSED when: "requester_role == 'employer'" refuses: true }
    levels { id: "IN" kind: LEVEL_KIND_POSITIVE when: "uses" }
    levels { id: "OUT" kind: LEVEL_KIND_NOT_ASSESSED when: "!uses" }
    levels { id: "UNKNOWN" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "PAIN"
    category: FINDING_CATEGORY_ACUTE
    levels { id: "PRESENT" kind: LEVEL_KIND_POSITIVE when: "pain" urgency: URGENCY_U4 }
    levels { id: "NONE" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "MANY_DAYS"
    levels { id: "PRESENT" kind: LEVEL_KIND_POSITIVE when: "days >= 4" urgency: URGENCY_U1 }
    levels { id: "NONE" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "POLICY"
    stated_when_refused: true
    levels { id: "PRESENT" kind: LEVEL_KIND_POSITIVE when: "requester_role == 'employer'" }
    levels { id: "NONE" kind: LEVEL_KIND_NONE }
  }
  advice {
    id: "for_clinician"
    audience: AUDIENCE_CLINICIAN
    trigger { any_of { finding: "MANY_DAYS" } }
  }
  advice {
    id: "for_person"
    audience: AUDIENCE_PERSON
    trigger { any_of { finding: "MANY_DAYS" } }
  }
  advice {
    id: "for_employer"
    audience: AUDIENCE_ORGANISATION
    trigger {
      any_of { finding: "scope" levels: "REFUSED" }
      roles: "employer"
    }
  })pb";

class DecisionTest : public ::testing::Test {
 protected:
  std::shared_ptr<const LoadedPack> pack_ = BuildPack(kPack);
};

TEST_F(DecisionTest, OutcomeIsTheFirstThatApplies) {
  auto outcome = [&](const std::string& answers, const char* role = "clinician") {
    return v1::Outcome_Name(DecideOk(*pack_, answers, role).outcome());
  };
  const std::string days = "answers { fact_id: 'days' value { integer: 4 } } ";
  const std::string few = "answers { fact_id: 'days' value { integer: 3 } } ";
  EXPECT_EQ(outcome("", "employer"), "OUTCOME_REFUSED");
  EXPECT_EQ(outcome(Yes("pain")), "OUTCOME_ADVICE");                      // Urgent, whatever the scope.
  EXPECT_EQ(outcome(Yes("uses") + No("pain") + days), "OUTCOME_ADVICE");  // Something to do in a known scope.
  EXPECT_EQ(outcome(days), "OUTCOME_NOT_ENOUGH_KNOWN");                   // Scope unknown.
  EXPECT_EQ(outcome(Yes("uses") + few), "OUTCOME_NOT_ENOUGH_KNOWN");      // Pain not asked.
  EXPECT_EQ(outcome(Yes("uses") + No("pain") + few), "OUTCOME_NOTHING_TO_ADVISE");
}

TEST_F(DecisionTest, UnknownUrgencyIsStatedNotHidden) {
  v1::Assessment assessment = DecideOk(*pack_, Yes("uses"));
  EXPECT_EQ(assessment.urgency().supported(), v1::URGENCY_U0);
  EXPECT_EQ(assessment.urgency().attainable(), v1::URGENCY_U4);
  EXPECT_THAT(assessment.urgency().missing_fact_ids(), ::testing::ElementsAre("pain", "days"));
}

TEST_F(DecisionTest, NamesEveryFaultOfTheRequest) {
  EXPECT_EQ(
      DecideError(*pack_,
                  "view: 'none' locale: 'fr' evaluation_date: '2026-02-30' request_id: 'x' "
                  "answers { fact_id: 'name' value { boolean: true } }"),
      "view: must be one of: full, short; locale: must be one of: nl, en; "
      "evaluation_date: must be a day written YYYY-MM-DD in [1900-01-01, 9998-12-31]; request_id: must be a UUID; "
      "answers[0].fact_id: is no fact of this pack");
}

TEST_F(DecisionTest, RolesAndViewsAreLimited) {
  EXPECT_EQ(DecideError(*pack_, "", "stranger"), "ROLE_UNKNOWN");
  EXPECT_EQ(DecideError(*pack_, "view: 'full'", "nurse"), "VIEW_NOT_FOR_ROLE");
  EXPECT_EQ(DecideError(*pack_, "view: 'policy'"), "VIEW_NOT_FOR_ROLE");
  EXPECT_EQ(DecideOk(*pack_, "", "nurse").view(), "short");
}

TEST_F(DecisionTest, ARefusedRequesterGetsTheSameWhateverIsSent) {
  v1::Assessment nothing = DecideOk(*pack_, "", "employer");
  v1::Assessment much =
      DecideOk(*pack_, Yes("pain") + "answers { fact_id: 'jansen' value { code: 'x' } } ", "employer");
  EXPECT_EQ(nothing.SerializeAsString(), much.SerializeAsString());
  EXPECT_EQ(nothing.urgency().attainable(), v1::URGENCY_U0);
  ASSERT_EQ(nothing.findings_size(), 1);
  EXPECT_EQ(nothing.findings(0).finding_id(), "POLICY");
  EXPECT_EQ(nothing.advice(0).advice_id(), "for_employer");
  EXPECT_EQ(nothing.advice_size(), 1);
  EXPECT_TRUE(nothing.open_facts().empty());
  EXPECT_TRUE(nothing.declined_facts().empty());
}

TEST_F(DecisionTest, AViewHidesButNeverUrgencyOrAcuteFindings) {
  v1::Assessment assessment =
      DecideOk(*pack_, "view: 'short' answers { fact_id: 'days' value { integer: 4 } } " + Yes("pain"));
  EXPECT_EQ(assessment.urgency().supported(), v1::URGENCY_U4);
  ASSERT_EQ(assessment.findings_size(), 1);
  EXPECT_EQ(assessment.findings(0).finding_id(), "PAIN");
  ASSERT_EQ(assessment.advice_size(), 1);
  EXPECT_EQ(assessment.advice(0).advice_id(), "for_person");
  EXPECT_TRUE(assessment.flags().empty());
}

TEST_F(DecisionTest, TodayIsUsedOnlyWhenNoDateIsGiven) {
  EXPECT_EQ(DecideOk(*pack_, "").evaluation_date(), "2026-11-25");
  EXPECT_EQ(DecideOk(*pack_, "evaluation_date: '2024-02-29'").evaluation_date(), "2024-02-29");
}

TEST_F(DecisionTest, OrderOfAnswersAndRequestIdLeaveTheBytesAlone) {
  const std::string days = "answers { fact_id: 'days' value { integer: 4 } } ";
  v1::Assessment one = DecideOk(*pack_, Yes("uses") + days);
  v1::Assessment two = DecideOk(*pack_, "request_id: '123e4567-e89b-12d3-a456-426614174000' " + days + Yes("uses"));
  EXPECT_EQ(one.SerializeAsString(), two.SerializeAsString());
  EXPECT_EQ(DecisionDigest(one), DecisionDigest(two));
}

TEST_F(DecisionTest, ReportedUnknownFactsGiveACaveatAndPathsOnly) {
  v1::AssessRequest request = ParseTextProto<v1::AssessRequest>("unknown_facts: UNKNOWN_FACTS_REPORT " + Yes("jansen"));
  absl::StatusOr<Decision> decision = Decide(*pack_, request, "clinician", kToday);
  ASSERT_TRUE(decision.ok());
  EXPECT_THAT(decision->unknown_field_paths, ::testing::ElementsAre("answers[0].fact_id"));
  ASSERT_EQ(decision->assessment.caveats_size(), 1);
  EXPECT_EQ(decision->assessment.caveats(0).caveat_id(), "PARTIAL_KNOWLEDGE");
  EXPECT_EQ(decision->assessment.DebugString().find("jansen"), std::string::npos);
}

TEST_F(DecisionTest, LocaleIsTheLongestPrefix) {
  EXPECT_EQ(DecideOk(*pack_, "locale: 'en-GB'").locale(), "en");
  EXPECT_EQ(DecideOk(*pack_, "").locale(), "nl");
}

}  // namespace
}  // namespace baken
