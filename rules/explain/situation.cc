#include "rules/explain/situation.h"

#include <utility>

#include "rules/base/status_macros.h"
#include "rules/engine/further_instruments.h"

namespace baken::explain_internal {

using decision_internal::AnswerContext;
using decision_internal::PreparedRequest;

absl::StatusOr<Situation> Situation::Make(const LoadedPack& pack, const v1::AssessRequest& request,
                                          absl::string_view role, absl::CivilDay today) {
  BAKEN_ASSIGN_OR_RETURN(PreparedRequest prepared, decision_internal::PrepareRequest(pack, request, role, today));
  auto rules = std::make_shared<const AdviceRules>(pack, *prepared.occasion.role);
  return Situation(std::move(rules), pack.engines().Incremental(), std::move(prepared));
}

Situation::Situation(std::shared_ptr<const AdviceRules> rules, std::shared_ptr<Engine> engine, PreparedRequest prepared)
    : rules_(std::move(rules)),
      engine_(std::move(engine)),
      prepared_(std::move(prepared)),
      known_(program(), prepared_.intake.given),
      evaluation_(Evaluate(program(), prepared_.intake.given)),
      now_(rules_->StandingOf(ToVerdicts(evaluation_), evaluation_.contradictions.size())),
      coming_(WithoutInstruments(program(), FurtherInstruments(program(), evaluation_), evaluation_)),
      outlook_(rules_->StandingOf(ToVerdicts(coming_), coming_.contradictions.size())) {}

AnswerContext Situation::ContextOf(const Evaluation& evaluation) const {
  return {pack(), prepared_.occasion, evaluation, prepared_.intake.declined, !prepared_.intake.unknown_paths.empty()};
}

Standing Situation::Look(const Given& given) const {
  const std::vector<Verdict>& levels = engine_->Conclude(given);
  return rules_->StandingOf(levels, engine_->contradiction_count());
}

}  // namespace baken::explain_internal
