#include "rules/engine/dependencies.h"

#include <algorithm>

#include "rules/engine/graph.h"

namespace baken {
namespace {

class Closure {
 public:
  explicit Closure(const Program& program) : program_(program) {
    for (size_t i = 0; i < program.implications.size(); ++i) {
      for (const ProgramConclusion& conclusion : program.implications[i].conclusions) {
        fills_.resize(std::max(fills_.size(), static_cast<size_t>(conclusion.variable) + 1));
        fills_[static_cast<size_t>(conclusion.variable)].push_back(program.implications[i].node);
      }
    }
  }

  void AddNode(int node) {
    for (int variable : ReadVariables(program_, node)) Add(variable);
  }

  std::set<int> Take() { return std::move(variables_); }

 private:
  void Add(int variable) {
    if (!variables_.insert(variable).second) return;
    const Variable& definition = program_.variables[static_cast<size_t>(variable)];
    if (definition.origin == VariableOrigin::kScale) AddScale(definition.element);
    if (definition.origin == VariableOrigin::kAge) {
      Add(program_.facts[static_cast<size_t>(definition.element)].variable);
    }
    if (static_cast<size_t>(variable) >= fills_.size()) return;
    for (int node : fills_[static_cast<size_t>(variable)]) AddNode(node);
  }

  void AddScale(int index) {
    const ProgramScale& scale = program_.scales[static_cast<size_t>(index)];
    Add(scale.total_variable);
    for (const ScaleItem& item : scale.items) Add(item.variable);
    for (int part : scale.parts) Add(program_.scales[static_cast<size_t>(part)].variable);
    if (scale.part_of >= 0) Add(program_.scales[static_cast<size_t>(scale.part_of)].variable);
  }

  const Program& program_;
  std::vector<std::vector<int>> fills_;  // Nodes of implications, by variable they conclude on.
  std::set<int> variables_;
};

bool ReadsAnyContradiction(const Program& program, int node) {
  bool found = false;
  VisitNodes(program, node, [&](int at) {
    found = found || program.nodes[static_cast<size_t>(at)].kind == NodeKind::kDataContradictory;
  });
  return found;
}

}  // namespace

std::set<int> BearingVariables(const Program& program, const std::vector<int>& nodes) {
  Closure closure(program);
  for (int node : nodes) closure.AddNode(node);
  return closure.Take();
}

std::vector<int> BearingFacts(const Program& program, int finding) {
  std::vector<int> nodes;
  bool all = false;
  for (const ProgramLevel& level : program.findings[static_cast<size_t>(finding)].levels) {
    if (level.node < 0) continue;
    nodes.push_back(level.node);
    all = all || ReadsAnyContradiction(program, level.node);
  }
  const std::set<int> variables = BearingVariables(program, nodes);
  std::vector<int> facts;
  for (size_t f = 0; f < program.facts.size(); ++f) {
    const int variable = program.facts[f].variable;
    if (variable >= 0 && (all || variables.count(variable) > 0)) facts.push_back(static_cast<int>(f));
  }
  return facts;
}

}  // namespace baken
