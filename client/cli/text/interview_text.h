// The words of an interview at a terminal, in Dutch and English; everything clinical comes from the pack.
#ifndef BAKEN_CLIENT_CLI_TEXT_INTERVIEW_TEXT_H_
#define BAKEN_CLIENT_CLI_TEXT_INTERVIEW_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "baken/v1/assessment.pb.h"
#include "baken/v1/interview.pb.h"

namespace baken {

struct InterviewWords {
  absl::string_view intro;
  absl::string_view keys;     // One per line.
  absl::string_view resumed;  // $0 answers there already, $1 the day they hold for.
  absl::string_view topic;    // $0 the group of questions.
  absl::string_view yes_no;
  absl::string_view number;  // $0 lowest, $1 highest.
  absl::string_view one_of;
  absl::string_view several;
  absl::string_view none_of_these;  // Of several, where the fact has no code for it.
  absl::string_view not_understood;
  absl::string_view why;  // $0 the reason, $1 findings.
  absl::string_view skipped;
  absl::string_view declined;
  absl::string_view nothing_before;
  absl::string_view back;             // $0 the question taken back.
  absl::string_view back_to_skipped;  // $0 the question.
  absl::string_view back_to_earlier;  // An answer of before this session.
  absl::string_view urgency;          // $0 now, $1 highest still possible.
  absl::string_view urgency_settled;  // $0 now.
  absl::string_view is_settled;       // $0 urgency, $1 referral, $2 group: each the word for settled or open.
  absl::string_view settled_word;
  absl::string_view open_word;
  absl::string_view referrals;  // $0 to whom.
  absl::string_view no_referrals;
  absl::string_view settled;
  absl::string_view only_declined;
  absl::string_view stopped;
  absl::string_view saved;   // $0 the file.
  absl::string_view asked;   // $0 questions put.
  absl::string_view counts;  // $0 answered, $1 skipped, $2 open.
};

// For `nl` Dutch, else English.
const InterviewWords& InterviewWordsFor(absl::string_view locale);

// A question with how to answer it, without the group's name.
std::string QuestionText(const v1::Question& question, const InterviewWords& words);

// One line: why the question is put.
std::string WhyLine(const v1::Question& question, const InterviewWords& words);

// One line: urgency now and what it can still become. Nothing for who gets nothing about a person.
std::string UrgencyLine(const v1::NextQuestions& next, const InterviewWords& words);

// One line: which of urgency, referral and group answers to come can still change.
std::string SettledLine(const v1::Settlement& settlement, const InterviewWords& words);

// One line: to whom to refer on what is known.
std::string ReferralsLine(const v1::Assessment& assessment, const InterviewWords& words);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_TEXT_INTERVIEW_TEXT_H_
