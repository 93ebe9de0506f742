#include "client/cli/packs_command.h"

#include <memory>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/door.h"
#include "client/cli/json_output.h"
#include "client/cli/problem_report.h"

namespace baken {
namespace {

std::string PackLine(const v1::PackSummary& summary) {
  const v1::PackReference& pack = summary.pack();
  return absl::StrCat(pack.pack_id(), " ", pack.version(), summary.active() ? "  active" : "  -",
                      summary.signed_() ? "  signed" : "  unsigned", "  ", absl::StrJoin(summary.locales(), ","), "  ",
                      pack.digest());
}

absl::StatusOr<std::string> Render(const v1::ListPacksResponse& packs, OutputFormat format) {
  if (format == OutputFormat::kJson) return ToJson(packs, JsonLayout::kIndented);
  std::string lines;
  for (const v1::PackSummary& summary : packs.packs()) absl::StrAppend(&lines, PackLine(summary), "\n");
  return lines;
}

}  // namespace

ExitCode RunPacks(const PacksOptions& options, const Process& process) {
  const absl::StatusOr<std::unique_ptr<Door>> door = OpenDoor(options.door, process);
  if (!door.ok()) {
    ReportStatus(*process.err, "", door.status());
    return kExitWrongUse;
  }
  const absl::StatusOr<v1::ListPacksResponse> packs = (*door)->ListPacks();
  const absl::StatusOr<std::string> output = packs.ok() ? Render(*packs, options.format) : packs.status();
  if (!output.ok()) {
    ReportStatus(*process.err, "", output.status());
    return (*door)->ExitCodeOf(output.status());
  }
  *process.out << *output;
  return kExitDone;
}

}  // namespace baken
