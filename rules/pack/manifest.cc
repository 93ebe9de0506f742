#include "rules/pack/manifest.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "rules/base/digest.h"

namespace baken::pack_internal {
namespace {

constexpr size_t kDigestLength = 64;

std::string ReadWhole(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream buffer;
  buffer << stream.rdbuf();
  return buffer.str();
}

// Path to digest; false when a line is not `<digest>  <path>`.
bool ParseManifest(const std::string& text, std::map<std::string, std::string>& entries) {
  for (absl::string_view line : absl::StrSplit(text, '\n', absl::SkipEmpty())) {
    if (line.size() < kDigestLength + 3 || line.substr(kDigestLength, 2) != "  ") return false;
    entries[std::string(line.substr(kDigestLength + 2))] = std::string(line.substr(0, kDigestLength));
  }
  return true;
}

// Lies beside the pack and is no part of it: for people, or about the manifest itself.
bool IsBeside(const std::string& path) {
  const bool questions =
      absl::StartsWith(path, "OPEN_QUESTIONS.") && absl::EndsWith(path, ".md") && path.find('/') == std::string::npos;
  return questions || path == kManifestName || path == "README.md" || absl::EndsWith(path, ".sig");
}

}  // namespace

std::vector<std::string> ListFiles(const std::filesystem::path& directory) {
  std::vector<std::string> files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator it(directory, error), end; it != end && !error;
       it.increment(error)) {
    if (!it->is_regular_file()) continue;
    std::string path = std::filesystem::relative(it->path(), directory).generic_string();
    if (IsBeside(path)) continue;
    files.push_back(std::move(path));
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string BuildManifest(const std::filesystem::path& directory) {
  std::string manifest;
  for (const std::string& path : ListFiles(directory)) {
    absl::StrAppend(&manifest, Sha256Hex(ReadWhole(directory / path)), "  ", path, "\n");
  }
  return manifest;
}

void VerifyManifest(const std::filesystem::path& directory, std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, std::string> expected;
  std::map<std::string, std::string> found;
  if (!std::filesystem::is_regular_file(directory / kManifestName)) {
    diagnostics.push_back({kManifestName, 0, 0, "is missing; make it with `baken pack manifest`"});
    return;
  }
  if (!ParseManifest(ReadWhole(directory / kManifestName), expected)) {
    diagnostics.push_back({kManifestName, 0, 0, "a line is not `<sha256>  <path>`"});
    return;
  }
  ParseManifest(BuildManifest(directory), found);
  for (const auto& [path, digest] : expected) {
    auto file = found.find(path);
    if (file == found.end()) diagnostics.push_back({path, 0, 0, "is in the manifest but not in the folder"});
    if (file != found.end() && file->second != digest) diagnostics.push_back({path, 0, 0, "differs from the manifest"});
  }
  for (const auto& [path, digest] : found) {
    if (expected.count(path) == 0) diagnostics.push_back({path, 0, 0, "is not in the manifest"});
  }
}

}  // namespace baken::pack_internal
