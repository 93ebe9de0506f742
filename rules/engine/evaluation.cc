#include "rules/engine/evaluation.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "rules/engine/implications.h"
#include "rules/engine/nodes.h"
#include "rules/engine/scores.h"

namespace baken {
namespace {

void FindImpossibleTotals(const Program& program, Evaluation& evaluation) {
  for (size_t s = 0; s < program.scales.size(); ++s) {
    const ProgramScale& scale = program.scales[s];
    if (!evaluation.scales[s].total_outside) continue;
    ContradictionRecord record;
    record.kind = v1::CONTRADICTION_KIND_TOTAL_OUTSIDE_ITEMS;
    record.rule = static_cast<int>(s);
    record.rule_id = scale.id;
    record.facts.push_back(program.variables[static_cast<size_t>(scale.total_variable)].element);
    for (const ScaleItem& item : scale.items) {
      if (evaluation.states[static_cast<size_t>(item.variable)].missing()) continue;
      record.facts.push_back(program.variables[static_cast<size_t>(item.variable)].element);
    }
    for (int part : scale.parts) {
      int part_total = program.scales[static_cast<size_t>(part)].total_variable;
      if (evaluation.states[static_cast<size_t>(part_total)].missing()) continue;
      record.facts.push_back(program.variables[static_cast<size_t>(part_total)].element);
    }
    std::sort(record.facts.begin(), record.facts.end());
    evaluation.contradictions.push_back(std::move(record));
  }
}

FindingState EvaluateFinding(const ProgramFinding& finding, const std::vector<Tri>& nodes) {
  FindingState state;
  state.attainable.assign(finding.levels.size(), false);
  state.supported = static_cast<int>(finding.levels.size()) - 1;
  for (size_t i = 0; i < finding.levels.size(); ++i) {
    Tri holds = finding.levels[i].node < 0 ? Tri::kTrue : nodes[static_cast<size_t>(finding.levels[i].node)];
    if (holds != Tri::kFalse) state.attainable[i] = true;
    if (holds != Tri::kTrue) continue;
    state.supported = static_cast<int>(i);
    break;
  }
  state.decided = std::count(state.attainable.begin(), state.attainable.end(), true) == 1;
  return state;
}

}  // namespace

Given NothingGiven(const Program& program) {
  Given given;
  given.states.resize(program.variables.size());
  for (size_t i = 0; i < program.variables.size(); ++i) {
    given.states[i].readings.push_back(UnknownReading(program.variables[i], program.CodeCount(program.variables[i])));
  }
  return given;
}

Evaluation Evaluate(const Program& program, Given given) {
  Evaluation evaluation;
  evaluation.states = std::move(given.states);
  evaluation.contradictions = std::move(given.contradictions);
  engine_internal::FindImpossible(program, evaluation);
  engine_internal::ApplyImplications(program, evaluation);
  FindImpossibleTotals(program, evaluation);
  std::stable_sort(evaluation.contradictions.begin(), evaluation.contradictions.end(),
                   [](const auto& a, const auto& b) { return std::tie(a.kind, a.rule) < std::tie(b.kind, b.rule); });
  evaluation.data_contradictory = !evaluation.contradictions.empty();
  engine_internal::EvaluateNodes(program, engine_internal::DecidingEnd(program), evaluation);
  engine_internal::ConcludeFindings(program, evaluation);
  return evaluation;
}

void engine_internal::ConcludeFindings(const Program& program, Evaluation& evaluation) {
  evaluation.findings.clear();
  for (const ProgramFinding& finding : program.findings) {
    evaluation.findings.push_back(EvaluateFinding(finding, evaluation.nodes));
  }
}

}  // namespace baken
