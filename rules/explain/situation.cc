#include "rules/explain/situation.h"

#include <algorithm>
#include <utility>

#include "rules/base/status_macros.h"
#include "rules/decision/triggers.h"

namespace baken::explain_internal {

using decision_internal::AnswerContext;
using decision_internal::PreparedRequest;

absl::StatusOr<Situation> Situation::Make(const LoadedPack& pack, const v1::AssessRequest& request,
                                          absl::string_view role, absl::CivilDay today) {
  BAKEN_ASSIGN_OR_RETURN(PreparedRequest prepared, decision_internal::PrepareRequest(pack, request, role, today));
  return Situation(pack, std::move(prepared));
}

Situation::Situation(const LoadedPack& pack, PreparedRequest prepared)
    : pack_(&pack),
      prepared_(std::move(prepared)),
      known_(pack.program(), prepared_.intake.given),
      now_(Look(prepared_.intake.given)) {}

AnswerContext Situation::ContextOf(const Evaluation& evaluation) const {
  return {*pack_, prepared_.occasion, evaluation, prepared_.intake.declined, !prepared_.intake.unknown_paths.empty()};
}

Standing Situation::Look(Given given) const {
  Standing standing;
  standing.evaluation = Evaluate(program(), std::move(given));
  const AnswerContext context = ContextOf(standing.evaluation);
  for (size_t f = 0; f < program().findings.size(); ++f) {
    if (!context.IsStated(static_cast<int>(f))) continue;
    const auto& levels = program().findings[f].levels;
    const FindingState& state = standing.evaluation.findings[f];
    standing.urgency = std::max(standing.urgency, levels[static_cast<size_t>(state.supported)].urgency);
    for (size_t l = 0; l < levels.size(); ++l) {
      if (state.attainable[l]) standing.urgency_attainable = std::max(standing.urgency_attainable, levels[l].urgency);
    }
  }
  standing.referrals = decision_internal::GivenReferrals(context);
  return standing;
}

}  // namespace baken::explain_internal
