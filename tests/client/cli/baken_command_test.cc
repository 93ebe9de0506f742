// The command as a person uses it, in this process, with a small pack written for the purpose.
#include "client/cli/baken_command.h"

#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "baken/v1/decision_support_service.pb.h"
#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "google/protobuf/util/json_util.h"
#include "gtest/gtest.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr char kDefinition[] = R"pb(
  facts {
    id: "tired"
    boolean {}
  }
  facts {
    id: "cups"
    number { minimum: "0" maximum: "20" }
  }
  parameters { id: "MANY_CUPS" value: "5" minimum: "3" maximum: "8" }
  findings {
    id: "MUCH"
    category: FINDING_CATEGORY_USE
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "cups >= MANY_CUPS && tired" }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
)pb";

constexpr char kPerson[] = R"({"answers":[{"factId":"cups","value":{"integer":7}},
                                          {"factId":"tired","value":{"boolean":true}}],"evaluationDate":"2026-11-25"})";

class BakenCommandTest : public ::testing::Test {
 protected:
  BakenCommandTest() {
    rules::v1::PackFile definition;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(kDefinition, &definition));
    pack_ = folder_.path() / "packs/test/1.0.0";
    WritePack(CompleteDefinition(definition), pack_);
    EXPECT_EQ(Run({"pack", "manifest", pack_}), kExitDone) << err_;
    person_ = folder_.Write("person.json", kPerson);
  }

  ExitCode Run(const std::vector<std::string>& arguments, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Process process;
    process.in = &in;
    process.out = &out;
    process.err = &err;
    process.environment = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
    process.executable = folder_.path() / "bin/baken";
    process.today = []() -> absl::StatusOr<absl::CivilDay> { return absl::CivilDay(2026, 11, 24); };
    const ExitCode code = RunBaken(arguments, process);
    out_ = out.str();
    err_ = err.str();
    return code;
  }

  // `baken assess --local` with the test's pack and role.
  ExitCode Assess(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), "assess");
    for (const char* argument : {"--local", "--role", "clinician", "--pack-dir"}) arguments.push_back(argument);
    arguments.push_back(folder_.path() / "packs");
    return Run(arguments, input);
  }

  TemporaryFolder folder_;
  std::filesystem::path pack_;
  std::string person_;
  std::string out_;
  std::string err_;
};

TEST_F(BakenCommandTest, HelpAndVersionAreNoErrors) {
  EXPECT_EQ(Run({"--help"}), kExitDone);
  EXPECT_THAT(out_, AllOf(HasSubstr("assess"), HasSubstr("Exit codes"), HasSubstr("Not a certified medical device")));
  EXPECT_EQ(Run({"--version"}), kExitDone);
  EXPECT_THAT(out_, ::testing::StartsWith("baken 0."));
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {"assess"}, {"packs"}, {"pack"}, {"pack", "lint"}, {"pack", "cases"}, {"pack", "manifest"}}) {
    std::vector<std::string> arguments = command;
    arguments.push_back("--help");
    EXPECT_EQ(Run(arguments), kExitDone);
    EXPECT_THAT(out_, HasSubstr("Examples:")) << command.back();
  }
}

TEST_F(BakenCommandTest, WrongUseIsTwo) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"nonsense"},
                                             {"assess"},
                                             {"assess", person_},
                                             {"assess", person_, "--local", "--server", "127.0.0.1:1"},
                                             {"assess", person_, "--server", "127.0.0.1:1"},
                                             {"assess", person_, "--local", "--format", "xml"},
                                             {"assess", person_, "--local", "--role", "clinician"},
                                             {"pack"},
                                             {"pack", "lint"},
                                             {"pack", "lint", folder_.path()},
                                             {"packs"}}) {
    EXPECT_EQ(Run(arguments), kExitWrongUse) << ::testing::PrintToString(arguments);
    EXPECT_THAT(err_, Not(IsEmpty())) << ::testing::PrintToString(arguments);
    EXPECT_THAT(out_, IsEmpty()) << ::testing::PrintToString(arguments);
  }
}

