#include "rules/explain/settlement_check.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "rules/decision/triggers.h"
#include "rules/engine/further_instruments.h"
#include "rules/explain/completions.h"
#include "rules/explain/trigger_outlook.h"

namespace baken::explain_internal {
namespace {

using decision_internal::AnswerContext;
using rules::v1::Binding;
using rules::v1::Referral;
using rules::v1::Trigger;

template <typename List>
std::vector<std::string> ToVector(const List& list) {
  return {list.begin(), list.end()};
}

// Without instruments that are not asked any more.
Evaluation Now(const Situation& situation) {
  Evaluation now = Evaluate(situation.program(), situation.known().given());
  std::vector<bool> further = FurtherInstruments(situation.program(), now);
  return WithoutInstruments(situation.program(), further, std::move(now));
}

class Checker {
 public:
  Checker(const Situation& situation, const v1::Settlement& settlement)
      : situation_(situation), settlement_(settlement), now_(Now(situation)), context_(situation.ContextOf(now_)) {}

  void CheckLines() {
    CheckReferralLines();
    CheckFindingLines();
    CheckUrgencyLines();
  }

  void CheckCompletion(Given completion) {
    const Evaluation then = Evaluate(situation_.program(), std::move(completion));
    if (then.contradictions.size() > now_.contradictions.size()) return;
    ++completions_;
    const AnswerContext context = situation_.ContextOf(then);
    CheckReached(then);
    const v1::Urgency urgency = UrgencyOf(context);
    if (settlement_.urgency_settled() && urgency != settlement_.urgency_supported()) {
      faults_.insert("the urgency is called settled and changes");
    }
    if (urgency > settlement_.urgency_attainable()) faults_.insert("a higher urgency is reached");
    const std::vector<bool> before = decision_internal::GivenReferrals(context_);
    const std::vector<bool> after = decision_internal::GivenReferrals(context);
    const auto& open = settlement_.open_referral_ids();
    for (size_t r = 0; r < after.size(); ++r) {
      const std::string& id = situation_.definition().referrals(static_cast<int>(r)).id();
      if (after[r] == before[r] || std::find(open.begin(), open.end(), id) != open.end()) continue;
      faults_.insert(absl::StrCat("referral ", id, " is not called open and changes"));
    }
  }

  std::vector<std::string> Take() {
    if (completions_ == 0) faults_.insert("no completion without contradiction was found to check it with");
    return {faults_.begin(), faults_.end()};
  }

 private:
  void Require(bool holds, const std::string& fault) {
    if (!holds) faults_.insert(fault);
  }

  v1::Urgency UrgencyOf(const AnswerContext& context) const {
    v1::Urgency urgency = v1::URGENCY_U0;
    for (size_t f = 0; f < situation_.program().findings.size(); ++f) {
      const int finding = static_cast<int>(f);
      if (context.IsStated(finding)) urgency = std::max(urgency, context.SupportedLevel(finding).urgency);
    }
    return urgency;
  }

  void CheckReferralLines() {
    const TriggerOutlook outlook(context_);
    const std::vector<bool> given = decision_internal::GivenReferrals(context_);
    std::vector<std::string> now;
    std::vector<std::string> open;
    for (size_t r = 0; r < given.size(); ++r) {
      const Referral& referral = situation_.definition().referrals(static_cast<int>(r));
      if (given[r]) now.push_back(referral.id());
      if (outlook.CanBeGiven(referral) && !outlook.IsSure(referral)) open.push_back(referral.id());
    }
    Require(ToVector(settlement_.referral_ids()) == now, "the referrals are not those that apply");
    Require(ToVector(settlement_.open_referral_ids()) == open, "the open referrals are not those that can change");
    Require(settlement_.referrals_settled() == open.empty(), "that referrals are settled does not follow");
  }

  // Findings that decide about any of the three, with the levels they can have.
  void CheckFindingLines() {
    int line = 0;
    bool subgroups = true;
    for (size_t f = 0; f < situation_.program().findings.size(); ++f) {
      const int finding = static_cast<int>(f);
      const bool subgroup = situation_.definition().findings(finding).category() == v1::FINDING_CATEGORY_SUBGROUP;
      if (!context_.IsStated(finding)) continue;
      if (subgroup) subgroups = subgroups && now_.findings[f].decided;
      if (!subgroup && !CarriesUrgency(finding) && !DecidesReferral(finding)) continue;
      const v1::AttainableFinding told =
          line < settlement_.findings_size() ? settlement_.findings(line) : v1::AttainableFinding();
      ++line;
      CheckFindingLine(finding, told);
    }
    Require(line == settlement_.findings_size(), "the certificate has lines about other findings");
    Require(settlement_.subgroups_settled() == subgroups, "that subgroups are settled does not follow");
  }

