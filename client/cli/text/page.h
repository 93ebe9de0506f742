// Plain text laid out for a terminal: wrapping, indents, headings, and colour where it is wanted.
// Not its job: what is said (the sections), or where it goes.
#ifndef BAKEN_CLIENT_CLI_TEXT_PAGE_H_
#define BAKEN_CLIENT_CLI_TEXT_PAGE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace baken {

struct PageOptions {
  // Columns, at least 40.
  int width = 100;
  // ANSI colours; off in pipes and with NO_COLOR.
  bool colour = false;
};

// How a line stands out. The words alone must be enough: without colour these all look alike.
enum class Style { kPlain, kStrong, kFaint, kWarning, kAlarm };

// Collects lines. Every text is cleaned of control characters first, so that nothing from a file or a service can
// steer the terminal. Not thread-safe.
class Page {
 public:
  explicit Page(PageOptions options);

  // A title with a rule under it, an empty line before it unless it is the first line.
  void Title(absl::string_view text);
  // The name of a section, an empty line before it.
  void Heading(absl::string_view text, Style style = Style::kStrong);
  // A paragraph, indented by `indent` columns.
  void Line(absl::string_view text, int indent = 0, Style style = Style::kPlain);
  // `lead` and then the text; lines that follow stand under the text. `lead` is "- ", a date, …
  void Item(absl::string_view lead, absl::string_view text, int indent = 2, Style style = Style::kPlain);
  void Blank();

  const std::string& text() const { return text_; }

 private:
  void Emit(absl::string_view line, Style style);

  PageOptions options_;
  std::string text_;
};

// Columns that a UTF-8 text takes, taking every code point for one.
int DisplayWidth(absl::string_view text);

// The text without control characters; line breaks and tabs become spaces.
std::string WithoutControls(absl::string_view text);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_TEXT_PAGE_H_
