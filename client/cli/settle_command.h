// `baken settle`: whether enough is known, as a certificate that can be checked.
#ifndef BAKEN_CLIENT_CLI_SETTLE_COMMAND_H_
#define BAKEN_CLIENT_CLI_SETTLE_COMMAND_H_

#include "client/cli/exit_codes.h"
#include "client/cli/options.h"
#include "client/cli/process.h"

namespace baken {

// Prints the certificate for one person as JSON (baken.v1.NextQuestions without questions). With `check` it verifies
// one that was made before, in process: that it belongs to this pack and day, that each line follows from the answers,
// and that no completion of them among `kSettleTrials` made at random breaks it; kExitFoundWrong when one of these
// fails.
ExitCode RunSettle(const SettleOptions& options, const Process& process);

inline constexpr int kSettleTrials = 2000;

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_SETTLE_COMMAND_H_
