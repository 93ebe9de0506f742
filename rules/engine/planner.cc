#include "rules/engine/planner.h"

#include <algorithm>
#include <set>

#include "rules/engine/graph.h"
#include "rules/engine/plan_context.h"

namespace baken {
namespace {

// Facts that implications need to fill the derived ones: what to ask in their place.
void LinkDerivedFacts(Program& program) {
  for (ProgramFact& fact : program.facts) {
    if (fact.variable < 0 || !program.variables[static_cast<size_t>(fact.variable)].derived) continue;
    std::set<int> sources;
    for (const ProgramImplication& implication : program.implications) {
      bool fills = std::any_of(implication.conclusions.begin(), implication.conclusions.end(),
                               [&](const ProgramConclusion& c) { return c.variable == fact.variable; });
      if (!fills) continue;
      for (int variable : ReadVariables(program, implication.node)) sources.insert(variable);
    }
    for (int variable : sources) {
      const Variable& source = program.variables[static_cast<size_t>(variable)];
      if (source.origin == VariableOrigin::kFact && !source.derived) fact.sources.push_back(source.element);
    }
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
  LinkDerivedFacts(*program);
  return program;
}

}  // namespace baken
