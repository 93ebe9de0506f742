// The one place that builds errors about a request. An error is an absl::Status with google.rpc.BadRequest and
// google.rpc.ErrorInfo as payloads, so that the service can hand them to the caller unchanged.
// Not its job: mapping to gRPC (service/grpc_status.h).
#ifndef BAKEN_RULES_BASE_ERROR_DETAILS_H_
#define BAKEN_RULES_BASE_ERROR_DETAILS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "google/rpc/error_details.pb.h"

namespace baken {

inline constexpr size_t kViolationsMax = 32;
inline constexpr size_t kViolationBytesMax = 4096;
inline constexpr size_t kMessageBytesMax = 1024;
inline constexpr char kErrorDomain[] = "baken";
inline constexpr char kBadRequestUrl[] = "type.googleapis.com/google.rpc.BadRequest";
inline constexpr char kErrorInfoUrl[] = "type.googleapis.com/google.rpc.ErrorInfo";

// What is wrong with a request, field by field. Not thread-safe.
class Violations {
 public:
  // `field` is a path such as `answers[3].value.integer`. Neither may repeat a value that was sent.
  void Add(const std::string& field, const std::string& description);
  bool empty() const { return total_ == 0; }
  // All that were added, also those beyond the limits.
  size_t total() const { return total_; }
  // The first kViolationsMax, within kViolationBytesMax.
  const std::vector<google::rpc::BadRequest::FieldViolation>& kept() const { return kept_; }

 private:
  std::vector<google::rpc::BadRequest::FieldViolation> kept_;
  size_t bytes_ = 0;
  size_t total_ = 0;
};

// INVALID_ARGUMENT with every violation; when some were left out, a last entry with field "" says "and N more".
absl::Status InvalidRequestError(absl::string_view reason, const Violations& violations);

// Any code with a reason (UPPER_SNAKE_CASE) and a message for developers, cut at kMessageBytesMax.
absl::Status ErrorWithReason(absl::StatusCode code, absl::string_view reason, absl::string_view message);

// The payloads of a status, where it has them.
std::optional<google::rpc::BadRequest> GetBadRequest(const absl::Status& status);
std::optional<google::rpc::ErrorInfo> GetErrorInfo(const absl::Status& status);

}  // namespace baken

#endif  // BAKEN_RULES_BASE_ERROR_DETAILS_H_
