#include "rules/engine/step_builder.h"

#include <algorithm>

namespace baken::engine_internal {

StepBuilder::StepBuilder(const Program& program) : program_(program), term_of_node_(program.nodes.size(), -1) {
  Make(Kind::kNo, 0, {});   // Term 0,
  Make(Kind::kYes, 0, {});  // and term 1.
}

int StepBuilder::Term(int node) {
  if (node < 0) return 1;
  int& term = term_of_node_[static_cast<size_t>(node)];
  if (term >= 0) return term;
  const Node& at = program_.nodes[static_cast<size_t>(node)];
  switch (at.kind) {
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kAtLeast:
    case NodeKind::kCriterion:
      return term = Many(at);
    case NodeKind::kFamily:
      return term = Family(node);
    case NodeKind::kConstant:
      return term = at.constant != at.negated ? 1 : 0;
    case NodeKind::kContradictory:
    case NodeKind::kDataContradictory:
      return term = at.negated ? 1 : 0;  // Whoever contradicts himself goes to the reference evaluator.
    default:
      return term = Leaf(node);
  }
}

int StepBuilder::ClosingTerm(int node) {
  int term = Term(node);
  MarkClosing(term);
  return term;
}

void StepBuilder::MarkClosing(int term) {
  TermData& data = terms_[static_cast<size_t>(term)];
  if (data.closing) return;
  data.closing = true;
  for (int input : data.inputs) MarkClosing(input);
}

int StepBuilder::Make(Kind kind, int element, std::vector<int> inputs) {
  auto [found, fresh] = known_.emplace(Key(kind, element, inputs), static_cast<int>(terms_.size()));
  if (!fresh) return found->second;
  TermData data;
  data.kind = kind;
  data.element = element;
  for (int input : inputs) data.depth = std::max(data.depth, terms_[static_cast<size_t>(input)].depth + 1);
  data.inputs = std::move(inputs);
  terms_.push_back(std::move(data));
  return found->second;
}

int StepBuilder::Leaf(int node) {
  const Node& at = program_.nodes[static_cast<size_t>(node)];
  LeafKey key(at.kind, at.negated, at.compare, at.variable, at.other, at.low, at.high, at.mask.to_ullong());
  auto [found, fresh] = known_leaves_.emplace(key, static_cast<int>(terms_.size()));
  if (!fresh) return found->second;
  int term = Make(Kind::kLeaf, node, {});
  leaves_.emplace_back(node, term);
  return term;
}

int StepBuilder::Many(const Node& node) {
  std::vector<int> inputs;
  for (int i = 0; i < node.child_count; ++i) {
    inputs.push_back(Term(program_.children[static_cast<size_t>(node.first_child + i)]));
  }
  switch (node.kind) {
    case NodeKind::kAny:
      return Joined(Kind::kAny, std::move(inputs));
    case NodeKind::kAtLeast:
      if (node.threshold <= 0) return 1;
      return Make(Kind::kAtLeast, node.threshold, std::move(inputs));
    default:
      return Joined(Kind::kAll, std::move(inputs));
  }
}

// Steps have two inputs: joins the two that are known earliest, until one is left.
int StepBuilder::Joined(Kind kind, std::vector<int> inputs) {
  const int neutral = kind == Kind::kAll ? 1 : 0;
  const int deciding = 1 - neutral;
  std::sort(inputs.begin(), inputs.end());
  inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
  std::erase(inputs, neutral);
  if (inputs.empty()) return neutral;
  if (std::find(inputs.begin(), inputs.end(), deciding) != inputs.end()) return deciding;
  auto later = [&](int a, int b) {
    return std::tuple(terms_[static_cast<size_t>(a)].depth, a) > std::tuple(terms_[static_cast<size_t>(b)].depth, b);
  };
  std::sort(inputs.begin(), inputs.end(), later);
  while (inputs.size() > 1) {
    int a = inputs.back();
    inputs.pop_back();
    int b = inputs.back();
    inputs.pop_back();
    int joined = Make(kind, 0, {std::min(a, b), std::max(a, b)});
    inputs.insert(std::lower_bound(inputs.begin(), inputs.end(), joined, later), joined);
  }
  return inputs.front();
}

int StepBuilder::Family(int node) {
  std::vector<int> inputs;
  const Node& at = program_.nodes[static_cast<size_t>(node)];
  for (const FamilyMember& member : program_.families[static_cast<size_t>(at.variable)].members) {
    inputs.push_back(Term(member.positive_node));
    inputs.push_back(Term(member.negative_node));
  }
  return Make(Kind::kFamily, node, std::move(inputs));
}

void StepBuilder::Lay(Compiled& compiled) {
  LayLeaves(compiled);
  LaySteps(compiled);
}

CompiledLeaf StepBuilder::ToLeaf(int node) const {
  const Node& at = program_.nodes[static_cast<size_t>(node)];
  CompiledLeaf leaf{node, at.negated, at.low, at.high};
  if (at.kind != NodeKind::kInRange) leaf.low = static_cast<int64_t>(at.mask.to_ullong());
  return leaf;
}

// The comparisons with one variable lie side by side, from a multiple of eight on.
void StepBuilder::LayLeaves(Compiled& compiled) {
  constexpr int kWord = 8;
  terms_[0].slot = 0;
  terms_[1].slot = 1;
  std::vector<std::vector<int>> nodes_of(compiled.variables.size());
  for (const auto& [node, term] : leaves_) {
    const Node& at = program_.nodes[static_cast<size_t>(node)];
    if (at.other < 0) nodes_of[static_cast<size_t>(at.variable)].push_back(node);
  }
  int next = kNobodysSlot + kWord;
  for (size_t v = 0; v < compiled.variables.size(); ++v) {
    if (nodes_of[v].empty()) continue;
    CompiledVariable& variable = compiled.variables[v];
    variable.first_slot = next;
    variable.first_leaf = static_cast<int>(compiled.leaves.size());
    variable.leaf_count = static_cast<int>(nodes_of[v].size());
    variable.stride = (variable.leaf_count + kWord - 1) / kWord * kWord;
    for (int node : nodes_of[v]) {
      terms_[static_cast<size_t>(Term(node))].slot =
          next + static_cast<int>(compiled.leaves.size()) - variable.first_leaf;
      compiled.leaves.push_back(ToLeaf(node));
    }
    next += variable.stride;
  }
  for (const auto& [node, term] : leaves_) {
    if (program_.nodes[static_cast<size_t>(node)].other < 0) continue;
    terms_[static_cast<size_t>(term)].slot = next;
    compiled.pairs.push_back({node, next++, {}});
  }
  compiled.first_step_slot = (next + kWord - 1) / kWord * kWord;
}

void StepBuilder::LaySteps(Compiled& compiled) {
  std::vector<int> order;
  for (size_t i = 0; i < terms_.size(); ++i) {
    if (terms_[i].kind >= Kind::kAll) order.push_back(static_cast<int>(i));
  }
  auto place = [&](int term) {
    const TermData& data = terms_[static_cast<size_t>(term)];
    return std::tuple(!data.closing, data.depth, data.kind, data.inputs, term);
  };
  std::sort(order.begin(), order.end(), [&](int a, int b) { return place(a) < place(b); });
  const TermData* last = nullptr;
  for (int term : order) {
    TermData& data = terms_[static_cast<size_t>(term)];
    const int step = static_cast<int>(compiled.steps.size());
    data.slot = compiled.first_step_slot + step;
    auto& runs = data.closing ? compiled.closing_runs : compiled.runs;
    constexpr NodeKind kKinds[] = {NodeKind::kAll, NodeKind::kAny, NodeKind::kAtLeast, NodeKind::kFamily};
    const NodeKind kind = kKinds[static_cast<int>(data.kind) - static_cast<int>(Kind::kAll)];
    const bool same = last != nullptr && !runs.empty() && last->kind == data.kind && last->depth == data.depth;
    if (!same) runs.push_back({kind, step, step});
    runs.back().end = step + 1;
    if (data.closing) compiled.closing_end = step + 1;
    compiled.step_kinds.push_back(kind);
    LayStep(data, compiled);
    last = &data;
  }
}

void StepBuilder::LayStep(const TermData& term, Compiled& compiled) const {
  CompiledStep step;
  if (term.kind == Kind::kAll || term.kind == Kind::kAny) {
    step.a = static_cast<uint32_t>(SlotOf(term.inputs[0]));
    step.b = static_cast<uint32_t>(SlotOf(term.inputs[1]));
  } else if (term.kind == Kind::kAtLeast) {
    step.a = static_cast<uint32_t>(compiled.counts.size());
    CompiledCount count{term.element, {}};
    for (int input : term.inputs) count.slots.push_back(SlotOf(input));
    compiled.counts.push_back(std::move(count));
  } else {
    step.a = static_cast<uint32_t>(compiled.families.size());
    const Node& node = program_.nodes[static_cast<size_t>(term.element)];
    const ProgramFamily& family = program_.families[static_cast<size_t>(node.variable)];
    CompiledFamily laid{node.negated, {}};
    for (size_t m = 0; m < family.members.size(); ++m) {
      laid.members.push_back({family.members[m].scale, SlotOf(term.inputs[2 * m]), SlotOf(term.inputs[2 * m + 1])});
    }
    compiled.families.push_back(std::move(laid));
  }
  compiled.steps.push_back(step);
}

}  // namespace baken::engine_internal
