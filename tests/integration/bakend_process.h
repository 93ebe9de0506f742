// A real `bakend` as a child process.
#ifndef BAKEN_TESTS_INTEGRATION_BAKEND_PROCESS_H_
#define BAKEN_TESTS_INTEGRATION_BAKEND_PROCESS_H_

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"

namespace baken {

inline constexpr char kBakend[] = BAKEN_BINARY_DIR "/bakend";

// Not thread-safe. The child is killed with this object, and when the test process dies.
class BakendProcess {
 public:
  // Starts `bakend arguments…`, or another program. `output` takes its standard output and error. `environment` are
  // `NAME=VALUE` to add.
  BakendProcess(std::vector<std::string> arguments, std::filesystem::path output,
                std::vector<std::string> environment = {}, std::string program = kBakend);
  ~BakendProcess();
  BakendProcess(const BakendProcess&) = delete;
  BakendProcess& operator=(const BakendProcess&) = delete;

  void Signal(int signal);

  // The exit code, or minus the signal that ended it; nullopt when it is still running after `timeout`.
  std::optional<int> WaitForExit(absl::Duration timeout = absl::Seconds(60));

  pid_t pid() const { return pid_; }
  bool running() { return !WaitForExit(absl::ZeroDuration()).has_value(); }
  // What it has written so far.
  std::string Output() const;

 private:
  std::filesystem::path output_;
  pid_t pid_ = -1;
  std::optional<int> exit_;
};

// Sleeps a little between two looks at something that happens in another process.
void Pause();

}  // namespace baken

#endif  // BAKEN_TESTS_INTEGRATION_BAKEND_PROCESS_H_
