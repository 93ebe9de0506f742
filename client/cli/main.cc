// The program `baken`: hands the process to RunBaken. The only file here that reads the clock and the environment.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "client/cli/baken_command.h"

namespace {

// Wider lines are hard to read, on any screen.
constexpr int kWidthMax = 100;
// The zone in which the packs' users live; a service has its own setting.
constexpr char kTimeZone[] = "Europe/Amsterdam";

std::optional<std::string> Environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

int Columns() {
  winsize size = {};
  if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return std::min<int>(size.ws_col, kWidthMax);
  }
  int columns = 0;
  return absl::SimpleAtoi(Environment("COLUMNS").value_or(""), &columns) && columns > 0 ? std::min(columns, kWidthMax)
                                                                                        : kWidthMax;
}

bool WantsColour() {
  return isatty(STDOUT_FILENO) == 1 && Environment("NO_COLOR").value_or("").empty() &&
         Environment("TERM").value_or("dumb") != "dumb";
}

absl::StatusOr<absl::CivilDay> Today() {
  absl::TimeZone zone;
  // Without the zone's data abseil would silently count in UTC, and be a day off around midnight.
  if (!absl::LoadTimeZone(kTimeZone, &zone)) {
    return absl::FailedPreconditionError("time zone data (tzdata) is missing: give --date");
  }
  return absl::ToCivilDay(absl::Now(), zone);
}

}  // namespace

int main(int argc, char** argv) {
  // gRPC writes its own lines about a failed handshake beside the error that the command reports.
  setenv("GRPC_VERBOSITY", "NONE", /*overwrite=*/0);
  std::error_code error;
  baken::Process process;
  process.in = &std::cin;
  process.out = &std::cout;
  process.err = &std::cerr;
  process.environment = Environment;
  process.executable = std::filesystem::read_symlink("/proc/self/exe", error);
  process.today = Today;
  process.page = {.width = Columns(), .colour = WantsColour()};
  const baken::ExitCode code = baken::RunBaken(std::vector<std::string>(argv + 1, argv + argc), process);
  std::cout.flush();
  // A full disk or a closed pipe: the answer did not arrive.
  return std::cout.good() ? code : std::max<int>(code, baken::kExitFoundWrong);
}
