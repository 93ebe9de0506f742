#include "rules/explain/comparison.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "rules/base/civil_date.h"
#include "rules/explain/effects.h"

namespace baken::explain_internal {
namespace {

bool IsKnown(const Situation& situation, int fact) {
  if (fact < 0) return false;
  const int variable = situation.program().facts[static_cast<size_t>(fact)].variable;
  return variable >= 0 && !situation.evaluation().states[static_cast<size_t>(variable)].missing();
}

v1::FactReading Read(const Situation& situation, int fact) {
  return DescribeFact(situation, situation.evaluation(), fact);
}

// Compared as they are read: two packs may write the same answer in different units.
bool SameValue(const v1::FactReading& a, const v1::FactReading& b) {
  return a.value().SerializeAsString() == b.value().SerializeAsString() && a.highest() == b.highest() &&
         a.contradictory() == b.contradictory();
}

void AddAnswers(const Situation& before, const Situation& after, v1::Comparison& comparison) {
  for (size_t f = 0; f < after.program().facts.size(); ++f) {
    const int fact = static_cast<int>(f);
    const int earlier = before.program().FindFact(after.program().facts[f].id);
    const bool was_known = IsKnown(before, earlier);
    const bool is_known = IsKnown(after, fact);
    if (!was_known && !is_known) continue;
    v1::AnswerChange change;
    if (was_known) *change.mutable_from() = Read(before, earlier);
    if (is_known) *change.mutable_to() = Read(after, fact);
    if (was_known && is_known && SameValue(change.from(), change.to())) continue;
    *comparison.add_answers() = std::move(change);
  }
}

// The supported level in the words of its own pack; absent when the finding is not there or not stated.
bool LevelOf(const Situation& situation, const std::string& finding_id, v1::LevelResult& level) {
  const int finding = situation.program().FindFinding(finding_id);
  if (finding < 0 || !situation.Context().IsStated(finding)) return false;
  level = DescribeLevel(situation, finding, situation.evaluation().findings[static_cast<size_t>(finding)].supported);
  return true;
}

void AddLevel(const Situation& before, const Situation& after, const Situation& titled, const std::string& id,
              v1::Effect& effect) {
  v1::LevelResult from;
  v1::LevelResult to;
  const bool had = LevelOf(before, id, from);
  const bool has = LevelOf(after, id, to);
  if (had == has && from.level_id() == to.level_id()) return;
  v1::LevelChange& change = *effect.add_levels();
  change.set_finding_id(id);
  *change.mutable_title() = titled.Context().Text(absl::StrCat("finding.", id, ".title"));
  if (had) *change.mutable_from() = std::move(from);
  if (has) *change.mutable_to() = std::move(to);
}

bool IsGiven(const Situation& situation, const std::string& referral_id) {
  const auto& referrals = situation.definition().referrals();
  for (int r = 0; r < referrals.size(); ++r) {
    if (referrals[r].id() == referral_id) return situation.now().referrals[static_cast<size_t>(r)];
  }
  return false;
}

// Referrals that `one` gives and `other` does not.
template <typename List>
void AddReferrals(const Situation& one, const Situation& other, List& list) {
  for (int r = 0; r < one.definition().referrals_size(); ++r) {
    const std::string& id = one.definition().referrals(r).id();
    if (!one.now().referrals[static_cast<size_t>(r)] || IsGiven(other, id)) continue;
    v1::ReferralName& name = *list.Add();
    name.set_referral_id(id);
    *name.mutable_recipient() = one.Context().Text(absl::StrCat("referral.", id, ".recipient"));
  }
}

}  // namespace

v1::Comparison Compare(const Situation& before, const Situation& after) {
  v1::Comparison comparison;
  comparison.set_evaluation_date_before(FormatCivilDay(before.occasion().evaluation_date));
  *comparison.mutable_pack_before() = before.pack().reference();
  AddAnswers(before, after, comparison);
  v1::Effect& effect = *comparison.mutable_effect();
  for (const ProgramFinding& finding : after.program().findings) AddLevel(before, after, after, finding.id, effect);
  for (const ProgramFinding& finding : before.program().findings) {
    if (after.program().FindFinding(finding.id) < 0) AddLevel(before, after, before, finding.id, effect);
  }
  effect.set_urgency_from(before.now().urgency);
  effect.set_urgency_to(after.now().urgency);
  AddReferrals(after, before, *effect.mutable_referrals_added());
  AddReferrals(before, after, *effect.mutable_referrals_removed());
  return comparison;
}

}  // namespace baken::explain_internal
