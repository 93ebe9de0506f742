// What a start refuses, and that it says everything that is wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "rules/pack/loader.h"
#include "tests/integration/test_site.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;

constexpr int kWrongInput = 2;

// A site that serves a copy of the shipped pack, to be spoilt.
class StartTest : public ::testing::Test {
 protected:
  void UseCopyOfPack() {
    pack_ = site_.path() / "packs" / "cocaine-nl" / "1.0.0";
    std::filesystem::create_directories(pack_);
    std::filesystem::copy(kShippedPack, pack_, std::filesystem::copy_options::recursive);
    site_.config().mutable_packs(0)->set_directory("packs");
  }

  // Replaces `from`, which must be there, in a file of the copy.
  void Edit(const std::string& file, const std::string& from, const std::string& to) {
    std::string text = ReadFile(pack_ / file);
    ASSERT_GT(absl::StrReplaceAll({{from, to}}, &text), 0) << file;
    std::ofstream(pack_ / file) << text;
  }

  void RenewManifest() { std::ofstream(pack_ / "MANIFEST.sha256") << MakeManifest(pack_); }

  // Expects that a start ends with `code`, and returns what it wrote.
  std::string Refusal(int code = kWrongInput) {
    std::unique_ptr<BakendProcess> process = site_.Launch();
    EXPECT_EQ(process->WaitForExit(), code) << process->Output();
    EXPECT_FALSE(std::filesystem::exists(site_.path() / "port"));
    return process->Output();
  }

  TestSite site_;
  std::filesystem::path pack_;
};

TEST_F(StartTest, CopyOfPackServes) {
  UseCopyOfPack();
  const auto process = site_.Start();
  EXPECT_THAT(site_.Client("practice").ListPacks(), IsOk());
}

TEST_F(StartTest, BrokenPackIsRefusedWithFileLineAndColumn) {
  UseCopyOfPack();
  Edit("criteria/parameters.txtpb", "parameters {", "parameters { nonsense: 1");
  Edit("findings/scope.txtpb", "when: \"", "when: \"no_such_fact && ");
  RenewManifest();
  const std::string output = Refusal();
  EXPECT_THAT(output, ContainsRegex(absl::StrCat(pack_.string(), "/criteria/parameters.txtpb:[0-9]+:[0-9]+: error: ")));
}

TEST_F(StartTest, ConditionThatDoesNotCheckIsRefusedInsideTheExpression) {
  UseCopyOfPack();
  Edit("findings/scope.txtpb", "when: \"", "when: \"no_such_fact && ");
  RenewManifest();
  EXPECT_THAT(Refusal(),
              AllOf(ContainsRegex("/findings/scope.txtpb:[0-9]+:[0-9]+: error: "), HasSubstr("no_such_fact")));
}

TEST_F(StartTest, ChangedFileIsRefusedByTheManifest) {
  UseCopyOfPack();
  std::ofstream(pack_ / "findings/scope.txtpb", std::ios::app) << "\n";
  EXPECT_THAT(Refusal(), AllOf(HasSubstr("findings/scope.txtpb"), HasSubstr("error: ")));
}

TEST_F(StartTest, CaseThatFailsIsRefused) {
  UseCopyOfPack();
  Edit("cases/v01_student_festivals.txtpb", "outcome: OUTCOME_ADVICE", "outcome: OUTCOME_REFUSED");
  RenewManifest();
  EXPECT_THAT(Refusal(), HasSubstr("/cases/v01_student_festivals.txtpb:1:1: error: case fails: "));
}

TEST_F(StartTest, SiteProfileIsNamedInTheLogAndInAnswers) {
  site_.config().mutable_packs(0)->set_site_profile_file(BAKEN_SOURCE_DIR "/deploy/site_profile.example.txtpb");
  std::unique_ptr<BakendProcess> process = site_.Start();
  ASSERT_OK_AND_ASSIGN(
      const v1::AssessResponse response,
      site_.Client("practice").Assess(ShippedCase("v01_student_festivals").request(), {.role = "poh_ggz"}));
  EXPECT_EQ(response.assessment().site_profile(), "example-region@1.0.0");
  EXPECT_THAT(process->Output(), HasSubstr("\"site_profile\":\"example-region@1.0.0\""));
}

TEST_F(StartTest, SiteProfileThatDoesNotFitIsRefused) {
  const std::string profile = (site_.path() / "site.txtpb").string();
  std::ofstream(profile) << "id: 'a' version: '1.0.0' pack_id: 'cocaine-nl' pack_versions: '1.0.0'\n"
                            "due_times { action: 'referral.ambulance_112' due { count: 1 unit: PERIOD_UNIT_DAY } }\n";
  site_.config().mutable_packs(0)->set_site_profile_file(profile);
  EXPECT_THAT(Refusal(), HasSubstr(profile + ":2:1: error: action 'referral.ambulance_112' has a fixed time"));
}

TEST_F(StartTest, FolderWithAnotherPackIsRefused) {
  site_.config().mutable_packs(0)->set_pack_id("other");
  EXPECT_THAT(Refusal(), HasSubstr("packs[0].directory: holds pack cocaine-nl 1.0.0"));
}

