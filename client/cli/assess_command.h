// `baken assess`: one answer per file.
#ifndef BAKEN_CLIENT_CLI_ASSESS_COMMAND_H_
#define BAKEN_CLIENT_CLI_ASSESS_COMMAND_H_

#include "client/cli/exit_codes.h"
#include "client/cli/options.h"
#include "client/cli/process.h"

namespace baken {

// Works through the files in order; one that fails does not stop the others, unless the service cannot be reached.
// Writes answers to `process.out` and every problem to `process.err`. Returns the highest exit code of all files.
ExitCode RunAssess(const AssessOptions& options, const Process& process);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_ASSESS_COMMAND_H_
