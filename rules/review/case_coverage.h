// What a pack's own cases leave unproved. Not its job: running them (rules/decision/cases.h).
#ifndef BAKEN_RULES_REVIEW_CASE_COVERAGE_H_
#define BAKEN_RULES_REVIEW_CASE_COVERAGE_H_

#include <string>
#include <vector>

#include "rules/pack/loaded_pack.h"

namespace baken {

struct CaseCoverage {
  int wanted = 0;
  // What no case pins, in pack order, for example `finding DEPENDENT: no case in which it does not fire` or
  // `scale audit_c: no case with 4, for finding RISKY`.
  std::vector<std::string> missing;
};

// Wanted of the cases:
// - of each finding but the scope, one that expects a level of kind POSITIVE or POSSIBLE and one that expects another;
//   not where its levels leave only one of the two;
// - of each number in a condition of a finding (a fact, age or score compared with a literal or parameter), one with
//   the value at the boundary, and one a step below and above, as far as these can be answered; each pins a finding
//   that reads it. Two bounds that say the same (`> 3`, `>= 4`) count once.
// A finding is pinned by `findings`, `flags`, `absent_flags` or `flags_exact` of the expectation.
CaseCoverage ReviewCases(const LoadedPack& pack);

}  // namespace baken

#endif  // BAKEN_RULES_REVIEW_CASE_COVERAGE_H_
