// Questions about the nodes of a program that need no answers.
#ifndef BAKEN_RULES_ENGINE_GRAPH_H_
#define BAKEN_RULES_ENGINE_GRAPH_H_

#include <functional>
#include <set>

#include "rules/engine/program.h"

namespace baken {

// Calls `visit` once for every node that `node` depends on, itself included; family members among them.
void VisitNodes(const Program& program, int node, const std::function<void(int)>& visit);

// Variables that the node reads, directly or through criteria and families.
std::set<int> ReadVariables(const Program& program, int node);

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_GRAPH_H_
