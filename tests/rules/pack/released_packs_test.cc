// The packs in the tree: complete, and unchanged since their manifest was made.
#include "tests/testing/released_packs.h"

#include <filesystem>

#include "gtest/gtest.h"
#include "rules/pack/loader.h"

namespace baken {
namespace {

TEST(ReleasedPacksTest, LoadWithTheirManifest) {
  for (const auto& folder : ReleasedPackFolders()) {
    LoadResult result = LoadPack(folder);
    EXPECT_NE(result.pack, nullptr) << FormatDiagnostics(folder.string(), result.diagnostics);
    if (result.pack == nullptr) continue;
    EXPECT_EQ(result.pack->version(), folder.filename().string());
    EXPECT_EQ(result.pack->id(), folder.parent_path().filename().string());
  }
}

}  // namespace
}  // namespace baken
