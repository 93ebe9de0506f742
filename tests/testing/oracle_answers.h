// From answers as sent to what the oracle knows (comments of proto/baken/v1/answers.proto and rules/v1/fact.proto).
// Only for answers that are right: no violations are looked for.
#ifndef BAKEN_TESTS_TESTING_ORACLE_ANSWERS_H_
#define BAKEN_TESTS_TESTING_ORACLE_ANSWERS_H_

#include <string>

#include "absl/time/civil_time.h"
#include "baken/v1/answers.pb.h"
#include "tests/testing/oracle_states.h"

namespace baken::oracle {

using Answers = google::protobuf::RepeatedPtrField<v1::Answer>;

Knowledge ReadAnswers(const Pack& pack, const Answers& answers, const std::string& role,
                      absl::CivilDay evaluation_date);

}  // namespace baken::oracle

#endif  // BAKEN_TESTS_TESTING_ORACLE_ANSWERS_H_
