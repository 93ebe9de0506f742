#include "service/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "rules/decision/decision.h"
#include "service/log.h"
#include "tests/service/coffee_pack.h"
#include "tests/service/demo_certs.h"
#include "tests/service/fake_clock.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(MetricsTest, EverySeriesIsThereFromTheStart) {
  const Metrics metrics;
  EXPECT_THAT(metrics.Text(), HasSubstr("baken_calls_total{code=\"OK\",method=\"Assess\"} 0\n"));
  EXPECT_THAT(metrics.Text(), HasSubstr("baken_calls_total{code=\"UNAUTHENTICATED\",method=\"ListPacks\"} 0\n"));
  EXPECT_THAT(metrics.Text(), HasSubstr("baken_call_duration_seconds_count{method=\"DescribePack\"} 0\n"));
}

TEST(MetricsTest, CountsCallsByMethodAndCode) {
  Metrics metrics;
  CallRecord record;
  record.method = Method::kDescribePack;
  record.code = absl::StatusCode::kNotFound;
  record.duration = absl::Milliseconds(2);
  record.client = "a-client";
  metrics.CountCall(record);
  metrics.CountCall(record);
  const std::string text = metrics.Text();
  EXPECT_THAT(text, HasSubstr("baken_calls_total{code=\"NOT_FOUND\",method=\"DescribePack\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("baken_call_duration_seconds_bucket{method=\"DescribePack\",le=\"0.001\"} 0\n"));
  EXPECT_THAT(text, HasSubstr("baken_call_duration_seconds_bucket{method=\"DescribePack\",le=\"0.0025\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("baken_call_duration_seconds_sum{method=\"DescribePack\"} 0.004\n"));
  EXPECT_THAT(text, Not(HasSubstr("a-client")));
}

TEST(MetricsTest, CodeOutsideTheCanonicalOnesIsUnknown) {
  Metrics metrics;
  CallRecord record;
  record.code = static_cast<absl::StatusCode>(99);
  metrics.CountCall(record);
  EXPECT_THAT(metrics.Text(), HasSubstr("baken_calls_total{code=\"UNKNOWN\",method=\"Assess\"} 1\n"));
}

TEST(MetricsTest, CountsOutcomesAndRaisedFindingsOfServedPacks) {
  const std::shared_ptr<const PackSet> packs = CoffeePackSet();
  Metrics metrics;
  metrics.RegisterPacks(*packs);
  const std::string finding =
      "baken_finding_supported_total{finding=\"ACUTE_HEART\",level=\"PRESENT\",pack=\"coffee-demo\",version=\"1.0.0\"}"
      " ";
  EXPECT_THAT(metrics.Text(), HasSubstr(finding + "0\n"));
  ASSERT_OK_AND_ASSIGN(const Decision alarming,
                       Decide(*packs->entries().front().pack, CoffeeRequest(*packs, "chest_pain_now"), "practitioner",
                              absl::CivilDay(2026, 11, 25)));
  metrics.CountAssessment(alarming.assessment);
  ASSERT_OK_AND_ASSIGN(const Decision empty,
                       Decide(*packs->entries().front().pack, {}, "practitioner", absl::CivilDay(2026, 11, 25)));
  metrics.CountAssessment(empty.assessment);
  const std::string text = metrics.Text();
  EXPECT_THAT(text, HasSubstr(finding + "1\n"));
  EXPECT_THAT(text, HasSubstr("baken_outcomes_total{outcome=\"ADVICE\",pack=\"coffee-demo\",version=\"1.0.0\"} 1\n"));
  EXPECT_THAT(
      text, HasSubstr("baken_outcomes_total{outcome=\"NOT_ENOUGH_KNOWN\",pack=\"coffee-demo\",version=\"1.0.0\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("baken_pack_info{active=\"true\",digest=\"" + packs->entries().front().pack->digest() +
                              "\",pack=\"coffee-demo\",version=\"1.0.0\"} 1\n"));
}

TEST(MetricsTest, AssessmentOfAPackThatIsNotServedMakesNoSeries) {
  Metrics metrics;
  metrics.RegisterPacks(*CoffeePackSet());
  v1::Assessment assessment;
  assessment.mutable_pack()->set_pack_id("other");
  assessment.set_outcome(v1::OUTCOME_ADVICE);
  metrics.CountAssessment(assessment);
  EXPECT_THAT(metrics.Text(), Not(HasSubstr("other")));
}

TEST(MetricsTest, ShowsCertificateAsLongAsItCanBeRead) {
  const TemporaryFolder folder;
  MakeDemoCerts(folder.path(), "client");
  Metrics metrics;
  metrics.WatchCertificate((folder.path() / "server.pem").string());
  EXPECT_THAT(metrics.Text(), HasSubstr("\nbaken_certificate_expiry_timestamp_seconds "));
  std::filesystem::remove(folder.path() / "server.pem");
  EXPECT_THAT(metrics.Text(), Not(HasSubstr("baken_certificate_expiry_timestamp_seconds")));
}

TEST(MetricsTest, AddressThatCannotBeListenedOnIsAnError) {
  Metrics metrics;
  EXPECT_THAT(metrics.Serve("127.0.0.1:notaport"), StatusIs(absl::StatusCode::kUnavailable));
  Metrics first;
  ASSERT_OK_AND_ASSIGN(const int port, first.Serve("127.0.0.1:0"));
  EXPECT_GT(port, 0);
  EXPECT_THAT(metrics.Serve("127.0.0.1:" + std::to_string(port)), StatusIs(absl::StatusCode::kUnavailable));
}

}  // namespace
}  // namespace baken