  void CheckFindingLine(int finding, const v1::AttainableFinding& told) {
    const ProgramFinding& planned = situation_.program().findings[static_cast<size_t>(finding)];
    const FindingState& state = now_.findings[static_cast<size_t>(finding)];
    std::vector<std::string> attainable;
    for (size_t l = 0; l < planned.levels.size(); ++l) {
      if (state.attainable[l]) attainable.push_back(planned.levels[l].id);
    }
    Require(told.finding_id() == planned.id &&
                told.supported_level_id() == planned.levels[static_cast<size_t>(state.supported)].id &&
                ToVector(told.attainable_level_ids()) == attainable,
            absl::StrCat("the line about ", planned.id, " is missing or differs from what follows"));
  }

  // Between the least that every finding is sure to carry and the most that any can.
  void CheckUrgencyLines() {
    v1::Urgency least = v1::URGENCY_U0;
    v1::Urgency most = v1::URGENCY_U0;
    for (size_t f = 0; f < situation_.program().findings.size(); ++f) {
      if (!context_.IsStated(static_cast<int>(f))) continue;
      std::set<v1::Urgency> possible;
      for (size_t l = 0; l < now_.findings[f].attainable.size(); ++l) {
        if (now_.findings[f].attainable[l]) possible.insert(situation_.program().findings[f].levels[l].urgency);
      }
      least = std::max(least, *possible.begin());
      most = std::max(most, *possible.rbegin());
    }
    Require(settlement_.urgency_supported() == UrgencyOf(context_), "the urgency is not the one that follows");
    Require(settlement_.urgency_attainable() == most, "the attainable urgency is not the one that follows");
    Require(settlement_.urgency_settled() == (least == most), "that the urgency is settled does not follow");
  }

  bool CarriesUrgency(int finding) const {
    const auto& levels = situation_.program().findings[static_cast<size_t>(finding)].levels;
    return std::any_of(levels.begin(), levels.end(), [](const auto& level) { return level.urgency > v1::URGENCY_U0; });
  }

  bool DecidesReferral(int finding) const {
    const std::string& id = situation_.program().findings[static_cast<size_t>(finding)].id;
    const auto names = [&](const Binding& binding) { return binding.finding() == id; };
    const auto& all = situation_.definition().referrals();
    return std::any_of(all.begin(), all.end(), [&](const Referral& referral) {
      const Trigger& trigger = referral.trigger();
      return std::any_of(trigger.any_of().begin(), trigger.any_of().end(), names) ||
             std::any_of(trigger.all_of().begin(), trigger.all_of().end(), names) ||
             std::any_of(trigger.none_of().begin(), trigger.none_of().end(), names);
    });
  }

  void CheckReached(const Evaluation& evaluation) {
    for (const v1::AttainableFinding& line : settlement_.findings()) {
      const int finding = situation_.program().FindFinding(line.finding_id());
      if (finding < 0) {
        faults_.insert(absl::StrCat("finding ", line.finding_id(), " is not in the pack"));
        continue;
      }
      const int supported = evaluation.findings[static_cast<size_t>(finding)].supported;
      const std::string& level =
          situation_.program().findings[static_cast<size_t>(finding)].levels[static_cast<size_t>(supported)].id;
      const auto& attainable = line.attainable_level_ids();
      if (std::find(attainable.begin(), attainable.end(), level) == attainable.end()) {
        faults_.insert(absl::StrCat("finding ", line.finding_id(), " reaches ", level));
      }
    }
  }

  const Situation& situation_;
  const v1::Settlement& settlement_;
  const Evaluation now_;
  const AnswerContext context_;
  std::set<std::string> faults_;
  int completions_ = 0;
};

}  // namespace

std::vector<std::string> CheckSettlement(const Situation& situation, const v1::Settlement& settlement, int trials,
                                         uint64_t seed) {
  Checker checker(situation, settlement);
  checker.CheckLines();
  Completions completions(situation, seed);
  for (int i = 0; i < trials; ++i) checker.CheckCompletion(completions.Next());
  return checker.Take();
}

}  // namespace baken::explain_internal
