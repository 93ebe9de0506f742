// `baken pack new`, and the walk through of rules/packs/README.md, as an author would follow it.
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/baken_command.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class PackNewTest : public ::testing::Test {
 protected:
  ExitCode Run(const std::vector<std::string>& arguments) {
    std::istringstream in;
    std::ostringstream out;
    Process process;
    process.in = &in;
    process.out = &out;
    process.err = &out;
    process.environment = [](const std::string&) { return std::nullopt; };
    process.today = [] { return absl::CivilDay(2026, 1, 1); };
    ExitCode code = RunBaken(arguments, process);
    out_ = out.str();
    return code;
  }

  TemporaryFolder folder_;
  std::string pack_ = folder_.path() / "packs/my-pack/0.1.0";
  std::string out_;
};

// What README.md says to add: path and text, in order.
std::vector<std::pair<std::string, std::string>> Additions() {
  std::vector<std::pair<std::string, std::string>> additions;
  bool inside = false;
  for (absl::string_view line :
       absl::StrSplit(ReadFile(std::filesystem::path(BAKEN_SOURCE_DIR) / "rules/packs/README.md"), '\n')) {
    if (absl::StartsWith(line, "Add to `")) {
      const std::vector<std::string> parts = absl::StrSplit(line, '`');
      additions.emplace_back(parts[1], "");
    } else if (absl::StartsWith(line, "```")) {
      inside = line == "```" && !inside && !additions.empty() && additions.back().second.empty();
    } else if (inside) {
      absl::StrAppend(&additions.back().second, line, "\n");
    }
  }
  return additions;
}

TEST_F(PackNewTest, StartsWithAPackThatNeedsNothing) {
  ASSERT_EQ(Run({"pack", "new", pack_}), kExitDone) << out_;
  EXPECT_EQ(Run({"pack", "lint", pack_}), kExitDone) << out_;
  EXPECT_THAT(out_, HasSubstr("my-pack 0.1.0: no problems"));
  EXPECT_EQ(Run({"pack", "cases", pack_, "--strict"}), kExitDone) << out_;
  EXPECT_THAT(out_, HasSubstr("3 passed, 0 failed"));
}

TEST_F(PackNewTest, TheWalkThroughOfTheReadmeWorks) {
  ASSERT_EQ(Run({"pack", "new", pack_}), kExitDone) << out_;
  const auto additions = Additions();
  ASSERT_THAT(additions, SizeIs(7));
  for (const auto& [path, text] : additions) {
    const std::filesystem::path file = std::filesystem::path(pack_) / path;
    WriteFile(file, (std::filesystem::exists(file) ? ReadFile(file) : "") + text);
  }
  EXPECT_EQ(Run({"pack", "lint", pack_}), kExitDone) << out_;
  EXPECT_EQ(Run({"pack", "cases", pack_, "--strict"}), kExitDone) << out_;
  EXPECT_THAT(out_, HasSubstr("5 passed, 0 failed"));
  EXPECT_EQ(Run({"pack", "manifest", pack_}), kExitDone) << out_;
  EXPECT_EQ(Run({"assess", pack_ + "/cases/severe_pain.txtpb", "--local", "--pack-dir", folder_.path() / "packs"}),
            kExitDone)
      << out_;
  EXPECT_THAT(out_, HasSubstr("Hevige pijn in de rug."));
  EXPECT_THAT(out_, HasSubstr("Laat uw huisarts naar uw rug kijken."));
  EXPECT_THAT(out_, Not(HasSubstr("niets te adviseren")));
}

TEST_F(PackNewTest, CasesTellWhatTheyDoNotProve) {
  ASSERT_EQ(Run({"pack", "new", pack_}), kExitDone) << out_;
  std::filesystem::remove(std::filesystem::path(pack_) / "cases/below_bound.txtpb");
  EXPECT_EQ(Run({"pack", "cases", pack_}), kExitDone) << out_;
  EXPECT_EQ(Run({"pack", "cases", pack_, "--coverage"}), kExitDone) << out_;
  EXPECT_THAT(out_, HasSubstr("missing fact hours_sitting: no case with 7, for finding SITS_LONG"));
  EXPECT_EQ(Run({"pack", "cases", pack_, "--strict"}), kExitFoundWrong) << out_;
  EXPECT_THAT(out_, HasSubstr("not enough for --strict"));
}

TEST_F(PackNewTest, CoverageAndLintTellWhatReviewersMiss) {
  ASSERT_EQ(Run({"pack", "new", pack_}), kExitDone) << out_;
  EXPECT_EQ(Run({"pack", "coverage", pack_}), kExitFoundWrong);
  EXPECT_THAT(out_, HasSubstr("no coverage.txtpb"));
  WriteFile(std::filesystem::path(pack_) / "coverage.txtpb",
            "ranges { prefix: 'S-' first: 1 last: 2 } entries { id: 'S-1' topic: 't' elements: 'finding.SITS_LONG' }");
  EXPECT_EQ(Run({"pack", "coverage", pack_}), kExitFoundWrong);
  EXPECT_THAT(out_, HasSubstr("2 items: 1 carried by elements, 0 background, 0 not implemented, 1 problems"));
  EXPECT_EQ(Run({"pack", "lint", pack_}), kExitFoundWrong);
  EXPECT_THAT(out_, HasSubstr("coverage.txtpb: error: no entry for S-2"));
}

TEST_F(PackNewTest, TakesAFolderWrittenWithASlashBehindIt) {
  EXPECT_EQ(Run({"pack", "new", pack_ + "/"}), kExitDone) << out_;
  EXPECT_EQ(Run({"pack", "lint", pack_}), kExitDone) << out_;
}

TEST_F(PackNewTest, RefusesNamesThatLintRefuses) {
  for (const char* name : {"My-Pack/0.1.0", "my_pack/0.1.0", "1pack/0.1.0", "my-pack/..1", "my-pack/1.0.1234567"}) {
    EXPECT_EQ(Run({"pack", "new", folder_.path() / name}), kExitWrongUse) << name;
    EXPECT_FALSE(std::filesystem::exists(folder_.path() / name)) << name;
  }
}

TEST_F(PackNewTest, TouchesNothingThatIsThere) {
  WriteFile(std::filesystem::path(pack_) / "notes.txt", "mine");
  EXPECT_EQ(Run({"pack", "new", pack_}), kExitWrongUse);
  EXPECT_THAT(out_, HasSubstr("is not empty"));
  EXPECT_EQ(Run({"pack", "new", folder_.path() / "nowhere"}), kExitWrongUse);
  EXPECT_THAT(out_, HasSubstr("<id>/<MAJOR.MINOR.PATCH>"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "nowhere"));
}

}  // namespace
}  // namespace baken
