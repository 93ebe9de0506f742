// Words and sentences of a text in UTF-8. Knows no language beyond spaces and stops.
#ifndef BAKEN_RULES_REVIEW_WORDS_H_
#define BAKEN_RULES_REVIEW_WORDS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/pack/folded.h"

namespace baken::review_internal {

// A part of a text: bytes [begin, end).
struct Span {
  size_t begin = 0;
  size_t end = 0;
};

using ::baken::Folded;

// Places in a folded text where a pattern matches: `stem*` words that start so, `*stem*` words that hold it, else whole
// words or phrases. The asterisks are not part of a place.
std::vector<Span> FindPattern(absl::string_view folded, absl::string_view pattern);

struct Sentence {
  size_t begin = 0;  // Byte of its first character.
  int words = 0;
};

// Sentences end at a line break or a semicolon, or at . ! ? … before a space that no lower-case letter follows.
std::vector<Sentence> SplitSentences(absl::string_view text);

// Characters, not bytes.
int CountCharacters(absl::string_view text);

}  // namespace baken::review_internal

#endif  // BAKEN_RULES_REVIEW_WORDS_H_
