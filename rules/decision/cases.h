// Runs a pack's own cases.
#ifndef BAKEN_RULES_DECISION_CASES_H_
#define BAKEN_RULES_DECISION_CASES_H_

#include <string>
#include <vector>

#include "rules/pack/loaded_pack.h"

namespace baken {

// What came out of one case.
struct CaseResult {
  std::string case_id;
  std::vector<std::string> failures;  // Empty when it came out as expected.
};

// Runs one case.
CaseResult RunCase(const LoadedPack& pack, const rules::v1::Case& test_case);

// Runs all cases of the pack, in order of their ids.
std::vector<CaseResult> RunCases(const LoadedPack& pack);

}  // namespace baken

#endif  // BAKEN_RULES_DECISION_CASES_H_
