// From a request to an answer. The one function that every door calls; a pure function of its arguments.
#ifndef BAKEN_RULES_DECISION_DECISION_H_
#define BAKEN_RULES_DECISION_DECISION_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "baken/v1/assessment.pb.h"
#include "baken/v1/decision_support_service.pb.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

// An answer, and what concerns only its delivery.
struct Decision {
  v1::Assessment assessment;
  // Paths of request fields that named a fact or value the pack does not know (UNKNOWN_FACTS_REPORT only).
  std::vector<std::string> unknown_field_paths;
};

// Evaluates `request` with `pack` for a requester in `role`. `today` is used when the request names no evaluation date.
// The pack selector of the request is not read: the caller has picked the pack.
// Errors: INVALID_ARGUMENT with every violation (reason INVALID_REQUEST; locale, view, dates, answers, request id);
// PERMISSION_DENIED (reason ROLE_UNKNOWN, VIEW_NOT_FOR_ROLE). For a role without personal output the answers are not
// looked at at all. Thread-safe.
absl::StatusOr<Decision> Decide(const LoadedPack& pack, const v1::AssessRequest& request, absl::string_view role,
                                absl::CivilDay today);

// SHA-256 over the canonical encoding of the assessment.
std::string DecisionDigest(const v1::Assessment& assessment);

}  // namespace baken

#endif  // BAKEN_RULES_DECISION_DECISION_H_
