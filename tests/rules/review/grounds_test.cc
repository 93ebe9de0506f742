#include "rules/review/grounds.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/pack_builder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

std::string BareNumbers(const std::string& list_level) {
  auto pack = BuildPack(
      "facts { id: 'n' number { minimum: '0' maximum: '9' } } "
      "criteria { id: 'many' when: 'n > 7' } level_lists { id: 'front' levels { id: 'FEW' kind: LEVEL_KIND_AGAINST " +
      list_level +
      " } } findings { id: 'F' front_levels: 'front' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'many' } "
      "levels { id: 'NO' kind: LEVEL_KIND_NONE } }");
  return FormatDiagnostics("p", FindNumbersWithoutSource(*pack));
}

TEST(NumbersWithoutSourceTest, ANumberThatNobodyAnswersForIsNamed) {
  EXPECT_THAT(BareNumbers("when: 'n < 2'"),
              HasSubstr("level_lists.front.levels.FEW: a number in 'when' without a basis"));
  EXPECT_EQ(BareNumbers("when: 'n < 2' basis { house_rule: true }"), "");
  EXPECT_EQ(BareNumbers("when: '!many'"), "");
}

// Nowhere else can a number stand without: the loader wants a basis of everything that holds a condition.
TEST(NumbersWithoutSourceTest, TheLoaderRefusesElementsWithoutBasis) {
  rules::v1::PackFile definition = CompleteDefinition({});
  auto& parameter = *definition.add_parameters();
  parameter.set_id("LIMIT");
  parameter.set_value("7");
  parameter.mutable_basis()->set_note("no authority");
  const LoadResult result = TryBuildPack(definition);
  EXPECT_EQ(result.pack, nullptr);
  EXPECT_THAT(FormatDiagnostics("p", result.diagnostics), HasSubstr("a basis is needed"));
}

std::string OverUrgent(const std::string& trigger) {
  auto pack = BuildPack(
      "facts { id: 'a' boolean {} } facts { id: 'b' boolean {} } facts { id: 'c' boolean {} } "
      "findings { id: 'F' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'a' urgency: URGENCY_U3 } "
      "levels { id: 'MAYBE' kind: LEVEL_KIND_POSSIBLE when: 'b' urgency: URGENCY_U2 } "
      "levels { id: 'NO' kind: LEVEL_KIND_NONE } } "
      "findings { id: 'G' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'c' } levels { id: 'NO' kind: "
      "LEVEL_KIND_NONE } } "
      "referrals { id: 'r' urgency: URGENCY_U3 due { unit: PERIOD_UNIT_DAY } trigger { " +
      trigger + " } }");
  return FormatDiagnostics("p", FindOverUrgentReferrals(*pack));
}

TEST(OverUrgentReferralsTest, AReferralMoreUrgentThanItsAnswerIsNamed) {
  EXPECT_THAT(OverUrgent("any_of { finding: 'F' }"),
              HasSubstr("referral 'r' is URGENCY_U3, and may be given in an answer of URGENCY_U2"));
  EXPECT_THAT(OverUrgent("any_of { finding: 'F' levels: 'YES' } any_of { finding: 'G' }"), HasSubstr("URGENCY_U0"));
  EXPECT_THAT(OverUrgent("any_of { finding: 'G' } all_of { finding: 'F' }"), HasSubstr("URGENCY_U2"));
}

TEST(OverUrgentReferralsTest, OneFindingOfThatUrgencyIsEnough) {
  EXPECT_EQ(OverUrgent("any_of { finding: 'F' levels: 'YES' }"), "");
  EXPECT_EQ(OverUrgent("any_of { finding: 'G' } all_of { finding: 'F' levels: 'YES' }"), "");
}

}  // namespace
}  // namespace baken
