#include "client/cli/pack_author_files.h"

#include <fstream>
#include <iterator>
#include <system_error>

#include "rules/pack/loader.h"

namespace baken {

namespace fs = std::filesystem;

std::string FileContent(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

bool WriteWhole(const fs::path& path, const std::string& content) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) return false;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << content;
  file.close();
  return file.good();
}

bool IsPackFolder(const std::string& directory, const Process& process) {
  std::error_code error;
  if (fs::is_regular_file(fs::path(directory) / "pack.txtpb", error)) return true;
  *process.err << "baken: '" << directory << "' is not the folder of a pack: it holds no pack.txtpb\n";
  return false;
}

std::shared_ptr<const LoadedPack> LoadOrTell(const PackAuthorOptions& options, std::ostream& stream) {
  LoadResult result =
      LoadPack(options.directory, {.verify_manifest = false, .site_profile_file = options.site_profile_file});
  if (result.pack == nullptr) stream << FormatDiagnostics(options.directory, result.diagnostics) << "\n";
  return result.pack;
}

}  // namespace baken
