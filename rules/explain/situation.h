// One person in one occasion, to be looked at as it is and as it would be with other answers. Internal to
// rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_SITUATION_H_
#define BAKEN_RULES_EXPLAIN_SITUATION_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "rules/decision/answer_context.h"
#include "rules/decision/prepared_request.h"
#include "rules/engine/known.h"

namespace baken::explain_internal {

// What follows from one set of answers, as far as explanations compare it.
struct Standing {
  Evaluation evaluation;
  v1::Urgency urgency = v1::URGENCY_U0;
  v1::Urgency urgency_attainable = v1::URGENCY_U0;
  std::vector<bool> referrals;  // By referral of the pack: given.
};

class Situation {
 public:
  // Errors as those of Decide. `pack` outlives it.
  static absl::StatusOr<Situation> Make(const LoadedPack& pack, const v1::AssessRequest& request,
                                        absl::string_view role, absl::CivilDay today);

  const LoadedPack& pack() const { return *pack_; }
  const Program& program() const { return pack_->program(); }
  const rules::v1::PackFile& definition() const { return pack_->definition(); }
  const decision_internal::Occasion& occasion() const { return prepared_.occasion; }
  const Known& known() const { return known_; }
  const Standing& now() const { return now_; }
  const std::vector<int>& declined() const { return prepared_.intake.declined; }
  const std::vector<std::string>& unknown_paths() const { return prepared_.intake.unknown_paths; }

  // For words about `evaluation`, which like this outlives the result.
  decision_internal::AnswerContext ContextOf(const Evaluation& evaluation) const;
  decision_internal::AnswerContext Context() const { return ContextOf(now_.evaluation); }

  // What would follow from other answers.
  Standing Look(Given given) const;

  // Kind of answer as Assess gives it.
  bool refused() const { return Context().refused(); }

 private:
  Situation(const LoadedPack& pack, decision_internal::PreparedRequest prepared);

  const LoadedPack* pack_;
  decision_internal::PreparedRequest prepared_;
  Known known_;
  Standing now_;
};

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_SITUATION_H_
