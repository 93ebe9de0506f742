#include "rules/explain/explain.h"

#include "gmock/gmock.h"
#include "tests/rules/decision/decide.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr char kPack[] = R"pb(
  header {
    roles { id: "clinician" receives_personal_output: true views: "full" views: "bare" }
    roles { id: "employer" views: "full" }
    views { id: "full" parts: ANSWER_PART_FINDINGS parts: ANSWER_PART_REFERRALS }
    views { id: "bare" }
  }
  facts {
    id: "age"
    number { minimum: "0" maximum: "120" }
    fixed: true
  }
  facts {
    id: "days"
    number { minimum: "0" maximum: "30" }
  }
  facts {
    id: "alone"
    boolean {}
  }
  facts {
    id: "low"
    boolean {}
  }
  facts {
    id: "pain"
    boolean {}
    danger: DANGER_ORDER_RISING
  }
  findings {
    id: "PAIN"
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE urgency: URGENCY_U4 when: "pain" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "GROUP"
    levels { id: "MEMBER" kind: LEVEL_KIND_POSITIVE when: "age >= 18 && days >= 4 && (alone || low)" }
    levels { id: "AGAINST" kind: LEVEL_KIND_AGAINST when: "age < 18 || days == 0" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
  referrals {
    id: "doctor"
    trigger { any_of { finding: "GROUP" levels: "MEMBER" } }
    urgency: URGENCY_U1
    due { count: 1 unit: PERIOD_UNIT_WEEK }
  }
)pb";

class ExplainTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_NE(pack_ = BuildPack(kPack), nullptr); }

  // `request` is an ExplainRequest without the date.
  v1::Explanation ExplainOk(const std::string& request, const std::string& role = "clinician") {
    v1::ExplainRequest parsed = ParseTextProto<v1::ExplainRequest>(request);
    absl::StatusOr<ExplainedDecision> result = Explain(*pack_, parsed, role, kToday);
    EXPECT_TRUE(result.ok()) << result.status();
    return result.ok() ? result->explanation : v1::Explanation();
  }

  // The one finding of an explanation.
  v1::FindingExplanation GroupOf(const std::string& answers) {
    const v1::Explanation explanation = ExplainOk("finding_ids: 'GROUP' person { " + answers + " }");
    EXPECT_EQ(explanation.findings_size(), 1);
    return explanation.findings_size() == 1 ? explanation.findings(0) : v1::FindingExplanation();
  }

  static std::string Names(const v1::Grounds& grounds) {
    std::string names;
    for (const auto& reading : grounds.readings()) names += (names.empty() ? "" : " ") + reading.fact_id();
    return names;
  }

  template <typename List>
  static std::vector<std::string> AllNames(const List& list) {
    std::vector<std::string> names;
    for (const v1::Grounds& grounds : list) names.push_back(Names(grounds));
    return names;
  }

  // `fact=value_text…` of every change, then the levels led to.
  template <typename List>
  static std::vector<std::string> Changes(const List& what_ifs) {
    std::vector<std::string> lines;
    for (const v1::WhatIf& what_if : what_ifs) {
      std::string line;
      for (const auto& change : what_if.changes()) {
        line += change.to().fact_id() + "=" + change.to().value_text() + " ";
      }
      for (const auto& level : what_if.effect().levels()) line += level.to().level_id();
      lines.push_back(line);
    }
    return lines;
  }

  std::shared_ptr<const LoadedPack> pack_;
};

constexpr char kMember[] =
    "answers { fact_id: 'age' value { integer: 40 } } answers { fact_id: 'days' value { integer: 6 } } "
    "answers { fact_id: 'alone' value { boolean: true } } answers { fact_id: 'low' value { boolean: true } }";

TEST_F(ExplainTest, WhyGivesEverySmallestSet) {
  const v1::FindingExplanation group = GroupOf(kMember);
  EXPECT_EQ(group.supported().level_id(), "MEMBER");
  EXPECT_THAT(AllNames(group.why()), ElementsAre("age days alone", "age days low"));
}

TEST_F(ExplainTest, WhyNotNamesWhatStandsInTheWay) {
  const v1::FindingExplanation group = GroupOf(kMember);
  ASSERT_EQ(group.why_not_size(), 1);
  EXPECT_EQ(group.why_not(0).level().level_id(), "AGAINST");
  EXPECT_FALSE(group.why_not(0).open());
  // Either that it is a member, or that neither condition against it can hold.
  EXPECT_THAT(AllNames(group.why_not(0).grounds()), ElementsAre("age days"));
}

TEST_F(ExplainTest, WhyNotOfAnOpenLevelNamesWhatIsMissing) {
  const v1::FindingExplanation group = GroupOf("answers { fact_id: 'days' value { integer: 6 } }");
  EXPECT_THAT(group.why(), IsEmpty());
  ASSERT_EQ(group.why_not_size(), 2);
  EXPECT_TRUE(group.why_not(0).open());
  EXPECT_THAT(group.why_not(0).missing_fact_ids(), UnorderedElementsAre("age", "alone", "low"));
  EXPECT_THAT(group.why_not(0).grounds(), IsEmpty());
}

TEST_F(ExplainTest, DefaultIsExplainedOnceNothingElseCanBe) {
  const v1::FindingExplanation group =
      GroupOf("answers { fact_id: 'age' value { integer: 40 } } answers { fact_id: 'days' value { integer: 2 } } " +
              No("alone") + No("low"));
  EXPECT_EQ(group.supported().level_id(), "NO");
  EXPECT_TRUE(group.decided());
  EXPECT_THAT(AllNames(group.why()), ElementsAre("age days"));
}

