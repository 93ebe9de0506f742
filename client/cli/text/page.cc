#include "client/cli/text/page.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace baken {
namespace {

constexpr int kWidthMin = 40;

absl::string_view StartOf(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kStrong:
      return "\x1b[1m";
    case Style::kFaint:
      return "\x1b[2m";
    case Style::kWarning:
      return "\x1b[1;33m";
    case Style::kAlarm:
      return "\x1b[1;31m";
  }
  return "";
}

// True for the second byte of U+0080 to U+009F, which some terminals obey like escape sequences.
bool IsC1Control(unsigned char first, unsigned char second) {
  return first == 0xC2 && second >= 0x80 && second <= 0x9F;
}

// Breaks at spaces; a word longer than a line stands on its own.
std::vector<std::string> Wrap(absl::string_view text, int width) {
  std::vector<std::string> lines;
  std::string line;
  for (absl::string_view word : absl::StrSplit(text, ' ', absl::SkipEmpty())) {
    if (!line.empty() && DisplayWidth(line) + 1 + DisplayWidth(word) > width) {
      lines.push_back(line);
      line.clear();
    }
    absl::StrAppend(&line, line.empty() ? "" : " ", word);
  }
  lines.push_back(line);
  return lines;
}

std::string Spaces(int count) { return std::string(static_cast<size_t>(std::max(count, 0)), ' '); }

}  // namespace

int DisplayWidth(absl::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string WithoutControls(absl::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n' || byte == '\t') {
      clean.push_back(' ');
    } else if (i + 1 < text.size() && IsC1Control(byte, static_cast<unsigned char>(text[i + 1]))) {
      ++i;
    } else if (byte >= 0x20 && byte != 0x7F) {
      clean.push_back(text[i]);
    }
  }
  return clean;
}

Page::Page(PageOptions options) : options_(options) { options_.width = std::max(options_.width, kWidthMin); }

void Page::Title(absl::string_view text) {
  if (!text_.empty()) Blank();
  Line(text, 0, Style::kStrong);
  std::string rule;
  for (int i = 0; i < options_.width; ++i) rule += "─";
  Emit(rule, Style::kFaint);
}

void Page::Heading(absl::string_view text, Style style) {
  if (!text_.empty()) Blank();
  Line(text, 0, style);
}

void Page::Line(absl::string_view text, int indent, Style style) { Item("", text, indent, style); }

void Page::Item(absl::string_view lead, absl::string_view text, int indent, Style style) {
  const int margin = indent + DisplayWidth(lead);
  std::string prefix = absl::StrCat(Spaces(indent), lead);
  for (const std::string& line : Wrap(WithoutControls(text), options_.width - margin)) {
    Emit(absl::StrCat(prefix, line), style);
    prefix = Spaces(margin);
  }
}

void Page::Blank() { text_ += "\n"; }

void Page::Emit(absl::string_view line, Style style) {
  const absl::string_view start = options_.colour ? StartOf(style) : "";
  absl::StrAppend(&text_, start, line, start.empty() ? "" : "\x1b[0m", "\n");
}

}  // namespace baken
