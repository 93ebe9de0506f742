// Messages as protobuf JSON.
#ifndef BAKEN_CLIENT_CLI_JSON_OUTPUT_H_
#define BAKEN_CLIENT_CLI_JSON_OUTPUT_H_

#include <string>

#include "absl/status/statusor.h"
#include "google/protobuf/message.h"

namespace baken {

// kOneLine for several messages, so that each line is one (NDJSON).
enum class JsonLayout { kIndented, kOneLine };

// The message in protobuf's JSON mapping, with a line break at its end. Fields at their default are left out, as
// everywhere in that mapping. INTERNAL for a message that JSON cannot hold (text that is no UTF-8).
absl::StatusOr<std::string> ToJson(const google::protobuf::Message& message, JsonLayout layout);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_JSON_OUTPUT_H_
