#include "service/log.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/service/fake_clock.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

// Lines that `write` puts into a log.
template <typename Write>
std::vector<nlohmann::json> Lines(const Write& write) {
  const TemporaryFolder folder;
  const FakeClock clock;
  const std::string path = folder.Write("log", "").string();
  const int fd = open(path.c_str(), O_WRONLY | O_APPEND);
  {
    Log log(fd, clock);
    write(log);
  }
  close(fd);
  std::vector<nlohmann::json> lines;
  std::istringstream text(ReadFile(path));
  for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

TEST(LogTest, WritesTimeEventAndFieldsInOrder) {
  const LogLine line = std::move(LogLine("start").Text("version", "1\"2\n\xFF").Number("port", 8443));
  EXPECT_EQ(line.Json(FakeClock().Now()),
            "{\"time\":\"2026-11-25T12:00:00.000000Z\",\"event\":\"start\",\"version\":\"1\\\"2\\n\xEF\xBF\xBD\","
            "\"port\":8443}");
}

TEST(LogTest, CallHasWhatIsKnownAndNothingElse) {
  CallRecord record;
  record.method = Method::kDescribePack;
  record.code = absl::StatusCode::kPermissionDenied;
  record.reason = "CLIENT_UNKNOWN";
  record.duration = absl::Microseconds(1500);
  const auto lines = Lines([&](Log& log) { log.WriteCall(record); });
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].dump(), R"({"code":"PERMISSION_DENIED","duration_us":1500,"event":"call","method":"DescribePack",)"
                             R"("reason":"CLIENT_UNKNOWN","time":"2026-11-25T12:00:00.000000Z"})");
}

TEST(LogTest, LinesOfManyThreadsStayWhole) {
  constexpr int kThreads = 8;
  constexpr int kLinesEach = 200;
  const auto lines = Lines([&](Log& log) {
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i) {
      threads.emplace_back([&log, i] {
        for (int n = 0; n < kLinesEach; ++n) log.Write(LogLine("test").Number("thread", i).Number("line", n));
      });
    }
    for (std::thread& thread : threads) thread.join();
  });
  EXPECT_EQ(lines.size(), static_cast<size_t>(kThreads * kLinesEach));
}

TEST(LogTest, ReaderThatStopsReadingHoldsNobodyUp) {
  int pipe_ends[2];
  ASSERT_EQ(pipe(pipe_ends), 0);
  const FakeClock clock;
  {
    Log log(pipe_ends[1], clock);
    // More than a pipe (64 kB) and the queue hold together, so that some must be dropped whatever the timing is.
    for (int i = 0; i < 40000; ++i) log.Write(LogLine("test").Text("text", std::string(100, 'x')));
    EXPECT_GT(log.dropped(), 0);
  }  // Ends although the pipe is full.
  close(pipe_ends[0]);
  close(pipe_ends[1]);
}

}  // namespace
}  // namespace baken
