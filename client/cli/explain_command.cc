#include "client/cli/explain_command.h"

#include <memory>
#include <ostream>
#include <string>

#include "client/cli/door.h"
#include "client/cli/json_output.h"
#include "client/cli/person_input.h"
#include "client/cli/person_options.h"
#include "client/cli/problem_report.h"
#include "client/cli/text/explanation_text.h"

namespace baken {
namespace {

// False after its problems were told.
bool ReadOrTell(const std::string& file, const Process& process, PersonInput& input) {
  input = ReadPerson(file, process);
  if (input.problems.empty()) return true;
  ReportProblems(*process.err, file, input.problems);
  return false;
}

absl::StatusOr<std::string> Render(const ExplainOptions& options, const std::string& title,
                                   const v1::ExplainResponse& response, const Process& process) {
  if (options.format == OutputFormat::kJson) return ToJson(response, JsonLayout::kIndented);
  // Who names a finding wants to know all of it.
  const ExplanationDetail detail = options.findings.empty() ? ExplanationDetail::kBrief : ExplanationDetail::kFull;
  return ExplanationText(response.explanation(), title, detail, process.page);
}

}  // namespace

ExitCode RunExplain(const ExplainOptions& options, const Process& process) {
  const absl::StatusOr<std::unique_ptr<Door>> door = OpenDoor(options.person.door, process);
  if (!door.ok()) {
    ReportStatus(*process.err, "", door.status());
    return kExitWrongUse;
  }
  PersonInput person;
  PersonInput before;
  if (!ReadOrTell(options.file, process, person)) return kExitWrongUse;
  if (!options.before.empty() && !ReadOrTell(options.before, process, before)) return kExitWrongUse;
  v1::ExplainRequest request;
  for (const std::string& finding : options.findings) request.add_finding_ids(finding);
  ApplyPersonOptions(options.person, person.request);
  *request.mutable_person() = person.request;
  if (!options.before.empty()) {
    // The date and version of the earlier answer are its own.
    before.request.set_locale(person.request.locale());
    before.request.set_view(person.request.view());
    if (!options.before_version.empty()) before.request.mutable_pack()->set_version(options.before_version);
    *request.mutable_before() = before.request;
  }
  const absl::StatusOr<v1::ExplainResponse> response =
      (*door)->Explain(request, options.person.role.empty() ? person.role : options.person.role);
  const absl::StatusOr<std::string> output =
      response.ok() ? Render(options, person.title, *response, process) : response.status();
  if (!output.ok()) {
    ReportStatus(*process.err, options.file, output.status());
    return (*door)->ExitCodeOf(output.status());
  }
  *process.out << *output;
  return kExitDone;
}

}  // namespace baken
