// How a condition names the age of a fact that keeps it: `hours_slept_age_days`. One place for the planner that makes
// the name and for all who read it.
#ifndef BAKEN_RULES_BASE_AGE_NAME_H_
#define BAKEN_RULES_BASE_AGE_NAME_H_

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace baken {

inline constexpr absl::string_view kAgeSuffix = "_age_days";

inline std::string AgeName(absl::string_view fact) { return absl::StrCat(fact, kAgeSuffix); }

// The fact whose age `name` is; empty when it is no age.
inline absl::string_view FactOfAge(absl::string_view name) {
  return absl::EndsWith(name, kAgeSuffix) ? name.substr(0, name.size() - kAgeSuffix.size()) : absl::string_view();
}

}  // namespace baken

#endif  // BAKEN_RULES_BASE_AGE_NAME_H_
