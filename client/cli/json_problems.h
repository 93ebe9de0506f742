// Checks a JSON text against a message, so that every mistake is named at once; protobuf's reader stops at the first,
// and its messages repeat what was sent.
#ifndef BAKEN_CLIENT_CLI_JSON_PROBLEMS_H_
#define BAKEN_CLIENT_CLI_JSON_PROBLEMS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "google/protobuf/descriptor.h"

namespace baken {

// Where something is wrong, and what. Holds no value that was sent.
struct InputProblem {
  // `answers[3].value.integer`, or `line 4, column 7`.
  std::string place;
  std::string what;
};

// Everything in which `text` is not the JSON form of `message` (protobuf's JSON mapping; the messages of the contract
// have no maps and no well-known types in requests). Empty when it is.
std::vector<InputProblem> FindJsonProblems(absl::string_view text, const google::protobuf::Descriptor& message);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_JSON_PROBLEMS_H_
