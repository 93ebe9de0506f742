#include "rules/engine/trace.h"

#include <algorithm>
#include <tuple>

#include "rules/engine/nodes.h"

namespace baken {
namespace {

using engine_internal::EvaluateReading;
using engine_internal::MemberStanding;
using engine_internal::Standing;

const Reading kNoReading;

bool IsLeaf(NodeKind kind) {
  return kind == NodeKind::kInRange || kind == NodeKind::kCompareVariables || kind == NodeKind::kCodeIn ||
         kind == NodeKind::kIntersects || kind == NodeKind::kCodeInSet;
}

class Walker {
 public:
  Walker(const Program& program, const Evaluation& evaluation)
      : program_(program), evaluation_(evaluation), seen_(program.nodes.size(), false) {}

 protected:
  const Node& node(int index) const { return program_.nodes[static_cast<size_t>(index)]; }
  Tri value(int index) const { return evaluation_.nodes[static_cast<size_t>(index)]; }
  const VariableState& state(int variable) const { return evaluation_.states[static_cast<size_t>(variable)]; }
  int child(const Node& parent, int i) const { return program_.children[static_cast<size_t>(parent.first_child + i)]; }
  bool First(int index) {
    bool first = !seen_[static_cast<size_t>(index)];
    seen_[static_cast<size_t>(index)] = true;
    return first;
  }

  const Program& program_;
  const Evaluation& evaluation_;

 private:
  std::vector<bool> seen_;
};

class TrueWalker : public Walker {
 public:
  using Walker::Walker;

  void Walk(int index) {
    if (value(index) != Tri::kTrue || !First(index)) return;
    const Node& current = node(index);
    if (current.kind == NodeKind::kCriterion && !current.negated) trace_.criteria.push_back(current.variable);
    if (current.kind == NodeKind::kFamily) WalkFamily(current);
    if (IsLeaf(current.kind)) AddLeaf(current);
    if (current.kind == NodeKind::kContradictory) Add(current.variable, 0);
    for (int i = 0; i < current.child_count; ++i) Walk(child(current, i));
  }

  Trace Take() {
    auto key = [](const VariableReading& r) { return std::tie(r.variable, r.reading); };
    std::sort(trace_.readings.begin(), trace_.readings.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    trace_.readings.erase(std::unique(trace_.readings.begin(), trace_.readings.end()), trace_.readings.end());
    return std::move(trace_);
  }

 private:
  void WalkFamily(const Node& current) {
    for (const FamilyMember& member : program_.families[static_cast<size_t>(current.variable)].members) {
      MemberStanding standing = Standing(member, evaluation_);
      if (!current.negated && standing == MemberStanding::kPositive) Walk(member.positive_node);
      if (current.negated && standing == MemberStanding::kNegative) Walk(member.negative_node);
    }
  }

  // The first readings under which the leaf holds.
  void AddLeaf(const Node& leaf) {
    const auto& readings = state(leaf.variable).readings;
    for (size_t r = 0; r < readings.size(); ++r) {
      if (leaf.other < 0) {
        if (EvaluateReading(leaf, readings[r], kNoReading) != Tri::kTrue) continue;
        return Add(leaf.variable, r);
      }
      const auto& others = state(leaf.other).readings;
      for (size_t o = 0; o < others.size(); ++o) {
        if (EvaluateReading(leaf, readings[r], others[o]) != Tri::kTrue) continue;
        Add(leaf.variable, r);
        return Add(leaf.other, o);
      }
    }
  }

  void Add(int variable, size_t reading) { trace_.readings.push_back({variable, static_cast<int>(reading)}); }

  Trace trace_;
};

class OpenWalker : public Walker {
 public:
  using Walker::Walker;

  void Walk(int index) {
    if (value(index) != Tri::kOpen || !First(index)) return;
    const Node& current = node(index);
    if (current.kind == NodeKind::kFamily) WalkFamily(program_.families[static_cast<size_t>(current.variable)]);
    if (IsLeaf(current.kind)) {
      AddVariable(current.variable);
      if (current.other >= 0) AddVariable(current.other);
    }
    for (int i = 0; i < current.child_count; ++i) Walk(child(current, i));
  }

