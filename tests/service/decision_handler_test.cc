#include "service/decision_handler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "absl/time/civil_time.h"
#include "google/protobuf/util/time_util.h"
#include "rules/base/error_details.h"
#include "rules/base/version.h"
#include "rules/decision/decision.h"
#include "tests/service/coffee_pack.h"
#include "tests/service/fake_clock.h"
#include "tests/testing/proto_matchers.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

service::v1::Config TestConfig() {
  service::v1::Config config;
  config.set_server_name("test-1");
  config.set_time_zone("Europe/Amsterdam");
  return config;
}

class DecisionHandlerTest : public ::testing::Test {
 protected:
  absl::StatusOr<v1::AssessResponse> Assess(const v1::AssessRequest& request, const std::string& role) {
    record_ = CallRecord();
    v1::AssessResponse response;
    absl::Status status =
        handler_.Assess({.client = "c", .role = role, .deadline = absl::InfiniteFuture()}, request, response, record_);
    if (!status.ok()) return status;
    return response;
  }

  FakeClock clock_;
  PackStore packs_{CoffeePackSet()};
  Metrics metrics_;
  DecisionHandler handler_{TestConfig(), packs_, clock_, metrics_};
  CallRecord record_;
};

TEST_F(DecisionHandlerTest, DeliversWhatTheEngineDecides) {
  v1::AssessRequest request = CoffeeRequest(*packs_.Snapshot(), "chest_pain_now");
  request.set_request_id("0b6ab3ac-3a1d-4f6b-9d7e-6f3f2d8f6a10");
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse response, Assess(request, "practitioner"));
  ASSERT_OK_AND_ASSIGN(const Decision decision, Decide(*packs_.Snapshot()->entries().front().pack, request,
                                                       "practitioner", absl::CivilDay(2026, 11, 25)));
  EXPECT_THAT(response.assessment(), EqualsProto(decision.assessment));
  const v1::Delivery& delivery = response.delivery();
  EXPECT_EQ(delivery.decision_digest(), DecisionDigest(decision.assessment));
  EXPECT_EQ(delivery.answered_by(), v1::ANSWERED_BY_SERVICE);
  EXPECT_EQ(delivery.server_name(), "test-1");
  EXPECT_EQ(delivery.software_version(), BuildVersion());
  EXPECT_EQ(google::protobuf::util::TimeUtil::ToString(delivery.evaluated_time()), "2026-11-25T12:00:00Z");
  EXPECT_FALSE(delivery.pack_signed());
  EXPECT_EQ(delivery.request_id(), request.request_id());
  EXPECT_EQ(record_.pack_id, "coffee-demo");
  EXPECT_EQ(record_.pack_version, "1.0.0");
}

TEST_F(DecisionHandlerTest, TodayIsTheDayInTheConfiguredZone) {
  // Half an hour before midnight in UTC is the next day in Amsterdam, in winter and in summer.
  for (const auto& [moment, day] : {std::pair(absl::CivilMinute(2026, 1, 31, 23, 30), "2026-02-01"),
                                    std::pair(absl::CivilMinute(2026, 6, 30, 22, 30), "2026-07-01"),
                                    std::pair(absl::CivilMinute(2026, 6, 30, 21, 30), "2026-06-30")}) {
    clock_.Set(absl::FromCivil(moment, absl::UTCTimeZone()));
    ASSERT_OK_AND_ASSIGN(const v1::AssessResponse response, Assess({}, "practitioner"));
    EXPECT_EQ(response.assessment().evaluation_date(), day);
  }
}

TEST_F(DecisionHandlerTest, UnknownPackIsNotFoundAndNotRecorded) {
  v1::AssessRequest request;
  request.mutable_pack()->set_pack_id("secret-pack");
  EXPECT_THAT(Assess(request, "practitioner"), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_EQ(record_.pack_id, "");
  v1::DescribePackRequest describe;
  *describe.mutable_pack() = request.pack();
  v1::DescribePackResponse response;
  EXPECT_THAT(handler_.DescribePack(describe, response, record_), StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(DecisionHandlerTest, BadRequestIsRecordedWithItsPack) {
  v1::AssessRequest request;
  request.set_view("no_such_view");
  EXPECT_FALSE(Assess(request, "practitioner").ok());
  EXPECT_EQ(record_.pack_id, "coffee-demo");
}

TEST_F(DecisionHandlerTest, RefusedRequesterGetsNothingBack) {
  v1::AssessRequest request = CoffeeRequest(*packs_.Snapshot(), "chest_pain_now");
  request.clear_view();
  request.set_request_id("0b6ab3ac-3a1d-4f6b-9d7e-6f3f2d8f6a10");
  request.set_unknown_facts(v1::UNKNOWN_FACTS_REPORT);
  request.add_answers()->set_fact_id("not_known");
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse response, Assess(request, "employer"));
  EXPECT_EQ(response.assessment().outcome(), v1::OUTCOME_REFUSED);
  EXPECT_EQ(response.delivery().request_id(), "");
  EXPECT_EQ(response.delivery().unknown_field_paths_size(), 0);
}

TEST_F(DecisionHandlerTest, UnknownFactsAreListedByPath) {
  v1::AssessRequest request;
  request.set_unknown_facts(v1::UNKNOWN_FACTS_REPORT);
  v1::Answer& answer = *request.add_answers();
  answer.set_fact_id("not_known");
  answer.mutable_value()->set_boolean(true);
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse response, Assess(request, "practitioner"));
  ASSERT_EQ(response.delivery().unknown_field_paths_size(), 1);
  EXPECT_THAT(response.delivery().unknown_field_paths(0), HasSubstr("answers[0]"));
}

TEST_F(DecisionHandlerTest, DescribesAndListsPacks) {
  v1::DescribePackRequest request;
  request.set_locale("en");
  v1::DescribePackResponse described;
  ASSERT_THAT(handler_.DescribePack(request, described, record_), IsOk());
  EXPECT_EQ(described.description().pack().pack_id(), "coffee-demo");
  EXPECT_EQ(record_.pack_id, "coffee-demo");
  request.set_locale("xx");
  EXPECT_THAT(handler_.DescribePack(request, described, record_), StatusIs(absl::StatusCode::kInvalidArgument));
  v1::ListPacksResponse list;
  handler_.ListPacks(list);
  ASSERT_EQ(list.packs_size(), 1);
  EXPECT_TRUE(list.packs(0).active());
}

TEST_F(DecisionHandlerTest, SnapshotOutlivesASwap) {
  const std::shared_ptr<const PackSet> before = packs_.Snapshot();
  packs_.Swap(CoffeePackSet());
  EXPECT_NE(packs_.Snapshot(), before);
  EXPECT_EQ(before->entries().front().pack->id(), "coffee-demo");
}

}  // namespace
}  // namespace baken
