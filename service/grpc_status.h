// From absl::Status to grpc::Status: the only place that makes one.
#ifndef BAKEN_SERVICE_GRPC_STATUS_H_
#define BAKEN_SERVICE_GRPC_STATUS_H_

#include <grpcpp/support/status.h>

#include <cstddef>

#include "absl/status/status.h"

namespace baken {

// Bytes of grpc-message and grpc-status-details-bin together, as sent. Clients refuse more than 8192 bytes of metadata
// and then report that instead of the error, so this leaves room for the other trailers.
inline constexpr size_t kTrailerBytesMax = 7600;

// Same code and message, with the payloads as google.rpc.Status in the trailer `grpc-status-details-bin`. The message
// is cut, and in the last resort BadRequest is left out, to stay within kTrailerBytesMax. ErrorInfo is always kept.
grpc::Status ToGrpcStatus(const absl::Status& status);

}  // namespace baken

#endif  // BAKEN_SERVICE_GRPC_STATUS_H_
