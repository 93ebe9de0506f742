#include "client/cli/assess_command.h"

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "client/cli/door.h"
#include "client/cli/json_output.h"
#include "client/cli/person_input.h"
#include "client/cli/person_options.h"
#include "client/cli/problem_report.h"
#include "client/cli/text/assessment_text.h"

namespace baken {
namespace {

// A case has a title of its own; a JSON file only needs one to be told apart from others.
std::string HeadingOf(const AssessOptions& options, const std::string& file, const PersonInput& input) {
  if (!input.title.empty()) return input.title;
  return options.files.size() > 1 ? file : "";
}

absl::StatusOr<std::string> Render(const AssessOptions& options, const std::string& heading,
                                   const v1::AssessResponse& response, const Process& process) {
  if (options.format == OutputFormat::kText) return AssessmentText(response, heading, process.page);
  return ToJson(response, options.files.size() > 1 ? JsonLayout::kOneLine : JsonLayout::kIndented);
}

struct FileResult {
  ExitCode code = kExitDone;
  bool unreachable = false;
};

FileResult AssessFile(const AssessOptions& options, const std::string& file, bool first, Door& door,
                      const Process& process) {
  PersonInput input = ReadPerson(file, process);
  if (!input.problems.empty()) {
    ReportProblems(*process.err, file, input.problems);
    return {.code = kExitWrongUse};
  }
  ApplyPersonOptions(options.person, input.request);
  const absl::StatusOr<v1::AssessResponse> response =
      door.Assess(input.request, options.person.role.empty() ? input.role : options.person.role);
  const absl::StatusOr<std::string> output =
      response.ok() ? Render(options, HeadingOf(options, file, input), *response, process) : response.status();
  if (!output.ok()) {
    ReportStatus(*process.err, file, output.status());
    return {.code = door.ExitCodeOf(output.status()), .unreachable = absl::IsUnavailable(output.status())};
  }
  if (!first && options.format == OutputFormat::kText) *process.out << "\n\n";
  *process.out << *output << std::flush;
  return {};
}

}  // namespace

ExitCode RunAssess(const AssessOptions& options, const Process& process) {
  const absl::StatusOr<std::unique_ptr<Door>> door = OpenDoor(options.person.door, process);
  if (!door.ok()) {
    ReportStatus(*process.err, "", door.status());
    return kExitWrongUse;
  }
  ExitCode worst = kExitDone;
  bool first = true;
  for (const std::string& file : options.files) {
    const FileResult result = AssessFile(options, file, first, **door, process);
    worst = std::max(worst, result.code);
    first = first && result.code != kExitDone;
    // The others would each wait for the same deadline.
    if (result.unreachable) break;
  }
  return worst;
}

}  // namespace baken
