#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "rules/base/civil_date.h"
#include "rules/decision/answer_context.h"
#include "rules/decision/triggers.h"
#include "rules/engine/level_kinds.h"

namespace baken::decision_internal {
namespace {

class Actions {
 public:
  Actions(const AnswerContext& context, v1::Assessment& assessment)
      : context_(context), triggers_(context), assessment_(assessment) {}

  bool Run() {
    AddReferrals();
    AddMonitoring();
    for (const auto& advice : context_.definition().advice()) {
      if (triggers_.Applies(advice.trigger())) AddAdvice(advice);
    }
    AddCaveats();
    return assessment_.referrals_size() + assessment_.monitoring_prompts_size() + assessment_.advice_size() > 0;
  }

 private:
  template <typename Action>
  void AddTriggers(const rules::v1::Trigger& trigger, Action& action) const {
    std::set<std::string> added;
    for (const auto* bindings : {&trigger.any_of(), &trigger.all_of()}) {
      for (const auto& binding : *bindings) {
        if (triggers_.Holds(binding) && added.insert(binding.finding()).second)
          action.add_finding_ids(binding.finding());
      }
    }
  }

  void AddReferrals() {
    const std::vector<bool> given = GivenReferrals(context_);
    for (int i = 0; i < context_.definition().referrals_size(); ++i) {
      const auto& referral = context_.definition().referrals(i);
      if (given[static_cast<size_t>(i)]) AddReferral(referral);
      if (triggers_.Applies(referral.trigger())) continue;
      if (triggers_.CanApply(referral.trigger())) assessment_.add_attainable_referral_ids(referral.id());
    }
  }

  void AddReferral(const rules::v1::Referral& referral) {
    const std::string prefix = absl::StrCat("referral.", referral.id());
    v1::Referral& result = *assessment_.add_referrals();
    result.set_referral_id(referral.id());
    *result.mutable_recipient() = context_.Text(prefix + ".recipient");
    result.set_urgency(referral.urgency());
    result.set_due_date(FormatCivilDay(AddPeriod(context_.occasion.evaluation_date, referral.due())));
    *result.mutable_why() = context_.Text(prefix + ".why");
    if (context_.HasText(prefix + ".send_along")) *result.mutable_send_along() = context_.Text(prefix + ".send_along");
    if (context_.HasText(prefix + ".meanwhile")) *result.mutable_meanwhile() = context_.Text(prefix + ".meanwhile");
    if (context_.HasText(prefix + ".contact")) *result.mutable_contact() = context_.Text(prefix + ".contact");
    result.set_contact_checked_date(referral.contact_checked_date());
    const auto& senders = referral.may_send_roles();
    result.set_may_send(std::find(senders.begin(), senders.end(), context_.occasion.role->id()) != senders.end());
    AddTriggers(referral.trigger(), result);
    *result.mutable_basis() = context_.BasisOf(referral.basis());
  }

  // Of the prompts on one topic the earliest due; on equal days the first in the pack.
  void AddMonitoring() {
    std::map<std::string, const rules::v1::MonitoringPrompt*> by_topic;
    for (const auto& prompt : context_.definition().monitoring_prompts()) {
      if (!triggers_.Applies(prompt.trigger())) continue;
      const auto*& best = by_topic[prompt.topic()];
      if (best == nullptr || DueDay(prompt) < DueDay(*best)) best = &prompt;
    }
    for (const auto& prompt : context_.definition().monitoring_prompts()) {
      auto found = by_topic.find(prompt.topic());
      if (found != by_topic.end() && found->second == &prompt) AddPrompt(prompt);
    }
  }

  absl::CivilDay DueDay(const rules::v1::MonitoringPrompt& prompt) const {
    return AddPeriod(context_.occasion.evaluation_date, prompt.due());
  }

  void AddPrompt(const rules::v1::MonitoringPrompt& prompt) {
    const std::string prefix = absl::StrCat("monitoring.", prompt.id());
    v1::MonitoringPrompt& result = *assessment_.add_monitoring_prompts();
    result.set_prompt_id(prompt.id());
    result.set_topic_id(prompt.topic());
    *result.mutable_what() = context_.Text(prefix + ".what");
    result.set_due_date(FormatCivilDay(DueDay(prompt)));
    if (prompt.repeat_every().unit() != v1::PERIOD_UNIT_UNSPECIFIED)
      *result.mutable_repeat_every() = prompt.repeat_every();
    if (context_.HasText(prefix + ".until")) *result.mutable_until() = context_.Text(prefix + ".until");
    *result.mutable_who() = context_.Text(prefix + ".who");
    AddTriggers(prompt.trigger(), result);
    *result.mutable_basis() = context_.BasisOf(prompt.basis());
  }

  void AddAdvice(const rules::v1::Advice& advice) {
    v1::Advice& result = *assessment_.add_advice();
    result.set_advice_id(advice.id());
    result.set_audience(advice.audience());
    *result.mutable_text() = context_.Text(absl::StrCat("advice.", advice.id()));
    AddTriggers(advice.trigger(), result);
    *result.mutable_basis() = context_.BasisOf(advice.basis());
  }

  void AddCaveats() {
    for (const auto& caveat : context_.definition().caveats()) {
      bool on_finding = MarkFindings(caveat);
      bool on_trigger = caveat.has_trigger() && triggers_.Applies(caveat.trigger());
      bool on_partial = caveat.on_partial_knowledge() && context_.partial_knowledge;
      if (!on_finding && !on_trigger && !on_partial) continue;
      v1::Caveat& result = *assessment_.add_caveats();
      result.set_caveat_id(caveat.id());
      *result.mutable_text() = context_.Text(absl::StrCat("caveat.", caveat.id()));
      *result.mutable_basis() = context_.BasisOf(caveat.basis());
    }
  }

  // Writes the caveat to the findings it belongs to that say something; true when there is one.
  bool MarkFindings(const rules::v1::Caveat& caveat) {
    bool marked = false;
    for (v1::FindingResult& finding : *assessment_.mutable_findings()) {
      v1::LevelKind kind = finding.supported().kind();
      bool says_something = IsThere(kind) || kind == v1::LEVEL_KIND_AGAINST;
      const auto& ids = caveat.findings();
      if (!says_something || std::find(ids.begin(), ids.end(), finding.finding_id()) == ids.end()) continue;
      finding.add_caveat_ids(caveat.id());
      marked = true;
    }
    return marked;
  }

  const AnswerContext& context_;
  const Triggers triggers_;
  v1::Assessment& assessment_;
};

}  // namespace

bool AddActions(const AnswerContext& context, v1::Assessment& assessment) { return Actions(context, assessment).Run(); }

}  // namespace baken::decision_internal
