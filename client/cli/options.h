// The options of each subcommand, as read from the command line.
#ifndef BAKEN_CLIENT_CLI_OPTIONS_H_
#define BAKEN_CLIENT_CLI_OPTIONS_H_

#include <string>
#include <vector>

namespace baken {

enum class OutputFormat { kText, kJson };

// Which door answers: a service, or the rules in this process.
struct DoorOptions {
  std::string server = {};
  std::string ca_file = {};
  std::string certificate_file = {};
  std::string private_key_file = {};
  bool plaintext = false;
  bool local = false;
  // For `local`; empty = look for it (pack_folders.h).
  std::string pack_directory = {};
  // For `local`: what the organisation sets within the pack's bounds; empty = nothing.
  std::string site_profile_file = {};
};

// `baken assess`. An empty text = not given: the file decides.
struct AssessOptions {
  DoorOptions door = {};
  std::vector<std::string> files = {};
  std::string pack_id = {};
  std::string pack_version = {};
  std::string role = {};
  std::string view = {};
  std::string locale = {};
  std::string date = {};
  OutputFormat format = OutputFormat::kText;
};

// `baken packs`.
struct PacksOptions {
  DoorOptions door = {};
  OutputFormat format = OutputFormat::kText;
};

// `baken pack new|lint|cases|coverage|manifest`.
struct PackAuthorOptions {
  std::string directory = {};
  // Only `lint` and `cases`: look at the pack as this site profile makes it; empty = none.
  std::string site_profile_file = {};
  // Only `cases`: also tell what no case proves; `strict`: and fail on it.
  bool coverage = false;
  bool strict = false;
};

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_OPTIONS_H_
