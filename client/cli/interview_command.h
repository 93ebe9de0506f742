// `baken interview`: asks only what can still change something, one question at a time.
#ifndef BAKEN_CLIENT_CLI_INTERVIEW_COMMAND_H_
#define BAKEN_CLIENT_CLI_INTERVIEW_COMMAND_H_

#include "client/cli/exit_codes.h"
#include "client/cli/options.h"
#include "client/cli/process.h"

namespace baken {

// Reads answers from `process.in`, a line each, until nothing is left to ask, `q`, or the end of the input. Writes
// lines only, top to bottom, so that a screen reader follows. With a file of answers it goes on where that ends, and
// writes it again after every answer. At the end the answer as `baken assess` prints it.
ExitCode RunInterview(const InterviewOptions& options, const Process& process);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_INTERVIEW_COMMAND_H_
