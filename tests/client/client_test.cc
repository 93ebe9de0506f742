#include "client/client.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

ClientOptions PlaintextOptions(const std::string& target) {
  ClientOptions options;
  options.target = target;
  options.plaintext = true;
  options.deadline = absl::Seconds(5);
  return options;
}

TEST(ClientTest, NeedsATarget) {
  EXPECT_THAT(Client::Create(ClientOptions()).status(), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(ClientTest, NamesTheFileThatCannotBeRead) {
  const TemporaryFolder folder;
  ClientOptions options;
  options.target = "127.0.0.1:1";
  EXPECT_THAT(Client::Create(options).status(), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("authorities")));
  options.ca_file = folder.Write("ca.pem", "x");
  options.certificate_file = folder.path() / "nowhere.pem";
  EXPECT_THAT(Client::Create(options).status(), StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("nowhere.pem")));
}

TEST(ClientTest, RefusesPlaintextToAnotherMachine) {
  for (const char* target :
       {"192.0.2.1:80", "127.0.0.1.example.org:80", "example.org:80", "localhost.example.org:80"}) {
    EXPECT_THAT(Client::Create(PlaintextOptions(target)).status(), StatusIs(absl::StatusCode::kInvalidArgument))
        << target;
  }
  for (const char* target : {"127.0.0.1:80", "localhost:80", "[::1]:80"}) {
    EXPECT_THAT(Client::Create(PlaintextOptions(target)).status(), IsOk()) << target;
  }
}

TEST(ClientTest, SaysUnavailableWhereNobodyListens) {
  // Port 1 (tcpmux) is reserved and closed on any machine that runs these tests.
  ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Client> client, Client::Create(PlaintextOptions("127.0.0.1:1")));
  EXPECT_THAT(client->ListPacks().status(), StatusIs(absl::StatusCode::kUnavailable));
}

TEST(ClientTest, RefusesARoleThatCannotBeAHeader) {
  ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Client> client, Client::Create(PlaintextOptions("127.0.0.1:1")));
  EXPECT_THAT(client->Assess(v1::AssessRequest(), "huis\narts").status(), StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace baken
