#include "rules/explain/effects.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace baken::explain_internal {
namespace {

v1::ReferralName NameOf(const Situation& situation, int referral) {
  v1::ReferralName name;
  const std::string& id = situation.definition().referrals(referral).id();
  name.set_referral_id(id);
  *name.mutable_recipient() = situation.Context().Text(absl::StrCat("referral.", id, ".recipient"));
  return name;
}

}  // namespace

v1::LevelResult DescribeLevel(const Situation& situation, int finding, int level) {
  const ProgramLevel& planned =
      situation.program().findings[static_cast<size_t>(finding)].levels[static_cast<size_t>(level)];
  v1::LevelResult result;
  result.set_level_id(planned.id);
  result.set_kind(planned.kind);
  *result.mutable_statement() = situation.Context().Text(planned.text_id);
  result.set_urgency(planned.urgency);
  return result;
}

v1::LocalizedText UrgencyStatement(const Situation& situation, const Standing& now) {
  const bool open = now.urgency_attainable > now.urgency;
  return situation.Context().Text(absl::StrCat("urgency.U", now.urgency - v1::URGENCY_U0, open ? ".open" : ""));
}

v1::Effect DescribeEffect(const Situation& situation, const Standing& from, const Standing& to) {
  v1::Effect effect;
  for (size_t f = 0; f < from.levels.size(); ++f) {
    const int finding = static_cast<int>(f);
    const int level_from = from.levels[f].supported;
    const int level_to = to.levels[f].supported;
    if (level_from == level_to || !situation.rules().IsStated(from.levels, finding) ||
        !situation.rules().IsStated(to.levels, finding)) {
      continue;
    }
    v1::LevelChange& change = *effect.add_levels();
    const std::string& id = situation.program().findings[f].id;
    change.set_finding_id(id);
    *change.mutable_title() = situation.Context().Text(absl::StrCat("finding.", id, ".title"));
    *change.mutable_from() = DescribeLevel(situation, finding, level_from);
    *change.mutable_to() = DescribeLevel(situation, finding, level_to);
  }
  effect.set_urgency_from(from.urgency);
  effect.set_urgency_to(to.urgency);
  for (size_t r = 0; r < from.referrals.size(); ++r) {
    if (!from.referrals[r] && to.referrals[r]) *effect.add_referrals_added() = NameOf(situation, static_cast<int>(r));
    if (from.referrals[r] && !to.referrals[r]) *effect.add_referrals_removed() = NameOf(situation, static_cast<int>(r));
  }
  return effect;
}

bool Differs(const Standing& from, const Standing& to) {
  if (from.urgency != to.urgency || from.referrals != to.referrals) return true;
  return !std::equal(from.levels.begin(), from.levels.end(), to.levels.begin(),
                     [](const Verdict& a, const Verdict& b) { return a.supported == b.supported; });
}

v1::FactReading DescribeFact(const Situation& situation, const Evaluation& evaluation, int fact) {
  return decision_internal::DescribeReading(situation.ContextOf(evaluation),
                                            situation.program().facts[static_cast<size_t>(fact)].variable, 0);
}

}  // namespace baken::explain_internal
