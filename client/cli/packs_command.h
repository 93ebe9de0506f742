// `baken packs`: the packs behind a door.
#ifndef BAKEN_CLIENT_CLI_PACKS_COMMAND_H_
#define BAKEN_CLIENT_CLI_PACKS_COMMAND_H_

#include "client/cli/exit_codes.h"
#include "client/cli/options.h"
#include "client/cli/process.h"

namespace baken {

// Lists them on `process.out`, a line each: id, version, whether it is active, signed, its locales and digest.
ExitCode RunPacks(const PacksOptions& options, const Process& process);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PACKS_COMMAND_H_
