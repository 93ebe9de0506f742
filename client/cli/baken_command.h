// The command `baken`: reads the command line and runs one subcommand.
#ifndef BAKEN_CLIENT_CLI_BAKEN_COMMAND_H_
#define BAKEN_CLIENT_CLI_BAKEN_COMMAND_H_

#include <string>
#include <vector>

#include "client/cli/exit_codes.h"
#include "client/cli/process.h"

namespace baken {

// Runs the command with `arguments` (without the program's name). Help goes to `process.out`; a mistake in the
// arguments to `process.err`, with kExitWrongUse.
ExitCode RunBaken(std::vector<std::string> arguments, const Process& process);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_BAKEN_COMMAND_H_
