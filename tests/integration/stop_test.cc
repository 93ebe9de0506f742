// Health, and how a service ends and comes back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/integration/test_site.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

constexpr char kDescribePack[] = "/baken.v1.DecisionSupportService/DescribePack";
constexpr char kService[] = "baken.v1.DecisionSupportService";

class StopTest : public ::testing::Test {
 protected:
  // Waits until no new connection is taken.
  void WaitUntilRefused() {
    for (int tries = 0; tries < 6000; ++tries) {
      if (!site_.Client("practice").ListPacks().ok()) return;
      Pause();
    }
    FAIL() << "still takes connections";
  }

  TestSite site_;
};

TEST_F(StopTest, HealthSaysServing) {
  const auto process = site_.Start();
  const TestClient client = site_.Client("practice");
  EXPECT_THAT(client.Health(), IsOkAndHolds("SERVING"));
  EXPECT_THAT(client.Health(kService), IsOkAndHolds("SERVING"));
  EXPECT_THAT(client.Health("other.Service"), StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(StopTest, EachSignalEndsIdleServiceWithZero) {
  for (const int signal : {SIGTERM, SIGINT}) {
    const auto process = site_.Start();
    process->Signal(signal);
    EXPECT_EQ(process->WaitForExit(), 0) << process->Output();
    EXPECT_THAT(process->Output(), ::testing::HasSubstr("\"event\":\"stop\""));
  }
}

// The answer is larger than the window of the connection, so that the call stays under way until the caller reads.
TEST_F(StopTest, CallsUnderWayAtAStopGetTheirWholeAnswer) {
  const auto process = site_.Start();
  const TestClient client = site_.Client("practice");
  ASSERT_OK_AND_ASSIGN(const v1::DescribePackResponse whole, client.DescribePack({}));
  ASSERT_GT(whole.ByteSizeLong(), 100u * 1024);
  std::vector<RawCall> calls;
  for (int i = 0; i < 8; ++i) {
    calls.push_back(client.Call(kDescribePack));
    ASSERT_TRUE(calls.back().Send("", /*last=*/true));
  }
  // A call that is answered on the same connection shows that those before it have arrived.
  ASSERT_THAT(client.ListPacks(), IsOk());
  process->Signal(SIGTERM);
  WaitUntilRefused();
  EXPECT_TRUE(process->running());
  for (RawCall& call : calls) {
    const auto bytes = call.Receive();
    ASSERT_TRUE(bytes.has_value());
    EXPECT_EQ(bytes->size(), whole.ByteSizeLong());
    EXPECT_THAT(call.Finish(), IsOk());
  }
  EXPECT_EQ(process->WaitForExit(), 0) << process->Output();
}

// Callers that mind the health service lose no call: it says NOT_SERVING while calls are still answered.
TEST_F(StopTest, DrainingLosesNoCall) {
  site_.config().mutable_limits()->set_drain_delay_ms(3000);
  const auto process = site_.Start();
  const rules::v1::Case shipped = ShippedCase("v01_student_festivals");
  std::atomic<bool> draining = false;
  std::atomic<int> calls = 0;
  std::atomic<int> failures = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      const TestClient client = site_.Client("practice");
      while (!draining) {
        ++calls;
        if (!client.Assess(shipped.request(), {.role = "poh_ggz"}).ok()) ++failures;
      }
    });
  }
  const TestClient watcher = site_.Client("practice");
  while (calls < 20) Pause();
  process->Signal(SIGTERM);
  while (watcher.Health().value_or("gone") == "SERVING") Pause();
  // Still answered, on a new connection too.
  EXPECT_THAT(watcher.Health(kService), IsOkAndHolds("NOT_SERVING"));
  EXPECT_THAT(site_.Client("bedrijfsarts").Assess(shipped.request()), IsOk());
  draining = true;
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failures, 0) << "of " << calls;
  // A second signal ends the waiting.
  process->Signal(SIGTERM);
  EXPECT_EQ(process->WaitForExit(), 0) << process->Output();
}

TEST_F(StopTest, CallerThatNeverReadsDoesNotKeepItAlive) {
  site_.config().mutable_limits()->set_shutdown_grace_ms(200);
  const auto process = site_.Start();
  const TestClient client = site_.Client("practice");
  RawCall call = client.Call(kDescribePack);
  ASSERT_TRUE(call.Send("", /*last=*/true));
  ASSERT_THAT(client.ListPacks(), IsOk());
  process->Signal(SIGTERM);
  EXPECT_EQ(process->WaitForExit(), 0) << process->Output();
  // Whether the answer was on its way already is a matter of buffers; the call ends either way.
  while (call.Receive().has_value()) {
  }
  call.Finish().IgnoreError();
}

TEST_F(StopTest, KilledServiceServesAgainOnTheSamePort) {
  auto process = site_.Start();
  const TestClient client = site_.Client("practice");
  ASSERT_THAT(client.ListPacks(), IsOk());
  process->Signal(SIGKILL);
  EXPECT_EQ(process->WaitForExit(), -SIGKILL);
  EXPECT_THAT(client.ListPacks({.timeout = absl::Seconds(5)}), StatusIs(absl::StatusCode::kUnavailable));
  site_.config().mutable_listener()->set_address(absl::StrCat("127.0.0.1:", site_.port()));
  process = site_.Start();
  EXPECT_THAT(site_.Client("practice").ListPacks(), IsOk());
  // The old caller finds it again by itself.
  bool again = false;
  for (int tries = 0; tries < 3000 && !again; ++tries) {
    again = client.ListPacks().ok();
    if (!again) Pause();
  }
  EXPECT_TRUE(again);
}

TEST_F(StopTest, ReflectionIsThereOnlyWhenAskedFor) {
  for (const bool reflection : {true, false}) {
    site_.config().set_reflection(reflection);
    const auto process = site_.Start();
    const TestClient client = site_.Client("practice");
    RawCall call = client.Call("/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo");
    // ServerReflectionRequest { string list_services = 7; }
    call.Send(std::string("\x3A\x00", 2), /*last=*/true);
    const auto answer = call.Receive();
    if (reflection) {
      ASSERT_TRUE(answer.has_value());
      EXPECT_THAT(*answer, ::testing::HasSubstr(kService));
      EXPECT_THAT(call.Finish(), IsOk());
    } else {
      EXPECT_FALSE(answer.has_value());
      EXPECT_THAT(call.Finish(), StatusIs(absl::StatusCode::kUnimplemented));
    }
  }
}

}  // namespace
}  // namespace baken
