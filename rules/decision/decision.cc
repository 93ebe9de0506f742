#include "rules/decision/decision.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/base/civil_date.h"
#include "rules/base/digest.h"
#include "rules/base/error_details.h"
#include "rules/base/status_macros.h"
#include "rules/decision/answer_context.h"
#include "rules/engine/intake.h"
#include "rules/engine/nodes.h"

namespace baken {
namespace {

using decision_internal::AnswerContext;
using decision_internal::Occasion;

// 8-4-4-4-12 hexadecimal digits.
bool IsUuid(absl::string_view text) {
  if (text.size() != 36) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? text[i] != '-' : !absl::ascii_isxdigit(static_cast<unsigned char>(text[i]))) return false;
  }
  return true;
}

const rules::v1::Role* FindRole(const LoadedPack& pack, absl::string_view id) {
  for (const auto& role : pack.definition().header().roles()) {
    if (role.id() == id) return &role;
  }
  return nullptr;
}

const rules::v1::View* FindView(const LoadedPack& pack, const std::string& id) {
  for (const auto& view : pack.definition().header().views()) {
    if (view.id() == id) return &view;
  }
  return nullptr;
}

std::string ViewList(const rules::v1::Role& role) { return absl::StrJoin(role.views(), ", "); }

// Everything about a request but its answers.
void CheckOccasion(const LoadedPack& pack, const v1::AssessRequest& request, absl::CivilDay today, Occasion& occasion,
                   Violations& violations) {
  occasion.view = FindView(pack, request.view().empty() ? occasion.role->views(0) : request.view());
  if (occasion.view == nullptr) violations.Add("view", absl::StrCat("must be one of: ", ViewList(*occasion.role)));
  std::optional<std::string> locale = pack.catalogue().Resolve(request.locale());
  if (!locale.has_value()) {
    violations.Add("locale", absl::StrCat("must be one of: ", absl::StrJoin(pack.catalogue().locales(), ", ")));
  }
  occasion.locale = locale.value_or("");
  occasion.evaluation_date = today;
  if (!request.evaluation_date().empty()) {
    std::optional<absl::CivilDay> day = ParseCivilDay(request.evaluation_date());
    if (!day.has_value()) {
      violations.Add("evaluation_date", "must be a day written YYYY-MM-DD in [1900-01-01, 9998-12-31]");
    }
    occasion.evaluation_date = day.value_or(today);
  }
  if (!v1::UnknownFacts_IsValid(request.unknown_facts()))
    violations.Add("unknown_facts", "is no value of UnknownFacts");
  if (!request.request_id().empty() && !IsUuid(request.request_id())) violations.Add("request_id", "must be a UUID");
}

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
  Occasion occasion;
  occasion.role = FindRole(pack, role);
  if (occasion.role == nullptr) {
    return ErrorWithReason(absl::StatusCode::kPermissionDenied, "ROLE_UNKNOWN", "the pack does not know this role");
  }
  Violations violations;
  CheckOccasion(pack, request, today, occasion, violations);
  Intake intake;
  if (occasion.role->receives_personal_output()) {
    IntakeOptions options;
    options.evaluation_date = occasion.evaluation_date;
    options.role = std::string(role);
    options.report_unknown = request.unknown_facts() == v1::UNKNOWN_FACTS_REPORT;
    intake = ReadAnswers(pack.program(), pack.definition(), request.answers(), options, violations);
  } else {
    intake.given = GivenRole(pack.program(), role);
  }
  if (!violations.empty()) return InvalidRequestError("INVALID_REQUEST", violations);
  const auto& allowed = occasion.role->views();
  if (std::find(allowed.begin(), allowed.end(), occasion.view->id()) == allowed.end()) {
    return ErrorWithReason(absl::StatusCode::kPermissionDenied, "VIEW_NOT_FOR_ROLE",
                           absl::StrCat("this role may ask for: ", ViewList(*occasion.role)));
  }
  Evaluation evaluation = Evaluate(pack.program(), std::move(intake.given));
  const auto& parts = occasion.view->parts();
  if (std::find(parts.begin(), parts.end(), rules::v1::ANSWER_PART_PROFILES) != parts.end()) {
    engine_internal::EvaluateRest(pack.program(), evaluation);
  }
  AnswerContext context{pack, occasion, evaluation, intake.declined, !intake.unknown_paths.empty()};
  return Decision{Render(context), std::move(intake.unknown_paths)};
}

std::string DecisionDigest(const v1::Assessment& assessment) { return CanonicalDigest(assessment); }

}  // namespace baken
