// From the levels of findings to what is advised: urgency and referrals, as they are and as far as answers still to
// come can change them. Internal to rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_ADVICE_H_
#define BAKEN_RULES_EXPLAIN_ADVICE_H_

#include <cstdint>
#include <set>
#include <vector>

#include "rules/engine/alternatives.h"
#include "rules/engine/engines.h"
#include "rules/logic/tribool.h"
#include "rules/pack/loaded_pack.h"

namespace baken::explain_internal {

// What follows from one set of answers, as far as explanations compare it.
struct Standing {
  std::vector<Verdict> levels;     // By finding.
  size_t contradiction_count = 0;  // Answers that cannot all be true.
  v1::Urgency urgency = v1::URGENCY_U0;
  v1::Urgency urgency_attainable = v1::URGENCY_U0;
  v1::Urgency urgency_least = v1::URGENCY_U0;  // No answers still to come make it lower than this.
  std::vector<bool> referrals;                 // By referral of the pack: given.
};

// Some levels of a finding: bit i for level i.
struct LevelSet {
  int finding = -1;
  uint64_t levels = 0;
};

// The triggers of a pack laid out for one role. Immutable; the pack outlives it. Says the same as
// rules/decision/triggers, and of levels that are still open what can come of them.
class AdviceRules {
 public:
  AdviceRules(const LoadedPack& pack, const rules::v1::Role& role);

  const LoadedPack& pack() const { return pack_; }
  const rules::v1::Role& role() const { return role_; }

  // As AnswerContext::refused and IsStated.
  bool IsRefused(const std::vector<Verdict>& levels) const;
  bool IsStated(const std::vector<Verdict>& levels, int finding) const;

  Standing StandingOf(const std::vector<Verdict>& levels, size_t contradiction_count) const;

  // By referral: whether it is given whatever is still answered, never, or open. Judged from the attainable levels of
  // each finding by itself, so it may be open where two findings cannot go together.
  std::vector<Tri> ReferralOutlook(const std::vector<Verdict>& levels) const;

  // The bindings that keep referrals open: those not decided, of triggers not decided, of open referrals and of those
  // that cover them. What answers can change about a referral they change through one of these.
  std::vector<LevelSet> OpenBindings(const std::vector<Verdict>& levels) const;

  // Which other answers to a fact can make a difference; here because it takes a look at every node to make.
  const Alternatives& alternatives() const { return alternatives_; }

  // Findings that some referral is bound to.
  const std::set<int>& findings_of_referrals() const { return findings_of_referrals_; }
  bool IsSubgroup(int finding) const;

 private:
  struct Rule {
    bool named_role = false;  // Meant for this role by name.
    bool any_role = false;    // For whoever gets something about a person.
    std::vector<LevelSet> any_of;
    std::vector<LevelSet> all_of;
    std::vector<LevelSet> none_of;
    std::vector<int> covered_by;  // Referrals in whose advice it is contained.
  };
  // Levels of a finding that count as its answer: the supported one, or all attainable.
  using Answers = uint64_t (*)(const Verdict&);

  LevelSet Lay(const rules::v1::Binding& binding) const;
  Tri Of(const LevelSet& set, const std::vector<Verdict>& levels, Answers answers) const;
  Tri AnyOf(const std::vector<LevelSet>& sets, const std::vector<Verdict>& levels, Answers answers) const;
  Tri Applies(const Rule& rule, const std::vector<Verdict>& levels, Answers answers) const;
  std::vector<Tri> Referrals(const std::vector<Verdict>& levels, Answers answers) const;
  void AddOpen(const Rule& rule, const std::vector<Verdict>& levels, std::vector<LevelSet>& open) const;

  const LoadedPack& pack_;
  const rules::v1::Role& role_;
  const Alternatives alternatives_;
  std::vector<Rule> rules_;  // By referral.
  std::set<int> findings_of_referrals_;
};

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_ADVICE_H_
