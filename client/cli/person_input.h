// Reads what is known about one person from a file.
#ifndef BAKEN_CLIENT_CLI_PERSON_INPUT_H_
#define BAKEN_CLIENT_CLI_PERSON_INPUT_H_

#include <string>
#include <vector>

#include "baken/v1/decision_support_service.pb.h"
#include "client/cli/json_problems.h"
#include "client/cli/process.h"

namespace baken {

// One person, or why the file could not be read.
struct PersonInput {
  v1::AssessRequest request;
  // From a pack case; empty for JSON.
  std::string role;
  // In one line; empty for JSON.
  std::string title;
  // Everything wrong with the file. Empty when it was read.
  std::vector<InputProblem> problems;
};

// Reads `file`: a pack case (baken.rules.v1.Case) when its name ends in `.txtpb`, else an AssessRequest in protobuf's
// JSON mapping; `-` reads JSON from `process.in`. At most 4 MiB.
PersonInput ReadPerson(const std::string& file, const Process& process);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PERSON_INPUT_H_
