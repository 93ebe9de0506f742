// The log: JSON, one object per line. Names from the configuration, the code and the packs only; never a patient value,
// never text from a request.
#ifndef BAKEN_SERVICE_LOG_H_
#define BAKEN_SERVICE_LOG_H_

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/string_view.h"
#include "service/call.h"
#include "service/clock.h"

namespace baken {

// One line. Keys are written in the order in which they were added, after `time` and `event`.
class LogLine {
 public:
  explicit LogLine(absl::string_view event) { Text("event", event); }
  LogLine& Text(absl::string_view key, absl::string_view value);
  LogLine& Number(absl::string_view key, int64_t value);

  // The line as JSON without newline. Bytes that are not UTF-8 are replaced.
  std::string Json(absl::Time time) const;

 private:
  std::vector<std::pair<std::string, std::variant<std::string, int64_t>>> fields_;
};

// Writes lines from a thread of its own, so that a reader that has stopped reading never holds up a call: then lines
// are dropped and counted. Thread-safe.
class Log {
 public:
  // Writes to `fd`, which stays open. `clock` must outlive this object.
  Log(int fd, const Clock& clock);
  // Writes what is left, for as long as the reader takes it.
  ~Log();

  void Write(const LogLine& line);
  // Writes what the service did for one call.
  void WriteCall(const CallRecord& record);

  int64_t dropped() const { return dropped_.load(std::memory_order_relaxed); }

 private:
  void Run();
  bool WriteOut(const std::string& text);

  const int fd_;
  const Clock& clock_;
  std::atomic<int64_t> dropped_ = 0;
  // Plain std types: a condition variable needs a std::unique_lock.
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> queue_;  // Guarded by mutex_.
  bool stopping_ = false;          // Guarded by mutex_.
  std::thread thread_;
};

}  // namespace baken

#endif  // BAKEN_SERVICE_LOG_H_
