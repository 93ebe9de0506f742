// The packs in the tree: complete, and unchanged since their manifest was made.
#include <filesystem>

#include "gtest/gtest.h"
#include "rules/pack/loader.h"

namespace baken {
namespace {

std::vector<std::filesystem::path> Folders() {
  std::vector<std::filesystem::path> folders;
  for (const auto& id : std::filesystem::directory_iterator(std::filesystem::path(BAKEN_SOURCE_DIR) / "rules/packs")) {
    if (!id.is_directory()) continue;
    for (const auto& version : std::filesystem::directory_iterator(id)) folders.push_back(version.path());
  }
  return folders;
}

TEST(ReleasedPacksTest, LoadWithTheirManifest) {
  ASSERT_FALSE(Folders().empty());
  for (const auto& folder : Folders()) {
    LoadResult result = LoadPack(folder);
    EXPECT_NE(result.pack, nullptr) << FormatDiagnostics(folder.string(), result.diagnostics);
    if (result.pack == nullptr) continue;
    EXPECT_EQ(result.pack->version(), folder.filename().string());
    EXPECT_EQ(result.pack->id(), folder.parent_path().filename().string());
  }
}

}  // namespace
}  // namespace baken
