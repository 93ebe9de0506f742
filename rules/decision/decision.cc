#include "rules/decision/decision.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "rules/base/civil_date.h"
#include "rules/base/digest.h"
#include "rules/base/status_macros.h"
#include "rules/decision/answer_context.h"
#include "rules/decision/prepared_request.h"
#include "rules/engine/nodes.h"

namespace baken {
namespace {

using decision_internal::AnswerContext;

// First that applies.
v1::Outcome DecideOutcome(const AnswerContext& context, const v1::Assessment& assessment, bool any_action) {
  if (context.refused()) return v1::OUTCOME_REFUSED;
  const auto& scope_levels = context.program().findings[static_cast<size_t>(context.program().scope_finding)].levels;
  bool scope_known = &context.SupportedLevel(context.program().scope_finding) != &scope_levels.back();
  if (assessment.urgency().supported() >= v1::URGENCY_U2 || (scope_known && any_action)) return v1::OUTCOME_ADVICE;
  if (!scope_known || assessment.urgency().attainable() >= v1::URGENCY_U2) return v1::OUTCOME_NOT_ENOUGH_KNOWN;
  return v1::OUTCOME_NOTHING_TO_ADVISE;
}

v1::Assessment Render(const AnswerContext& context) {
  v1::Assessment assessment;
  assessment.set_evaluation_date(FormatCivilDay(context.occasion.evaluation_date));
  assessment.set_role(context.occasion.role->id());
  assessment.set_view(context.occasion.view->id());
  assessment.set_locale(context.occasion.locale);
  *assessment.mutable_pack() = context.pack.reference();
  assessment.set_site_profile(context.pack.site_profile().name);
  AddFindings(context, assessment);
  bool any_action = AddActions(context, assessment);
  AddQuestions(context, assessment);
  assessment.set_outcome(DecideOutcome(context, assessment, any_action));
  absl::string_view name = v1::Outcome_Name(assessment.outcome());
  name.remove_prefix(sizeof("OUTCOME_") - 1);
  *assessment.mutable_outcome_statement() = context.Text(absl::StrCat("outcome.", name));
  AddProfiles(context, assessment);
  AddDocuments(context, assessment);
  ApplyView(context, assessment);
  return assessment;
}

}  // namespace

absl::StatusOr<Decision> Decide(const LoadedPack& pack, const v1::AssessRequest& request, absl::string_view role,
                                absl::CivilDay today) {
  BAKEN_ASSIGN_OR_RETURN(decision_internal::PreparedRequest prepared,
                         decision_internal::PrepareRequest(pack, request, role, today));
  Intake& intake = prepared.intake;
  Evaluation evaluation = Evaluate(pack.program(), std::move(intake.given));
  const auto& parts = prepared.occasion.view->parts();
  if (std::find(parts.begin(), parts.end(), rules::v1::ANSWER_PART_PROFILES) != parts.end()) {
    engine_internal::EvaluateRest(pack.program(), evaluation);
  }
  AnswerContext context{pack, prepared.occasion, evaluation, intake.declined, !intake.unknown_paths.empty()};
  return Decision{Render(context), std::move(intake.unknown_paths)};
}

std::string DecisionDigest(const v1::Assessment& assessment) { return CanonicalDigest(assessment); }

}  // namespace baken
