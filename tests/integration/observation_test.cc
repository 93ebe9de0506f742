// What the log and the metrics show, and above all what they do not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/integration/http_get.h"
#include "tests/integration/test_site.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ObservationTest : public ::testing::Test {
 protected:
  void SetUp() override {
    site_.config().set_metrics_address("127.0.0.1:0");
    process_ = site_.Start();
  }

  std::string Metrics() { return HttpGet(Event("listening").at("metrics_port").get<int>(), "/metrics"); }

  // Every line of the log, each an object; fails the test when one is not.
  std::vector<nlohmann::json> Lines() const {
    std::vector<nlohmann::json> lines;
    for (absl::string_view line : absl::StrSplit(process_->Output(), '\n', absl::SkipEmpty())) {
      lines.push_back(nlohmann::json::parse(std::string(line)));
      EXPECT_TRUE(lines.back().contains("time") && lines.back().contains("event")) << line;
    }
    return lines;
  }

  std::vector<nlohmann::json> Events(const std::string& event) const {
    std::vector<nlohmann::json> found;
    for (const nlohmann::json& line : Lines()) {
      if (line.at("event") == event) found.push_back(line);
    }
    return found;
  }

  // The first line of its kind, once it has been written.
  nlohmann::json Event(const std::string& event) const {
    for (int tries = 0; tries < 6000 && Events(event).empty(); ++tries) Pause();
    return Events(event).at(0);
  }

  void Stop() {
    process_->Signal(SIGTERM);
    ASSERT_EQ(process_->WaitForExit(), 0) << process_->Output();
  }

  TestSite site_;
  std::unique_ptr<BakendProcess> process_;
};

