// `baken pack …`: tools for those who write packs. `directory` is the folder of one version.
#ifndef BAKEN_CLIENT_CLI_PACK_AUTHOR_COMMANDS_H_
#define BAKEN_CLIENT_CLI_PACK_AUTHOR_COMMANDS_H_

#include "client/cli/exit_codes.h"
#include "client/cli/options.h"
#include "client/cli/process.h"

namespace baken {

// Writes a small pack that passes lint and cases into `directory`, which ends in `<id>/<MAJOR.MINOR.PATCH>` and is
// empty or not there yet. 2 otherwise, and when it cannot be written.
ExitCode RunPackNew(const PackAuthorOptions& options, const Process& process);

// Every problem of the pack on `process.out`, as a compiler gives it; when it has none, every remark of a reviewer. 1
// when there are any, 2 when there is no pack.
ExitCode RunPackLint(const PackAuthorOptions& options, const Process& process);

// Runs the pack's own cases; with `coverage` or `strict` names what none of them proves, and with `strict` that is a
// failure. Ends with `N passed, N failed`. 1 when one failed or the pack has problems.
ExitCode RunPackCases(const PackAuthorOptions& options, const Process& process);

// Counts of what became of each item of the inventories the pack was written from, and every problem of coverage.txtpb.
// 1 when there are any, or no coverage.
ExitCode RunPackCoverage(const PackAuthorOptions& options, const Process& process);

// Writes MANIFEST.sha256. 2 when it cannot be written.
ExitCode RunPackManifest(const PackAuthorOptions& options, const Process& process);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PACK_AUTHOR_COMMANDS_H_
