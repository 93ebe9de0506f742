#include "client/cli/person_input.h"

#include <sstream>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(PersonInputTest, ReadsJsonFromAFileAndFromStandardInput) {
  const TemporaryFolder folder;
  const std::string json = R"({"answers":[{"factId":"age","value":{"integer":34}}]})";
  std::istringstream in(json);
  Process process;
  process.in = &in;
  for (const std::string& file : {folder.Write("p.json", json).string(), std::string("-")}) {
    const PersonInput input = ReadPerson(file, process);
    EXPECT_THAT(input.problems, IsEmpty());
    EXPECT_EQ(input.request.answers(0).value().integer(), 34);
    EXPECT_EQ(input.role, "");
    EXPECT_EQ(input.title, "");
  }
}

TEST(PersonInputTest, ReadsACaseWithItsRoleAndTitle) {
  const TemporaryFolder folder;
  const auto file = folder.Write("c.txtpb", R"(id: "c" title: "One" role: "gp" request { locale: "nl" })");
  const PersonInput input = ReadPerson(file, Process());
  EXPECT_THAT(input.problems, IsEmpty());
  EXPECT_EQ(input.title, "c: One");
  EXPECT_EQ(input.role, "gp");
  EXPECT_EQ(input.request.locale(), "nl");
}

TEST(PersonInputTest, NamesLineAndColumnOfEveryMistakeInACase) {
  const TemporaryFolder folder;
  const PersonInput input = ReadPerson(folder.Write("c.txtpb", "id: \"c\"\nnope: 1\n"), Process());
  ASSERT_THAT(input.problems, SizeIs(1));
  EXPECT_EQ(input.problems[0].place, "line 2, column 5");
  EXPECT_THAT(input.problems[0].what, HasSubstr("nope"));
}

TEST(PersonInputTest, SaysThatAFileCannotBeRead) {
  const TemporaryFolder folder;
  EXPECT_THAT(ReadPerson(folder.path() / "none.json", Process()).problems, SizeIs(1));
  EXPECT_THAT(ReadPerson(folder.path(), Process()).problems, SizeIs(1)) << "a folder";
  const auto large = folder.Write("large.json", std::string((4 << 20) + 1, ' '));
  const PersonInput input = ReadPerson(large, Process());
  ASSERT_THAT(input.problems, SizeIs(1));
  EXPECT_THAT(input.problems[0].what, HasSubstr("4 MiB"));
}

}  // namespace
}  // namespace baken
