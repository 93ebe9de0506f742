#include "rules/engine/node_builder.h"

#include "absl/strings/str_cat.h"

namespace baken::engine_internal {

NodeBuilder::NodeBuilder(PlanContext& context, const std::vector<std::unique_ptr<Condition>>& criteria,
                         const std::vector<std::vector<std::unique_ptr<Condition>>>& families)
    : context_(context), criteria_(criteria), families_(families) {
  for (int negated = 0; negated < 2; ++negated) {
    criterion_state_[negated].assign(criteria.size(), State::kNew);
    criterion_node_[negated].assign(criteria.size(), -1);
    family_node_[negated].assign(families.size(), -1);
  }
  family_state_.assign(families.size(), State::kNew);
}

int NodeBuilder::Build(const Condition* condition, bool negated) {
  if (condition == nullptr) return -1;
  switch (condition->kind) {
    case ConditionKind::kNot:
      return Build(condition->args[0].get(), !negated);
    case ConditionKind::kAnd:
      return BuildMany(negated ? NodeKind::kAny : NodeKind::kAll, *condition, negated);
    case ConditionKind::kOr:
      return BuildMany(negated ? NodeKind::kAll : NodeKind::kAny, *condition, negated);
    case ConditionKind::kAtLeast: {
      int count = static_cast<int>(condition->args.size());
      // Fewer than k of n hold = at least n - k + 1 do not.
      return BuildMany(NodeKind::kAtLeast, *condition, negated,
                       negated ? count - condition->threshold + 1 : condition->threshold);
    }
    case ConditionKind::kCriterion:
      return BuildCriterion(condition->variable, negated);
    case ConditionKind::kFamilyPositive:
      return BuildFamily(condition->variable, negated);
    case ConditionKind::kFamilyNegative:
      return BuildFamily(condition->variable, !negated);
    default:
      return BuildLeaf(*condition, negated);
  }
}

int NodeBuilder::BuildMany(NodeKind kind, const Condition& condition, bool negated, int threshold) {
  std::vector<int> children;
  for (const auto& arg : condition.args) children.push_back(Build(arg.get(), negated));
  Node node;
  node.kind = kind;
  node.threshold = threshold;
  return Append(node, children);
}

int NodeBuilder::BuildCriterion(int criterion, bool negated) {
  size_t index = static_cast<size_t>(criterion);
  State& state = criterion_state_[negated][index];
  if (state == State::kOpen) {
    context_.Fail({{"criteria", criterion}}, "criterion refers to itself, directly or through others");
    return -1;
  }
  if (state == State::kNew) {
    state = State::kOpen;
    int child = Build(criteria_[index].get(), negated);
    Node node;
    node.kind = NodeKind::kCriterion;
    node.variable = criterion;
    node.negated = negated;
    criterion_node_[negated][index] = Append(node, {child});
    criterion_state_[negated][index] = State::kDone;
  }
  return criterion_node_[negated][index];
}

int NodeBuilder::BuildFamily(int family, bool negated) {
  size_t index = static_cast<size_t>(family);
  if (family_state_[index] == State::kOpen) {
    context_.Fail({{"families", family}}, "family refers to itself, directly or through criteria");
    return -1;
  }
  if (family_state_[index] == State::kNew) {
    family_state_[index] = State::kOpen;
    std::vector<FamilyMember>& members = context_.program.families[index].members;
    for (size_t m = 0; m < members.size(); ++m) {
      int positive = Build(families_[index][m].get(), false);
      int negative = Build(families_[index][m].get(), true);
      members[m].positive_node = positive;
      members[m].negative_node = negative;
    }
    family_state_[index] = State::kDone;
  }
  if (family_node_[negated][index] < 0) {
    Node node;
    node.kind = NodeKind::kFamily;
    node.variable = family;
    node.negated = negated;
    family_node_[negated][index] = Append(node);
  }
  return family_node_[negated][index];
}

int NodeBuilder::BuildLeaf(const Condition& condition, bool negated) {
  Node node;
  switch (condition.kind) {
    case ConditionKind::kConstant:
      node.kind = NodeKind::kConstant;
      break;
    case ConditionKind::kInRange:
      node.kind = NodeKind::kInRange;
      break;
    case ConditionKind::kCompareVariables:
      node.kind = NodeKind::kCompareVariables;
      break;
    case ConditionKind::kCodeIn:
      node.kind = NodeKind::kCodeIn;
      break;
    case ConditionKind::kIntersects:
      node.kind = NodeKind::kIntersects;
      break;
    case ConditionKind::kCodeInSet:
      node.kind = NodeKind::kCodeInSet;
      break;
    case ConditionKind::kContradictory:
      node.kind = NodeKind::kContradictory;
      break;
    default:
      node.kind = NodeKind::kDataContradictory;
  }
  node.negated = negated;
  node.variable = condition.variable;
  node.other = condition.other;
  node.low = condition.low;
  node.high = condition.high;
  node.compare = condition.compare;
  node.mask = condition.mask;
  node.constant = condition.constant;
  return Append(node);
}

int NodeBuilder::Append(Node node, const std::vector<int>& children) {
  for (int child : children) {
    if (child < 0) return -1;  // An error was reported below.
  }
  node.first_child = static_cast<int>(context_.program.children.size());
  node.child_count = static_cast<int>(children.size());
  context_.program.children.insert(context_.program.children.end(), children.begin(), children.end());
  context_.program.nodes.push_back(node);
  return static_cast<int>(context_.program.nodes.size()) - 1;
}

}  // namespace baken::engine_internal