  std::set<int> Take() { return std::move(facts_); }

 private:
  void WalkFamily(const ProgramFamily& family) {
    bool any_between = false;
    for (const FamilyMember& member : family.members) {
      if (Standing(member, evaluation_) != MemberStanding::kBetween) continue;
      any_between = true;
      Walk(member.positive_node);
      Walk(member.negative_node);
    }
    if (any_between) return;
    // One instrument is enough: the first that may still be asked.
    for (const FamilyMember& member : family.members) {
      AddScale(member.scale);
      if (MayBeAsked(program_.scales[static_cast<size_t>(member.scale)])) return;
    }
  }

  bool MayBeAsked(const ProgramScale& scale) const {
    auto declined = [&](int variable) { return state(variable).presence == Presence::kDeclined; };
    return !declined(scale.total_variable) ||
           std::any_of(scale.items.begin(), scale.items.end(),
                       [&](const ScaleItem& item) { return !declined(item.variable); });
  }

  void AddVariable(int index) {
    const Variable& variable = program_.variables[static_cast<size_t>(index)];
    if (variable.origin == VariableOrigin::kScale) return AddScale(variable.element);
    if (variable.origin == VariableOrigin::kRequesterRole) return;
    if (IsKnown(index)) return;
    const ProgramFact& fact = program_.facts[static_cast<size_t>(variable.element)];
    if (!variable.derived) facts_.insert(variable.element);
    for (int source : fact.sources) {
      if (!IsKnown(program_.facts[static_cast<size_t>(source)].variable)) facts_.insert(source);
    }
  }

  // Wholly: a set known in part may still be completed.
  bool IsKnown(int index) const {
    const auto& readings = state(index).readings;
    return std::all_of(readings.begin(), readings.end(), [&](const Reading& reading) {
      return IsSettled(program_.variables[static_cast<size_t>(index)], reading);
    });
  }

  void AddScale(int index) {
    const ProgramScale& scale = program_.scales[static_cast<size_t>(index)];
    bool total_known = !state(scale.total_variable).missing();
    bool begun = std::any_of(scale.items.begin(), scale.items.end(),
                             [&](const ScaleItem& item) { return !state(item.variable).missing(); });
    if (!begun && !total_known) {
      facts_.insert(program_.variables[static_cast<size_t>(scale.total_variable)].element);
      // Who declines the total may still answer the items.
      if (state(scale.total_variable).presence != Presence::kDeclined) return;
    }
    for (const ScaleItem& item : scale.items) AddVariable(item.variable);
  }

  std::set<int> facts_;
};

}  // namespace

Trace TraceTrue(const Program& program, const Evaluation& evaluation, int node) {
  TrueWalker walker(program, evaluation);
  walker.Walk(node);
  return walker.Take();
}

std::vector<int> ReadFacts(const Program& program, const Evaluation& evaluation, int node) {
  std::set<int> facts;
  for (const VariableReading& reading : TraceTrue(program, evaluation, node).readings) {
    const Variable& variable = program.variables[static_cast<size_t>(reading.variable)];
    if (variable.origin == VariableOrigin::kFact) facts.insert(variable.element);
    if (variable.origin != VariableOrigin::kScale) continue;
    const ProgramScale& scale = program.scales[static_cast<size_t>(variable.element)];
    auto add = [&](int index) {
      if (!evaluation.states[static_cast<size_t>(index)].missing()) {
        facts.insert(program.variables[static_cast<size_t>(index)].element);
      }
    };
    add(scale.total_variable);
    for (const ScaleItem& item : scale.items) add(item.variable);
  }
  return {facts.begin(), facts.end()};
}

std::set<int> MissingFacts(const Program& program, const Evaluation& evaluation, int node) {
  OpenWalker walker(program, evaluation);
  walker.Walk(node);
  return walker.Take();
}

}  // namespace baken
