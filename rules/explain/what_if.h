// Other answers, and what would follow: each one evaluated. Internal to rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_WHAT_IF_H_
#define BAKEN_RULES_EXPLAIN_WHAT_IF_H_

#include <functional>
#include <vector>

#include "baken/v1/explanation.pb.h"
#include "rules/engine/alternatives.h"
#include "rules/explain/situation.h"

namespace baken::explain_internal {

struct Change {
  int fact = -1;
  Reading reading;
};

// A few other answers with what would follow from them.
struct Tried {
  std::vector<Change> changes;
  Standing standing;
};

// All that differ from the present standing and bring no new contradiction.
class WhatIfs {
 public:
  // Looks at every other answer to every known fact that is not fixed, and at every answer to every fact that is open.
  explicit WhatIfs(const Situation& situation);

  // Smallest changes of known answers to another level of the finding, one per level and fact, at most five; pairs
  // where no single answer does it.
  std::vector<v1::WhatIf> ForFinding(int finding);
  // As ForFinding, to another urgency.
  std::vector<v1::WhatIf> ForUrgency();
  // As ForFinding, to other referrals; single answers only.
  std::vector<v1::WhatIf> ForReferrals() const;
  // Single answers to open facts that give the finding another level, in the order in which to ask.
  std::vector<v1::WhatIf> OpenForFinding(int finding) const;
  // Single answers to open facts that raise the urgency.
  std::vector<v1::WhatIf> OpenForUrgency() const;

  // False when a search for pairs was cut off.
  bool complete() const { return complete_; }

 private:
  void TryKnown();
  void TryOpen();
  Given With(const std::vector<Change>& changes) const;
  void Try(const std::vector<Change>& changes, std::vector<Tried>& to);
  std::vector<Tried> Pairs(const std::vector<int>& facts, const std::function<bool(const Standing&)>& reached);
  std::vector<v1::AnswerChange> DescribeChanges(const std::vector<Change>& changes) const;
  v1::WhatIf Describe(const Tried& tried) const;

  const Situation& situation_;
  const Alternatives& alternatives_;
  std::vector<Tried> known_;  // Single changes, facts ascending.
  std::vector<Tried> open_;   // In the order in which to ask.
  bool complete_ = true;
};

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_WHAT_IF_H_
