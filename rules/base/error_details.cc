#include "rules/base/error_details.h"

#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"

namespace baken {
namespace {

// The first `bytes_max` bytes of `text`, fewer where that would cut a UTF-8 character: protobuf refuses half ones.
std::string Cut(absl::string_view text, size_t bytes_max) {
  if (text.size() <= bytes_max) return std::string(text);
  size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end));
}

void AddErrorInfo(absl::string_view reason, absl::Status& status) {
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  info.set_domain(kErrorDomain);
  status.SetPayload(kErrorInfoUrl, absl::Cord(info.SerializeAsString()));
}

std::string Summary(const Violations& violations) {
  if (violations.kept().empty()) return "the request is not valid";
  const auto& first = violations.kept().front();
  std::string where = first.field().empty() ? "" : absl::StrCat(first.field(), ": ");
  if (violations.total() == 1) return absl::StrCat(where, first.description());
  return absl::StrCat(violations.total(), " problems with the request; the first: ", where, first.description());
}

template <typename Detail>
std::optional<Detail> GetPayload(const absl::Status& status, const char* url) {
  absl::optional<absl::Cord> bytes = status.GetPayload(url);
  Detail detail;
  if (!bytes.has_value() || !detail.ParseFromString(std::string(*bytes))) return std::nullopt;
  return detail;
}

}  // namespace

void Violations::Add(const std::string& field, const std::string& description) {
  ++total_;
  // Once one has been left out all later ones are, so that what is kept is the start of the list.
  if (total_ - 1 != kept_.size() || kept_.size() >= kViolationsMax) return;
  google::rpc::BadRequest::FieldViolation violation;
  violation.set_field(Cut(field, kMessageBytesMax));
  violation.set_description(Cut(description, kMessageBytesMax));
  const size_t bytes = violation.field().size() + violation.description().size();
  if (bytes_ + bytes > kViolationBytesMax) return;
  bytes_ += bytes;
  kept_.push_back(std::move(violation));
}

absl::Status InvalidRequestError(absl::string_view reason, const Violations& violations) {
  google::rpc::BadRequest bad_request;
  for (const auto& violation : violations.kept()) *bad_request.add_field_violations() = violation;
  const size_t left_out = violations.total() - violations.kept().size();
  if (left_out > 0) bad_request.add_field_violations()->set_description(absl::StrCat("and ", left_out, " more"));
  absl::Status status = ErrorWithReason(absl::StatusCode::kInvalidArgument, reason, Summary(violations));
  status.SetPayload(kBadRequestUrl, absl::Cord(bad_request.SerializeAsString()));
  return status;
}

absl::Status ErrorWithReason(absl::StatusCode code, absl::string_view reason, absl::string_view message) {
  absl::Status status(code, Cut(message, kMessageBytesMax));
  AddErrorInfo(reason, status);
  return status;
}

std::optional<google::rpc::BadRequest> GetBadRequest(const absl::Status& status) {
  return GetPayload<google::rpc::BadRequest>(status, kBadRequestUrl);
}

std::optional<google::rpc::ErrorInfo> GetErrorInfo(const absl::Status& status) {
  return GetPayload<google::rpc::ErrorInfo>(status, kErrorInfoUrl);
}

}  // namespace baken
