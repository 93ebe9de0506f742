#include "rules/explain/advice.h"

#include <algorithm>
#include <string>

#include "rules/decision/triggers.h"

namespace baken::explain_internal {
namespace {

using rules::v1::Binding;
using rules::v1::Trigger;

uint64_t Supported(const Verdict& verdict) { return uint64_t{1} << verdict.supported; }
uint64_t Attainable(const Verdict& verdict) { return verdict.attainable; }

const Verdict& At(const std::vector<Verdict>& levels, int finding) { return levels[static_cast<size_t>(finding)]; }

}  // namespace

AdviceRules::AdviceRules(const LoadedPack& pack, const rules::v1::Role& role)
    : pack_(pack), role_(role), alternatives_(pack.program()) {
  const auto& referrals = pack.definition().referrals();
  for (const auto& referral : referrals) {
    const Trigger& trigger = referral.trigger();
    Rule& rule = rules_.emplace_back();
    const auto& roles = trigger.roles();
    rule.any_role = roles.empty();
    rule.named_role = std::find(roles.begin(), roles.end(), role.id()) != roles.end();
    for (const Binding& binding : trigger.any_of()) rule.any_of.push_back(Lay(binding));
    for (const Binding& binding : trigger.all_of()) rule.all_of.push_back(Lay(binding));
    for (const Binding& binding : trigger.none_of()) rule.none_of.push_back(Lay(binding));
    for (int other = 0; other < referrals.size(); ++other) {
      const auto& covered = referrals[other].replaces();
      if (std::find(covered.begin(), covered.end(), referral.id()) != covered.end()) rule.covered_by.push_back(other);
    }
    for (const auto* sets : {&rule.any_of, &rule.all_of, &rule.none_of}) {
      for (const LevelSet& set : *sets) findings_of_referrals_.insert(set.finding);
    }
  }
}

LevelSet AdviceRules::Lay(const Binding& binding) const {
  LevelSet set;
  set.finding = pack_.program().FindFinding(binding.finding());
  const auto& levels = pack_.program().findings[static_cast<size_t>(set.finding)].levels;
  for (size_t l = 0; l < levels.size(); ++l) {
    if (decision_internal::Names(binding, levels[l])) set.levels |= uint64_t{1} << l;
  }
  return set;
}

bool AdviceRules::IsSubgroup(int finding) const {
  return pack_.definition().findings(finding).category() == v1::FINDING_CATEGORY_SUBGROUP;
}

bool AdviceRules::IsRefused(const std::vector<Verdict>& levels) const {
  const int scope = pack_.program().scope_finding;
  const auto& of_scope = pack_.program().findings[static_cast<size_t>(scope)].levels;
  return !role_.receives_personal_output() || of_scope[static_cast<size_t>(At(levels, scope).supported)].refuses;
}

bool AdviceRules::IsStated(const std::vector<Verdict>& levels, int finding) const {
  if (finding == pack_.program().scope_finding || !IsRefused(levels)) return true;
  const auto& planned = pack_.program().findings[static_cast<size_t>(finding)].levels;
  const bool not_assessed = IsSubgroup(finding) && planned[static_cast<size_t>(At(levels, finding).supported)].kind ==
                                                       v1::LEVEL_KIND_NOT_ASSESSED;
  return pack_.definition().findings(finding).stated_when_refused() || not_assessed;
}

Standing AdviceRules::StandingOf(const std::vector<Verdict>& levels, size_t contradiction_count) const {
  Standing standing;
  standing.levels = levels;
  standing.contradiction_count = contradiction_count;
  for (size_t f = 0; f < levels.size(); ++f) {
    if (!IsStated(levels, static_cast<int>(f))) continue;
    const auto& planned = pack_.program().findings[f].levels;
    v1::Urgency least = v1::URGENCY_U4;
    for (size_t l = 0; l < planned.size(); ++l) {
      if ((levels[f].attainable >> l & 1) == 0) continue;
      least = std::min(least, planned[l].urgency);
      standing.urgency_attainable = std::max(standing.urgency_attainable, planned[l].urgency);
    }
    standing.urgency = std::max(standing.urgency, planned[static_cast<size_t>(levels[f].supported)].urgency);
    standing.urgency_least = std::max(standing.urgency_least, least);
  }
  for (Tri given : Referrals(levels, Supported)) standing.referrals.push_back(given == Tri::kTrue);
  return standing;
}

Tri AdviceRules::Of(const LevelSet& set, const std::vector<Verdict>& levels, Answers answers) const {
  if (!IsStated(levels, set.finding)) return Tri::kFalse;
  const uint64_t possible = answers(At(levels, set.finding));
  if ((possible & ~set.levels) == 0) return Tri::kTrue;
  return (possible & set.levels) == 0 ? Tri::kFalse : Tri::kOpen;
}

Tri AdviceRules::AnyOf(const std::vector<LevelSet>& sets, const std::vector<Verdict>& levels, Answers answers) const {
  Tri any = Tri::kFalse;
  for (const LevelSet& set : sets) any = Or(any, Of(set, levels, answers));
  return any;
}

Tri AdviceRules::Applies(const Rule& rule, const std::vector<Verdict>& levels, Answers answers) const {
  if (!rule.named_role && !(rule.any_role && !IsRefused(levels))) return Tri::kFalse;
  Tri result = And(AnyOf(rule.any_of, levels, answers), Not(AnyOf(rule.none_of, levels, answers)));
  for (const LevelSet& set : rule.all_of) result = And(result, Of(set, levels, answers));
  return result;
}

std::vector<Tri> AdviceRules::Referrals(const std::vector<Verdict>& levels, Answers answers) const {
  std::vector<Tri> applies;
  for (const Rule& rule : rules_) applies.push_back(Applies(rule, levels, answers));
  std::vector<Tri> given = applies;
  for (size_t r = 0; r < rules_.size(); ++r) {
    for (int other : rules_[r].covered_by) given[r] = And(given[r], Not(applies[static_cast<size_t>(other)]));
  }
  return given;
}

std::vector<Tri> AdviceRules::ReferralOutlook(const std::vector<Verdict>& levels) const {
  return Referrals(levels, Attainable);
}

void AdviceRules::AddOpen(const Rule& rule, const std::vector<Verdict>& levels, std::vector<LevelSet>& open) const {
  if (Applies(rule, levels, Attainable) != Tri::kOpen) return;
  const auto add = [&](const std::vector<LevelSet>& sets) {
    for (const LevelSet& set : sets) {
      if (Of(set, levels, Attainable) == Tri::kOpen) open.push_back(set);
    }
  };
  // Where one of these holds for certain the others make no difference.
  if (AnyOf(rule.any_of, levels, Attainable) == Tri::kOpen) add(rule.any_of);
  add(rule.all_of);
  add(rule.none_of);
}

std::vector<LevelSet> AdviceRules::OpenBindings(const std::vector<Verdict>& levels) const {
  const std::vector<Tri> outlook = ReferralOutlook(levels);
  std::vector<bool> wanted(rules_.size(), false);
  for (size_t r = 0; r < rules_.size(); ++r) {
    if (outlook[r] != Tri::kOpen) continue;
    wanted[r] = true;
    for (int other : rules_[r].covered_by) wanted[static_cast<size_t>(other)] = true;
  }
  std::vector<LevelSet> open;
  for (size_t r = 0; r < rules_.size(); ++r) {
    if (wanted[r]) AddOpen(rules_[r], levels, open);
  }
  return open;
}

}  // namespace baken::explain_internal
