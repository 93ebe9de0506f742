#include <algorithm>
#include <set>
#include <vector>

#include "rules/decision/answer_context.h"
#include "rules/pack/document_kinds.h"

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

std::vector<const rules::v1::Document*> DocumentsOf(const AnswerContext& context) {
  std::vector<const rules::v1::Document*> documents;
  for (const auto& document : context.definition().documents()) {
    const auto& shown = context.occasion.view->documents();
    if (std::find(shown.begin(), shown.end(), document.id()) != shown.end()) documents.push_back(&document);
  }
  return documents;
}

// The view is a page for someone else, and nothing may travel with it.
bool IsPageAlone(const AnswerContext& context, const v1::Assessment& assessment) {
  const auto documents = DocumentsOf(context);
  return context.occasion.view->parts().empty() && !assessment.documents().empty() &&
         std::all_of(documents.begin(), documents.end(), [](const auto* document) { return IsHandedOn(*document); });
}

// Leaves the pages and what says which answer they belong to. Beside a page for the person the urgency stays, for the
// professional who gives it; beside any other page even that would say something about a person.
void KeepPages(const AnswerContext& context, v1::Assessment& assessment) {
  v1::Assessment kept;
  kept.set_evaluation_date(assessment.evaluation_date());
  kept.set_role(assessment.role());
  kept.set_view(assessment.view());
  kept.set_site_profile(assessment.site_profile());
  kept.set_outcome(assessment.outcome());
  kept.set_locale(assessment.locale());
  kept.mutable_pack()->Swap(assessment.mutable_pack());
  kept.mutable_documents()->Swap(assessment.mutable_documents());
  const auto documents = DocumentsOf(context);
  if (std::all_of(documents.begin(), documents.end(), [](const auto* document) { return IsForPerson(*document); })) {
    kept.mutable_outcome_statement()->Swap(assessment.mutable_outcome_statement());
    kept.mutable_urgency()->Swap(assessment.mutable_urgency());
    kept.mutable_urgency()->clear_finding_ids();
    kept.mutable_urgency()->clear_missing_fact_ids();
  }
  assessment.Swap(&kept);
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
  if (IsPageAlone(context, assessment)) return KeepPages(context, assessment);
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
