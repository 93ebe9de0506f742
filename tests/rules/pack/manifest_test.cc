#include "rules/pack/manifest.h"

#include "gtest/gtest.h"
#include "rules/pack/loader.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

class ManifestTest : public ::testing::Test {
 protected:
  void SetUp() override {
    WritePack(CompleteDefinition({}), folder_.path());
    folder_.Write("README.md", "not part of the pack");
    folder_.Write("MANIFEST.sha256", MakeManifest(folder_.path()));
  }
  std::string Problems() {
    LoadResult result = LoadPack(folder_.path());
    EXPECT_EQ(result.pack == nullptr, !result.diagnostics.empty());
    return FormatDiagnostics("p", result.diagnostics);
  }
  TemporaryFolder folder_;
};

TEST_F(ManifestTest, AcceptsTheFolderItWasMadeFrom) { EXPECT_EQ(Problems(), ""); }

TEST_F(ManifestTest, IgnoresReadmeAndSignatures) {
  folder_.Write("README.md", "changed");
  folder_.Write("MANIFEST.sha256.sig", "x");
  EXPECT_EQ(Problems(), "");
}

TEST_F(ManifestTest, IgnoresOpenQuestionsInAnyLanguage) {
  folder_.Write("OPEN_QUESTIONS.md", "1. Right?");
  folder_.Write("OPEN_QUESTIONS.nl.md", "1. Klopt dit?");
  EXPECT_EQ(Problems(), "");
}

TEST_F(ManifestTest, RefusesAChangedFile) {
  folder_.Write("all.txtpb", ReadFile(folder_.path() / "all.txtpb") + "\n");
  EXPECT_EQ(Problems(), "p/all.txtpb: error: differs from the manifest");
}

TEST_F(ManifestTest, RefusesAFileThatIsNotInIt) {
  folder_.Write("texts/en/extra.txtpb", "");
  EXPECT_EQ(Problems(), "p/texts/en/extra.txtpb: error: is not in the manifest");
}

TEST_F(ManifestTest, RefusesAMissingManifest) {
  std::filesystem::remove(folder_.path() / "MANIFEST.sha256");
  EXPECT_EQ(Problems(), "p/MANIFEST.sha256: error: is missing; make it with `baken pack manifest`");
}

TEST_F(ManifestTest, RefusesAManifestThatIsNone) {
  folder_.Write("MANIFEST.sha256", "hello\n");
  EXPECT_EQ(Problems(), "p/MANIFEST.sha256: error: a line is not `<sha256>  <path>`");
}

TEST_F(ManifestTest, TheDigestOfThePackIsThatOfTheManifest) {
  LoadResult result = LoadPack(folder_.path());
  ASSERT_NE(result.pack, nullptr);
  EXPECT_EQ(result.pack->digest().size(), 64u);
  std::string before = result.pack->digest();
  folder_.Write("all.txtpb", ReadFile(folder_.path() / "all.txtpb") + "\n");
  folder_.Write("MANIFEST.sha256", MakeManifest(folder_.path()));
  EXPECT_NE(LoadPack(folder_.path()).pack->digest(), before);
}

}  // namespace
}  // namespace baken
