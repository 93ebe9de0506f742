#include "rules/review/case_coverage.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The pack with these cases: the answers' and the expectation's text each.
CaseCoverage Review(const std::string& definition, const std::vector<std::pair<std::string, std::string>>& cases) {
  TemporaryFolder folder;
  WritePack(CompleteDefinition(ParseTextProto<rules::v1::PackFile>(definition)), folder.path());
  int number = 0;
  for (const auto& [answers, expected] : cases) {
    const std::string id = "case" + std::to_string(number++);
    WriteFile(folder.path() / "cases" / (id + ".txtpb"),
              "id: '" + id + "' role: 'clinician' request { evaluation_date: '2026-01-01' " + answers +
                  " } expected { " + expected + " }");
  }
  LoadResult result = LoadPack(folder.path(), {.verify_manifest = false});
  EXPECT_NE(result.pack, nullptr) << FormatDiagnostics("p", result.diagnostics);
  return ReviewCases(*result.pack);
}

std::string Cups(const std::string& value) { return "answers { fact_id: 'cups' value { integer: " + value + " } }"; }

constexpr char kCups[] =
    "facts { id: 'cups' number { minimum: '0' maximum: '20' } } "
    "findings { id: 'MUCH' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'cups >= 5' } "
    "levels { id: 'NO' kind: LEVEL_KIND_NONE } }";
constexpr char kYes[] = "findings { finding: 'MUCH' supported: 'YES' }";
constexpr char kNo[] = "findings { finding: 'MUCH' supported: 'NO' }";

TEST(CaseCoverageTest, WantsBothSidesOfAFindingAndThreeValuesOfABound) {
  CaseCoverage none = Review(kCups, {});
  EXPECT_EQ(none.wanted, 5);
  EXPECT_THAT(none.missing,
              ElementsAre("finding MUCH: no case in which it fires", "finding MUCH: no case in which it does not fire",
                          "fact cups: no case with 4, for finding MUCH", "fact cups: no case with 5, for finding MUCH",
                          "fact cups: no case with 6, for finding MUCH"));
  EXPECT_THAT(Review(kCups, {{Cups("4"), kNo}, {Cups("5"), kYes}, {Cups("6"), kYes}}).missing, IsEmpty());
}

TEST(CaseCoverageTest, ACaseThatExpectsNothingOfTheFindingProvesNothing) {
  const CaseCoverage review = Review(kCups, {{Cups("4"), "nothing_asked: true"}, {Cups("5"), kYes}, {Cups("6"), kYes}});
  EXPECT_THAT(review.missing, ElementsAre("finding MUCH: no case in which it does not fire",
                                          "fact cups: no case with 4, for finding MUCH"));
}

TEST(CaseCoverageTest, FlagsPinAFinding) {
  EXPECT_THAT(Review(kCups, {{Cups("4"), "absent_flags: 'MUCH'"},
                             {Cups("5"), "flags: 'MUCH'"},
                             {Cups("6"), "flags: 'MUCH' flags_exact: true"}})
                  .missing,
              IsEmpty());
  EXPECT_THAT(Review(kCups, {{Cups("4"), "flags_exact: true"}}).missing,
              ElementsAre("finding MUCH: no case in which it fires", "fact cups: no case with 5, for finding MUCH",
                          "fact cups: no case with 6, for finding MUCH"));
}

TEST(CaseCoverageTest, BoundsAtTheEndOfADomainWantOnlyWhatCanBeAnswered) {
  const CaseCoverage review = Review(
      "facts { id: 'cups' number { minimum: '0' maximum: '20' } } "
      "findings { id: 'MUCH' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'cups > 0' } "
      "levels { id: 'NO' kind: LEVEL_KIND_NONE } }",
      {{Cups("0"), kNo}, {Cups("1"), kYes}, {Cups("2"), kYes}});
  EXPECT_EQ(review.wanted, 5);
  EXPECT_THAT(review.missing, IsEmpty());
}

TEST(CaseCoverageTest, ScoresCountAsTotalAndBySumOfTheirItems) {
  const std::string scored =
      "facts { id: 'a' boolean {} } facts { id: 'b' boolean {} } "
      "facts { id: 'total' number { minimum: '0' maximum: '2' } } "
      "scales { id: 'sum' total_fact: 'total' minimum: 0 maximum: 2 items { fact: 'a' } items { fact: 'b' } "
      "bands { id: 'all' minimum: 0 maximum: 2 } } "
      "families { id: 'screen' members { scale: 'sum' positive_when: 'sum >= 1' } } "
      "findings { id: 'MUCH' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'positive(screen)' } "
      "levels { id: 'NO' kind: LEVEL_KIND_NONE } }";
  auto total = [](const std::string& value) { return "answers { fact_id: 'total' value { integer: " + value + " } }"; };
  const std::string both =
      "answers { fact_id: 'a' value { boolean: true } } answers { fact_id: 'b' value { boolean: true } }";
  EXPECT_THAT(Review(scored, {{total("0"), kNo}, {total("1"), kYes}, {both, kYes}}).missing, IsEmpty());
  EXPECT_THAT(Review(scored, {{total("0"), kNo}, {total("1"), kYes}}).missing,
              Contains("scale sum: no case with 2, for finding MUCH"));
}

}  // namespace
}  // namespace baken
