// The packs in the tree: worded so that they are fit to be shown to people, nothing of their inventories forgotten,
// each number and each haste accounted for.
#include "tests/testing/released_packs.h"

#include <filesystem>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/pack/loader.h"
#include "rules/review/coverage.h"
#include "rules/review/grounds.h"
#include "rules/review/idle_parts.h"
#include "rules/review/wording.h"

namespace baken {
namespace {

TEST(ReleasedPacksReviewTest, ThereIsNothingToRemark) {
  for (const std::filesystem::path& folder : ReleasedPackFolders()) {
    LoadResult result = LoadPack(folder, {.verify_manifest = false});
    ASSERT_NE(result.pack, nullptr) << FormatDiagnostics(folder.string(), result.diagnostics);
    EXPECT_TRUE(std::filesystem::exists(folder / "wording.txtpb")) << folder;
    EXPECT_EQ(FormatDiagnostics(folder.string(), ReviewWording(*result.pack, folder)), "");
    const CoverageReview coverage = ReviewCoverage(*result.pack, folder);
    EXPECT_EQ(FormatDiagnostics(folder.string(), coverage.remarks), "");
    EXPECT_THAT(FindUnusedFacts(*result.pack, coverage.table), ::testing::IsEmpty());
    EXPECT_EQ(FormatDiagnostics(folder.string(), FindNumbersWithoutSource(*result.pack)), "");
    EXPECT_EQ(FormatDiagnostics(folder.string(), FindOverUrgentReferrals(*result.pack)), "");
  }
}

}  // namespace
}  // namespace baken
