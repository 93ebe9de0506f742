// Why an answer says what it says, why not something else, what would change it, and how two answers differ.
#ifndef BAKEN_RULES_EXPLAIN_EXPLAIN_H_
#define BAKEN_RULES_EXPLAIN_EXPLAIN_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "baken/v1/explanation.pb.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

struct ExplainedDecision {
  v1::Explanation explanation;
  // Paths of request fields that named a fact or value the pack does not know (UNKNOWN_FACTS_REPORT only).
  std::vector<std::string> unknown_field_paths;
};

// Explains the answer to `request.person()` for a requester in `role` (proto/baken/v1/explanation.proto). `pack_before`
// answers `request.before()` and may be `pack`; not read without one. `today` is used where no evaluation date is
// given. A pure function of its arguments; it may evaluate some thousand times. Thread-safe. Errors as those of Decide,
// with paths under `person` and `before`; INVALID_ARGUMENT for a finding the pack does not have or more than 50;
// PERMISSION_DENIED (reason VIEW_SHOWS_NO_FINDINGS).
absl::StatusOr<ExplainedDecision> Explain(const LoadedPack& pack, const v1::ExplainRequest& request,
                                          absl::string_view role, absl::CivilDay today,
                                          const LoadedPack* pack_before = nullptr);

// SHA-256 over the canonical encoding.
std::string ExplanationDigest(const v1::Explanation& explanation);

}  // namespace baken

#endif  // BAKEN_RULES_EXPLAIN_EXPLAIN_H_
