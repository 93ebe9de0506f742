#include "client/cli/settle_command.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "client/cli/door.h"
#include "client/cli/json_output.h"
#include "client/cli/person_input.h"
#include "client/cli/person_options.h"
#include "client/cli/problem_report.h"
#include "google/protobuf/util/json_util.h"

namespace baken {
namespace {

ExitCode PrintCertificate(const v1::NextQuestionsRequest& request, const std::string& role, Door& door,
                          const Process& process) {
  absl::StatusOr<v1::NextQuestionsResponse> response = door.NextQuestions(request, role);
  if (response.ok()) {
    // What is asked next is no part of a certificate.
    response->mutable_next()->clear_groups();
    response->mutable_next()->clear_open_count();
  }
  const absl::StatusOr<std::string> output =
      response.ok() ? ToJson(response->next(), JsonLayout::kIndented) : response.status();
  if (!output.ok()) {
    ReportStatus(*process.err, "", output.status());
    return door.ExitCodeOf(output.status());
  }
  *process.out << *output;
  return kExitDone;
}

bool ReadCertificate(const std::string& path, const Process& process, v1::NextQuestions& certificate) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.good() || file.eof()) {
    if (google::protobuf::util::JsonStringToMessage(text, &certificate).ok() && certificate.has_settlement())
      return true;
  }
  *process.err << "baken: '" << path << "' is not a certificate that baken settle made\n";
  return false;
}

}  // namespace

ExitCode RunSettle(const SettleOptions& options, const Process& process) {
  const absl::StatusOr<std::unique_ptr<Door>> door = OpenDoor(options.person.door, process);
  if (!door.ok()) {
    ReportStatus(*process.err, "", door.status());
    return kExitWrongUse;
  }
  const PersonInput input = ReadPerson(options.file, process);
  if (!input.problems.empty()) {
    ReportProblems(*process.err, options.file, input.problems);
    return kExitWrongUse;
  }
  v1::NextQuestionsRequest request;
  *request.mutable_person() = input.request;
  ApplyPersonOptions(options.person, *request.mutable_person());
  const std::string role = options.person.role.empty() ? input.role : options.person.role;
  if (options.check.empty()) return PrintCertificate(request, role, **door, process);

  v1::NextQuestions certificate;
  if (!ReadCertificate(options.check, process, certificate)) return kExitWrongUse;
  const absl::StatusOr<std::vector<std::string>> faults =
      (*door)->CheckSettlement(request.person(), role, certificate, kSettleTrials);
  if (!faults.ok()) {
    ReportStatus(*process.err, options.file, faults.status());
    return (*door)->ExitCodeOf(faults.status());
  }
  for (const std::string& fault : *faults) *process.out << "WRONG " << fault << "\n";
  if (faults->empty()) *process.out << "holds: every line follows, and none of the completions tried breaks it\n";
  return faults->empty() ? kExitDone : kExitFoundWrong;
}

}  // namespace baken