TEST_F(ObservationTest, NeitherLogNorMetricsHoldWhatWasSent) {
  const TestClient client = site_.Client("practice");
  const std::string request_id = "c0ffee00-3a1d-4f6b-9d7e-6f3f2d8f6a10";
  const CallOptions options = {
      .role = "huisarts",
      .metadata = {{"baken-purpose", "canary-purpose"}, {"baken-actor", "canary-actor"}, {"x-other", "canary-other"}}};
  v1::AssessRequest good = ShippedCase("acute_cardiac.chest_pain").request();
  good.set_request_id(request_id);
  EXPECT_THAT(client.Assess(good, options), IsOk());
  v1::AssessRequest bad = good;
  v1::Answer& unknown = *bad.add_answers();
  unknown.set_fact_id("canary_fact");
  unknown.mutable_value()->set_code("canary_code");
  bad.set_view("canary-view");
  bad.set_locale("canary-locale");
  bad.set_evaluation_date("canary-date");
  EXPECT_THAT(client.Assess(bad, options), StatusIs(absl::StatusCode::kInvalidArgument));
  bad.mutable_pack()->set_pack_id("canary-pack");
  EXPECT_THAT(client.Assess(bad, options), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(client.Assess(good, {.role = "canary-role"}), StatusIs(absl::StatusCode::kPermissionDenied));
  EXPECT_THAT(client.Assess(good, {.metadata = {{"baken-actor", std::string("canary-long") + std::string(200, 'x')}}}),
              StatusIs(absl::StatusCode::kInvalidArgument));
  RawCall junk = client.Call("/baken.v1.DecisionSupportService/Assess");
  junk.Send("canary-bytes\xFF", /*last=*/true);
  EXPECT_FALSE(junk.Finish().ok());

  const std::string metrics = Metrics();
  ASSERT_THAT(metrics, HasSubstr("baken_calls_total"));
  Stop();
  for (const std::string& text : {metrics, process_->Output()}) {
    EXPECT_THAT(text, Not(HasSubstr("canary")));
    EXPECT_THAT(text, Not(HasSubstr("c0ffee00")));
    EXPECT_THAT(text, Not(HasSubstr("spiffe://")));
    for (const v1::Answer& answer : good.answers()) EXPECT_THAT(text, Not(HasSubstr("\"" + answer.fact_id() + "\"")));
  }
  // Findings are counted, but no log line names one.
  EXPECT_THAT(metrics, HasSubstr("ACUTE_CARDIAC"));
  EXPECT_THAT(process_->Output(), Not(HasSubstr("ACUTE_CARDIAC")));
}

TEST_F(ObservationTest, ProtobufWritesNothingBesideTheLog) {
  const TestClient client = site_.Client("practice");
  RawCall call = client.Call("/baken.v1.DecisionSupportService/Assess");
  // answers { fact_id: "\xFF" }: no UTF-8, which Protobuf reports on standard error by itself.
  call.Send("\x12\x03\x0A\x01\xFF", /*last=*/true);
  EXPECT_FALSE(call.Finish().ok());
  Stop();
  EXPECT_FALSE(Lines().empty());
  EXPECT_THAT(process_->Output(), Not(HasSubstr("fact_id")));
}

TEST_F(ObservationTest, LogTellsTheStoryOfAService) {
  ASSERT_THAT(site_.Client("bedrijfsarts").Assess({}), IsOk());
  EXPECT_FALSE(site_.Client("stranger").Assess({}).ok());
  EXPECT_FALSE(site_.Client("").ListPacks().ok());
  Stop();
  EXPECT_EQ(Event("start").at("server_name"), "test-1");
  EXPECT_EQ(Event("start").at("config_digest").get<std::string>().size(), 64u);
  EXPECT_EQ(Event("pack").at("pack"), "cocaine-nl");
  EXPECT_EQ(Event("listening").at("port"), site_.port());
  const auto calls = Events("call");
  ASSERT_EQ(calls.size(), 2u);
  EXPECT_EQ(calls[0].at("method"), "Assess");
  EXPECT_EQ(calls[0].at("code"), "OK");
  EXPECT_EQ(calls[0].at("client"), "bedrijfsarts");
  EXPECT_EQ(calls[0].at("role"), "bedrijfsarts");
  EXPECT_EQ(calls[0].at("pack"), "cocaine-nl");
  EXPECT_EQ(calls[0].at("pack_version"), "1.0.0");
  EXPECT_GT(calls[0].at("duration_us"), 0);
  EXPECT_EQ(calls[1].at("code"), "PERMISSION_DENIED");
  EXPECT_EQ(calls[1].at("reason"), "CLIENT_UNKNOWN");
  EXPECT_FALSE(calls[1].contains("client"));
  // The handshake that failed: where in gRPC, and nothing else.
  EXPECT_EQ(Event("transport").size(), 4u);
  EXPECT_THAT(Event("transport").at("source").get<std::string>(), ::testing::ContainsRegex("^[a-z_]+\\.cc:[0-9]+$"));
  EXPECT_EQ(Lines().back().at("event"), "stop");
}

TEST_F(ObservationTest, MetricsCountCallsOutcomesAndFindings) {
  const rules::v1::Case chest_pain = ShippedCase("acute_cardiac.chest_pain");
  const TestClient practice = site_.Client("practice");
  for (int i = 0; i < 3; ++i) ASSERT_THAT(practice.Assess(chest_pain.request(), {.role = "huisarts"}), IsOk());
  EXPECT_FALSE(practice.Assess(chest_pain.request()).ok());
  ASSERT_THAT(site_.Client("employer").Assess({}), IsOk());
  const std::string metrics = Metrics();
  for (const char* series : {
           "baken_calls_total{code=\"OK\",method=\"Assess\"} 4\n",
           "baken_calls_total{code=\"PERMISSION_DENIED\",method=\"Assess\"} 1\n",
           "baken_calls_total{code=\"OK\",method=\"ListPacks\"} 0\n",
           "baken_call_duration_seconds_count{method=\"Assess\"} 5\n",
           "baken_outcomes_total{outcome=\"ADVICE\",pack=\"cocaine-nl\",version=\"1.0.0\"} 3\n",
           "baken_outcomes_total{outcome=\"REFUSED\",pack=\"cocaine-nl\",version=\"1.0.0\"} 1\n",
           "baken_finding_supported_total{finding=\"ACUTE_CARDIAC\",level=\"PRESENT\",pack=\"cocaine-nl\",version=\"1."
           "0.0\"} 3\n",
           "baken_pack_info{active=\"true\",digest=\"",
           "baken_log_lines_dropped_total 0\n",
           "baken_certificate_expiry_timestamp_seconds 1",
       }) {
    EXPECT_THAT(metrics, HasSubstr(series));
  }
}

TEST_F(ObservationTest, ProcessLeavesNoCore) {
  const std::string limits = ReadFile(absl::StrCat("/proc/", process_->pid(), "/limits"));
  EXPECT_THAT(limits, ::testing::ContainsRegex("Max core file size +0 +0 "));
}

}  // namespace
}  // namespace baken
