#include "rules/pack/names.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace baken {

bool IsId(absl::string_view id, bool upper_allowed, char extra) {
  const auto is_upper = [](char c) { return absl::ascii_isupper(static_cast<unsigned char>(c)); };
  const auto fits = [&](char c) {
    const auto u = static_cast<unsigned char>(c);
    return absl::ascii_islower(u) || absl::ascii_isdigit(u) || c == extra || (upper_allowed && is_upper(c));
  };
  return !id.empty() && id.size() <= 64 && absl::ascii_isalpha(static_cast<unsigned char>(id[0])) &&
         std::all_of(id.begin(), id.end(), fits);
}

bool IsExactVersion(absl::string_view version) {
  const std::vector<absl::string_view> parts = absl::StrSplit(version, '.');
  return parts.size() == 3 && std::all_of(parts.begin(), parts.end(), [](absl::string_view part) {
           return !part.empty() && part.size() <= 6 && part.find_first_not_of("0123456789") == absl::string_view::npos;
         });
}

}  // namespace baken
