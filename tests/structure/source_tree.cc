#include "tests/structure/source_tree.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

namespace fs = std::filesystem;

const char* const kTopFolders[] = {"proto", "rules", "service", "client", "tests", "deploy"};

bool IsSkipped(const fs::path& path) {
  static const std::set<std::string> skipped = {"node_modules", "package-lock.json", "LICENSE", "__pycache__"};
  static const std::set<std::string> binary = {".pem", ".key", ".binpb", ".png", ".ico", ".pyc"};
  return skipped.count(path.filename().string()) > 0 || binary.count(path.extension().string()) > 0;
}

// Walks a folder; `visit` gets each file and folder that is not skipped.
template <typename Visit>
void Walk(const fs::path& folder, const Visit& visit) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (IsSkipped(entry.path()) || entry.is_symlink()) continue;
    visit(entry);
    if (entry.is_directory()) Walk(entry.path(), visit);
  }
}

std::string Relative(const fs::path& path) { return fs::relative(path, BAKEN_SOURCE_DIR).generic_string(); }

std::vector<SourceFile> ReadAll() {
  std::vector<SourceFile> files;
  auto add = [&](const fs::directory_entry& entry) {
    if (entry.is_regular_file()) files.push_back({Relative(entry.path()), ReadFile(entry.path())});
  };
  for (const char* top : kTopFolders) {
    if (fs::exists(fs::path(BAKEN_SOURCE_DIR) / top)) Walk(fs::path(BAKEN_SOURCE_DIR) / top, add);
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(BAKEN_SOURCE_DIR)) {
    if (!IsSkipped(entry.path())) add(entry);
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

// Where the comment or quotation that starts at `at` ends; `at` itself when none starts there.
size_t SkipNonCode(const std::string& text, size_t at) {
  if (text.compare(at, 2, "//") == 0) return std::min(text.find('\n', at), text.size());
  if (text.compare(at, 2, "/*") == 0) return std::min(text.find("*/", at) + 2, text.size());
  if (text.compare(at, 2, "R\"") == 0) {
    const size_t open = text.find('(', at);
    const std::string close = ")" + text.substr(at + 2, open - at - 2) + "\"";
    return text.find(close, open) + close.size();
  }
  if (text[at] != '"' && text[at] != '\'') return at;
  // An apostrophe between digits separates thousands.
  if (text[at] == '\'' && at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0) return at;
  size_t end = at + 1;
  while (end < text.size() && text[end] != text[at]) end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

}  // namespace

const std::vector<SourceFile>& AllFiles() {
  static const std::vector<SourceFile>* const files = new std::vector<SourceFile>(ReadAll());
  return *files;
}

std::vector<std::string> AllFolders() {
  std::vector<std::string> folders;
  for (const char* top : kTopFolders) {
    const fs::path folder = fs::path(BAKEN_SOURCE_DIR) / top;
    folders.push_back(top);
    Walk(folder, [&](const fs::directory_entry& entry) {
      if (entry.is_directory()) folders.push_back(Relative(entry.path()));
    });
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

bool IsCpp(const std::string& path) { return absl::EndsWith(path, ".h") || absl::EndsWith(path, ".cc"); }

std::string CodeOf(const SourceFile& file) {
  std::string code;
  for (absl::string_view line : absl::StrSplit(file.content, '\n')) {
    if (absl::StartsWith(line, "#include")) code.append(line.data(), line.size()).push_back('\n');
  }
  for (size_t at = 0; at < file.content.size();) {
    const size_t end = SkipNonCode(file.content, at);
    if (end == at) code.push_back(file.content[at]);
    at = std::max(end, at + 1);
  }
  return code;
}

std::vector<std::string> IncludesOf(const SourceFile& file) {
  std::vector<std::string> includes;
  for (absl::string_view line : absl::StrSplit(file.content, '\n')) {
    if (!absl::ConsumePrefix(&line, "#include \"")) continue;
    includes.emplace_back(line.substr(0, line.find('"')));
  }
  return includes;
}

std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

}  // namespace baken
