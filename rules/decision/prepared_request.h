// A request about a person, checked: who asks, in which words, for which day, and what was answered. Internal to rules.
#ifndef BAKEN_RULES_DECISION_PREPARED_REQUEST_H_
#define BAKEN_RULES_DECISION_PREPARED_REQUEST_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "baken/v1/request.pb.h"
#include "rules/decision/answer_context.h"
#include "rules/engine/intake.h"

namespace baken::decision_internal {

struct PreparedRequest {
  Occasion occasion;  // Points into the pack.
  Intake intake;      // Of a role without personal output the role alone: its answers are not looked at.
};

// Errors as those of Decide (decision.h).
absl::StatusOr<PreparedRequest> PrepareRequest(const LoadedPack& pack, const v1::AssessRequest& request,
                                               absl::string_view role, absl::CivilDay today);

}  // namespace baken::decision_internal

#endif  // BAKEN_RULES_DECISION_PREPARED_REQUEST_H_
