// Short forms for tests of rules/decision.
#ifndef BAKEN_TESTS_RULES_DECISION_DECIDE_H_
#define BAKEN_TESTS_RULES_DECISION_DECIDE_H_

#include <string>

#include "gtest/gtest.h"
#include "rules/base/error_details.h"
#include "rules/decision/decision.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"

namespace baken {

inline const absl::CivilDay kToday(2026, 11, 25);

// The answer to a request in text format; fails the test when there is none.
inline v1::Assessment DecideOk(const LoadedPack& pack, const std::string& request,
                               const std::string& role = "clinician") {
  absl::StatusOr<Decision> decision = Decide(pack, ParseTextProto<v1::AssessRequest>(request), role, kToday);
  EXPECT_TRUE(decision.ok()) << decision.status().message();
  return decision.ok() ? decision->assessment : v1::Assessment();
}

// Violations as `field: description`, joined by "; "; or the reason when there are none.
inline std::string DecideError(const LoadedPack& pack, const std::string& request,
                               const std::string& role = "clinician") {
  absl::StatusOr<Decision> decision = Decide(pack, ParseTextProto<v1::AssessRequest>(request), role, kToday);
  EXPECT_FALSE(decision.ok());
  if (decision.ok()) return "ok";
  std::string text;
  if (auto bad = GetBadRequest(decision.status())) {
    for (const auto& violation : bad->field_violations()) {
      text += (text.empty() ? "" : "; ") + violation.field() + ": " + violation.description();
    }
  }
  return text.empty() ? GetErrorInfo(decision.status())->reason() : text;
}

inline std::string Yes(const std::string& fact) {
  return "answers { fact_id: '" + fact + "' value { boolean: true } } ";
}
inline std::string No(const std::string& fact) {
  return "answers { fact_id: '" + fact + "' value { boolean: false } } ";
}

}  // namespace baken

#endif  // BAKEN_TESTS_RULES_DECISION_DECIDE_H_