TEST_F(BakenCommandTest, WrongUseSaysWhatThereIs) {
  const std::string packs = folder_.path() / "packs";
  const std::string empty = folder_.Write("empty.json", " \n");
  const std::vector<std::pair<std::vector<std::string>, std::string>> uses = {
      {{"asess"}, "There are: assess explain interview settle packs pack"},
      {{"pack", "lnit", "x"}, "There are: new lint cases coverage manifest docs"},
      {{"packs", "--local", "--format", "yaml"}, "--format: there are text and json"},
      {{"assess", empty, "--local", "--pack-dir", packs, "--role", "clinician"}, "it is empty; a request without"},
      {{"assess", person_, "--local", "--pack-dir", packs, "--role", "nobody"}, "note: roles of"},
      {{"assess", person_, "--local", "--pack-dir", packs, "--role", "clinician", "--pack-version", "9.9.9"},
       "note: versions of"},
      {{"packs", "--plaintext", "--server", "localhost"}, "--server needs a port"},
  };
  for (const auto& [arguments, said] : uses) {
    EXPECT_EQ(Run(arguments), kExitWrongUse) << ::testing::PrintToString(arguments);
    EXPECT_THAT(err_, HasSubstr(said)) << ::testing::PrintToString(arguments);
  }
}

TEST_F(BakenCommandTest, TheTestPackOfTheTreePassesTheToolsOfAuthors) {
  const std::string coffee = std::string(BAKEN_SOURCE_DIR) + "/tests/testdata/packs/coffee-demo/1.0.0";
  EXPECT_EQ(Run({"pack", "lint", coffee}), kExitDone) << out_;
  EXPECT_EQ(err_, "") << "no fact is unused, and the manifest fits";
  EXPECT_EQ(Run({"pack", "cases", coffee, "--coverage"}), kExitDone) << out_;
  EXPECT_THAT(out_, AllOf(HasSubstr("wanted proofs have a case"), HasSubstr(", 0 failed")));
  EXPECT_EQ(Run({"pack", "coverage", coffee}), kExitFoundWrong) << "it was written from no inventory";
}

TEST_F(BakenCommandTest, AnUnreachableServiceIsThree) {
  EXPECT_EQ(Run({"assess", person_, person_, "--plaintext", "--server", "127.0.0.1:1"}), kExitRefused);
  EXPECT_THAT(err_, HasSubstr("UNAVAILABLE"));
  EXPECT_EQ(err_.find("UNAVAILABLE"), err_.rfind("UNAVAILABLE")) << "the second file is not tried:\n" << err_;
}

TEST_F(BakenCommandTest, AnswersInProcess) {
  EXPECT_EQ(Assess({person_}), kExitDone) << err_;
  EXPECT_THAT(out_, AllOf(HasSubstr("text of finding.MUCH.YES"), HasSubstr("Rule pack test 1.0.0"),
                          HasSubstr("evaluated for 25 November 2026"), HasSubstr("not signed")));
  EXPECT_THAT(err_, HasSubstr("warning: pack test 1.0.0 is not signed"));
}

TEST_F(BakenCommandTest, ExplainsInWordsAndAsData) {
  const std::vector<std::string> local = {"--local", "--role", "clinician", "--pack-dir", folder_.path() / "packs"};
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), local.begin(), local.end());
    return Run(arguments);
  };
  EXPECT_EQ(run({"explain", person_, "--finding", "MUCH"}), kExitDone) << err_;
  EXPECT_THAT(out_, AllOf(HasSubstr("Why (each line below is enough by itself)"), HasSubstr("fact.cups.label: 7"),
                          HasSubstr("What would change it"), HasSubstr("7 ⇒ 4")));
  EXPECT_EQ(run({"explain", person_, "--format", "json"}), kExitDone) << err_;
  EXPECT_THAT(out_, HasSubstr("\"findingId\": \"MUCH\""));
  const std::string before = folder_.Write("before.json", R"({"evaluationDate":"2026-06-01"})");
  EXPECT_EQ(run({"explain", person_, "--before", before}), kExitDone) << err_;
  EXPECT_THAT(out_, HasSubstr("Difference from 2026-06-01, test 1.0.0"));
  EXPECT_EQ(run({"explain", person_, "--finding", "NOPE"}), kExitWrongUse);
  EXPECT_THAT(err_, HasSubstr("finding_ids[0]"));
}

TEST_F(BakenCommandTest, InterviewAsksUntilNothingMattersAndKeepsTheAnswers) {
  const std::string answers = folder_.path() / "answers.json";
  const std::vector<std::string> command = {"interview",  "--everything",           "--local",   "--role", "clinician",
                                            "--pack-dir", folder_.path() / "packs", "--answers", answers};
  // A wrong answer, why, an answer, back, another answer, and then the other question.
  EXPECT_EQ(Run(command, "maybe\n?\ny\n<\nn\n"), kExitDone) << err_;
  EXPECT_THAT(out_, AllOf(HasSubstr("That is no answer"), HasSubstr("text of interview.because.FINDING"),
                          HasSubstr("Back: the answer to"), HasSubstr("Enough is known"), HasSubstr("Asked: 2.")));
  EXPECT_EQ(Run(command, "q\n"), kExitDone) << err_;
  EXPECT_THAT(out_, HasSubstr("Asked: 0."));
  const std::string kept = ReadFile(answers);
  EXPECT_THAT(kept, AllOf(HasSubstr("tired"), HasSubstr("false"), Not(HasSubstr("cups"))));
}

