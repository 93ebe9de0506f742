// What is too much, too late or too many.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rules/base/error_details.h"
#include "tests/integration/test_site.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

class LimitsTest : public ::testing::Test {
 protected:
  void SetUp() override { process_ = site_.Start(); }

  TestSite site_;
  std::unique_ptr<BakendProcess> process_;
};

TEST_F(LimitsTest, ManyViolationsArriveAs32AndHowManyMore) {
  v1::AssessRequest request;
  for (int i = 0; i < 1000; ++i) {
    v1::Answer& answer = *request.add_answers();
    answer.set_fact_id(absl::StrCat("unknown_fact_with_a_long_name_", i));
    answer.mutable_value()->set_boolean(true);
  }
  const auto response = site_.Client("bedrijfsarts").Assess(request);
  ASSERT_THAT(response, StatusIs(absl::StatusCode::kInvalidArgument));
  const auto details = GetBadRequest(response.status());
  ASSERT_TRUE(details.has_value());
  ASSERT_EQ(details->field_violations_size(), 33);
  EXPECT_THAT(details->field_violations(0).field(), ::testing::HasSubstr("answers[0]"));
  EXPECT_THAT(details->field_violations(31).field(), ::testing::HasSubstr("answers[31]"));
  EXPECT_EQ(details->field_violations(32).field(), "");
  EXPECT_EQ(details->field_violations(32).description(), "and 968 more");
  EXPECT_THAT(details->DebugString(), ::testing::Not(::testing::HasSubstr("long_name")));
}

TEST_F(LimitsTest, OversizeRequestIsRefusedAndTheNextOneAnswered) {
  const TestClient client = site_.Client("bedrijfsarts");
  v1::AssessRequest request;
  request.set_locale(std::string(300 * 1024, 'x'));
  EXPECT_THAT(client.Assess(request), StatusIs(absl::StatusCode::kResourceExhausted));
  request.set_locale("nl");
  EXPECT_THAT(client.Assess(request), IsOk());
}

TEST_F(LimitsTest, OversizeMetadataIsRefusedAndTheNextCallAnswered) {
  const TestClient client = site_.Client("bedrijfsarts");
  EXPECT_FALSE(client.Assess({}, {.metadata = {{"x-large", std::string(20000, 'x')}}}).ok());
  // The connection that carried it may be closed; another caller is served.
  EXPECT_THAT(site_.Client("bedrijfsarts").Assess({}), IsOk());
}

TEST_F(LimitsTest, CompressedRequestIsRefused) {
  const TestClient client = site_.Client("bedrijfsarts");
  v1::AssessRequest request;
  // Compresses to next to nothing.
  request.set_locale(std::string(100 * 1024, 'x'));
  EXPECT_THAT(client.Assess(request, {.gzip = true}), StatusIs(absl::StatusCode::kUnimplemented));
  EXPECT_THAT(client.Assess({}), IsOk());
}

TEST_F(LimitsTest, DeadlineThatHasPassedIsExceeded) {
  const TestClient client = site_.Client("bedrijfsarts");
  EXPECT_THAT(client.Assess({}, {.timeout = absl::ZeroDuration()}), StatusIs(absl::StatusCode::kDeadlineExceeded));
  EXPECT_THAT(client.Assess({}, {.timeout = absl::Nanoseconds(1)}), StatusIs(absl::StatusCode::kDeadlineExceeded));
  EXPECT_THAT(client.Assess({}), IsOk());
}

TEST_F(LimitsTest, TwoHundredCallsAtOnceAllGetTheSameAnswer) {
  constexpr size_t kCalls = 200;
  const rules::v1::Case shipped = ShippedCase("v01_student_festivals");
  // Two connections: 100 calls each, as many as one may have.
  const TestClient clients[] = {site_.Client("practice"), site_.Client("practice")};
  std::vector<absl::StatusOr<v1::AssessResponse>> responses(kCalls);
  std::vector<std::thread> threads;
  for (size_t i = 0; i < kCalls; ++i) {
    threads.emplace_back([&, i] { responses[i] = clients[i % 2].Assess(shipped.request(), {.role = "poh_ggz"}); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& response : responses) {
    ASSERT_THAT(response, IsOk());
    EXPECT_EQ(response->assessment().SerializeAsString(), responses[0]->assessment().SerializeAsString());
  }
}

TEST_F(LimitsTest, BytesThatAreNoMessageAreRefusedAndTheNextCallAnswered) {
  const TestClient client = site_.Client("bedrijfsarts");
  RawCall call = client.Call("/baken.v1.DecisionSupportService/Assess");
  call.Send(std::string(1000, '\xFF'), /*last=*/true);
  EXPECT_FALSE(call.Receive().has_value());
  EXPECT_FALSE(call.Finish().ok());
  RawCall unknown = client.Call("/baken.v1.DecisionSupportService/NoSuchMethod");
  unknown.Send("", /*last=*/true);
  EXPECT_FALSE(unknown.Receive().has_value());
  EXPECT_THAT(unknown.Finish(), StatusIs(absl::StatusCode::kUnimplemented));
  EXPECT_THAT(client.Assess({}), IsOk());
}

}  // namespace
}  // namespace baken
