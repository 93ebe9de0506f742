#include "rules/engine/graph.h"

#include <vector>

namespace baken {

void VisitNodes(const Program& program, int node, const std::function<void(int)>& visit) {
  std::vector<int> pending = {node};
  std::set<int> seen;
  while (!pending.empty()) {
    int at = pending.back();
    pending.pop_back();
    if (at < 0 || !seen.insert(at).second) continue;
    visit(at);
    const Node& current = program.nodes[static_cast<size_t>(at)];
    for (int i = 0; i < current.child_count; ++i) {
      pending.push_back(program.children[static_cast<size_t>(current.first_child + i)]);
    }
    if (current.kind != NodeKind::kFamily) continue;
    for (const FamilyMember& member : program.families[static_cast<size_t>(current.variable)].members) {
      pending.push_back(member.positive_node);
      pending.push_back(member.negative_node);
    }
  }
}

std::set<int> ReadVariables(const Program& program, int node) {
  std::set<int> variables;
  VisitNodes(program, node, [&](int at) {
    const Node& current = program.nodes[static_cast<size_t>(at)];
    bool names_no_variable = current.kind == NodeKind::kCriterion || current.kind == NodeKind::kFamily;
    if (names_no_variable) return;
    if (current.variable >= 0) variables.insert(current.variable);
    if (current.other >= 0) variables.insert(current.other);
  });
  return variables;
}

}  // namespace baken
