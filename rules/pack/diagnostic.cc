#include "rules/pack/diagnostic.h"

#include "absl/strings/str_cat.h"

namespace baken {

std::string FormatDiagnostics(const std::string& directory, const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    absl::StrAppend(&text, text.empty() ? "" : "\n", directory, "/", diagnostic.file);
    if (diagnostic.line > 0) absl::StrAppend(&text, ":", diagnostic.line, ":", diagnostic.column);
    absl::StrAppend(&text, ": error: ", diagnostic.message);
  }
  return text;
}

}  // namespace baken
