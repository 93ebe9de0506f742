#include "rules/pack/loader.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

class LoaderTest : public ::testing::Test {
 protected:
  void SetUp() override { WritePack(CompleteDefinition({}), folder_.path()); }
  // Adds a rule file to the pack.
  void Add(const std::string& name, const std::string& content) {
    rules::v1::PackFile completed = CompleteDefinition({});
    completed.mutable_header()->add_files(name);
    WritePack(completed, folder_.path());
    folder_.Write(name, content);
  }
  std::string Problems() {
    LoadOptions options;
    options.verify_manifest = false;
    return FormatDiagnostics("p", LoadPack(folder_.path(), options).diagnostics);
  }
  TemporaryFolder folder_;
};

TEST_F(LoaderTest, LoadsTheSmallestPack) { EXPECT_EQ(Problems(), ""); }

TEST_F(LoaderTest, PointsIntoTextFormat) {
  Add("x.txtpb", "# comment\nfacts {\n  nope: 1\n}\n");
  EXPECT_THAT(Problems(),
              HasSubstr("p/x.txtpb:3:7: error: Message type \"baken.rules.v1.Fact\" has no field named \"nope\""));
}

TEST_F(LoaderTest, PointsIntoAnExpression) {
  Add("x.txtpb", "criteria {\n  id: \"c\"\n  when: \"true && \"\n        \"nope\"\n  basis { house_rule: true }\n}\n");
  EXPECT_EQ(Problems(), "p/x.txtpb:4:10: error: unknown name 'nope'");
}

TEST_F(LoaderTest, ReportsAllProblemsOfAllFilesAtOnce) {
  Add("x.txtpb",
      "criteria { id: \"c\" when: \"a\" }\ncriteria { id: \"D\" when: \"true\" basis { house_rule: true } }\n");
  std::string problems = Problems();
  EXPECT_THAT(problems, HasSubstr("p/x.txtpb:1:27: error: unknown name 'a'"));
  EXPECT_THAT(problems, HasSubstr("p/x.txtpb:1:1: error: a basis is needed"));
  EXPECT_THAT(problems, HasSubstr("p/x.txtpb:2:1: error: id 'D' is malformed"));
}

TEST_F(LoaderTest, RefusesAMissingFile) {
  std::filesystem::remove(folder_.path() / "all.txtpb");
  EXPECT_THAT(Problems(), HasSubstr("p/all.txtpb: error: file is missing"));
}

TEST_F(LoaderTest, RefusesAFolderWithoutPack) {
  TemporaryFolder empty;
  LoadResult result = LoadPack(empty.path());
  EXPECT_EQ(result.pack, nullptr);
  EXPECT_FALSE(result.diagnostics.empty());
}

TEST_F(LoaderTest, RefusesAPathOutsideThePack) {
  rules::v1::PackFile completed = CompleteDefinition({});
  completed.mutable_header()->add_files("../other.txtpb");
  WritePack(completed, folder_.path());
  EXPECT_THAT(Problems(), HasSubstr("outside the pack"));
}

TEST_F(LoaderTest, RefusesARuleFileThatNobodyLists) {
  folder_.Write("findings/forgotten.txtpb", "");
  EXPECT_THAT(Problems(), HasSubstr("p/findings/forgotten.txtpb: error: file belongs to nothing"));
}

TEST_F(LoaderTest, RefusesMissingEmptyDoubleAndUnknownTexts) {
  folder_.Write("texts/en/more.txtpb",
                "texts { id: \"pack.title\" text: \"again\" }\ntexts { id: \"nobody.reads\" text: \"x\" }\n");
  std::string problems = Problems();
  EXPECT_THAT(problems, HasSubstr("p/texts/en/more.txtpb:1:1: error: text 'pack.title' stands twice"));
  EXPECT_THAT(problems, HasSubstr("p/texts/en/more.txtpb:2:1: error: nothing in the pack has the text 'nobody.reads'"));
  folder_.Write("texts/en/more.txtpb", "");
  folder_.Write("texts/en/all.txtpb", "texts { id: \"pack.title\" text: \"\" }");
  problems = Problems();
  EXPECT_THAT(problems, HasSubstr("text 'pack.title' is empty"));
  EXPECT_THAT(problems, HasSubstr("error: text 'outcome.ADVICE' is missing in 'en'"));
}

TEST_F(LoaderTest, ChecksCases) {
  folder_.Write("cases/a.txtpb", "id: \"b\"");
  std::string problems = Problems();
  EXPECT_THAT(problems, HasSubstr("p/cases/a.txtpb:1:1: error: id differs from the name of the file"));
  EXPECT_THAT(problems, HasSubstr("p/cases/a.txtpb:1:1: error: request needs an evaluation_date"));
}

TEST_F(LoaderTest, SurvivesRubbish) {
  for (const char* content : {"\xff\xfe", "facts {", "facts { facts { facts", "criteria { when: \"\\xff\" }", "}}}}"}) {
    Add("x.txtpb", content);
    EXPECT_NE(Problems(), "") << content;
  }
}

}  // namespace
}  // namespace baken
