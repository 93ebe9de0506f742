// The door: from answers as sent to what the evaluator reads. Finds every violation before giving up.
#ifndef BAKEN_RULES_ENGINE_INTAKE_H_
#define BAKEN_RULES_ENGINE_INTAKE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "baken/rules/v1/pack.pb.h"
#include "baken/v1/answers.pb.h"
#include "rules/base/error_details.h"
#include "rules/engine/evaluation.h"

namespace baken {

struct IntakeOptions {
  absl::CivilDay evaluation_date;
  std::string role;  // One of the pack's roles.
  // Go on without facts and values the pack does not know, instead of refusing them.
  bool report_unknown = false;
};

struct Intake {
  Given given;
  std::vector<int> declined;               // Fact numbers, ascending.
  std::vector<std::string> unknown_paths;  // Only with report_unknown.
};

// Reads `answers`. What is wrong is added to `violations`, with paths such as `answers[3].value.integer`; the result is
// usable only when nothing was added. Values that were sent are never repeated. Evaluates nothing.
Intake ReadAnswers(const Program& program, const rules::v1::PackFile& pack,
                   const google::protobuf::RepeatedPtrField<v1::Answer>& answers, const IntakeOptions& options,
                   Violations& violations);

// What is known when nothing was answered but the role.
Given GivenRole(const Program& program, absl::string_view role);

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_INTAKE_H_
