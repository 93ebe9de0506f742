// An answer as text for a person at a terminal: urgency first, then why, what to do, what was found, what to ask, and
// what it all rests on. Only what is there is told; what is not known is said where it matters.
// Not its job: any clinical wording (that comes in the answer), and JSON.
#ifndef BAKEN_CLIENT_CLI_TEXT_ASSESSMENT_TEXT_H_
#define BAKEN_CLIENT_CLI_TEXT_ASSESSMENT_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "baken/v1/decision_support_service.pb.h"
#include "client/cli/text/page.h"

namespace baken {

// The text, each line ended. `title` is a heading above it; empty = none. The labels are in the language of the answer
// (Dutch or English). Thread-safe; never fails: a part that is missing from the answer is left out.
std::string AssessmentText(const v1::AssessResponse& response, absl::string_view title, const PageOptions& options);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_TEXT_ASSESSMENT_TEXT_H_
