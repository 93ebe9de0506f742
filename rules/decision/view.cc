#include <set>

#include "rules/decision/answer_context.h"

namespace baken::decision_internal {
namespace {

// Keeps the elements for which `keep` is true, in order.
template <typename List, typename Keep>
void Filter(List& list, Keep keep) {
  int kept = 0;
  for (int i = 0; i < list.size(); ++i) {
    if (!keep(list[i])) continue;
    if (kept != i) list.SwapElements(kept, i);
    ++kept;
  }
  while (list.size() > kept) list.RemoveLast();
}

bool ShowsAdvice(const AnswerContext& context, v1::Audience audience) {
  switch (audience) {
    case v1::AUDIENCE_CLINICIAN:
      return context.Shows(rules::v1::ANSWER_PART_CLINICIAN_ADVICE);
    case v1::AUDIENCE_PERSON:
      return context.Shows(rules::v1::ANSWER_PART_PERSON_ADVICE);
    default:
      return context.Shows(rules::v1::ANSWER_PART_ORGANISATION_ADVICE);
  }
}

void HideFindings(v1::Assessment& assessment) {
  Filter(*assessment.mutable_findings(),
         [](const v1::FindingResult& finding) { return finding.category() == v1::FINDING_CATEGORY_ACUTE; });
  assessment.clear_flags();
  std::set<std::string> used;
  for (const auto& finding : assessment.findings())
    used.insert(finding.caveat_ids().begin(), finding.caveat_ids().end());
  Filter(*assessment.mutable_caveats(), [&](const v1::Caveat& caveat) {
    return used.count(caveat.caveat_id()) > 0 || caveat.caveat_id() == "PARTIAL_KNOWLEDGE";
  });
}

class SourceLister {
 public:
  template <typename List>
  void Add(const List& list) {
    for (const auto& element : list) AddBasis(element.basis());
  }
  void AddBasis(const v1::Basis& basis) {
    for (const auto& reference : basis.references()) used_.insert(reference.source_id());
  }
  void List(const AnswerContext& context, v1::Assessment& assessment) const {
    for (const auto& source : context.definition().sources()) {
      if (used_.count(source.id()) == 0) continue;
      v1::Source& result = *assessment.add_sources();
      result.set_source_id(source.id());
      result.set_citation(source.citation());
      result.set_identifier(source.identifier());
    }
  }

 private:
  std::set<std::string> used_;
};

}  // namespace

void ApplyView(const AnswerContext& context, v1::Assessment& assessment) {
  if (!context.refused() && !context.Shows(rules::v1::ANSWER_PART_FINDINGS)) HideFindings(assessment);
  if (!context.Shows(rules::v1::ANSWER_PART_REFERRALS)) {
    assessment.clear_referrals();
    assessment.clear_attainable_referral_ids();
  }
  if (!context.Shows(rules::v1::ANSWER_PART_MONITORING)) assessment.clear_monitoring_prompts();
  Filter(*assessment.mutable_advice(),
         [&](const v1::Advice& advice) { return ShowsAdvice(context, advice.audience()); });
  if (!context.Shows(rules::v1::ANSWER_PART_OPEN_FACTS)) assessment.clear_open_facts();
  SourceLister sources;
  sources.AddBasis(assessment.scope().basis());
  sources.Add(assessment.findings());
  sources.Add(assessment.referrals());
  sources.Add(assessment.monitoring_prompts());
  sources.Add(assessment.advice());
  sources.Add(assessment.caveats());
  for (const auto& profile : assessment.profiles()) sources.Add(profile.types());
  sources.List(context, assessment);
}

}  // namespace baken::decision_internal
