// Writes errors for the person at the terminal: what is wrong, where, each on a line of its own.
#ifndef BAKEN_CLIENT_CLI_PROBLEM_REPORT_H_
#define BAKEN_CLIENT_CLI_PROBLEM_REPORT_H_

#include <ostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "client/cli/json_problems.h"

namespace baken {

// `baken: <subject>: <place>: <what>` for each.
void ReportProblems(std::ostream& err, absl::string_view subject, const std::vector<InputProblem>& problems);

// An error of a door: a line with code, reason and message, then a line for every violation with its field path.
// `subject` (a file, say) may be empty.
void ReportStatus(std::ostream& err, absl::string_view subject, const absl::Status& status);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PROBLEM_REPORT_H_
