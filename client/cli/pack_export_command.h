// `baken pack export`: the findings of a pack as rules of another engine.
#ifndef BAKEN_CLIENT_CLI_PACK_EXPORT_COMMAND_H_
#define BAKEN_CLIENT_CLI_PACK_EXPORT_COMMAND_H_

#include <string>

#include "client/cli/exit_codes.h"
#include "client/cli/process.h"

namespace baken {

struct PackExportOptions {
  // Folder of one version of a pack.
  std::string directory = {};
  // One of ExportTargets().
  std::string target = {};
  // File to write; one that is there is replaced.
  std::string out = {};
};

// 1 when the pack has problems, 2 when there is no pack, no such target, or the file cannot be written.
ExitCode RunPackExport(const PackExportOptions& options, const Process& process);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PACK_EXPORT_COMMAND_H_
