// Paths of faults in a message that stands inside another.
#ifndef BAKEN_RULES_BASE_FIELD_PREFIX_H_
#define BAKEN_RULES_BASE_FIELD_PREFIX_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace baken {

// `status` with `prefix` (such as `person.`) before each field path of its BadRequest; unchanged when it has none.
absl::Status WithFieldPrefix(const absl::Status& status, absl::string_view prefix);

}  // namespace baken

#endif  // BAKEN_RULES_BASE_FIELD_PREFIX_H_