TEST_F(BakenCommandTest, InterviewStopsAtTheEndOfTheInputAndTakesDeclined) {
  EXPECT_EQ(Run({"interview", "--everything", "--local", "--role", "clinician", "--pack-dir", folder_.path() / "packs"},
                "-\n\n"),
            kExitDone)
      << err_;
  EXPECT_THAT(out_, AllOf(HasSubstr("Enough is known"), HasSubstr("Asked: 2.")));
}

TEST_F(BakenCommandTest, CertificatesAreMadeAndChecked) {
  const std::vector<std::string> command = {
      "settle", person_, "--local", "--role", "clinician", "--pack-dir", folder_.path() / "packs"};
  EXPECT_EQ(Run(command), kExitDone) << err_;
  EXPECT_THAT(out_, HasSubstr("\"urgencySettled\": true"));
  std::vector<std::string> check = command;
  check.insert(check.end(), {"--check", folder_.Write("certificate.json", out_)});
  EXPECT_EQ(Run(check), kExitDone) << out_ << err_;
  EXPECT_THAT(out_, HasSubstr("holds"));
  check.back() = folder_.Write("wrong.json", R"({"settlement":{"urgencySettled":true}})");
  EXPECT_EQ(Run(check), kExitFoundWrong);
  EXPECT_THAT(out_, HasSubstr("WRONG"));
  check.back() = folder_.Write("none.json", "{}");
  EXPECT_EQ(Run(check), kExitWrongUse);
}

TEST_F(BakenCommandTest, SiteProfileIsUsedAndNamed) {
  const std::string head = "id: 'region' version: '2.0.0' pack_id: 'test' pack_versions: '1.0.0' ";
  const std::string profile =
      folder_.Write("site.txtpb", head + "parameters { parameter: 'MANY_CUPS' value: '8' }").string();
  EXPECT_EQ(Assess({person_, "--site-profile", profile}), kExitDone) << err_;
  EXPECT_THAT(out_, AllOf(HasSubstr("region@2.0.0"), Not(HasSubstr("text of finding.MUCH.YES"))));
  EXPECT_EQ(Assess({person_, "--site-profile", profile, "--format", "json"}), kExitDone) << err_;
  EXPECT_THAT(out_, HasSubstr("\"siteProfile\": \"region@2.0.0\""));
  EXPECT_EQ(Run({"pack", "lint", pack_, "--site-profile", profile}), kExitDone) << out_ << err_;

  const std::string wrong =
      folder_.Write("wrong.txtpb", head + "parameters { parameter: 'MANY_CUPS' value: '9' }").string();
  EXPECT_EQ(Assess({person_, "--site-profile", wrong}), kExitWrongUse);
  EXPECT_THAT(err_, AllOf(HasSubstr("does not fit"), HasSubstr(wrong + ":1:"), HasSubstr("[3, 8]")));
  EXPECT_EQ(Run({"pack", "lint", pack_, "--site-profile", wrong}), kExitFoundWrong);
  EXPECT_EQ(Run({"assess", person_, "--server", "127.0.0.1:1", "--site-profile", profile}), kExitWrongUse);
  EXPECT_THAT(err_, HasSubstr("--site-profile goes with --local"));
}

TEST_F(BakenCommandTest, ReadsStandardInput) {
  EXPECT_EQ(Assess({"-"}, kPerson), kExitDone) << err_;
  EXPECT_THAT(out_, HasSubstr("text of finding.MUCH.YES"));
}

TEST_F(BakenCommandTest, TheCommandLineGoesBeforeTheFile) {
  EXPECT_EQ(Assess({person_, "--date", "2026-12-01"}), kExitDone) << err_;
  EXPECT_THAT(out_, HasSubstr("evaluated for 1 December 2026"));
  EXPECT_EQ(Assess({person_, "--pack", "other"}), kExitWrongUse);
  EXPECT_THAT(err_, HasSubstr("NOT_FOUND"));
  EXPECT_EQ(Assess({person_, "--pack-version", "2"}), kExitWrongUse);
  EXPECT_EQ(Assess({person_, "--locale", "fr"}), kExitWrongUse);
  EXPECT_THAT(err_, HasSubstr("locale"));
  EXPECT_EQ(Assess({person_, "--view", "nope"}), kExitWrongUse);
}

TEST_F(BakenCommandTest, WithoutADateItIsToday) {
  EXPECT_EQ(Assess({"-"}, "{}"), kExitDone) << err_;
  EXPECT_THAT(out_, HasSubstr("evaluated for 24 November 2026"));
}

