// One person in one occasion, to be looked at as it is and as it would be with other answers. Internal to
// rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_SITUATION_H_
#define BAKEN_RULES_EXPLAIN_SITUATION_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "rules/decision/answer_context.h"
#include "rules/decision/prepared_request.h"
#include "rules/engine/engines.h"
#include "rules/engine/known.h"
#include "rules/explain/advice.h"

namespace baken::explain_internal {

// Not thread-safe: it looks with one engine, which keeps memory.
class Situation {
 public:
  // Errors as those of Decide. `pack` outlives it.
  static absl::StatusOr<Situation> Make(const LoadedPack& pack, const v1::AssessRequest& request,
                                        absl::string_view role, absl::CivilDay today);

  // For who looks at many: the rules of the role in `prepared` and the engine may be shared, the latter within a
  // thread.
  Situation(std::shared_ptr<const AdviceRules> rules, std::shared_ptr<Engine> engine,
            decision_internal::PreparedRequest prepared);

  const LoadedPack& pack() const { return rules_->pack(); }
  const Program& program() const { return pack().program(); }
  const rules::v1::PackFile& definition() const { return pack().definition(); }
  const AdviceRules& rules() const { return *rules_; }
  const decision_internal::Occasion& occasion() const { return prepared_.occasion; }
  const Known& known() const { return known_; }
  const Evaluation& evaluation() const { return evaluation_; }
  const Standing& now() const { return now_; }
  // The same as far as answers still to come can lead, without further instruments of families that are decided: these
  // are not asked. Attainable is less in it than in evaluation() and now(), supported the same.
  const Evaluation& coming() const { return coming_; }
  const Standing& outlook() const { return outlook_; }
  const std::vector<int>& declined() const { return prepared_.intake.declined; }
  const std::vector<std::string>& unknown_paths() const { return prepared_.intake.unknown_paths; }

  // For words about `evaluation`, which like this outlives the result.
  decision_internal::AnswerContext ContextOf(const Evaluation& evaluation) const;
  decision_internal::AnswerContext Context() const { return ContextOf(evaluation_); }

  // What would follow from other answers.
  Standing Look(const Given& given) const;
  // The levels alone, valid until the next look.
  const std::vector<Verdict>& LookAtLevels(const Given& given) const { return engine_->Conclude(given); }
  const Engine& engine() const { return *engine_; }

  // Kind of answer as Assess gives it.
  bool refused() const { return rules_->IsRefused(now_.levels); }

 private:
  std::shared_ptr<const AdviceRules> rules_;
  std::shared_ptr<Engine> engine_;
  decision_internal::PreparedRequest prepared_;
  Known known_;
  Evaluation evaluation_;
  Standing now_;
  Evaluation coming_;
  Standing outlook_;
};

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_SITUATION_H_
