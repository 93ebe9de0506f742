#include "gmock/gmock.h"
#include "tests/rules/decision/decide.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kPack[] = R"pb(
  header {
    roles { id: "clinician" receives_personal_output: true }
    roles { id: "nurse" receives_personal_output: true }
  }
  facts {
    id: "x"
    boolean {}
  }
  facts {
    id: "y"
    boolean {}
  }
  findings {
    id: "X"
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "x" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "Y"
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "y" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
  referrals {
    id: "strong"
    trigger { any_of { finding: "Y" } }
    urgency: URGENCY_U2
    due { count: 1 unit: PERIOD_UNIT_MONTH }
    may_send_roles: "clinician"
    replaces: "weak"
  }
  referrals {
    id: "weak"
    trigger {
      any_of { finding: "X" }
      none_of { finding: "Y" levels: "NO" }
    }
    urgency: URGENCY_U1
    due { count: 0 unit: PERIOD_UNIT_DAY }
  }
  monitoring_prompts {
    id: "late"
    topic: "use"
    trigger { any_of { finding: "X" } }
    due { count: 3 unit: PERIOD_UNIT_MONTH }
    repeat_every { count: 3 unit: PERIOD_UNIT_MONTH }
  }
  monitoring_prompts {
    id: "early"
    topic: "use"
    trigger { any_of { finding: "Y" } }
    due { count: 2 unit: PERIOD_UNIT_WEEK }
  }
  monitoring_prompts {
    id: "sleep"
    topic: "sleep"
    trigger { any_of { finding: "X" } }
    due { count: 1 unit: PERIOD_UNIT_YEAR }
  }
  advice {
    id: "both"
    audience: AUDIENCE_CLINICIAN
    trigger {
      any_of { finding: "X" }
      all_of { finding: "Y" }
    }
  }
  advice {
    id: "nurses"
    audience: AUDIENCE_CLINICIAN
    trigger {
      any_of { finding: "X" }
      roles: "nurse"
    }
  }
  caveats { id: "ON_X" findings: "X" })pb";

class ActionsTest : public ::testing::Test {
 protected:
  std::shared_ptr<const LoadedPack> pack_ = BuildPack(kPack);

  static std::vector<std::string> Referrals(const v1::Assessment& assessment) {
    std::vector<std::string> ids;
    for (const auto& referral : assessment.referrals()) ids.push_back(referral.referral_id());
    return ids;
  }
  static std::vector<std::string> Prompts(const v1::Assessment& assessment) {
    std::vector<std::string> ids;
    for (const auto& prompt : assessment.monitoring_prompts())
      ids.push_back(prompt.prompt_id() + " " + prompt.due_date());
    return ids;
  }
  static std::vector<std::string> AdviceIds(const v1::Assessment& assessment) {
    std::vector<std::string> ids;
    for (const auto& advice : assessment.advice()) ids.push_back(advice.advice_id());
    return ids;
  }
};

TEST_F(ActionsTest, BindToSupportedLevels) {
  EXPECT_THAT(Referrals(DecideOk(*pack_, "")), IsEmpty());
  EXPECT_THAT(Referrals(DecideOk(*pack_, Yes("y"))), ElementsAre("strong"));
}

TEST_F(ActionsTest, OpenOnesAreNamedAsAttainable) {
  EXPECT_THAT(DecideOk(*pack_, "").attainable_referral_ids(), ElementsAre("strong", "weak"));
  EXPECT_THAT(DecideOk(*pack_, No("x") + No("y")).attainable_referral_ids(), IsEmpty());
  // What stands against it must be decided to rule it out.
  EXPECT_THAT(DecideOk(*pack_, Yes("x")).attainable_referral_ids(), ElementsAre("strong", "weak"));
  EXPECT_THAT(DecideOk(*pack_, Yes("x") + No("y")).attainable_referral_ids(), IsEmpty());
}

TEST_F(ActionsTest, AReferralReplacesAnother) {
  v1::Assessment assessment = DecideOk(*pack_, Yes("x") + Yes("y"));
  EXPECT_THAT(Referrals(assessment), ElementsAre("strong"));
  EXPECT_EQ(assessment.referrals(0).due_date(), "2026-12-25");
  EXPECT_TRUE(assessment.referrals(0).may_send());
  EXPECT_THAT(assessment.referrals(0).finding_ids(), ElementsAre("Y"));
  EXPECT_FALSE(DecideOk(*pack_, Yes("y"), "nurse").referrals(0).may_send());
}

TEST_F(ActionsTest, OnePromptPerTopicTheEarliest) {
  EXPECT_THAT(Prompts(DecideOk(*pack_, Yes("x"))), ElementsAre("late 2027-02-25", "sleep 2027-11-25"));
  EXPECT_THAT(Prompts(DecideOk(*pack_, Yes("x") + Yes("y"))), ElementsAre("early 2026-12-09", "sleep 2027-11-25"));
}

TEST_F(ActionsTest, DueDatesClampToTheMonth) {
  v1::Assessment assessment = DecideOk(*pack_, "evaluation_date: '2026-11-30' " + Yes("x"));
  EXPECT_THAT(Prompts(assessment), ElementsAre("late 2027-02-28", "sleep 2027-11-30"));
}

TEST_F(ActionsTest, AllOfAndRolesNarrow) {
  EXPECT_THAT(AdviceIds(DecideOk(*pack_, Yes("x"))), IsEmpty());
  EXPECT_THAT(AdviceIds(DecideOk(*pack_, Yes("x") + Yes("y"))), ElementsAre("both"));
  EXPECT_THAT(AdviceIds(DecideOk(*pack_, Yes("x"), "nurse")), ElementsAre("nurses"));
}

TEST_F(ActionsTest, CaveatsBelongToFindingsThatSaySomething) {
  EXPECT_TRUE(DecideOk(*pack_, No("x")).caveats().empty());
  v1::Assessment assessment = DecideOk(*pack_, Yes("x"));
  ASSERT_EQ(assessment.caveats_size(), 1);
  EXPECT_THAT(assessment.findings(0).caveat_ids(), ElementsAre("ON_X"));
}

}  // namespace
}  // namespace baken
