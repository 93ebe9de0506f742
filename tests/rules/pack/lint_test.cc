#include "rules/pack/lint.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/pack_builder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

std::string Problems(const std::string& definition) {
  return FormatDiagnostics("p", TryBuildPack(definition).diagnostics);
}

std::string Urgent(const std::string& when) {
  return "facts { id: 'pain' one_of { codes: 'none' codes: 'past' codes: 'now' } danger: DANGER_ORDER_RISING } "
         "facts { id: 'calm' boolean {} danger: DANGER_ORDER_RISING } "
         "facts { id: 'oxygen' number { minimum: '50' maximum: '100' } danger: DANGER_ORDER_FALLING } "
         "facts { id: 'signs' set_of { codes: 'a' codes: 'b' } danger: DANGER_ORDER_RISING } "
         "findings { id: 'F' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE urgency: URGENCY_U4 when: \"" +
         when + "\" } levels { id: 'NO' kind: LEVEL_KIND_NONE } }";
}

TEST(LintSafetyTest, DangerFactsMayOnlyOccurPositively) {
  for (const char* good :
       {"pain == 'now'", "pain in ['past', 'now']", "pain != 'none'", "calm", "oxygen < 90", "oxygen <= 90",
        "'a' in signs", "intersects(signs, ['a', 'b'])", "at_least(1, calm, 'a' in signs)", "!(oxygen >= 90)"}) {
    EXPECT_EQ(Problems(Urgent(good)), "") << good;
  }
  for (const char* bad : {"pain == 'past'", "pain == 'none'", "pain != 'now'", "!calm", "oxygen >= 90", "oxygen == 90",
                          "!('a' in signs)", "count(calm, 'a' in signs) <= 1", "between(oxygen, 80, 90)"}) {
    EXPECT_THAT(Problems(Urgent(bad)), HasSubstr("so that more danger can make it false")) << bad;
  }
}

TEST(LintSafetyTest, FindsDangerFactsThroughCriteria) {
  EXPECT_THAT(Problems(Urgent("not_calm") + "criteria { id: 'not_calm' when: '!calm' }"),
              HasSubstr("reads danger fact 'calm'"));
}

// A score over an item that tells of danger: `points` for no and yes, read by `when`.
std::string Scored(const std::string& no, const std::string& yes, const std::string& when) {
  return "facts { id: 'wish' boolean {} danger: DANGER_ORDER_RISING } facts { id: 'other' boolean {} } "
         "facts { id: 'total' number { minimum: '0' maximum: '2' } } "
         "scales { id: 'sum' total_fact: 'total' minimum: 0 maximum: 2 "
         "items { fact: 'wish' points { answer: 'false' points: " +
         no + " } points { answer: 'true' points: " + yes +
         " } } items { fact: 'other' } bands { id: 'all' minimum: 0 maximum: 2 } } "
         "families { id: 'screen' members { scale: 'sum' positive_when: 'sum >= 2' } } "
         "findings { id: 'F' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE urgency: URGENCY_U4 when: '" +
         when + "' } levels { id: 'NO' kind: LEVEL_KIND_NONE } }";
}

TEST(LintSafetyTest, DangerInAnItemMayOnlyRaiseWhatReadsTheScore) {
  EXPECT_EQ(Problems(Scored("0", "1", "sum >= 1")), "");
  EXPECT_EQ(Problems(Scored("0", "1", "!(sum < 1)")), "");
  EXPECT_EQ(Problems(Scored("1", "0", "sum <= 1")), "");
  EXPECT_EQ(Problems(Scored("0", "1", "positive(screen)")), "");
  const std::string expected = "reads the score 'sum' so that more danger in its item 'wish' can make it false";
  EXPECT_THAT(Problems(Scored("0", "1", "sum <= 1")), HasSubstr(expected));
  EXPECT_THAT(Problems(Scored("0", "1", "sum == 1")), HasSubstr(expected));
  EXPECT_THAT(Problems(Scored("1", "0", "sum >= 1")), HasSubstr(expected));
  EXPECT_THAT(Problems(Scored("0", "1", "negative(screen)")), HasSubstr(expected));
}

TEST(LintSafetyTest, LessDangerMayNotSetOffWhatUrgentFindingsRead) {
  auto implied = [](const std::string& read, const std::string& when, const std::string& then) {
    return Problems(
        "facts { id: 'calm' boolean {} danger: DANGER_ORDER_RISING } facts { id: 'state' boolean {} } "
        "facts { id: 'pain' boolean {} danger: DANGER_ORDER_RISING } "
        "implications { id: 'i' when: '" +
        when + "' then { " + then +
        " } } "
        "findings { id: 'F' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE urgency: URGENCY_U4 when: '" +
        read + "' } levels { id: 'NO' kind: LEVEL_KIND_NONE } }");
  };
  EXPECT_EQ(implied("state", "calm", "fact: 'state' boolean: true"), "");
  EXPECT_EQ(implied("pain", "!calm", "fact: 'pain' boolean: false"), "");
  EXPECT_EQ(implied("pain", "!calm", "fact: 'state' boolean: true"), "");
  EXPECT_EQ(implied("state", "!calm", "fact: 'state' boolean: false"), "");
  const std::string expected = "reads danger fact 'calm' so that more danger can make it false, and urgent";
  EXPECT_THAT(implied("state", "!calm", "fact: 'state' boolean: true"), HasSubstr(expected));
  EXPECT_THAT(implied("!state", "!calm", "fact: 'state' boolean: false"), HasSubstr(expected));
  EXPECT_THAT(implied("pain", "!calm", "fact: 'pain' boolean: true"), HasSubstr(expected));
}

