#include "client/cli/json_output.h"

#include "absl/status/status.h"
#include "google/protobuf/util/json_util.h"

namespace baken {

absl::StatusOr<std::string> ToJson(const google::protobuf::Message& message, JsonLayout layout) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = layout == JsonLayout::kIndented;
  std::string json;
  // Its own message may repeat what is in the text.
  if (!google::protobuf::util::MessageToJsonString(message, &json, options).ok()) {
    return absl::InternalError("the answer cannot be written as JSON");
  }
  if (json.empty() || json.back() != '\n') json += '\n';
  return json;
}

}  // namespace baken
