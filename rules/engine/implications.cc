#include "rules/engine/implications.h"

#include <algorithm>

#include "rules/engine/conclusions.h"
#include "rules/engine/nodes.h"
#include "rules/engine/scores.h"
#include "rules/engine/trace.h"

namespace baken::engine_internal {
namespace {

class ImplicationRunner {
 public:
  ImplicationRunner(const Program& program, Evaluation& evaluation) : program_(program), evaluation_(evaluation) {}

  void Run() {
    do {
      Refresh();
    } while (ApplyAll(/*skip_rules=*/false) || ApplyAll(/*skip_rules=*/true));
  }

 private:
  void Refresh() {
    ComputeScores(program_, evaluation_);
    EvaluateNodes(program_, program_.implications_end, evaluation_);
  }

  // One pass; true when something changed. Ends, since a pass only adds: it fills a missing fact, settles a code of a
  // set, or adds a reading that no conclusion added before.
  bool ApplyAll(bool skip_rules) {
    bool changed = false;
    for (const ProgramImplication& implication : program_.implications) {
      if (implication.skip_rule != skip_rules) continue;
      if (evaluation_.nodes[static_cast<size_t>(implication.node)] != Tri::kTrue) continue;
      for (const ProgramConclusion& conclusion : implication.conclusions) {
        changed = Apply(implication, conclusion) || changed;
      }
    }
    return changed;
  }

  bool Apply(const ProgramImplication& implication, const ProgramConclusion& conclusion) {
    const Variable& variable = program_.variables[static_cast<size_t>(conclusion.variable)];
    VariableState& state = evaluation_.states[static_cast<size_t>(conclusion.variable)];
    if (std::any_of(state.readings.begin(), state.readings.end(),
                    [&](const Reading& reading) { return Agrees(variable, conclusion, reading); })) {
      return false;
    }
    if (state.missing()) {
      state.readings.assign(1, WithConclusion(variable, conclusion, state.readings.front()));
      state.presence = Presence::kImplied;
      return true;
    }
    if (Settle(variable, conclusion, state)) return true;
    if (implication.skip_rule) return false;
    Contradict(implication, conclusion, variable, state);
    return true;
  }

  // A partial set has room: the conclusion fills the missing part of each reading that has.
  static bool Settle(const Variable& variable, const ProgramConclusion& conclusion, VariableState& state) {
    bool changed = false;
    for (Reading& reading : state.readings) {
      if (!HasRoom(conclusion, reading)) continue;
      reading = WithConclusion(variable, conclusion, reading);
      changed = true;
    }
    return changed;
  }

  void Contradict(const ProgramImplication& implication, const ProgramConclusion& conclusion, const Variable& variable,
                  VariableState& state) {
    // Beside what another implication filled in, nothing else is known; beside an answer, the rest of it.
    const bool answered = state.presence == Presence::kAnswered;
    const Reading base = answered ? state.readings.front() : UnknownReading(variable, program_.CodeCount(variable));
    state.readings.push_back(WithConclusion(variable, conclusion, base));
    state.contradictory = true;
    ContradictionRecord record;
    record.kind =
        answered ? v1::CONTRADICTION_KIND_ANSWER_AGAINST_IMPLICATION : v1::CONTRADICTION_KIND_IMPLICATIONS_DISAGREE;
    record.rule = static_cast<int>(&implication - program_.implications.data());
    record.rule_id = implication.id;
    record.facts = ReadFacts(program_, evaluation_, implication.node);
    record.facts.push_back(variable.element);
    std::sort(record.facts.begin(), record.facts.end());
    record.facts.erase(std::unique(record.facts.begin(), record.facts.end()), record.facts.end());
    evaluation_.contradictions.push_back(std::move(record));
  }

  const Program& program_;
  Evaluation& evaluation_;
};

}  // namespace

void FindImpossible(const Program& program, Evaluation& evaluation) {
  ComputeScores(program, evaluation);
  EvaluateNodes(program, program.impossible_end, evaluation);
  for (const ProgramImpossible& impossible : program.impossible) {
    if (evaluation.nodes[static_cast<size_t>(impossible.node)] != Tri::kTrue) continue;
    ContradictionRecord record;
    record.kind = v1::CONTRADICTION_KIND_IMPOSSIBLE_TOGETHER;
    record.rule = static_cast<int>(&impossible - program.impossible.data());
    record.rule_id = impossible.id;
    record.facts = ReadFacts(program, evaluation, impossible.node);
    for (int fact : record.facts) {
      int variable = program.facts[static_cast<size_t>(fact)].variable;
      evaluation.states[static_cast<size_t>(variable)].contradictory = true;
    }
    evaluation.contradictions.push_back(std::move(record));
  }
}

void ApplyImplications(const Program& program, Evaluation& evaluation) { ImplicationRunner(program, evaluation).Run(); }

}  // namespace baken::engine_internal
