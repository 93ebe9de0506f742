#include "client/cli/problem_report.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/cli/text/page.h"
#include "rules/base/error_details.h"

namespace baken {
namespace {

// Each line of a text apart: a message may list a pack's errors, and a service's words must not steer the terminal.
void WriteLines(std::ostream& err, absl::string_view text) {
  for (absl::string_view line : absl::StrSplit(text, '\n')) err << WithoutControls(line) << "\n";
}

std::string Prefix(absl::string_view subject) {
  return subject.empty() ? "baken: " : absl::StrCat("baken: ", subject, ": ");
}

}  // namespace

void ReportProblems(std::ostream& err, absl::string_view subject, const std::vector<InputProblem>& problems) {
  for (const InputProblem& problem : problems) {
    WriteLines(err, absl::StrCat(Prefix(subject), problem.place, ": ", problem.what));
  }
}

void ReportStatus(std::ostream& err, absl::string_view subject, const absl::Status& status) {
  const std::optional<google::rpc::ErrorInfo> info = GetErrorInfo(status);
  const std::string reason = info && !info->reason().empty() ? absl::StrCat(" (", info->reason(), ")") : "";
  const std::optional<google::rpc::BadRequest> bad_request = GetBadRequest(status);
  const bool listed = bad_request && !bad_request->field_violations().empty();
  // The message tells the first fault for those who see nothing else; here each has a line of its own.
  WriteLines(err, absl::StrCat(Prefix(subject), absl::StatusCodeToString(status.code()), reason, ": ",
                               listed ? "the request has faults" : status.message()));
  if (!listed) return;
  for (const google::rpc::BadRequest::FieldViolation& violation : bad_request->field_violations()) {
    const std::string field = violation.field().empty() ? "" : absl::StrCat(violation.field(), ": ");
    WriteLines(err, absl::StrCat(Prefix(subject), field, violation.description()));
  }
}

}  // namespace baken
