// The words of an interview at a terminal, in Dutch and English; everything clinical comes from the pack.
#ifndef BAKEN_CLIENT_CLI_TEXT_INTERVIEW_TEXT_H_
#define BAKEN_CLIENT_CLI_TEXT_INTERVIEW_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "baken/v1/interview.pb.h"

namespace baken {

struct InterviewWords {
  absl::string_view intro;
  absl::string_view keys;
  absl::string_view yes_no;
  absl::string_view number;  // $0 lowest, $1 highest.
  absl::string_view one_of;
  absl::string_view several;
  absl::string_view not_understood;
  absl::string_view why;  // $0 the reason, $1 findings.
  absl::string_view nothing_before;
  absl::string_view back;     // $0 the question taken back.
  absl::string_view urgency;  // $0 now, $1 highest still possible.
  absl::string_view settled;
  absl::string_view only_declined;
  absl::string_view stopped;
  absl::string_view saved;  // $0 the file.
  absl::string_view asked;  // $0 questions put.
  absl::string_view open;   // $0 questions open.
};

// For `nl` Dutch, else English.
const InterviewWords& InterviewWordsFor(absl::string_view locale);

// A question with how to answer it, without the group's name.
std::string QuestionText(const v1::Question& question, const InterviewWords& words);

// One line: urgency now and what it can still become.
std::string UrgencyLine(const v1::NextQuestions& next, const InterviewWords& words);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_TEXT_INTERVIEW_TEXT_H_
