#include "rules/base/field_prefix.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "rules/base/error_details.h"

namespace baken {

absl::Status WithFieldPrefix(const absl::Status& status, absl::string_view prefix) {
  std::optional<google::rpc::BadRequest> bad = GetBadRequest(status);
  if (!bad.has_value()) return status;
  for (auto& violation : *bad->mutable_field_violations()) {
    // The last entry of a cut list names no field.
    if (!violation.field().empty()) violation.set_field(absl::StrCat(prefix, violation.field()));
  }
  absl::Status result = status;
  result.SetPayload(kBadRequestUrl, absl::Cord(bad->SerializeAsString()));
  return result;
}

}  // namespace baken
