#include <algorithm>

#include "absl/strings/str_cat.h"
#include "rules/decision/answer_context.h"
#include "rules/decision/copies.h"
#include "rules/engine/level_kinds.h"
#include "rules/engine/trace.h"

namespace baken::decision_internal {
namespace {

v1::LevelResult DescribeLevel(const AnswerContext& context, const ProgramLevel& level) {
  v1::LevelResult result;
  result.set_level_id(level.id);
  result.set_kind(level.kind);
  *result.mutable_statement() = context.Text(level.text_id);
  result.set_urgency(level.urgency);
  return result;
}

v1::Reason DescribeReason(const AnswerContext& context, const std::string& finding, const ProgramLevel& level) {
  v1::Reason reason;
  reason.add_rule_ids(absl::StrCat(finding, ".", level.id));
  Trace trace = TraceTrue(context.program(), context.evaluation, level.node);
  for (int criterion : trace.criteria) reason.add_rule_ids(context.program().criteria[static_cast<size_t>(criterion)]);
  for (const VariableReading& reading : trace.readings) {
    *reason.add_readings() = DescribeReading(context, reading.variable, reading.reading);
  }
  return reason;
}

// Missing facts that can still turn a level of this finding, of those carrying more than `above`.
std::set<int> MissingOf(const AnswerContext& context, int finding, v1::Urgency above) {
  const auto& levels = context.program().findings[static_cast<size_t>(finding)].levels;
  const FindingState& state = context.evaluation.findings[static_cast<size_t>(finding)];
  std::set<int> missing;
  for (size_t i = 0; i < levels.size(); ++i) {
    if (!state.attainable[i] || levels[i].node < 0 || levels[i].urgency <= above) continue;
    missing.merge(MissingFacts(context.program(), context.evaluation, levels[i].node));
  }
  return missing;
}

v1::FindingResult DescribeFinding(const AnswerContext& context, int index) {
  const ProgramFinding& finding = context.program().findings[static_cast<size_t>(index)];
  const FindingState& state = context.evaluation.findings[static_cast<size_t>(index)];
  const auto& definition = context.definition().findings(index);
  const ProgramLevel& supported = context.SupportedLevel(index);
  v1::FindingResult result;
  result.set_finding_id(finding.id);
  result.set_category(definition.category());
  *result.mutable_title() = context.Text(absl::StrCat("finding.", finding.id, ".title"));
  *result.mutable_supported() = DescribeLevel(context, supported);
  for (size_t i = 0; i < finding.levels.size(); ++i) {
    if (state.attainable[i]) result.add_attainable_level_ids(finding.levels[i].id);
  }
  result.set_decided(state.decided);
  if (supported.node >= 0) *result.mutable_reason() = DescribeReason(context, finding.id, supported);
  if (!state.decided) {
    for (std::string& id : context.InAskingOrder(MissingOf(context, index, v1::URGENCY_UNSPECIFIED))) {
      result.add_missing_fact_ids(std::move(id));
    }
  }
  *result.mutable_basis() = context.BasisOf(definition.basis());
  if (IsThere(supported.kind)) CopyCodings(definition, result);
  return result;
}

void AddUrgency(const AnswerContext& context, v1::Assessment& assessment) {
  v1::UrgencyResult& urgency = *assessment.mutable_urgency();
  v1::Urgency supported = v1::URGENCY_U0;
  v1::Urgency attainable = v1::URGENCY_U0;
  int count = static_cast<int>(context.program().findings.size());
  for (int i = 0; i < count; ++i) {
    if (!context.IsStated(i)) continue;
    const auto& levels = context.program().findings[static_cast<size_t>(i)].levels;
    supported = std::max(supported, context.SupportedLevel(i).urgency);
    for (size_t l = 0; l < levels.size(); ++l) {
      if (context.evaluation.findings[static_cast<size_t>(i)].attainable[l])
        attainable = std::max(attainable, levels[l].urgency);
    }
  }
  std::set<int> missing;
  for (int i = 0; i < count; ++i) {
    if (!context.IsStated(i)) continue;
    bool carries = supported > v1::URGENCY_U0 && context.SupportedLevel(i).urgency == supported;
    if (carries) urgency.add_finding_ids(context.program().findings[static_cast<size_t>(i)].id);
    if (attainable > supported) missing.merge(MissingOf(context, i, supported));
  }
  urgency.set_supported(supported);
  urgency.set_attainable(attainable);
  // While a higher one is attainable, no wording of a lower one may read as settled.
  *urgency.mutable_statement() =
      context.Text(absl::StrCat("urgency.U", supported - v1::URGENCY_U0, attainable > supported ? ".open" : ""));
  for (std::string& id : context.InAskingOrder(missing)) urgency.add_missing_fact_ids(std::move(id));
}

bool IsFlag(const rules::v1::Finding& definition, v1::LevelKind kind) {
  bool flagged = definition.category() != v1::FINDING_CATEGORY_SCOPE &&
                 definition.category() != v1::FINDING_CATEGORY_SUBGROUP && !definition.no_flag();
  return flagged && IsThere(kind);
}

void AddFlags(const AnswerContext& context, v1::Assessment& assessment) {
  const auto& scope_levels = context.program().findings[static_cast<size_t>(context.program().scope_finding)].levels;
  if (&context.SupportedLevel(context.program().scope_finding) == &scope_levels.back()) {
    assessment.add_flags("DATA_INSUFFICIENT");
  }
  for (int i = 0; i < context.definition().findings_size(); ++i) {
    const auto& definition = context.definition().findings(i);
    const ProgramLevel& level = context.SupportedLevel(i);
    if (!context.IsStated(i) || !IsFlag(definition, level.kind)) continue;
    assessment.add_flags(definition.flag_per_level() ? absl::StrCat(definition.id(), "_", level.id) : definition.id());
  }
}

}  // namespace

void AddFindings(const AnswerContext& context, v1::Assessment& assessment) {
  *assessment.mutable_scope() = DescribeFinding(context, context.program().scope_finding);
  for (int i = 0; i < context.definition().findings_size(); ++i) {
    if (i == context.program().scope_finding || !context.IsStated(i)) continue;
    *assessment.add_findings() = DescribeFinding(context, i);
  }
  AddUrgency(context, assessment);
  AddFlags(context, assessment);
}

}  // namespace baken::decision_internal
