#include "client/cli/pack_folders.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <tuple>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace baken {
namespace {

namespace fs = std::filesystem;

bool IsFolder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool HoldsPack(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path / "pack.txtpb", error);
}

// Folders straight under `directory`; none when it cannot be read.
std::vector<fs::path> Subfolders(const fs::path& directory) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
    if (IsFolder(it->path())) found.push_back(it->path());
  }
  return found;
}

// `/a/b/` names the same folder as `/a/b`, and `.` has no name of its own.
fs::path WithName(const fs::path& path) {
  std::error_code error;
  fs::path whole = fs::canonical(path, error);
  return error ? path : whole;
}

PackFolder FolderOf(const fs::path& path) {
  const fs::path named = WithName(path);
  return {.id = named.parent_path().filename().string(), .version = named.filename().string(), .path = path};
}

// Major, minor and patch; a part that is no number counts as 0, the loader refuses such a version anyway.
std::tuple<int, int, int> VersionNumbers(const std::string& version) {
  const std::vector<std::string> parts = absl::StrSplit(version, '.');
  const auto number = [&parts](size_t i) {
    int value = 0;
    return i < parts.size() && absl::SimpleAtoi(parts[i], &value) ? value : 0;
  };
  return {number(0), number(1), number(2)};
}

bool NewestFirst(const PackFolder& a, const PackFolder& b) {
  if (a.id != b.id) return a.id < b.id;
  return VersionNumbers(a.version) > VersionNumbers(b.version);
}

}  // namespace

absl::StatusOr<fs::path> FindPackDirectory(const std::string& given, const Process& process) {
  if (!given.empty()) {
    if (IsFolder(given)) return fs::path(given);
    return absl::NotFoundError(absl::StrCat("no folder '", given, "'"));
  }
  if (const std::optional<std::string> named = process.environment("BAKEN_PACK_DIR"); named && !named->empty()) {
    if (IsFolder(*named)) return fs::path(*named);
    return absl::NotFoundError(absl::StrCat("BAKEN_PACK_DIR: no folder '", *named, "'"));
  }
  const fs::path beside = process.executable.parent_path();
  const fs::path installed = beside / BAKEN_PACK_DIR_FROM_BIN;
  if (IsFolder(installed)) return installed;
  const fs::path tree = beside / "../../rules/packs";
  if (IsFolder(tree)) return tree;
  return absl::NotFoundError(absl::StrCat("no packs found: give --pack-dir or set BAKEN_PACK_DIR (tried ",
                                          installed.string(), " and ", tree.string(), ")"));
}

absl::StatusOr<std::vector<PackFolder>> ListPackFolders(const fs::path& directory) {
  std::vector<PackFolder> found;
  if (HoldsPack(directory)) found.push_back(FolderOf(directory));
  for (const fs::path& child : Subfolders(directory)) {
    if (HoldsPack(child)) found.push_back(FolderOf(child));
    for (const fs::path& grandchild : Subfolders(child)) {
      if (HoldsPack(grandchild)) found.push_back(FolderOf(grandchild));
    }
  }
  if (found.empty()) return absl::NotFoundError(absl::StrCat("no pack in '", directory.string(), "'"));
  std::sort(found.begin(), found.end(), NewestFirst);
  return found;
}

}  // namespace baken