TEST_F(ExplainTest, WhatWouldChangeItIsNearestAndNeverFixed) {
  const v1::FindingExplanation group = GroupOf(kMember);
  EXPECT_THAT(Changes(group.what_if()), ElementsAre("days=3 NO", "days=0 AGAINST"));
  EXPECT_EQ(group.what_if(0).changes(0).from().value().integer(), 6);
  EXPECT_THAT(group.what_if(0).effect().referrals_removed(), ::testing::SizeIs(1));
}

TEST_F(ExplainTest, TwoChangesWhereOneIsNotEnough) {
  const v1::FindingExplanation group =
      GroupOf("answers { fact_id: 'age' value { integer: 40 } } answers { fact_id: 'days' value { integer: 3 } } " +
              No("alone") + No("low"));
  const std::vector<std::string> changes = Changes(group.what_if());
  // One change leads to AGAINST, so no pair is looked for.
  EXPECT_THAT(changes, ElementsAre("days=0 AGAINST"));
  const v1::FindingExplanation pain = ExplainOk("finding_ids: 'PAIN' person { " + No("pain") + " }").findings(0);
  EXPECT_THAT(Changes(pain.what_if()), ElementsAre("pain=text of value.boolean.true YES"));
}

TEST_F(ExplainTest, OpenTellsWhatAnswersToComeCanDo) {
  const v1::FindingExplanation group =
      GroupOf("answers { fact_id: 'age' value { integer: 40 } } answers { fact_id: 'days' value { integer: 6 } }");
  EXPECT_THAT(Changes(group.open()),
              UnorderedElementsAre("alone=text of value.boolean.true MEMBER", "low=text of value.boolean.true MEMBER"));
  EXPECT_FALSE(group.open(0).changes(0).has_from());
}

TEST_F(ExplainTest, UrgencyIsExplained) {
  const v1::Explanation explanation = ExplainOk(std::string("person { ") + kMember + " }");
  EXPECT_EQ(explanation.urgency().supported(), v1::URGENCY_U0);
  EXPECT_EQ(explanation.urgency().attainable(), v1::URGENCY_U4);
  EXPECT_THAT(Changes(explanation.urgency().open()), ElementsAre("pain=text of value.boolean.true YES"));
  EXPECT_TRUE(explanation.exhaustive());
  // Nothing asked for: what is there.
  EXPECT_EQ(explanation.findings_size(), 2);
  EXPECT_THAT(Changes(explanation.referral_what_if()), ElementsAre("days=3 NO"));
}

TEST_F(ExplainTest, DifferencesFromAnEarlierState) {
  const v1::Explanation explanation =
      ExplainOk(std::string("finding_ids: 'GROUP' person { ") + kMember + " } before { evaluation_date: '2026-06-01' " +
                "answers { fact_id: 'age' value { integer: 40 } } answers { fact_id: 'days' value { integer: 1 } } " +
                Yes("pain") + "}");
  const v1::Comparison& comparison = explanation.comparison();
  EXPECT_EQ(comparison.evaluation_date_before(), "2026-06-01");
  ASSERT_EQ(comparison.answers_size(), 4);
  EXPECT_EQ(comparison.answers(0).from().value().integer(), 1);
  EXPECT_EQ(comparison.answers(0).to().value().integer(), 6);
  EXPECT_FALSE(comparison.answers(3).has_to()) << "the pain is not known any more";
  EXPECT_EQ(comparison.effect().urgency_from(), v1::URGENCY_U4);
  EXPECT_EQ(comparison.effect().urgency_to(), v1::URGENCY_U0);
  EXPECT_THAT(comparison.effect().referrals_added(), ::testing::SizeIs(1));
  EXPECT_THAT(comparison.effect().levels(), ::testing::SizeIs(2));
}

TEST_F(ExplainTest, AContradictoryAnswerIsNoExample) {
  pack_ = BuildPack(absl::StrCat(kPack, "impossible { id: 'i' when: 'days == 0 && alone' }"));
  ASSERT_NE(pack_, nullptr);
  EXPECT_THAT(Changes(GroupOf(kMember).what_if()), ElementsAre("days=3 NO"));
}

TEST_F(ExplainTest, ARequesterWithoutPersonalOutputGetsNothing) {
  const v1::Explanation explanation = ExplainOk(std::string("person { ") + kMember + " }", "employer");
  EXPECT_EQ(explanation.outcome(), v1::OUTCOME_REFUSED);
  EXPECT_THAT(explanation.findings(), IsEmpty());
  EXPECT_FALSE(explanation.has_urgency());
}

TEST_F(ExplainTest, FaultsAreNamedWithTheirPath) {
  const auto problems = [&](const std::string& request) -> std::string {
    const auto result = Explain(*pack_, ParseTextProto<v1::ExplainRequest>(request), "clinician", kToday);
    EXPECT_FALSE(result.ok());
    if (const auto bad = GetBadRequest(result.status()); bad.has_value() && bad->field_violations_size() > 0) {
      return bad->field_violations(0).field();
    }
    const auto info = GetErrorInfo(result.status());
    return info.has_value() ? info->reason() : std::string(result.status().message());
  };
  EXPECT_EQ(problems("person { answers { fact_id: 'nope' value { boolean: true } } }"), "person.answers[0].fact_id");
  EXPECT_EQ(problems("before { answers { fact_id: 'nope' value { boolean: true } } }"), "before.answers[0].fact_id");
  EXPECT_EQ(problems("finding_ids: 'GROUP' finding_ids: 'NOPE'"), "finding_ids[1]");
  EXPECT_EQ(problems("person { view: 'bare' }"), "VIEW_SHOWS_NO_FINDINGS");
}

}  // namespace
}  // namespace baken
