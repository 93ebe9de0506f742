#include "client/cli/pack_docs_command.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "rules/docs/docs.h"
#include "rules/pack/loader.h"
#include "rules/review/coverage.h"

namespace baken {
namespace {

namespace fs = std::filesystem;

// Empty when there is none.
std::string Content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

// The text of a list item's first line, or nullopt when the line starts none.
std::optional<absl::string_view> ItemStart(absl::string_view line) {
  if (absl::StartsWith(line, "- ") || absl::StartsWith(line, "* ")) return line.substr(2);
  size_t digits = 0;
  while (digits < line.size() && absl::ascii_isdigit(static_cast<unsigned char>(line[digits]))) ++digits;
  if (digits == 0 || !absl::StartsWith(line.substr(digits), ". ")) return std::nullopt;
  return line.substr(digits + 2);
}

bool WriteFiles(const fs::path& folder, const std::vector<DocsFile>& files) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return false;
  for (const DocsFile& page : files) {
    std::ofstream file(folder / page.name, std::ios::binary | std::ios::trunc);
    file << page.content;
    file.close();
    if (!file.good()) return false;
  }
  return true;
}

}  // namespace

ExitCode RunPackDocs(const PackDocsOptions& options, const Process& process) {
  const fs::path folder(options.directory);
  std::error_code error;
  if (!fs::is_regular_file(folder / "pack.txtpb", error)) {
    *process.err << "baken: '" << options.directory << "' is not the folder of a pack: it holds no pack.txtpb\n";
    return kExitWrongUse;
  }
  const LoadResult result = LoadPack(folder, {.verify_manifest = false});
  if (result.pack == nullptr) {
    *process.err << FormatDiagnostics(options.directory, result.diagnostics) << "\n";
    return kExitFoundWrong;
  }
  DocsOptions docs{.locale = options.locale, .open_questions = ListItems(Content(folder / "OPEN_QUESTIONS.md"))};
  std::vector<Diagnostic> diagnostics;
  docs.coverage = ReadCoverage(folder, diagnostics);
  if (!diagnostics.empty()) {
    *process.err << FormatDiagnostics(options.directory, diagnostics) << "\n";
    return kExitFoundWrong;
  }
  const absl::StatusOr<std::vector<DocsFile>> files = MakeDocs(*result.pack, docs);
  if (!files.ok()) {
    *process.err << "baken: " << std::string(files.status().message()) << "\n";
    return kExitWrongUse;
  }
  if (!WriteFiles(options.out, *files)) {
    *process.err << "baken: cannot write to '" << options.out << "'\n";
    return kExitWrongUse;
  }
  *process.out << "wrote " << files->size() << " files: start with " << (fs::path(options.out) / "index.html").string()
               << "\n";
  return kExitDone;
}

std::vector<std::string> ListItems(absl::string_view markdown) {
  std::vector<std::string> items;
  bool inside = false;
  for (absl::string_view line : absl::StrSplit(markdown, '\n')) {
    if (const std::optional<absl::string_view> start = ItemStart(line)) {
      items.push_back(std::string(*start));
      inside = true;
    } else if (inside && absl::StartsWith(line, "  ")) {
      absl::StrAppend(&items.back(), " ", absl::StripAsciiWhitespace(line));
    } else {
      inside = false;
    }
  }
  return items;
}

}  // namespace baken
