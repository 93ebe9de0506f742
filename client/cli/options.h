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

// Who is asked about, and in what capacity. An empty text = not given: the file decides.
struct PersonOptions {
  DoorOptions door = {};
  std::string pack_id = {};
  std::string pack_version = {};
  std::string role = {};
  std::string view = {};
  std::string locale = {};
  std::string date = {};
};

// `baken assess`.
struct AssessOptions {
  PersonOptions person = {};
  std::vector<std::string> files = {};
  OutputFormat format = OutputFormat::kText;
};

// `baken explain`.
struct ExplainOptions {
  PersonOptions person = {};
  std::string file = {};
  std::vector<std::string> findings = {};  // Empty = all that are there.
  std::string before = {};                 // File of an earlier state; empty = none.
  std::string before_version = {};         // Version of the pack for it; empty = as its file says.
  OutputFormat format = OutputFormat::kText;
};

// `baken interview`.
struct InterviewOptions {
  PersonOptions person = {};
  std::string file = {};  // Answers, read when it exists and written after each answer; empty = nowhere.
  bool everything = false;
};

// `baken settle`.
struct SettleOptions {
  PersonOptions person = {};
  std::string file = {};
  std::string check = {};  // Certificate to verify; empty = make one.
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
