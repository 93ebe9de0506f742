// The same assessment through every door, byte for byte: the service over mutual TLS, and the rules in this process.
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>

#include "client/cli/door.h"
#include "client/client.h"
#include "gtest/gtest.h"
#include "rules/pack/loader.h"
#include "tests/integration/test_site.h"
#include "tests/testing/random_person.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

constexpr int kPersons = 10000;
constexpr uint64_t kDefaultSeed = 20261125;

// Another seed: BAKEN_TEST_SEED=… ; it is printed, so that a failure can be seen again.
uint64_t Seed() {
  const char* given = std::getenv("BAKEN_TEST_SEED");
  return given == nullptr ? kDefaultSeed : std::strtoull(given, nullptr, 10);
}

class CliDoorsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    // One caller for all roles that get personal output, to need one connection only.
    service::v1::ClientEntitlement& practice = *site_.config().mutable_clients(0);
    for (const char* role : {"ggz_behandelaar", "verslavingszorg", "bedrijfsarts"}) practice.add_roles(role);
    service_ = site_.Start();
    process_.err = &warnings_;
    process_.environment = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
    // Every request here has a date.
    process_.today = []() -> absl::StatusOr<absl::CivilDay> { return absl::InternalError("the day was read"); };
    ASSERT_OK_AND_ASSIGN(local_, OpenDoor({.local = true, .pack_directory = kShippedPack}, process_));
    ASSERT_OK_AND_ASSIGN(practice_, OpenDoor(Remote("practice"), process_));
    ASSERT_OK_AND_ASSIGN(employer_, OpenDoor(Remote("employer"), process_));
  }

  DoorOptions Remote(const std::string& client) const {
    DoorOptions options;
    options.server = "127.0.0.1:" + std::to_string(site_.port());
    options.ca_file = site_.certificates() / "ca.pem";
    options.certificate_file = site_.certificates() / (client + ".pem");
    options.private_key_file = site_.certificates() / (client + ".key");
    return options;
  }

  // Asks at both doors and compares. True when they gave an assessment.
  bool ExpectSame(const v1::AssessRequest& request, const std::string& role) {
    const auto local = local_->Assess(request, role);
    const auto remote = (role == "employer" ? employer_ : practice_)->Assess(request, role);
    EXPECT_EQ(local.ok(), remote.ok()) << local.status() << " / " << remote.status();
    if (!local.ok() || !remote.ok()) {
      // Equal code, message and details.
      EXPECT_EQ(local.status(), remote.status());
      return false;
    }
    EXPECT_EQ(local->assessment().SerializeAsString(), remote->assessment().SerializeAsString());
    EXPECT_EQ(local->delivery().decision_digest(), remote->delivery().decision_digest());
    EXPECT_EQ(local->delivery().answered_by(), v1::ANSWERED_BY_LIBRARY);
    EXPECT_EQ(remote->delivery().answered_by(), v1::ANSWERED_BY_SERVICE);
    return true;
  }

  TestSite site_;
  std::unique_ptr<BakendProcess> service_;
  std::ostringstream warnings_;
  Process process_;
  std::unique_ptr<Door> local_;
  std::unique_ptr<Door> practice_;
  std::unique_ptr<Door> employer_;
};

TEST_F(CliDoorsTest, AllCasesOfThePack) {
  const LoadResult loaded = LoadPack(kShippedPack);
  ASSERT_NE(loaded.pack, nullptr);
  ASSERT_GE(loaded.pack->cases().size(), 8U);
  for (const rules::v1::Case& one : loaded.pack->cases()) {
    EXPECT_TRUE(ExpectSame(one.request(), one.role())) << one.id();
  }
}

TEST_F(CliDoorsTest, TenThousandRandomPersons) {
  const uint64_t seed = Seed();
  std::cout << "seed " << seed << "\n";
  const LoadResult loaded = LoadPack(kShippedPack);
  ASSERT_NE(loaded.pack, nullptr);
  ASSERT_OK_AND_ASSIGN(const auto client, Client::Create({.target = Remote("practice").server,
                                                          .ca_file = Remote("practice").ca_file,
                                                          .certificate_file = Remote("practice").certificate_file,
                                                          .private_key_file = Remote("practice").private_key_file,
                                                          .role = "huisarts"}));
  ASSERT_OK_AND_ASSIGN(const auto described, client->DescribePack(v1::DescribePackRequest()));
  RandomPersons persons(described.description(), loaded.pack->definition(), seed);
  const std::string roles[] = {"huisarts", "poh_ggz", "ggz_behandelaar", "verslavingszorg", "bedrijfsarts", "employer"};
  int answered = 0;
  for (int i = 0; i < kPersons && !HasFailure(); ++i) {
    SCOPED_TRACE("person " + std::to_string(i));
    if (ExpectSame(persons.Next(), roles[i % 6])) ++answered;
  }
  // The others held an unknown fact.
  EXPECT_GT(answered, kPersons * 9 / 10);
  EXPECT_LT(answered, kPersons);
}

}  // namespace
}  // namespace baken
