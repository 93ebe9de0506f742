// `baken … --server`: the whole command against the real service.
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "client/cli/baken_command.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/integration/test_site.h"

namespace baken {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::string kCases = std::string(kShippedPack) + "/cases/";

class CliServerTest : public ::testing::Test {
 protected:
  void SetUp() override { service_ = site_.Start(); }

  ExitCode Run(std::vector<std::string> arguments) {
    std::ostringstream out;
    std::ostringstream err;
    Process process;
    process.out = &out;
    process.err = &err;
    process.environment = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
    process.today = []() -> absl::StatusOr<absl::CivilDay> { return absl::CivilDay(2026, 11, 25); };
    const ExitCode code = RunBaken(std::move(arguments), process);
    out_ = out.str();
    err_ = err.str();
    return code;
  }

  // With the certificate of `client`.
  ExitCode RunAs(const std::string& client, std::vector<std::string> arguments) {
    const std::string certificates = site_.certificates().string() + "/";
    for (const std::string& argument :
         {std::string("--server"), "127.0.0.1:" + std::to_string(site_.port()), std::string("--ca"),
          certificates + "ca.pem", std::string("--cert"), certificates + client + ".pem", std::string("--key"),
          certificates + client + ".key"}) {
      arguments.push_back(argument);
    }
    return Run(std::move(arguments));
  }

  TestSite site_;
  std::unique_ptr<BakendProcess> service_;
  std::string out_;
  std::string err_;
};

TEST_F(CliServerTest, ChestPainLeadsWithTheEmergencyNumber) {
  EXPECT_EQ(RunAs("practice", {"assess", kCases + "v09_chest_pain_today.txtpb"}), kExitDone) << err_;
  const std::string first_lines = out_.substr(0, out_.find("Waarom"));
  EXPECT_THAT(first_lines, AllOf(HasSubstr("SPOED U4: "), HasSubstr("112")));
  EXPECT_THAT(err_, IsEmpty());
}

TEST_F(CliServerTest, PrintsTheSameTextAsInProcess) {
  const std::vector<std::string> common = {
      "assess", kCases + "v24_ptsd_borderline_in_treatment.txtpb", "--role", "huisarts", "--locale", "en"};
  ASSERT_EQ(RunAs("practice", common), kExitDone) << err_;
  const std::string remote = out_;
  std::vector<std::string> local = common;
  for (const char* argument : {"--local", "--pack-dir", kShippedPack}) local.push_back(argument);
  ASSERT_EQ(Run(local), kExitDone) << err_;
  EXPECT_EQ(remote, out_);
}

TEST_F(CliServerTest, AnEmployerGetsARefusalAndThatIsNoError) {
  EXPECT_EQ(RunAs("employer", {"assess", kCases + "v19_employer_asks.txtpb"}), kExitDone) << err_;
  EXPECT_THAT(out_, Not(HasSubstr("SPOED")));
  EXPECT_THAT(out_, HasSubstr("Algemene informatie"));
}

TEST_F(CliServerTest, ARoleOutsideTheCertificateIsThree) {
  EXPECT_EQ(RunAs("bedrijfsarts", {"assess", kCases + "v09_chest_pain_today.txtpb"}), kExitRefused);
  EXPECT_THAT(err_, AllOf(HasSubstr("PERMISSION_DENIED"), HasSubstr("ROLE_NOT_ENTITLED")));
  EXPECT_THAT(out_, IsEmpty());
}

TEST_F(CliServerTest, AnUnknownPackIsTwo) {
  EXPECT_EQ(RunAs("practice", {"assess", kCases + "v09_chest_pain_today.txtpb", "--pack", "tea"}), kExitWrongUse);
  EXPECT_THAT(err_, HasSubstr("NOT_FOUND"));
}

TEST_F(CliServerTest, ACertificateOfAnotherAuthorityIsThree) {
  const TestSite elsewhere;
  const std::string other = elsewhere.certificates().string() + "/";
  EXPECT_EQ(Run({"packs", "--server", "127.0.0.1:" + std::to_string(site_.port()), "--ca",
                 site_.certificates() / "ca.pem", "--cert", other + "practice.pem", "--key", other + "practice.key"}),
            kExitRefused);
  EXPECT_THAT(err_, HasSubstr("UNAVAILABLE"));
}

TEST_F(CliServerTest, ListsThePacks) {
  EXPECT_EQ(RunAs("practice", {"packs"}), kExitDone) << err_;
  EXPECT_THAT(out_, StartsWith("cocaine-nl 1.0.0  active  unsigned  nl,en  "));
}

}  // namespace
}  // namespace baken
