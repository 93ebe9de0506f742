#include "service/admission.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "rules/base/error_details.h"
#include "rules/base/status_macros.h"

namespace baken {
namespace {

constexpr size_t kMetadataCharactersMax = 128;

void CheckMetadataValue(const char* key, const std::vector<std::string>& values, Violations& violations) {
  const std::string field = absl::StrCat("metadata[", key, "]");
  if (values.size() > 1) violations.Add(field, "given more than once");
  for (const std::string& value : values) {
    const bool printable = std::all_of(value.begin(), value.end(),
                                       [](char c) { return absl::ascii_isprint(static_cast<unsigned char>(c)); });
    if (value.size() > kMetadataCharactersMax || !printable) {
      violations.Add(field, absl::StrCat("must be printable ASCII, at most ", kMetadataCharactersMax, " characters"));
    }
  }
}

absl::Status CheckMetadata(const CallContext& context) {
  Violations violations;
  CheckMetadataValue(kRoleKey, context.roles, violations);
  CheckMetadataValue(kPurposeKey, context.purposes, violations);
  CheckMetadataValue(kActorKey, context.actors, violations);
  return violations.empty() ? absl::OkStatus() : InvalidRequestError("INVALID_METADATA", violations);
}

// The role of a call: the one it names when `entitled` holds it, the only one when it names none.
absl::StatusOr<std::string> PickRole(const std::vector<std::string>& entitled, const CallContext& context,
                                     bool required) {
  if (!context.roles.empty()) {
    const std::string& named = context.roles.front();
    if (std::find(entitled.begin(), entitled.end(), named) != entitled.end()) return named;
    return ErrorWithReason(absl::StatusCode::kPermissionDenied, "ROLE_NOT_ENTITLED",
                           "The client certificate does not entitle to the role in metadata key baken-role.");
  }
  if (entitled.size() == 1) return entitled.front();
  if (!required) return std::string();
  return ErrorWithReason(absl::StatusCode::kPermissionDenied, "ROLE_REQUIRED",
                         "The client certificate entitles to several roles: name one in metadata key baken-role.");
}

}  // namespace

Admission::Admission(const service::v1::Config& config, const Clock& clock)
    : clock_(clock),
      default_deadline_(absl::Milliseconds(config.limits().default_deadline_ms())),
      plaintext_(config.listener().plaintext()) {
  if (plaintext_) {
    const auto& roles = config.listener().plaintext_roles();
    clients_.push_back({"plaintext", {roles.begin(), roles.end()}});
    return;
  }
  for (const service::v1::ClientEntitlement& entry : config.clients()) {
    client_by_uri_.emplace(entry.san_uri(), clients_.size());
    clients_.push_back({entry.name(), {entry.roles().begin(), entry.roles().end()}});
  }
}

absl::StatusOr<Caller> Admission::Admit(const CallContext& context, CallRecord& record) const {
  Caller caller;
  BAKEN_ASSIGN_OR_RETURN(caller.deadline, EffectiveDeadline(context));
  BAKEN_ASSIGN_OR_RETURN(const Client* client, Identify(context));
  record.client = caller.client = client->name;
  BAKEN_RETURN_IF_ERROR(CheckMetadata(context));
  // Packs may be looked at in any role; answers about a person depend on it.
  const bool role_required = record.method != Method::kDescribePack && record.method != Method::kListPacks;
  BAKEN_ASSIGN_OR_RETURN(caller.role, PickRole(client->roles, context, role_required));
  record.role = caller.role;
  return caller;
}

absl::StatusOr<absl::Time> Admission::EffectiveDeadline(const CallContext& context) const {
  const absl::Time now = clock_.Now();
  if (context.deadline == absl::InfiniteFuture()) return now + default_deadline_;
  if (context.deadline - now >= kCallBudget) return context.deadline;
  return ErrorWithReason(absl::StatusCode::kDeadlineExceeded, "DEADLINE_TOO_SHORT",
                         "Too little time was left when the call arrived.");
}

absl::StatusOr<const Admission::Client*> Admission::Identify(const CallContext& context) const {
  if (plaintext_) return &clients_.front();
  const Client* found = nullptr;
  int matches = 0;
  for (const std::string& uri : context.peer_uris) {
    const auto client = client_by_uri_.find(uri);
    if (client == client_by_uri_.end()) continue;
    found = &clients_[client->second];
    ++matches;
  }
  if (matches == 1) return found;
  return ErrorWithReason(absl::StatusCode::kPermissionDenied, "CLIENT_UNKNOWN",
                         "The client certificate entitles to nothing here.");
}

absl::Status Admission::CheckStillWaiting(const Caller& caller) const {
  if (clock_.Now() <= caller.deadline) return absl::OkStatus();
  return ErrorWithReason(absl::StatusCode::kDeadlineExceeded, "DEADLINE_PASSED",
                         "The deadline passed during the call.");
}

}  // namespace baken
