#include "rules/review/words.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace baken::review_internal {
namespace {

constexpr unsigned char kLatinLead = 0xC3;  // U+00C0 … U+00FF in UTF-8.

unsigned char At(absl::string_view text, size_t i) { return static_cast<unsigned char>(text[i]); }

bool IsWordByte(absl::string_view text, size_t i) {
  unsigned char c = At(text, i);
  if (absl::ascii_isalnum(c) || c == kLatinLead) return true;
  return (c & 0xC0) == 0x80 && i > 0 && At(text, i - 1) == kLatinLead;
}

bool StartsWord(absl::string_view text, size_t at) { return at == 0 || !IsWordByte(text, at - 1); }
bool EndsWord(absl::string_view text, size_t end) { return end >= text.size() || !IsWordByte(text, end); }

// Length of the sentence end at `i`; 0 when there is none.
size_t StopLength(absl::string_view text, size_t i) {
  if (text[i] == '.' || text[i] == '!' || text[i] == '?') return 1;
  // Lists set off by semicolons read as so many short sentences.
  if (text[i] == ';' && (i + 1 == text.size() || text[i + 1] == ' ')) return 1;
  return absl::StartsWith(text.substr(i), "…") ? absl::string_view("…").size() : 0;
}

bool IsSentenceEnd(absl::string_view text, size_t after) {
  if (after >= text.size() || text[after - 1] == ';') return true;
  if (!absl::ascii_isspace(At(text, after))) return false;
  size_t next = text.find_first_not_of(" \n\t", after);
  return next == absl::string_view::npos || !absl::ascii_islower(At(text, next));
}

void AddSentence(absl::string_view text, size_t begin, size_t end, std::vector<Sentence>& sentences) {
  begin = text.find_first_not_of(" \n\t", begin);
  if (begin == absl::string_view::npos || begin >= end) return;
  Sentence sentence{begin, 0};
  bool counted = false;  // The run of characters at hand, as a word.
  for (size_t i = begin; i < end; ++i) {
    if (absl::ascii_isspace(At(text, i))) counted = false;
    if (counted || !IsWordByte(text, i)) continue;
    counted = true;
    ++sentence.words;
  }
  if (sentence.words > 0) sentences.push_back(sentence);
}

}  // namespace

std::vector<Span> FindPattern(absl::string_view folded, absl::string_view pattern) {
  bool any_start = absl::ConsumePrefix(&pattern, "*");
  bool any_end = absl::ConsumeSuffix(&pattern, "*");
  const std::string wanted = Folded(pattern);
  std::vector<Span> found;
  if (wanted.empty()) return found;
  for (size_t at = folded.find(wanted); at != absl::string_view::npos; at = folded.find(wanted, at + 1)) {
    size_t end = at + wanted.size();
    if ((any_start || StartsWord(folded, at)) && (any_end || EndsWord(folded, end))) found.push_back({at, end});
  }
  return found;
}

std::vector<Sentence> SplitSentences(absl::string_view text) {
  std::vector<Sentence> sentences;
  size_t begin = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    size_t stop = StopLength(text, i);
    bool ends = text[i] == '\n' || (stop > 0 && IsSentenceEnd(text, i + stop));
    if (!ends) continue;
    AddSentence(text, begin, i, sentences);
    begin = i + std::max<size_t>(stop, 1);
  }
  AddSentence(text, begin, text.size(), sentences);
  return sentences;
}

int CountCharacters(absl::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace baken::review_internal
