#include "client/cli/pack_docs_command.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/pack_author_files.h"
#include "rules/docs/docs.h"
#include "rules/review/coverage.h"

namespace baken {
namespace {

namespace fs = std::filesystem;

// The text of a list item's first line, or nullopt when the line starts none.
std::optional<absl::string_view> ItemStart(absl::string_view line) {
  if (absl::StartsWith(line, "- ") || absl::StartsWith(line, "* ")) return line.substr(2);
  size_t digits = 0;
  while (digits < line.size() && absl::ascii_isdigit(static_cast<unsigned char>(line[digits]))) ++digits;
  if (digits == 0 || !absl::StartsWith(line.substr(digits), ". ")) return std::nullopt;
  return line.substr(digits + 2);
}

// The pages would lie among the files of the pack, and may bear their names.
bool LiesWithin(const fs::path& folder, const fs::path& inside) {
  std::error_code error;
  const fs::path outer = fs::weakly_canonical(folder, error);
  const fs::path inner = fs::weakly_canonical(inside, error);
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

bool WriteFiles(const fs::path& folder, const std::vector<DocsFile>& files) {
  return std::all_of(files.begin(), files.end(),
                     [&](const DocsFile& page) { return WriteWhole(folder / page.name, page.content); });
}

// The questions in the language of the pages when there is such a file, `OPEN_QUESTIONS.nl.md`.
std::vector<std::string> OpenQuestions(const LoadedPack& pack, const fs::path& folder, const std::string& locale) {
  const std::string resolved = pack.catalogue().Resolve(locale).value_or("");
  const std::string own = FileContent(folder / absl::StrCat("OPEN_QUESTIONS.", resolved, ".md"));
  return ListItems(own.empty() ? FileContent(folder / "OPEN_QUESTIONS.md") : own);
}

}  // namespace

ExitCode RunPackDocs(const PackDocsOptions& options, const Process& process) {
  const fs::path folder(options.directory);
  if (!IsPackFolder(options.directory, process)) return kExitWrongUse;
  if (LiesWithin(folder, options.out)) {
    *process.err << "baken: --out '" << options.out << "' lies in the pack itself; name a folder outside it\n";
    return kExitWrongUse;
  }
  const std::shared_ptr<const LoadedPack> pack = LoadOrTell({.directory = options.directory}, *process.err);
  if (pack == nullptr) return kExitFoundWrong;
  DocsOptions docs{.locale = options.locale, .open_questions = OpenQuestions(*pack, folder, options.locale)};
  std::vector<Diagnostic> diagnostics;
  docs.coverage = ReadCoverage(folder, diagnostics);
  if (!diagnostics.empty()) {
    *process.err << FormatDiagnostics(options.directory, diagnostics) << "\n";
    return kExitFoundWrong;
  }
  const absl::StatusOr<std::vector<DocsFile>> files = MakeDocs(*pack, docs);
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
