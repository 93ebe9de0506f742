#include "service/grpc_status.h"

#include <string>

#include "absl/strings/cord.h"
#include "absl/strings/string_view.h"
#include "google/rpc/status.pb.h"
#include "rules/base/error_details.h"

namespace baken {
namespace {

// A message beside violations is short: what is wrong stands in them.
constexpr size_t kMessageBesideViolationsMax = 256;

// Percent-encoding makes three bytes of one that is not printable ASCII.
size_t EncodedMessageBytes(absl::string_view message) {
  size_t bytes = 0;
  for (const char c : message) bytes += (c >= ' ' && c <= '~' && c != '%') ? 1 : 3;
  return bytes;
}

size_t Base64Bytes(size_t bytes) { return (bytes + 2) / 3 * 4; }

// Cut before a character of more than one byte, never inside.
std::string Cut(absl::string_view text, size_t bytes_max) {
  if (text.size() <= bytes_max) return std::string(text);
  size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end));
}

google::rpc::Status MakeDetails(const absl::Status& status, const std::string& message, bool with_violations) {
  google::rpc::Status details;
  details.set_code(static_cast<int>(status.code()));
  details.set_message(message);
  for (const char* url : {kBadRequestUrl, kErrorInfoUrl}) {
    if (url == kBadRequestUrl && !with_violations) continue;
    const auto payload = status.GetPayload(url);
    if (!payload.has_value()) continue;
    google::protobuf::Any& any = *details.add_details();
    any.set_type_url(url);
    any.set_value(std::string(*payload));
  }
  return details;
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const bool with_violations = status.GetPayload(kBadRequestUrl).has_value();
  const size_t message_max = with_violations ? kMessageBesideViolationsMax : kMessageBytesMax;
  const std::string message = Cut(status.message(), message_max);
  std::string details = MakeDetails(status, message, with_violations).SerializeAsString();
  if (EncodedMessageBytes(message) + Base64Bytes(details.size()) > kTrailerBytesMax) {
    details = MakeDetails(status, message, /*with_violations=*/false).SerializeAsString();
  }
  return grpc::Status(static_cast<grpc::StatusCode>(status.code()), message, details);
}

}  // namespace baken
