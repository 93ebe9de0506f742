#include "client/cli/pack_folders.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Process ProcessIn(const std::filesystem::path& executable, std::map<std::string, std::string> environment = {}) {
  Process process;
  process.executable = executable;
  process.environment = [environment](const std::string& name) -> std::optional<std::string> {
    const auto found = environment.find(name);
    return found == environment.end() ? std::nullopt : std::optional<std::string>(found->second);
  };
  return process;
}

std::vector<std::string> Names(const std::vector<PackFolder>& folders) {
  std::vector<std::string> names;
  for (const PackFolder& folder : folders) names.push_back(folder.id + " " + folder.version);
  return names;
}

TEST(PackFoldersTest, TheOptionGoesBeforeTheEnvironmentBeforeTheTree) {
  const TemporaryFolder folder;
  folder.Write("given/x", "");
  folder.Write("named/x", "");
  folder.Write("tree/rules/packs/x", "");
  folder.Write("tree/build/bin/baken", "");
  const std::string given = folder.path() / "given";
  const std::string named = folder.path() / "named";
  const auto executable = folder.path() / "tree/build/bin/baken";
  const Process with = ProcessIn(executable, {{"BAKEN_PACK_DIR", named}});
  ASSERT_OK_AND_ASSIGN(const auto first, FindPackDirectory(given, with));
  EXPECT_EQ(first, given);
  ASSERT_OK_AND_ASSIGN(const auto second, FindPackDirectory("", with));
  EXPECT_EQ(second, named);
  ASSERT_OK_AND_ASSIGN(const auto third, FindPackDirectory("", ProcessIn(executable)));
  EXPECT_TRUE(std::filesystem::equivalent(third, folder.path() / "tree/rules/packs"));
}

TEST(PackFoldersTest, FindsInstalledPacksBesideTheProgram) {
  const TemporaryFolder folder;
  folder.Write("usr/share/baken/packs/x", "");
  folder.Write("usr/bin/baken", "");
  ASSERT_OK_AND_ASSIGN(const auto found, FindPackDirectory("", ProcessIn(folder.path() / "usr/bin/baken")));
  EXPECT_TRUE(std::filesystem::equivalent(found, folder.path() / "usr/share/baken/packs"));
}

TEST(PackFoldersTest, SaysWhatItTried) {
  const TemporaryFolder folder;
  const Process process = ProcessIn(folder.path() / "bin/baken");
  EXPECT_THAT(FindPackDirectory("", process).status(), StatusIs(absl::StatusCode::kNotFound, HasSubstr("--pack-dir")));
  EXPECT_THAT(FindPackDirectory("/no/such", process).status(),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("/no/such")));
  // A named folder that is not there is a mistake to tell, not a reason to look elsewhere.
  EXPECT_THAT(FindPackDirectory("", ProcessIn(folder.path(), {{"BAKEN_PACK_DIR", "/no/such"}})).status(),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("BAKEN_PACK_DIR")));
}

TEST(PackFoldersTest, ListsVersionsNewestFirst) {
  const TemporaryFolder folder;
  for (const char* version : {"b/1.9.0", "b/1.10.0", "a/0.1.0", "b/1.10.0-notes"}) {
    if (std::string(version).find("notes") == std::string::npos) {
      folder.Write(std::string(version) + "/pack.txtpb", "");
    } else {
      folder.Write(std::string(version) + "/README.md", "");
    }
  }
  ASSERT_OK_AND_ASSIGN(const auto all, ListPackFolders(folder.path()));
  EXPECT_THAT(Names(all), ElementsAre("a 0.1.0", "b 1.10.0", "b 1.9.0"));
  ASSERT_OK_AND_ASSIGN(const auto one_pack, ListPackFolders(folder.path() / "b"));
  EXPECT_THAT(Names(one_pack), ElementsAre("b 1.10.0", "b 1.9.0"));
  ASSERT_OK_AND_ASSIGN(const auto one_version, ListPackFolders(folder.path() / "b/1.9.0/"));
  EXPECT_THAT(Names(one_version), ElementsAre("b 1.9.0"));
}

TEST(PackFoldersTest, SaysWhenThereIsNoPack) {
  const TemporaryFolder folder;
  EXPECT_THAT(ListPackFolders(folder.path()).status(), StatusIs(absl::StatusCode::kNotFound));
}

}  // namespace
}  // namespace baken
