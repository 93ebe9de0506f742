#include "rules/pack/diagnostic.h"

#include <filesystem>

#include "absl/strings/str_cat.h"

namespace baken {

std::string FormatDiagnostics(const std::string& directory, const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::filesystem::path file = std::filesystem::path(directory) / diagnostic.file;
    absl::StrAppend(&text, text.empty() ? "" : "\n", file.string());
    if (diagnostic.line > 0) absl::StrAppend(&text, ":", diagnostic.line, ":", diagnostic.column);
    absl::StrAppend(&text, ": error: ", diagnostic.message);
  }
  return text;
}

}  // namespace baken
