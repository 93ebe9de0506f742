// Turns checked conditions into nodes, negation pushed down to the leaves. Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_NODE_BUILDER_H_
#define BAKEN_RULES_ENGINE_NODE_BUILDER_H_

#include <memory>
#include <vector>

#include "rules/engine/plan_context.h"
#include "rules/logic/condition.h"

namespace baken::engine_internal {

class NodeBuilder {
 public:
  // Conditions by number, null where one has errors; both outlive the builder. Families: per member.
  NodeBuilder(PlanContext& context, const std::vector<std::unique_ptr<Condition>>& criteria,
              const std::vector<std::vector<std::unique_ptr<Condition>>>& families);

  // The node that decides `condition`, or its negation; -1 for null. Equal leaves may be built more than once.
  int Build(const Condition* condition, bool negated = false);

 private:
  int BuildMany(NodeKind kind, const Condition& condition, bool negated, int threshold = 0);
  int BuildCriterion(int criterion, bool negated);
  int BuildFamily(int family, bool negated);
  int BuildLeaf(const Condition& condition, bool negated);
  int Append(Node node, const std::vector<int>& children = {});

  PlanContext& context_;
  const std::vector<std::unique_ptr<Condition>>& criteria_;
  const std::vector<std::vector<std::unique_ptr<Condition>>>& families_;
  enum class State { kNew, kOpen, kDone };
  std::vector<State> criterion_state_[2];
  std::vector<int> criterion_node_[2];
  std::vector<State> family_state_;
  std::vector<int> family_node_[2];
};

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_NODE_BUILDER_H_
