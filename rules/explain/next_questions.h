// What to ask next: only what can still change something, the most urgent first.
#ifndef BAKEN_RULES_EXPLAIN_NEXT_QUESTIONS_H_
#define BAKEN_RULES_EXPLAIN_NEXT_QUESTIONS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "baken/v1/interview.pb.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

struct Interview {
  v1::NextQuestions next;
  // Paths of request fields that named a fact or value the pack does not know (UNKNOWN_FACTS_REPORT only).
  std::vector<std::string> unknown_field_paths;
};

// The next questions about `request.person()` (proto/baken/v1/interview.proto), for a requester in `role`. `today` is
// used when the person has no evaluation date. Never asked: what is answered, was declined or follows from other
// answers; a further instrument of a family of which one has decided; what no open condition reads. What can still make
// it urgent on the same day comes first, then the rest of urgency, referrals and subgroups (open_questions.h). Errors
// as those of Decide, with paths under `person`, and INVALID_ARGUMENT for questions_max outside [0, 100].
absl::StatusOr<Interview> FindNextQuestions(const LoadedPack& pack, const v1::NextQuestionsRequest& request,
                                            absl::string_view role, absl::CivilDay today);

// What is wrong with a certificate that FindNextQuestions gave for this person, a line each; empty when nothing is:
// that it is of this pack, site profile, role, language and day, that its words, its kind of answer and each line of
// its settlement follow from the answers, and that none of `trials` completions made at random breaks it. Not looked
// at: questions and their number, which are no part of a certificate. Errors as those of Decide.
absl::StatusOr<std::vector<std::string>> CheckCertificate(const LoadedPack& pack, const v1::AssessRequest& person,
                                                          absl::string_view role, absl::CivilDay today,
                                                          const v1::NextQuestions& certificate, int trials);

// SHA-256 over the canonical encoding.
std::string InterviewDigest(const v1::NextQuestions& next);

}  // namespace baken

#endif  // BAKEN_RULES_EXPLAIN_NEXT_QUESTIONS_H_
