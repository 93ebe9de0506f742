#include "rules/explain/explain.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "rules/base/civil_date.h"
#include "rules/base/digest.h"
#include "rules/base/error_details.h"
#include "rules/base/field_prefix.h"
#include "rules/base/status_macros.h"
#include "rules/decision/decision.h"
#include "rules/engine/level_kinds.h"
#include "rules/engine/trace.h"
#include "rules/explain/comparison.h"
#include "rules/explain/effects.h"
#include "rules/explain/grounds.h"
#include "rules/explain/situation.h"
#include "rules/explain/what_if.h"

namespace baken {
namespace {

using explain_internal::FactSets;
using explain_internal::Situation;
using explain_internal::WhatIfs;

constexpr int kFindingsMax = 50;

// Finding numbers to explain, in pack order: those asked for, else all that are there or may be.
absl::StatusOr<std::vector<int>> PickFindings(const Situation& situation, const v1::ExplainRequest& request) {
  Violations violations;
  if (request.finding_ids_size() > kFindingsMax) {
    violations.Add("finding_ids", absl::StrCat("at most ", kFindingsMax));
  }
  std::set<int> picked;
  for (int i = 0; i < request.finding_ids_size(); ++i) {
    const int finding = situation.program().FindFinding(request.finding_ids(i));
    if (finding < 0) {
      violations.Add(absl::StrCat("finding_ids[", i, "]"), "the pack has no such finding");
    } else if (situation.Context().IsStated(finding)) {
      picked.insert(finding);
    }
  }
  if (!violations.empty()) return InvalidRequestError("INVALID_REQUEST", violations);
  for (size_t f = 0; f < situation.program().findings.size() && request.finding_ids().empty(); ++f) {
    const int finding = static_cast<int>(f);
    if (!situation.Context().IsStated(finding)) continue;
    if (IsThere(situation.Context().SupportedLevel(finding).kind)) picked.insert(finding);
  }
  return std::vector<int>(picked.begin(), picked.end());
}

// Explains findings one by one and keeps count of searches that were cut off.
class Explainer {
 public:
  explicit Explainer(const Situation& situation) : situation_(situation), what_ifs_(situation) {}

  v1::FindingExplanation ExplainFinding(int finding) {
    const ProgramFinding& planned = situation_.program().findings[static_cast<size_t>(finding)];
    const FindingState& state = situation_.evaluation().findings[static_cast<size_t>(finding)];
    v1::FindingExplanation result;
    result.set_finding_id(planned.id);
    *result.mutable_title() = situation_.Context().Text(absl::StrCat("finding.", planned.id, ".title"));
    *result.mutable_supported() = explain_internal::DescribeLevel(situation_, finding, state.supported);
    result.set_decided(state.decided);
    AddSets(explain_internal::FindWhy(situation_, finding), *result.mutable_why());
    for (size_t l = 0; l < planned.levels.size(); ++l) {
      if (static_cast<int>(l) == state.supported || planned.levels[l].node < 0) continue;
      *result.add_why_not() = ExplainObstacle(finding, static_cast<int>(l));
    }
    for (v1::WhatIf& what_if : what_ifs_.ForFinding(finding)) *result.add_what_if() = std::move(what_if);
    for (v1::WhatIf& what_if : what_ifs_.OpenForFinding(finding)) *result.add_open() = std::move(what_if);
    *result.mutable_basis() = situation_.Context().BasisOf(situation_.definition().findings(finding).basis());
    return result;
  }

  v1::UrgencyExplanation ExplainUrgency() {
    v1::UrgencyExplanation result;
    const v1::Urgency now = situation_.now().urgency;
    result.set_supported(now);
    result.set_attainable(situation_.now().urgency_attainable);
    *result.mutable_statement() = explain_internal::UrgencyStatement(situation_, situation_.now());
    for (size_t f = 0; f < situation_.program().findings.size(); ++f) {
      const auto context = situation_.Context();
      const int finding = static_cast<int>(f);
      const bool carries = now > v1::URGENCY_U0 && context.SupportedLevel(finding).urgency == now;
      if (carries && context.IsStated(finding)) result.add_finding_ids(situation_.program().findings[f].id);
    }
    for (v1::WhatIf& what_if : what_ifs_.ForUrgency()) *result.add_what_if() = std::move(what_if);
    for (v1::WhatIf& what_if : what_ifs_.OpenForUrgency()) *result.add_open() = std::move(what_if);
    return result;
  }

  std::vector<v1::WhatIf> ReferralWhatIfs() const { return what_ifs_.ForReferrals(); }
  bool exhaustive() const { return exhaustive_ && what_ifs_.complete(); }

