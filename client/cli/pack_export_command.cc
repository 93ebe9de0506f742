#include "client/cli/pack_export_command.h"

#include <memory>
#include <ostream>

#include "client/cli/pack_author_files.h"
#include "rules/export/export.h"

namespace baken {

ExitCode RunPackExport(const PackExportOptions& options, const Process& process) {
  if (!IsPackFolder(options.directory, process)) return kExitWrongUse;
  const std::shared_ptr<const LoadedPack> pack = LoadOrTell({.directory = options.directory}, *process.err);
  if (pack == nullptr) return kExitFoundWrong;
  const absl::StatusOr<std::string> content = ExportPack(*pack, options.target);
  if (!content.ok()) {
    *process.err << "baken: " << std::string(content.status().message()) << "\n";
    return kExitWrongUse;
  }
  if (!WriteWhole(options.out, *content)) {
    *process.err << "baken: cannot write '" << options.out << "'\n";
    return kExitWrongUse;
  }
  *process.out << "wrote " << options.out << ": " << pack->program().findings.size() << " findings\n";
  return kExitDone;
}

}  // namespace baken
