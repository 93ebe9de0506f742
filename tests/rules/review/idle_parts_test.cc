#include "rules/review/idle_parts.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/pack_builder.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(UnusedFactsTest, AFactIsUsedByARuleAScoreOrCoverage) {
  auto pack = BuildPack(
      "facts { id: 'read' boolean {} } facts { id: 'old' boolean {} deprecated: true } facts { id: 'idle' boolean {} } "
      "facts { id: 'item' boolean {} } "
      "facts { id: 'recorded' one_of { codes: 'a' codes: 'b' } } facts { id: 'total' number { maximum: '1' minimum: "
      "'0' } } "
      "facts { id: 'dated' boolean {} keeps_age: true } criteria { id: 'c' when: 'dated_age_days > 3' } "
      "scales { id: 's' total_fact: 'total' minimum: 0 maximum: 1 items { fact: 'item' } "
      "bands { id: 'all' minimum: 0 maximum: 1 } } "
      "findings { id: 'F' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'read' } "
      "levels { id: 'NO' kind: LEVEL_KIND_NONE } }");
  rules::v1::Coverage coverage;
  EXPECT_THAT(FindUnusedFacts(*pack, coverage), ElementsAre("idle", "recorded"));
  coverage.add_entries()->add_elements("value.recorded.a");
  EXPECT_THAT(FindUnusedFacts(*pack, coverage), ElementsAre("idle"));
}

std::string Unreachable(const std::string& first, const std::string& second) {
  auto pack = BuildPack(
      "facts { id: 'a' boolean {} } facts { id: 'b' boolean {} } facts { id: 'n' number { minimum: '0' maximum: '9' } "
      "} "
      "criteria { id: 'both' when: 'a && b' } findings { id: 'F' levels { id: 'FIRST' kind: LEVEL_KIND_POSITIVE when: "
      "'" +
      first + "' } levels { id: 'SECOND' kind: LEVEL_KIND_POSITIVE when: '" + second +
      "' } levels { id: 'NO' kind: LEVEL_KIND_NONE } }");
  return FormatDiagnostics("p", FindUnreachableLevels(*pack));
}

TEST(UnreachableLevelsTest, ALevelCoveredByThoseBeforeIsNamed) {
  const std::string expected = "finding 'F': level 'SECOND' is never the answer";
  EXPECT_THAT(Unreachable("a", "a"), HasSubstr(expected));
  EXPECT_THAT(Unreachable("a", "both"), HasSubstr(expected));
  EXPECT_THAT(Unreachable("a || b", "at_least(2, a, b, n > 3)  && b"), HasSubstr(expected));
  EXPECT_THAT(Unreachable("!(n > 3)", "n <= 3"), HasSubstr(expected));
  EXPECT_THAT(Unreachable("a", "b && !b"), HasSubstr(expected));
}

TEST(UnreachableLevelsTest, ALevelThatAddsSomethingIsLeftAlone) {
  EXPECT_EQ(Unreachable("both", "a"), "");
  EXPECT_EQ(Unreachable("a", "!a"), "");
  EXPECT_EQ(Unreachable("n > 3", "n <= 2"), "");
  EXPECT_EQ(Unreachable("a", "at_least(2, a, b, n > 3)"), "");
}

// While the answer that would decide is missing, a weaker level is what can be said.
TEST(UnreachableLevelsTest, ALevelForWhatIsNotYetKnownIsLeftAlone) {
  auto pack = BuildPack(
      "facts { id: 'a' boolean {} } facts { id: 'b' boolean {} } findings { id: 'F' "
      "levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'a && b' } "
      "levels { id: 'NO' kind: LEVEL_KIND_AGAINST when: 'a && !b' } "
      "levels { id: 'MAYBE' kind: LEVEL_KIND_POSSIBLE when: 'a' } levels { id: 'NONE' kind: LEVEL_KIND_NONE } }");
  EXPECT_EQ(FormatDiagnostics("p", FindUnreachableLevels(*pack)), "");
}

}  // namespace
}  // namespace baken
