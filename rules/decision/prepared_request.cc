#include "rules/decision/prepared_request.h"

#include <algorithm>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/base/civil_date.h"
#include "rules/base/error_details.h"

namespace baken::decision_internal {
namespace {

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

}  // namespace

absl::StatusOr<PreparedRequest> PrepareRequest(const LoadedPack& pack, const v1::AssessRequest& request,
                                               absl::string_view role, absl::CivilDay today) {
  PreparedRequest prepared;
  Occasion& occasion = prepared.occasion;
  occasion.role = FindRole(pack, role);
  if (occasion.role == nullptr) {
    return ErrorWithReason(absl::StatusCode::kPermissionDenied, "ROLE_UNKNOWN", "the pack does not know this role");
  }
  Violations violations;
  CheckOccasion(pack, request, today, occasion, violations);
  Intake& intake = prepared.intake;
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
  return prepared;
}

}  // namespace baken::decision_internal
