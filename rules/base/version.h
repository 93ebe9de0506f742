// The version of the software.
#ifndef BAKEN_RULES_BASE_VERSION_H_
#define BAKEN_RULES_BASE_VERSION_H_

#include "absl/strings/string_view.h"

namespace baken {

// MAJOR.MINOR.PATCH, from the build.
const char* BuildVersion();

// True when this build can read what asks for at least `required`, MAJOR.MINOR; false also when that is malformed.
bool SatisfiesVersion(absl::string_view required);

}  // namespace baken

#endif  // BAKEN_RULES_BASE_VERSION_H_
