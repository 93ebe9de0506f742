#include "tests/testing/released_packs.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace baken {

std::vector<std::filesystem::path> ReleasedPackFolders() {
  std::vector<std::filesystem::path> folders;
  for (const auto& id : std::filesystem::directory_iterator(std::filesystem::path(BAKEN_SOURCE_DIR) / "rules/packs")) {
    if (!id.is_directory()) continue;
    for (const auto& version : std::filesystem::directory_iterator(id)) folders.push_back(version.path());
  }
  std::sort(folders.begin(), folders.end());
  EXPECT_FALSE(folders.empty());
  return folders;
}

}  // namespace baken