TEST_F(StartTest, FolderWithoutPackIsRefused) {
  site_.config().mutable_packs(0)->set_directory("nowhere");
  EXPECT_THAT(Refusal(), HasSubstr((site_.path() / "nowhere/cocaine-nl/1.0.0").string()));
}

TEST_F(StartTest, AllErrorsOfConfigurationAndPackAreNamedAtOnce) {
  UseCopyOfPack();
  Edit("findings/scope.txtpb", "when: \"", "when: \"no_such_fact && ");
  RenewManifest();
  site_.config().clear_server_name();
  site_.config().set_metrics_address("0.0.0.0:1");
  site_.config().mutable_clients(1)->set_san_uri(site_.config().clients(0).san_uri());
  site_.config().mutable_tls()->set_private_key_file("none.key");
  site_.config().mutable_limits()->set_default_deadline_ms(-1);
  const std::string output = Refusal();
  for (const char* expected : {"server_name: ", "metrics_address: ", "clients[1].san_uri: ", "tls.private_key_file: ",
                               "limits.default_deadline_ms: ", "/findings/scope.txtpb:"}) {
    EXPECT_THAT(output, HasSubstr(expected));
  }
}

TEST_F(StartTest, RolesAreCheckedAgainstThePack) {
  site_.config().mutable_clients(0)->add_roles("manager");
  site_.config().mutable_clients(1)->add_roles("employer");
  EXPECT_THAT(Refusal(), AllOf(ContainsRegex("bakend.txtpb:[0-9]+:[0-9]+: error: clients\\[0\\].roles\\[2\\]: no pack"),
                               HasSubstr("clients[1].roles[1]: this role gets no answer about a person")));
}

TEST_F(StartTest, UnknownFieldsAreNamedWithLineAndColumn) {
  const std::filesystem::path config = site_.WriteConfig();
  std::ofstream(config, std::ios::app) << "servername: \"x\"\nlimits { speed: 9 }\n";
  BakendProcess process({"--config", config.string()}, site_.path() / "bakend.log");
  EXPECT_EQ(process.WaitForExit(), kWrongInput);
  EXPECT_THAT(process.Output(), AllOf(ContainsRegex(":[0-9]+:[0-9]+: error: .*\"servername\""),
                                      ContainsRegex(":[0-9]+:[0-9]+: error: .*\"speed\"")));
}

TEST_F(StartTest, WithoutTimeZonesThereIsNoStart) {
  std::unique_ptr<BakendProcess> process = site_.Launch({"TZDIR=/nonexistent"});
  EXPECT_EQ(process->WaitForExit(), kWrongInput);
  EXPECT_THAT(process->Output(), HasSubstr("time_zone: cannot be loaded: Europe/Amsterdam"));
}

TEST_F(StartTest, PortThatIsTakenIsSaid) {
  const auto first = site_.Start();
  TestSite second;
  second.config().mutable_listener()->set_address(absl::StrCat("127.0.0.1:", site_.port()));
  const auto process = second.Launch();
  EXPECT_EQ(process->WaitForExit(), 1) << process->Output();
  EXPECT_THAT(process->Output(), HasSubstr("cannot listen on 127.0.0.1:"));
}

TEST_F(StartTest, CheckSaysOkAndDoesNotListen) {
  const std::string config = site_.WriteConfig();
  BakendProcess good({"--config", config, "--check"}, site_.path() / "check.log");
  EXPECT_EQ(good.WaitForExit(), 0) << good.Output();
  EXPECT_EQ(good.Output(), config + ": OK\n");
  EXPECT_FALSE(std::filesystem::exists(site_.path() / "port"));
  site_.config().clear_server_name();
  BakendProcess bad({"--config", site_.WriteConfig(), "--check"}, site_.path() / "check.log");
  EXPECT_EQ(bad.WaitForExit(), kWrongInput);
}

TEST_F(StartTest, CommandLine) {
  BakendProcess version({"--version"}, site_.path() / "out");
  EXPECT_EQ(version.WaitForExit(), 0);
  EXPECT_THAT(version.Output(), ContainsRegex("^bakend [0-9]+\\.[0-9]+\\.[0-9]+\n$"));
  BakendProcess help({"--help"}, site_.path() / "out");
  EXPECT_EQ(help.WaitForExit(), 0);
  EXPECT_THAT(help.Output(), HasSubstr("--config"));
  BakendProcess wrong({"--confg", "x"}, site_.path() / "out");
  EXPECT_EQ(wrong.WaitForExit(), kWrongInput);
  BakendProcess absent({"--config", "/nonexistent"}, site_.path() / "out");
  EXPECT_EQ(absent.WaitForExit(), kWrongInput);
  EXPECT_THAT(absent.Output(), HasSubstr("/nonexistent: error: cannot be read"));
}

TEST_F(StartTest, PlaintextOnLoopbackServesItsRoles) {
  site_.config().clear_tls();
  site_.config().clear_clients();
  site_.config().mutable_listener()->set_plaintext(true);
  site_.config().mutable_listener()->add_plaintext_roles("bedrijfsarts");
  const auto process = site_.Start();
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse response, TestClient(site_.port()).Assess({}));
  EXPECT_EQ(response.assessment().role(), "bedrijfsarts");
}

}  // namespace
}  // namespace baken