 private:
  v1::LevelObstacle ExplainObstacle(int finding, int level) {
    const FindingState& state = situation_.evaluation().findings[static_cast<size_t>(finding)];
    const int node =
        situation_.program().findings[static_cast<size_t>(finding)].levels[static_cast<size_t>(level)].node;
    v1::LevelObstacle obstacle;
    *obstacle.mutable_level() = explain_internal::DescribeLevel(situation_, finding, level);
    obstacle.set_open(state.attainable[static_cast<size_t>(level)]);
    if (obstacle.open()) {
      const std::set<int> missing = MissingFacts(situation_.program(), situation_.evaluation(), node);
      for (std::string& id : situation_.Context().InAskingOrder(missing)) {
        obstacle.add_missing_fact_ids(std::move(id));
      }
    } else {
      AddSets(explain_internal::FindWhyNot(situation_, finding, level), *obstacle.mutable_grounds());
    }
    return obstacle;
  }

  template <typename List>
  void AddSets(const FactSets& found, List& list) {
    exhaustive_ = exhaustive_ && found.complete;
    for (const std::vector<int>& facts : found.sets) {
      *list.Add() = explain_internal::DescribeGrounds(situation_, facts);
    }
  }

  const Situation& situation_;
  WhatIfs what_ifs_;
  bool exhaustive_ = true;
};

void AddSources(const Situation& situation, v1::Explanation& explanation) {
  std::set<std::string> used;
  for (const v1::FindingExplanation& finding : explanation.findings()) {
    for (const v1::SourceReference& reference : finding.basis().references()) used.insert(reference.source_id());
  }
  for (const auto& source : situation.definition().sources()) {
    if (used.count(source.id()) == 0) continue;
    v1::Source& result = *explanation.add_sources();
    result.set_source_id(source.id());
    result.set_citation(source.citation());
    result.set_identifier(source.identifier());
  }
}

v1::Explanation Heading(const Situation& situation, v1::Outcome outcome) {
  v1::Explanation explanation;
  explanation.set_evaluation_date(FormatCivilDay(situation.occasion().evaluation_date));
  explanation.set_role(situation.occasion().role->id());
  explanation.set_locale(situation.occasion().locale);
  *explanation.mutable_pack() = situation.pack().reference();
  explanation.set_site_profile(situation.pack().site_profile().name);
  explanation.set_outcome(outcome);
  return explanation;
}

absl::Status AddComparison(const Situation& after, const v1::ExplainRequest& request, absl::string_view role,
                           absl::CivilDay today, const LoadedPack& pack_before, v1::Explanation& explanation) {
  const absl::StatusOr<Situation> before = Situation::Make(pack_before, request.before(), role, today);
  if (!before.ok()) return WithFieldPrefix(before.status(), "before.");
  if (!before->refused()) *explanation.mutable_comparison() = explain_internal::Compare(*before, after);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ExplainedDecision> Explain(const LoadedPack& pack, const v1::ExplainRequest& request,
                                          absl::string_view role, absl::CivilDay today, const LoadedPack* pack_before) {
  const absl::StatusOr<Decision> decision = Decide(pack, request.person(), role, today);
  if (!decision.ok()) return WithFieldPrefix(decision.status(), "person.");
  BAKEN_ASSIGN_OR_RETURN(const Situation situation, Situation::Make(pack, request.person(), role, today));
  ExplainedDecision result{Heading(situation, decision->assessment.outcome()), situation.unknown_paths()};
  v1::Explanation& explanation = result.explanation;
  if (situation.refused()) return result;
  if (!situation.Context().Shows(rules::v1::ANSWER_PART_FINDINGS)) {
    return ErrorWithReason(absl::StatusCode::kPermissionDenied, "VIEW_SHOWS_NO_FINDINGS",
                           "this view shows no findings, so there is nothing to explain in it");
  }
  BAKEN_ASSIGN_OR_RETURN(const std::vector<int> findings, PickFindings(situation, request));
  Explainer explainer(situation);
  for (int finding : findings) *explanation.add_findings() = explainer.ExplainFinding(finding);
  *explanation.mutable_urgency() = explainer.ExplainUrgency();
  for (v1::WhatIf& what_if : explainer.ReferralWhatIfs()) *explanation.add_referral_what_if() = std::move(what_if);
  if (request.has_before()) {
    BAKEN_RETURN_IF_ERROR(
        AddComparison(situation, request, role, today, pack_before == nullptr ? pack : *pack_before, explanation));
  }
  explanation.set_exhaustive(explainer.exhaustive());
  AddSources(situation, explanation);
  return result;
}

std::string ExplanationDigest(const v1::Explanation& explanation) { return CanonicalDigest(explanation); }

}  // namespace baken
