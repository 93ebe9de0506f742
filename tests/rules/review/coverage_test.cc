#include "rules/review/coverage.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kPack[] =
    "facts { id: 'pain' one_of { codes: 'none' codes: 'some' } } "
    "findings { id: 'F' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: \"pain == 'some'\" } "
    "levels { id: 'NO' kind: LEVEL_KIND_NONE } }";

CoverageReview Review(const std::string& coverage) {
  TemporaryFolder folder;
  WriteFile(folder.path() / "coverage.txtpb", coverage);
  return ReviewCoverage(*BuildPack(kPack), folder.path());
}

std::string Remarks(const std::string& coverage) { return FormatDiagnostics("p", Review(coverage).remarks); }

TEST(CoverageTest, JoinsTheFilesOfAFolderAndPointsIntoEach) {
  TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "coverage");
  WriteFile(folder.path() / "coverage.txtpb",
            "ranges { prefix: 'S-' first: 1 last: 3 }\n"
            "entries { id: 'S-1' topic: 'a' background: 'x' }\n");
  WriteFile(folder.path() / "coverage/1_first.txtpb", "entries { id: 'S-2' topic: 'b' background: 'x' }\n");
  WriteFile(folder.path() / "coverage/2_second.txtpb", "\nentries { id: 'S-3' topic: 'c' elements: 'fact.no' }\n");
  const CoverageReview review = ReviewCoverage(*BuildPack(kPack), folder.path());
  EXPECT_EQ(review.background, 2);
  EXPECT_THAT(review.missing, IsEmpty());
  EXPECT_EQ(FormatDiagnostics("p", review.remarks),
            "p/coverage/2_second.txtpb:2:1: error: the pack has no element 'fact.no'");
  std::vector<Diagnostic> diagnostics;
  EXPECT_EQ(ReadCoverage(folder.path(), diagnostics).entries_size(), 3);
}

TEST(CoverageTest, CountsWhatBecameOfEachItem) {
  CoverageReview review = Review(
      "ranges { prefix: 'S-' first: 9 last: 11 digits: 3 }\n"
      "entries { id: 'S-009' topic: 'pain' elements: 'fact.pain' elements: 'value.pain.some' elements: 'finding.F.YES' "
      "}\n"
      "entries { id: 'S-010' topic: 'history' background: 'nothing follows' }\n"
      "entries { id: 'S-011' topic: 'sleep' not_implemented: 'no fact' }\n");
  EXPECT_TRUE(review.present);
  EXPECT_EQ(FormatDiagnostics("p", review.remarks), "");
  EXPECT_EQ(review.expected, 3);
  EXPECT_EQ(review.carried, 1);
  EXPECT_EQ(review.background, 1);
  EXPECT_EQ(review.not_implemented, 1);
  EXPECT_THAT(review.missing, IsEmpty());
}

TEST(CoverageTest, NamesItemsWithoutEntryInRuns) {
  CoverageReview review = Review(
      "ranges { prefix: 'S-' first: 1 last: 5 digits: 3 } ranges { prefix: 'I-' first: 9 last: 10 }"
      "entries { id: 'S-003' topic: 't' background: 'b' } entries { id: 'I-9' topic: 't' background: 'b' }");
  EXPECT_THAT(review.missing, ElementsAre("S-001…S-002", "S-004…S-005", "I-10"));
  EXPECT_THAT(FormatDiagnostics("p", review.remarks), HasSubstr("p/coverage.txtpb: error: no entry for S-001…S-002"));
}

TEST(CoverageTest, EachItemStandsOnceAndInOrder) {
  const std::string range = "ranges { prefix: 'I-' first: 1 last: 2 }\n";
  const std::string first = "entries { id: 'I-1' topic: 't' background: 'b' }\n";
  const std::string second = "entries { id: 'I-2' topic: 't' background: 'b' }\n";
  EXPECT_EQ(Remarks(range + first + second), "");
  EXPECT_THAT(Remarks(range + second + first), HasSubstr("p/coverage.txtpb:3:1: error: item 'I-1' is out of order"));
  EXPECT_THAT(Remarks(range + first + first + second), HasSubstr(":3:1: error: item 'I-1' has a second entry"));
  EXPECT_THAT(Remarks(range + first + second + "entries { id: 'I-03' topic: 't' background: 'b' }"),
              HasSubstr("item 'I-03' is in no range"));
}

TEST(CoverageTest, AnEntrySaysExactlyOneThingWithElementsThatExist) {
  auto entry = [](const std::string& content) {
    return Remarks("ranges { prefix: 'I-' first: 1 last: 1 } entries { id: 'I-1' topic: 't' " + content + " }");
  };
  EXPECT_EQ(entry("elements: 'finding.F'"), "");
  EXPECT_THAT(entry(""), HasSubstr("needs exactly one of"));
  EXPECT_THAT(entry("elements: 'finding.F' background: 'b'"), HasSubstr("needs exactly one of"));
  EXPECT_THAT(entry("elements: 'finding.G' elements: 'finding.F.MAYBE' elements: 'value.pain.much'"),
              AllOf(HasSubstr("the pack has no element 'finding.G'"), HasSubstr("'finding.F.MAYBE'"),
                    HasSubstr("'value.pain.much'")));
  EXPECT_THAT(entry("elements: 'finding.F' elements: 'finding.F'"), HasSubstr("stands twice"));
}

TEST(CoverageTest, RangesAreSound) {
  EXPECT_THAT(Remarks("ranges { prefix: 'I-' first: 2 last: 1 }"), HasSubstr("a range is 0 <= first <= last"));
  EXPECT_THAT(Remarks("ranges { prefix: 'I-' first: 1 last: 2000000000 }"), HasSubstr("a range is 0 <= first <= last"));
  EXPECT_THAT(Remarks("ranges { prefix: 'I-' first: 1 last: 1 } ranges { prefix: 'I-' first: 1 last: 1 }"),
              HasSubstr("is in two ranges"));
}

TEST(CoverageTest, IsOptionalButMustBeReadable) {
  TemporaryFolder folder;
  EXPECT_FALSE(ReviewCoverage(*BuildPack(kPack), folder.path()).present);
  EXPECT_THAT(Remarks("entries { nope: 1 }"), HasSubstr("p/coverage.txtpb:1:15: error:"));
}

}  // namespace
}  // namespace baken
