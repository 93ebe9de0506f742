// Evaluation of nodes. Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_NODES_H_
#define BAKEN_RULES_ENGINE_NODES_H_

#include <vector>

#include "rules/engine/evaluation.h"

namespace baken::engine_internal {

// A leaf under one reading of each of its variables; `other` is ignored where the node has one variable.
Tri EvaluateReading(const Node& node, const Reading& reading, const Reading& other);

// One past the last node that a finding or a family stands on. Children come before parents, so that all they read is
// before it too.
int DecidingEnd(const Program& program);

// Fills evaluation.nodes in [0, end) from evaluation.states and evaluation.scales.
void EvaluateNodes(const Program& program, int end, Evaluation& evaluation);

// The nodes that findings and families stand on once more; comparisons that are open and read a variable of `closed` do
// not hold.
void EvaluateNodesWithout(const Program& program, const std::vector<bool>& closed, Evaluation& evaluation);

// Fills evaluation.findings from evaluation.nodes.
void ConcludeFindings(const Program& program, Evaluation& evaluation);

// Fills also the nodes that Evaluate leaves open, as they decide nothing: criteria that no rule reads, and features of
// profiles.
void EvaluateRest(const Program& program, Evaluation& evaluation);

// How a member of a family stands.
enum class MemberStanding { kNotGiven, kPositive, kNegative, kBetween };
MemberStanding Standing(const FamilyMember& member, const Evaluation& evaluation);

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_NODES_H_
