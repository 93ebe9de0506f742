// How ids and versions are written, the same wherever they are read.
#ifndef BAKEN_RULES_PACK_NAMES_H_
#define BAKEN_RULES_PACK_NAMES_H_

#include "absl/strings/string_view.h"

namespace baken {

// 1 to 64 characters, a letter first, then lower-case letters, digits and `extra`; with `upper_allowed` capitals too.
bool IsId(absl::string_view id, bool upper_allowed, char extra = '_');

// The id of a pack or of a site profile: lower-case letters, digits and hyphens, a letter first.
inline bool IsPackId(absl::string_view id) { return IsId(id, false, '-'); }

// MAJOR.MINOR.PATCH, each of 1 to 6 digits.
bool IsExactVersion(absl::string_view version);

}  // namespace baken

#endif  // BAKEN_RULES_PACK_NAMES_H_
