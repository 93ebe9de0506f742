// baken::Client against the real service: errors with their details, and many threads over one connection.
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "client/client.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/base/error_details.h"
#include "tests/integration/test_site.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

class ClientServiceTest : public ::testing::Test {
 protected:
  void SetUp() override { service_ = site_.Start(); }

  ClientOptions Options(const std::string& client) const {
    ClientOptions options;
    options.target = "127.0.0.1:" + std::to_string(site_.port());
    options.ca_file = site_.certificates() / "ca.pem";
    options.certificate_file = site_.certificates() / (client + ".pem");
    options.private_key_file = site_.certificates() / (client + ".key");
    options.role = "huisarts";
    return options;
  }

  TestSite site_;
  std::unique_ptr<BakendProcess> service_;
};

TEST_F(ClientServiceTest, HandsOverTheDetailsOfAnError) {
  ASSERT_OK_AND_ASSIGN(const auto client, Client::Create(Options("practice")));
  v1::AssessRequest request;
  for (int i = 0; i < 40; ++i) request.add_answers()->set_fact_id("no_such_fact_" + std::to_string(i));
  const absl::Status status = client->Assess(request).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
  const auto bad_request = GetBadRequest(status);
  ASSERT_TRUE(bad_request.has_value());
  ASSERT_EQ(bad_request->field_violations_size(), static_cast<int>(kViolationsMax) + 1);
  EXPECT_EQ(bad_request->field_violations(0).field().rfind("answers[0]", 0), 0U);
  EXPECT_THAT(bad_request->field_violations(static_cast<int>(kViolationsMax)).description(),
              ::testing::HasSubstr("more"));
  const auto info = GetErrorInfo(status);
  ASSERT_TRUE(info.has_value());
  EXPECT_EQ(info->reason(), "INVALID_REQUEST");
}

TEST_F(ClientServiceTest, ARoleOfTheCallGoesBeforeTheOptions) {
  ASSERT_OK_AND_ASSIGN(const auto client, Client::Create(Options("practice")));
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse own, client->Assess(v1::AssessRequest()));
  EXPECT_EQ(own.assessment().role(), "huisarts");
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse named, client->Assess(v1::AssessRequest(), "poh_ggz"));
  EXPECT_EQ(named.assessment().role(), "poh_ggz");
}

TEST_F(ClientServiceTest, ServesManyThreadsOverOneConnection) {
  ASSERT_OK_AND_ASSIGN(const auto client, Client::Create(Options("practice")));
  const v1::AssessRequest request = ShippedCase("v01_student_festivals").request();
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse expected, client->Assess(request));
  std::vector<std::string> digests(16);
  std::vector<std::thread> threads;
  for (std::string& digest : digests) {
    threads.emplace_back([&client, &request, &digest] {
      const auto response = client->Assess(request);
      digest = response.ok() ? response->delivery().decision_digest() : response.status().ToString();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(digests, ::testing::Each(expected.delivery().decision_digest()));
}

TEST_F(ClientServiceTest, GetsThroughToAServiceThatWasStartedAgain) {
  ASSERT_OK_AND_ASSIGN(const auto client, Client::Create(Options("practice")));
  ASSERT_THAT(client->ListPacks().status(), IsOk());
  service_->Signal(9);
  ASSERT_TRUE(service_->WaitForExit().has_value());
  EXPECT_THAT(client->ListPacks().status(), StatusIs(absl::StatusCode::kUnavailable));
  site_.config().mutable_listener()->set_address("127.0.0.1:" + std::to_string(site_.port()));
  service_ = site_.Start();
  // The channel waits a moment before it connects again; the calls after that get through.
  absl::Status status;
  for (int tries = 0; tries < 1000 && !(status = client->ListPacks().status()).ok(); ++tries) Pause();
  EXPECT_THAT(status, IsOk());
}

}  // namespace
}  // namespace baken