TEST_F(BakenCommandTest, JsonIsTheWholeResponse) {
  EXPECT_EQ(Assess({person_, "--format", "json"}), kExitDone) << err_;
  v1::AssessResponse response;
  ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(out_, &response).ok()) << out_;
  EXPECT_EQ(response.assessment().pack().pack_id(), "test");
  EXPECT_EQ(response.delivery().answered_by(), v1::ANSWERED_BY_LIBRARY);
  EXPECT_EQ(response.delivery().decision_digest().size(), 64U);
}

TEST_F(BakenCommandTest, SeveralFilesAreOneLineEachInJson) {
  EXPECT_EQ(Assess({person_, person_, "--format", "json"}), kExitDone) << err_;
  EXPECT_EQ(std::count(out_.begin(), out_.end(), '\n'), 2) << out_;
}

TEST_F(BakenCommandTest, AFileThatFailsDoesNotStopTheOthers) {
  const std::string broken = folder_.Write("broken.json", "{");
  EXPECT_EQ(Assess({broken, person_}), kExitWrongUse);
  EXPECT_THAT(err_, HasSubstr("broken.json: line 1"));
  EXPECT_THAT(out_, HasSubstr("text of finding.MUCH.YES"));
}

TEST_F(BakenCommandTest, NamesEveryViolationWithItsPath) {
  EXPECT_EQ(Assess({"-"}, R"({"answers":[{"factId":"cups","value":{"integer":99}},
                                         {"factId":"nobody","value":{"boolean":true}}]})"),
            kExitWrongUse);
  EXPECT_THAT(err_, AllOf(HasSubstr("answers[0]"), HasSubstr("answers[1]"), Not(HasSubstr("99"))));
}

TEST_F(BakenCommandTest, RefusesAPackThatDoesNotMatchItsManifest) {
  WriteFile(pack_ / "all.txtpb", ReadFile(pack_ / "all.txtpb") + "\n# changed\n");
  EXPECT_EQ(Assess({person_}), kExitWrongUse);
  EXPECT_THAT(err_, AllOf(HasSubstr("all.txtpb"), HasSubstr("error:")));
  EXPECT_EQ(Run({"pack", "lint", pack_}), kExitDone) << "an author at work has not written it yet";
  EXPECT_THAT(err_, HasSubstr("baken pack manifest"));
}

TEST_F(BakenCommandTest, ListsPacks) {
  EXPECT_EQ(Run({"packs", "--local", "--pack-dir", folder_.path() / "packs"}), kExitDone) << err_;
  EXPECT_THAT(out_, ::testing::StartsWith("test 1.0.0  active  unsigned  en  "));
}

TEST_F(BakenCommandTest, LintNamesFileLineAndColumn) {
  WriteFile(pack_ / "all.txtpb", ReadFile(pack_ / "all.txtpb") + "\nnope: 1\n");
  EXPECT_EQ(Run({"pack", "lint", pack_}), kExitFoundWrong);
  EXPECT_THAT(out_, ::testing::ContainsRegex("all.txtpb:[0-9]+:[0-9]+: error: "));
}

TEST_F(BakenCommandTest, RunsTheCasesOfAPack) {
  const std::string request = R"(request { evaluation_date: "2026-11-25"
    answers { fact_id: "cups" value { integer: 7 } } answers { fact_id: "tired" value { boolean: true } } } )";
  WriteFile(pack_ / "cases/good.txtpb", "id: \"good\" title: \"x\" role: \"clinician\" " + request +
                                            "expected { findings { finding: \"MUCH\" supported: \"YES\" } }");
  EXPECT_EQ(Run({"pack", "cases", pack_}), kExitDone) << out_ << err_;
  EXPECT_THAT(out_, HasSubstr("1 passed, 0 failed"));
  WriteFile(pack_ / "cases/bad.txtpb", "id: \"bad\" title: \"x\" role: \"clinician\" " + request +
                                           "expected { findings { finding: \"MUCH\" supported: \"NO\" } }");
  EXPECT_EQ(Run({"pack", "cases", pack_}), kExitFoundWrong);
  EXPECT_THAT(out_, AllOf(HasSubstr("FAILED  bad"), HasSubstr("1 passed, 1 failed")));
}

TEST_F(BakenCommandTest, APackWithoutCasesHasProvedNothing) {
  EXPECT_EQ(Run({"pack", "cases", pack_}), kExitFoundWrong);
  EXPECT_THAT(out_, HasSubstr("0 passed, 0 failed"));
}

}  // namespace
}  // namespace baken
