// `baken explain`: why an answer is what it is, why not otherwise, and what would change it.
#ifndef BAKEN_CLIENT_CLI_EXPLAIN_COMMAND_H_
#define BAKEN_CLIENT_CLI_EXPLAIN_COMMAND_H_

#include "client/cli/exit_codes.h"
#include "client/cli/options.h"
#include "client/cli/process.h"

namespace baken {

// Explains the answer about one person, and with `before` how it differs from an earlier one.
ExitCode RunExplain(const ExplainOptions& options, const Process& process);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_EXPLAIN_COMMAND_H_
