// `baken pack export`: a file for each engine, and what it says when it cannot.
#include "client/cli/pack_export_command.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/export/export.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

const std::filesystem::path kPack = std::filesystem::path(BAKEN_SOURCE_DIR) / "tests/testdata/packs/coffee-demo/1.0.0";

class PackExportCommandTest : public ::testing::Test {
 protected:
  ExitCode Run(const std::string& target, const std::filesystem::path& out, const std::filesystem::path& pack = kPack) {
    std::ostringstream text;
    Process process;
    process.out = &text;
    process.err = &text;
    const ExitCode code = RunPackExport({.directory = pack, .target = target, .out = out}, process);
    said_ = text.str();
    return code;
  }

  TemporaryFolder folder_;
  std::string said_;
};

TEST_F(PackExportCommandTest, WritesAFileForEachEngine) {
  for (const std::string& target : ExportTargets()) {
    ASSERT_EQ(Run(target, folder_.path() / target), kExitDone) << said_;
    EXPECT_GT(std::filesystem::file_size(folder_.path() / target), 100u) << target;
  }
  const auto exported = nlohmann::json::parse(ReadFile(folder_.path() / "json-logic"));
  EXPECT_EQ(exported["pack"]["id"], "coffee-demo");
  EXPECT_FALSE(exported["inputs"].empty());
  EXPECT_FALSE(exported["findings"].empty());
}

TEST_F(PackExportCommandTest, SaysWhatItCannot) {
  EXPECT_EQ(Run("prolog", folder_.path() / "x"), kExitWrongUse);
  EXPECT_THAT(said_, HasSubstr("prolog"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "x"));
  EXPECT_EQ(Run("cel", folder_.path()), kExitWrongUse);
  EXPECT_THAT(said_, HasSubstr("cannot write"));
  EXPECT_EQ(Run("cel", folder_.path() / "x", folder_.path()), kExitWrongUse);
}

}  // namespace
}  // namespace baken
