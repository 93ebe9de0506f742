// Texts in lower case, so that words are found whatever their capitals.
#ifndef BAKEN_RULES_PACK_FOLDED_H_
#define BAKEN_RULES_PACK_FOLDED_H_

#include <string>

#include "absl/strings/string_view.h"

namespace baken {

// The text in lower case, letters up to U+00FF; as long as before, line breaks as spaces.
std::string Folded(absl::string_view text);

}  // namespace baken

#endif  // BAKEN_RULES_PACK_FOLDED_H_