TEST(LintSafetyTest, LevelsStandInDescendingUrgency) {
  auto ladder = [](const char* first, const char* second) {
    return std::string("facts { id: 'x' boolean {} } facts { id: 'y' boolean {} } findings { id: 'F' ") +
           "levels { id: 'A' kind: LEVEL_KIND_POSITIVE when: 'x' urgency: " + first + " } " +
           "levels { id: 'B' kind: LEVEL_KIND_POSITIVE when: 'y' urgency: " + second + " } " +
           "levels { id: 'NO' kind: LEVEL_KIND_NONE } }";
  };
  EXPECT_EQ(Problems(ladder("URGENCY_U4", "URGENCY_U2")), "");
  EXPECT_EQ(Problems(ladder("URGENCY_U2", "URGENCY_U2")), "");
  EXPECT_THAT(Problems(ladder("URGENCY_U2", "URGENCY_U4")), HasSubstr("level 'B' is more urgent than one before it"));
}

TEST(LintElementsTest, EveryElementHasAnAuthority) {
  rules::v1::PackFile pack = CompleteDefinition({});
  pack.mutable_findings(0)->mutable_basis()->set_house_rule(false);
  rules::v1::PackFile unknown = CompleteDefinition({});
  unknown.mutable_findings(0)->mutable_basis()->add_references()->set_source("nowhere");
  EXPECT_THAT(FormatDiagnostics("p", TryBuildPack(unknown).diagnostics), HasSubstr("no source 'nowhere'"));
  // The builder fills in a basis that is absent; one that is empty stays empty.
  EXPECT_THAT(FormatDiagnostics("p", TryBuildPack(pack).diagnostics), HasSubstr("a basis is needed"));
}

TEST(LintElementsTest, ChecksHeaderAndFindings) {
  EXPECT_THAT(Problems("header { version: '1.0' }"), HasSubstr("version must be MAJOR.MINOR.PATCH"));
  for (const char* newer : {"99.0", "0.99", "soon", "1"}) {
    EXPECT_THAT(Problems("header { requires_baken: '" + std::string(newer) + "' }"),
                HasSubstr("requires_baken must be"));
  }
  EXPECT_EQ(Problems("header { requires_baken: '0.0' }"), "");
  EXPECT_THAT(Problems("header { id: 'Pack' }"), HasSubstr("id must be lower-case"));
  EXPECT_THAT(Problems("header { roles { id: 'r' views: 'nowhere' } }"), HasSubstr("no view 'nowhere'"));
  EXPECT_THAT(Problems("findings { id: 'F' review_date: 'soon' levels { id: 'NO' kind: LEVEL_KIND_NONE } }"),
              HasSubstr("review_date must be a day"));
  EXPECT_THAT(Problems("findings { id: 'F' levels { id: 'A' kind: LEVEL_KIND_NONE when: 'true' refuses: true } "
                       "levels { id: 'NO' kind: LEVEL_KIND_NONE } }"),
              HasSubstr("only the scope finding may refuse"));
}

TEST(LintActionsTest, BindingsMustExist) {
  auto advice = [](const std::string& trigger) {
    return Problems("advice { id: 'a' audience: AUDIENCE_CLINICIAN trigger { " + trigger + " } }");
  };
  EXPECT_EQ(advice("any_of { finding: 'scope' levels: 'APPLIES' }"), "");
  EXPECT_THAT(advice("any_of { finding: 'scope' levels: 'NOPE' }"), HasSubstr("finding 'scope' has no level 'NOPE'"));
  EXPECT_THAT(advice("any_of { finding: 'nope' }"), HasSubstr("no finding 'nope'"));
  EXPECT_THAT(advice(""), HasSubstr("a trigger needs any_of"));
  EXPECT_THAT(advice("any_of { finding: 'scope' } roles: 'nope'"), HasSubstr("no role 'nope'"));
}

TEST(LintActionsTest, ReferralsAndPromptsSayWhen) {
  EXPECT_THAT(Problems("referrals { id: 'r' trigger { any_of { finding: 'scope' } } }"), HasSubstr("due is needed"));
  EXPECT_THAT(Problems("referrals { id: 'r' trigger { any_of { finding: 'scope' } } due { unit: PERIOD_UNIT_DAY } "
                       "urgency: URGENCY_U2 replaces: 'r' }"),
              HasSubstr("replaces no other referral 'r'"));
  EXPECT_THAT(Problems("monitoring_prompts { id: 'm' trigger { any_of { finding: 'scope' } } "
                       "due { count: 1001 unit: PERIOD_UNIT_DAY } }"),
              ::testing::AllOf(HasSubstr("a period counts [0, 1000]"), HasSubstr("a topic is needed")));
}

}  // namespace
}  // namespace baken
