// A door to the rules: over the network, or in this process. The commands do not know which they use.
#ifndef BAKEN_CLIENT_CLI_DOOR_H_
#define BAKEN_CLIENT_CLI_DOOR_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "baken/v1/decision_support_service.pb.h"
#include "client/cli/exit_codes.h"
#include "client/cli/options.h"
#include "client/cli/process.h"

namespace baken {

// Not thread-safe.
class Door {
 public:
  virtual ~Door() = default;

  // What follows for one person. Errors are those of the service (client/client.h) or of Decide (rules/decision).
  virtual absl::StatusOr<v1::AssessResponse> Assess(const v1::AssessRequest& request, absl::string_view role) = 0;

  // Why, why not, and what would change it. Errors as those of Assess.
  virtual absl::StatusOr<v1::ExplainResponse> Explain(const v1::ExplainRequest& request, absl::string_view role) = 0;

  // What to ask next. Errors as those of Assess.
  virtual absl::StatusOr<v1::NextQuestionsResponse> NextQuestions(const v1::NextQuestionsRequest& request,
                                                                  absl::string_view role) = 0;

  // What is wrong with a certificate (rules/explain/next_questions.h). Only in process: who doubts a service does not
  // ask that service.
  virtual absl::StatusOr<std::vector<std::string>> CheckSettlement(const v1::AssessRequest& person,
                                                                   absl::string_view role,
                                                                   const v1::NextQuestions& certificate,
                                                                   int trials) = 0;

  // The packs behind the door.
  virtual absl::StatusOr<v1::ListPacksResponse> ListPacks() = 0;

  // What the command returns for an error from this door.
  virtual ExitCode ExitCodeOf(const absl::Status& status) const = 0;
};

// Opens the door that the options name. INVALID_ARGUMENT when they name none or two, or name a file that cannot be
// read; NOT_FOUND when no packs are found. Connects to no service yet. `process` outlives the door.
absl::StatusOr<std::unique_ptr<Door>> OpenDoor(const DoorOptions& options, const Process& process);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_DOOR_H_
