// Finds packs on disk for answers in process. A service never looks for packs: its configuration names them.
#ifndef BAKEN_CLIENT_CLI_PACK_FOLDERS_H_
#define BAKEN_CLIENT_CLI_PACK_FOLDERS_H_

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/cli/process.h"

namespace baken {

// One version of one pack, by the names of its folders `<id>/<version>`.
struct PackFolder {
  std::string id;
  std::string version;
  std::filesystem::path path;
};

// Where packs are: `given` when it is not empty, else the environment variable BAKEN_PACK_DIR, else the installed packs
// beside the program, else, for a program in `build/bin`, the packs of its tree. NOT_FOUND, naming what was tried.
absl::StatusOr<std::filesystem::path> FindPackDirectory(const std::string& given, const Process& process);

// All versions under `directory`, which holds `<id>/<version>/` folders, or `<version>/` folders, or is itself the
// folder of one version. By id, newest version first. NOT_FOUND when there is none.
absl::StatusOr<std::vector<PackFolder>> ListPackFolders(const std::filesystem::path& directory);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PACK_FOLDERS_H_
