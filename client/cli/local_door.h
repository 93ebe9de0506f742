// Answers in this process, from packs on disk.
#ifndef BAKEN_CLIENT_CLI_LOCAL_DOOR_H_
#define BAKEN_CLIENT_CLI_LOCAL_DOOR_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "client/cli/door.h"

namespace baken {

// Finds the packs (pack_folders.h) but reads them only when they are asked for, and then warns on `process.err` that
// they are not signed. NOT_FOUND when there are none. Calls fail with FAILED_PRECONDITION when a pack has errors (all
// of them in the message, a line each), and with NOT_FOUND for a pack that is not there. With a site profile the pack a
// request picks is read with it; one that does not fit is an error.
absl::StatusOr<std::unique_ptr<Door>> OpenLocalDoor(const DoorOptions& options, const Process& process);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_LOCAL_DOOR_H_
