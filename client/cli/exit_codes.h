// What the command's exit status says.
#ifndef BAKEN_CLIENT_CLI_EXIT_CODES_H_
#define BAKEN_CLIENT_CLI_EXIT_CODES_H_

namespace baken {

// A plain enum: its values are what the process returns. The highest wins when several files are worked through.
enum ExitCode : int {
  kExitDone = 0,
  // The work ran and found something wrong: a failed case, a pack with errors.
  kExitFoundWrong = 1,
  // Wrong use, or input that cannot be read.
  kExitWrongUse = 2,
  // The service could not be reached, or refused.
  kExitRefused = 3,
};

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_EXIT_CODES_H_
