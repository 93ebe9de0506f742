// `baken pack docs`: a pack as pages for clinical review.
#ifndef BAKEN_CLIENT_CLI_PACK_DOCS_COMMAND_H_
#define BAKEN_CLIENT_CLI_PACK_DOCS_COMMAND_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/cli/exit_codes.h"
#include "client/cli/process.h"

namespace baken {

struct PackDocsOptions {
  // Folder of one version of a pack.
  std::string directory = {};
  // Folder for the pages; made when it is not there, files of the same name are replaced.
  std::string out = {};
  // Empty = the pack's first.
  std::string locale = {};
};

// 1 when the pack has problems, 2 when there is no pack, no such locale, or a page cannot be written.
ExitCode RunPackDocs(const PackDocsOptions& options, const Process& process);

// The items of a Markdown list, `- …` or `1. …`, each with the lines that continue it; all else is left out.
std::vector<std::string> ListItems(absl::string_view markdown);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PACK_DOCS_COMMAND_H_
