// The oracle: what a pack concludes, worked out the slow and plain way, to compare the engine with. Written from the
// documents (the semantics of missing answers, rules/logic/README.md, the comments of the schema); it shares with the
// engine nothing but the parser's tree and the schema messages.
#ifndef BAKEN_TESTS_TESTING_ORACLE_H_
#define BAKEN_TESTS_TESTING_ORACLE_H_

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "baken/v1/assessment.pb.h"
#include "tests/testing/oracle_pack.h"
#include "tests/testing/oracle_states.h"

namespace baken::oracle {

struct FindingOutcome {
  std::string supported;
  std::vector<std::string> attainable;
  bool operator==(const FindingOutcome&) const = default;
};

// Kind and rule of a contradiction.
using ContradictionId = std::pair<v1::ContradictionKind, std::string>;

struct Conclusions {
  Knowledge knowledge;  // After implications, scores included.
  std::map<std::string, FindingOutcome> findings;
  // None beside another value, impossible together, total outside items. Sorted.
  std::vector<ContradictionId> contradictions;
  // Facts on which an implication contradicts the answer, or another implication, with every implication that held and
  // concludes on the fact: at least one of these must be reported, and no other.
  std::map<std::string, std::set<ContradictionId>> disputed;
};

// What follows from `knowledge` (answers and role; scores are computed here).
Conclusions Conclude(const Pack& pack, Knowledge knowledge);

}  // namespace baken::oracle

#endif  // BAKEN_TESTS_TESTING_ORACLE_H_
