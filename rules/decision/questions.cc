#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "rules/decision/answer_context.h"
#include "rules/decision/triggers.h"
#include "rules/engine/nodes.h"

namespace baken::decision_internal {
namespace {

std::string ContradictionTextId(const ContradictionRecord& record) {
  switch (record.kind) {
    case v1::CONTRADICTION_KIND_ANSWER_AGAINST_IMPLICATION:
      return "contradiction.ANSWER_AGAINST_IMPLICATION";
    case v1::CONTRADICTION_KIND_IMPLICATIONS_DISAGREE:
      return "contradiction.IMPLICATIONS_DISAGREE";
    case v1::CONTRADICTION_KIND_NONE_BESIDE_OTHER:
      return "contradiction.NONE_BESIDE_OTHER";
    case v1::CONTRADICTION_KIND_TOTAL_OUTSIDE_ITEMS:
      return "contradiction.TOTAL_OUTSIDE_ITEMS";
    default:
      return absl::StrCat("impossible.", record.rule_id);
  }
}

void AddContradictions(const AnswerContext& context, v1::Assessment& assessment) {
  for (const ContradictionRecord& record : context.evaluation.contradictions) {
    v1::Contradiction& result = *assessment.add_contradictions();
    result.set_kind(record.kind);
    result.set_rule_id(record.rule_id);
    for (int fact : record.facts) *result.add_facts() = context.NameOf(fact);
    *result.mutable_text() = context.Text(ContradictionTextId(record));
  }
}

void AddDiscrepancies(const AnswerContext& context, v1::Assessment& assessment) {
  for (const ProgramFamily& family : context.program().families) {
    v1::Discrepancy result;
    for (const FamilyMember& member : family.members) {
      const std::string& scale = context.program().scales[static_cast<size_t>(member.scale)].id;
      switch (engine_internal::Standing(member, context.evaluation)) {
        case engine_internal::MemberStanding::kPositive:
          result.add_positive_scale_ids(scale);
          break;
        case engine_internal::MemberStanding::kNegative:
          result.add_negative_scale_ids(scale);
          break;
        default:
          break;
      }
    }
    if (result.positive_scale_ids().empty() || result.negative_scale_ids().empty()) continue;
    result.set_family_id(family.id);
    *result.mutable_text() = context.Text("discrepancy.family");
    *assessment.add_discrepancies() = std::move(result);
  }
}

bool IsSilent(const AnswerContext& context) {
  const Triggers triggers(context);
  const auto& first = context.definition().header().silent_while();
  return std::any_of(first.begin(), first.end(), [&](const auto& binding) { return triggers.Holds(binding); });
}

// Facts to ask, by place in the order of asking, with the open findings that read them.
std::map<int, std::vector<std::string>> CollectOpen(const AnswerContext& context, const v1::Assessment& assessment) {
  std::map<int, std::vector<std::string>> open;
  auto collect = [&](const v1::FindingResult& finding) {
    for (const std::string& id : finding.missing_fact_ids()) {
      int fact = context.program().FindFact(id);
      if (std::binary_search(context.declined.begin(), context.declined.end(), fact)) continue;
      open[context.program().facts[static_cast<size_t>(fact)].ask_rank].push_back(finding.finding_id());
    }
  };
  collect(assessment.scope());
  for (const v1::FindingResult& finding : assessment.findings()) collect(finding);
  return open;
}

void AddOpenFacts(const AnswerContext& context, v1::Assessment& assessment) {
  if (context.refused() || IsSilent(context)) return;
  std::vector<int> by_rank(context.program().facts.size());
  for (size_t i = 0; i < context.program().facts.size(); ++i) {
    by_rank[static_cast<size_t>(context.program().facts[i].ask_rank)] = static_cast<int>(i);
  }
  const auto& raising = assessment.urgency().missing_fact_ids();
  for (auto& [rank, findings] : CollectOpen(context, assessment)) {
    const ProgramFact& fact = context.program().facts[static_cast<size_t>(by_rank[static_cast<size_t>(rank)])];
    v1::OpenFact& result = *assessment.add_open_facts();
    result.set_fact_id(fact.id);
    *result.mutable_question() = context.Text(absl::StrCat("fact.", fact.id, ".question"));
    const std::string& group = context.definition().groups(fact.group).id();
    result.set_group_id(group);
    *result.mutable_group_title() = context.Text(absl::StrCat("group.", group, ".title"));
    result.set_can_raise_urgency(std::find(raising.begin(), raising.end(), fact.id) != raising.end());
    for (std::string& finding : findings) result.add_finding_ids(std::move(finding));
  }
}

}  // namespace

void AddQuestions(const AnswerContext& context, v1::Assessment& assessment) {
  if (context.refused()) return;  // All of these are about the person.
  AddContradictions(context, assessment);
  AddDiscrepancies(context, assessment);
  for (int fact : context.declined) *assessment.add_declined_facts() = context.NameOf(fact);
  AddOpenFacts(context, assessment);
}

}  // namespace baken::decision_internal
