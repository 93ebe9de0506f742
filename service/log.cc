#include "service/log.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "absl/status/status.h"

namespace baken {
namespace {

constexpr size_t kQueueLinesMax = 10000;
// How long a line may wait for a reader that does not read.
constexpr int kWriteTimeoutMs = 1000;

}  // namespace

LogLine& LogLine::Text(absl::string_view key, absl::string_view value) {
  fields_.emplace_back(std::string(key), std::string(value));
  return *this;
}

LogLine& LogLine::Number(absl::string_view key, int64_t value) {
  fields_.emplace_back(std::string(key), value);
  return *this;
}

std::string LogLine::Json(absl::Time time) const {
  nlohmann::ordered_json json;
  json["time"] = absl::FormatTime("%Y-%m-%dT%H:%M:%E6SZ", time, absl::UTCTimeZone());
  for (const auto& [key, value] : fields_) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      json[key] = *text;
    } else {
      json[key] = std::get<int64_t>(value);
    }
  }
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Log::Log(int fd, const Clock& clock) : fd_(fd), clock_(clock), thread_([this] { Run(); }) {}

Log::~Log() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Log::Write(const LogLine& line) {
  std::string text = line.Json(clock_.Now());
  text.push_back('\n');
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (queue_.size() >= kQueueLinesMax) {
      dropped_.fetch_add(1, std::memory_order_relaxed);
      return;
    }
    queue_.push_back(std::move(text));
  }
  changed_.notify_one();
}

void Log::WriteCall(const CallRecord& record) {
  LogLine line("call");
  line.Text("method", MethodName(record.method)).Text("code", absl::StatusCodeToString(record.code));
  if (!record.reason.empty()) line.Text("reason", record.reason);
  line.Number("duration_us", absl::ToInt64Microseconds(record.duration));
  if (!record.client.empty()) line.Text("client", record.client);
  if (!record.role.empty()) line.Text("role", record.role);
  if (!record.pack_id.empty()) line.Text("pack", record.pack_id).Text("pack_version", record.pack_version);
  Write(line);
}

void Log::Run() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) return;
    const std::string line = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    const bool written = WriteOut(line);
    lock.lock();
    if (written) continue;
    dropped_.fetch_add(1, std::memory_order_relaxed);
    if (stopping_) return;  // Nobody reads, and the process wants to end.
  }
}

bool Log::WriteOut(const std::string& text) {
  size_t written = 0;
  while (written < text.size()) {
    pollfd writable{fd_, POLLOUT, 0};
    // A pipe that is writable takes 4 kB at once without blocking; a line is shorter.
    const int ready = poll(&writable, 1, kWriteTimeoutMs);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const ssize_t count = write(fd_, text.data() + written, text.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    written += static_cast<size_t>(count);
  }
  return true;
}

}  // namespace baken
