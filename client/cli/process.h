// What the command takes from the process it runs in, gathered so that tests can give their own.
#ifndef BAKEN_CLIENT_CLI_PROCESS_H_
#define BAKEN_CLIENT_CLI_PROCESS_H_

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "client/cli/text/page.h"

namespace baken {

// Not owned: the streams outlive the command.
struct Process {
  std::istream* in = nullptr;
  std::ostream* out = nullptr;
  std::ostream* err = nullptr;
  // Value of an environment variable; nullopt when unset.
  std::function<std::optional<std::string>(const std::string&)> environment;
  // The running program; decides where packs are looked for.
  std::filesystem::path executable;
  // The day it is, for answers in process. Fails when the time zone cannot be loaded.
  std::function<absl::StatusOr<absl::CivilDay>()> today;
  // How wide and how coloured `out` is.
  PageOptions page;
};

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PROCESS_H_
