// What to do with the findings: urgency, outcome, flags, referrals, monitoring prompts and advice, by id. Written from
// the comments of proto/baken/rules/v1/action.proto and of Outcome; for a requester that is not refused.
#ifndef BAKEN_TESTS_TESTING_ORACLE_SUMMARY_H_
#define BAKEN_TESTS_TESTING_ORACLE_SUMMARY_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/time/civil_time.h"
#include "tests/testing/oracle.h"

namespace baken::oracle {

struct Summary {
  v1::Outcome outcome = v1::OUTCOME_UNSPECIFIED;
  v1::Urgency urgency = v1::URGENCY_U0;
  v1::Urgency attainable_urgency = v1::URGENCY_U0;
  std::vector<std::string> flags;
  std::vector<std::pair<std::string, std::string>> referrals;  // With their due days.
  std::vector<std::pair<std::string, std::string>> prompts;    // With their due days.
  std::vector<std::string> advice;
};

// True when the scope is at a level that refuses.
bool IsRefused(const Pack& pack, const Conclusions& conclusions);

// Everything in pack order.
Summary Summarise(const Pack& pack, const Conclusions& conclusions, const std::string& role,
                  absl::CivilDay evaluation_date);

}  // namespace baken::oracle

#endif  // BAKEN_TESTS_TESTING_ORACLE_SUMMARY_H_
