// `baken pack docs`: where pages go and where not, and the questions that stand on them.
#include "client/cli/pack_docs_command.h"

#include <filesystem>
#include <sstream>
#include <string>

#include "client/cli/baken_command.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PackDocsCommandTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(pack_.parent_path());
    std::filesystem::copy(std::filesystem::path(BAKEN_SOURCE_DIR) / "tests/testdata/packs/coffee-demo/1.0.0", pack_,
                          std::filesystem::copy_options::recursive);
  }

  ExitCode Run(const std::filesystem::path& out, const std::string& locale = "") {
    std::ostringstream text;
    Process process;
    process.out = &text;
    process.err = &text;
    const ExitCode code = RunPackDocs({.directory = pack_, .out = out, .locale = locale}, process);
    said_ = text.str();
    return code;
  }

  TemporaryFolder folder_;
  std::filesystem::path pack_ = folder_.path() / "coffee-demo/1.0.0";
  std::string said_;
};

TEST_F(PackDocsCommandTest, WritesThePages) {
  EXPECT_EQ(Run(folder_.path() / "pages/en", "en"), kExitDone) << said_;
  EXPECT_TRUE(std::filesystem::exists(folder_.path() / "pages/en/index.html"));
}

TEST_F(PackDocsCommandTest, NeverWritesIntoThePack) {
  for (const std::filesystem::path& out : {pack_, pack_ / "", pack_ / "docs", pack_ / "texts/../docs"}) {
    EXPECT_EQ(Run(out), kExitWrongUse) << out;
    EXPECT_THAT(said_, HasSubstr("lies in the pack itself"));
  }
  EXPECT_FALSE(std::filesystem::exists(pack_ / "index.html"));
  EXPECT_FALSE(std::filesystem::exists(pack_ / "docs"));
  EXPECT_EQ(Run(folder_.path() / "coffee-demo/1.0.0-docs"), kExitDone) << said_;
}

TEST_F(PackDocsCommandTest, QuestionsAreInTheLanguageOfThePagesWhereTheyAreWritten) {
  WriteFile(pack_ / "OPEN_QUESTIONS.md", "1. Right?\n");
  WriteFile(pack_ / "OPEN_QUESTIONS.nl.md", "1. Klopt dit?\n");
  ASSERT_EQ(Run(folder_.path() / "nl", "nl-NL"), kExitDone) << said_;
  EXPECT_THAT(ReadFile(folder_.path() / "nl/questions.html"), HasSubstr("Klopt dit?"));
  ASSERT_EQ(Run(folder_.path() / "en", "en"), kExitDone) << said_;
  EXPECT_THAT(ReadFile(folder_.path() / "en/questions.html"), HasSubstr("Right?"));
}

TEST(ListItemsTest, TakesItemsWithTheLinesThatContinueThem) {
  EXPECT_THAT(ListItems("# Head\n1. One\n   more.\n- Two\ntext\n"), ElementsAre("One more.", "Two"));
}

}  // namespace
}  // namespace baken
