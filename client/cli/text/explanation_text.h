// An explanation as text for a terminal.
#ifndef BAKEN_CLIENT_CLI_TEXT_EXPLANATION_TEXT_H_
#define BAKEN_CLIENT_CLI_TEXT_EXPLANATION_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "baken/v1/explanation.pb.h"
#include "client/cli/text/page.h"

namespace baken {

// How much is told of each finding: why and what would change it, or also why not something else and what is open.
enum class ExplanationDetail { kBrief, kFull };

// The explanation in the locale it was made in (Dutch labels for `nl`, else English), under `title` unless that is
// empty. Of what other answers would lead to, each section tells what it is about; all of it stands in the message.
std::string ExplanationText(const v1::Explanation& explanation, absl::string_view title, ExplanationDetail detail,
                            const PageOptions& options);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_TEXT_EXPLANATION_TEXT_H_
