#include "tests/integration/bakend_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <utility>

#include "absl/time/clock.h"
#include "rules/base/check.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// In the child: only calls that are safe between fork and exec of a process with threads.
[[noreturn]] void RunChild(int output, char** arguments, char** environment) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  execve(arguments[0], arguments, environment);
  _exit(127);
}

}  // namespace

BakendProcess::BakendProcess(std::vector<std::string> arguments, std::filesystem::path output,
                             std::vector<std::string> environment, std::string program)
    : output_(std::move(output)) {
  arguments.insert(arguments.begin(), std::move(program));
  for (char** entry = environ; *entry != nullptr; ++entry) environment.emplace_back(*entry);
  const std::vector<char*> argument_pointers = Pointers(arguments);
  const std::vector<char*> environment_pointers = Pointers(environment);
  const int fd = open(output_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  BAKEN_CHECK(fd >= 0);
  pid_ = fork();
  BAKEN_CHECK(pid_ >= 0);
  if (pid_ == 0) {
    RunChild(fd, const_cast<char**>(argument_pointers.data()), const_cast<char**>(environment_pointers.data()));
  }
  close(fd);
}

BakendProcess::~BakendProcess() {
  Signal(SIGKILL);
  WaitForExit();
}

void BakendProcess::Signal(int signal) {
  if (!exit_.has_value()) kill(pid_, signal);
}

std::optional<int> BakendProcess::WaitForExit(absl::Duration timeout) {
  const absl::Time limit = absl::Now() + timeout;
  while (!exit_.has_value()) {
    int status = 0;
    if (waitpid(pid_, &status, WNOHANG) == pid_) {
      exit_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    } else if (absl::Now() >= limit) {
      return std::nullopt;
    } else {
      Pause();
    }
  }
  return exit_;
}

std::string BakendProcess::Output() const { return ReadFile(output_); }

void Pause() { absl::SleepFor(absl::Milliseconds(10)); }

}  // namespace baken
