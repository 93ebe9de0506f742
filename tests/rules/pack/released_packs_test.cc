// The packs in the tree: complete, unchanged since their manifest was made, and fit to be shown to people.
#include <filesystem>

#include "absl/strings/ascii.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/pack/loader.h"
#include "rules/pack/text_ids.h"

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

// Words that blame, and promises that the packs must never make.
TEST(ReleasedPacksTest, TextsNeitherBlameNorReassureFalsely) {
  const std::vector<std::string> forbidden = {"verslaafde",     "misbruik", "junk",
                                              "addict ",        "abuser",   "abuse of",
                                              "leugenaar",      "liar",     "is veilig te gebruiken",
                                              "is safe to use", "klasse 1", "klasse 2",
                                              "klasse 3",       "class 1",  "class 2",
                                              "class 3"};
  for (const auto& folder : Folders()) {
    LoadResult result = LoadPack(folder);
    ASSERT_NE(result.pack, nullptr);
    for (const auto& need : ListTexts(result.pack->definition())) {
      for (const std::string& locale : result.pack->catalogue().locales()) {
        const std::string* text = result.pack->catalogue().Find(locale, need.id);
        if (text == nullptr) continue;
        for (const std::string& word : forbidden) {
          EXPECT_EQ(absl::AsciiStrToLower(*text).find(word), std::string::npos)
              << locale << " " << need.id << ": " << word;
        }
      }
    }
  }
}

}  // namespace
}  // namespace baken
