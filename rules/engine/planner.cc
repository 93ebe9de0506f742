#include "rules/engine/planner.h"

#include <algorithm>
#include <set>

#include "rules/engine/graph.h"
#include "rules/engine/plan_context.h"

namespace baken {
namespace {

// Whether the implication fills the fact and asking for what it reads helps: for a derived fact always, for one that
// can be asked itself only as a gate of its instrument.
bool HelpsToFill(const Program& program, const ProgramImplication& implication, int variable) {
  if (!program.variables[static_cast<size_t>(variable)].derived && !implication.skip_rule) return false;
  return std::any_of(implication.conclusions.begin(), implication.conclusions.end(),
                     [&](const ProgramConclusion& conclusion) { return conclusion.variable == variable; });
}

void LinkSources(Program& program) {
  for (ProgramFact& fact : program.facts) {
    if (fact.variable < 0) continue;
    std::set<int> sources;
    for (const ProgramImplication& implication : program.implications) {
      if (!HelpsToFill(program, implication, fact.variable)) continue;
      for (int variable : ReadVariables(program, implication.node)) {
        const Variable* source = &program.variables[static_cast<size_t>(variable)];
        if (source->origin == VariableOrigin::kScale) {  // A score is asked by its total.
          const ProgramScale& scale = program.scales[static_cast<size_t>(source->element)];
          source = &program.variables[static_cast<size_t>(scale.total_variable)];
        }
        if (source->origin == VariableOrigin::kFact && !source->derived) sources.insert(source->element);
      }
    }
    fact.sources.assign(sources.begin(), sources.end());
  }
}

void LinkGates(Program& program) {
  std::vector<std::set<int>> gates(program.variables.size());
  for (const ProgramImplication& implication : program.implications) {
    const std::set<int> read = ReadVariables(program, implication.node);
    if (!implication.skip_rule || read.size() != 1) continue;
    for (int variable : read) {
      const Variable& gate = program.variables[static_cast<size_t>(variable)];
      if (gate.origin != VariableOrigin::kFact || gate.derived) continue;
      for (const auto& conclusion : implication.conclusions) {
        gates[static_cast<size_t>(conclusion.variable)].insert(gate.element);
      }
    }
  }
  for (ProgramFact& fact : program.facts) {
    if (fact.variable < 0) continue;
    const std::set<int>& of_fact = gates[static_cast<size_t>(fact.variable)];
    fact.gates.assign(of_fact.begin(), of_fact.end());
  }
}

}  // namespace

std::unique_ptr<const Program> MakeProgram(const rules::v1::PackFile& pack, std::vector<PlanError>& errors) {
  size_t before = errors.size();
  auto program = std::make_unique<Program>();
  engine_internal::PlanContext context{pack, *program, errors, {}, {}, {}, {}};
  engine_internal::PlanFacts(context);
  engine_internal::PlanScales(context);
  engine_internal::PlanRules(context);
  if (errors.size() != before) return nullptr;
  program->domains = std::move(context.table.domains);
  LinkSources(*program);
  LinkGates(*program);
  return program;
}

}  // namespace baken
