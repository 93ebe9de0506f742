#include "rules/pack/folded.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace baken {
namespace {

constexpr unsigned char kLatinLead = 0xC3;  // U+00C0 … U+00FF in UTF-8.

}  // namespace

std::string Folded(absl::string_view text) {
  std::string folded = absl::AsciiStrToLower(text);
  std::replace(folded.begin(), folded.end(), '\n', ' ');
  for (size_t i = 1; i < folded.size(); ++i) {
    unsigned char c = static_cast<unsigned char>(folded[i]);
    bool upper = static_cast<unsigned char>(folded[i - 1]) == kLatinLead && c >= 0x80 && c <= 0x9E && c != 0x97;
    if (upper) folded[i] = static_cast<char>(c + 0x20);
  }
  return folded;
}

}  // namespace baken
