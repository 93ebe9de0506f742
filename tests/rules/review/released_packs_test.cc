// The packs in the tree: worded so that they are fit to be shown to people, and nothing of their inventories forgotten.
#include <filesystem>

#include "gtest/gtest.h"
#include "rules/pack/loader.h"
#include "rules/review/coverage.h"
#include "rules/review/wording.h"

namespace baken {
namespace {

TEST(ReleasedPacksReviewTest, ThereIsNothingToRemark) {
  int packs = 0;
  for (const auto& id : std::filesystem::directory_iterator(std::filesystem::path(BAKEN_SOURCE_DIR) / "rules/packs")) {
    if (!id.is_directory()) continue;
    for (const auto& version : std::filesystem::directory_iterator(id)) {
      const std::filesystem::path& folder = version.path();
      LoadResult result = LoadPack(folder, {.verify_manifest = false});
      ASSERT_NE(result.pack, nullptr) << FormatDiagnostics(folder.string(), result.diagnostics);
      ++packs;
      EXPECT_TRUE(std::filesystem::exists(folder / "wording.txtpb")) << folder;
      EXPECT_EQ(FormatDiagnostics(folder.string(), ReviewWording(*result.pack, folder)), "");
      EXPECT_EQ(FormatDiagnostics(folder.string(), ReviewCoverage(*result.pack, folder).remarks), "");
    }
  }
  EXPECT_GT(packs, 0);
}

}  // namespace
}  // namespace baken
