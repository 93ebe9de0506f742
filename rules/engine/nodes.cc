#include "rules/engine/nodes.h"

#include <algorithm>

namespace baken::engine_internal {
namespace {

Tri InRange(const Node& node, const Reading& r) {
  if (r.low >= node.low && r.high <= node.high) return Tri::kTrue;
  return r.high < node.low || r.low > node.high ? Tri::kFalse : Tri::kOpen;
}

// Certain when it holds for every, or for no, pair of values of the two intervals.
Tri CompareIntervals(Compare compare, const Reading& a, const Reading& b) {
  switch (compare) {
    case Compare::kLess:
      return a.high < b.low ? Tri::kTrue : (a.low >= b.high ? Tri::kFalse : Tri::kOpen);
    case Compare::kLessEqual:
      return a.high <= b.low ? Tri::kTrue : (a.low > b.high ? Tri::kFalse : Tri::kOpen);
    case Compare::kGreater:
      return CompareIntervals(Compare::kLess, b, a);
    case Compare::kGreaterEqual:
      return CompareIntervals(Compare::kLessEqual, b, a);
    case Compare::kEqual:
      if (a.low == a.high && b.low == b.high && a.low == b.low) return Tri::kTrue;
      return a.high < b.low || b.high < a.low ? Tri::kFalse : Tri::kOpen;
    case Compare::kNotEqual:
      break;
  }
  return Not(CompareIntervals(Compare::kEqual, a, b));
}

Tri CodeIn(const CodeMask& may, const CodeMask& mask) {
  if ((may & ~mask).none()) return Tri::kTrue;
  return (may & mask).none() ? Tri::kFalse : Tri::kOpen;
}

Tri Intersects(const Reading& set, const CodeMask& mask) {
  if ((set.in & mask).any()) return Tri::kTrue;
  return (set.may & mask).none() ? Tri::kFalse : Tri::kOpen;
}

Tri CodeInSet(const Reading& one_of, const Reading& set) {
  if ((one_of.may & ~set.in).none()) return Tri::kTrue;
  return (one_of.may & set.may).none() ? Tri::kFalse : Tri::kOpen;
}

// Over all readings: a comparison holds if it holds for any.
Tri EvaluateLeaf(const Node& node, const Evaluation& evaluation) {
  static const Reading no_reading;
  const VariableState& state = evaluation.states[static_cast<size_t>(node.variable)];
  Tri result = Tri::kFalse;
  for (const Reading& reading : state.readings) {
    if (node.other < 0) {
      result = Or(result, EvaluateReading(node, reading, no_reading));
      continue;
    }
    for (const Reading& other : evaluation.states[static_cast<size_t>(node.other)].readings) {
      result = Or(result, EvaluateReading(node, reading, other));
    }
  }
  return result;
}

Tri EvaluateFamily(const ProgramFamily& family, const Evaluation& evaluation) {
  bool negative = false;
  bool between = false;
  for (const FamilyMember& member : family.members) {
    switch (Standing(member, evaluation)) {
      case MemberStanding::kPositive:
        return Tri::kTrue;
      case MemberStanding::kNegative:
        negative = true;
        break;
      case MemberStanding::kBetween:
        between = true;
        break;
      case MemberStanding::kNotGiven:
        break;
    }
  }
  return negative && !between ? Tri::kFalse : Tri::kOpen;
}

Tri EvaluateChildren(const Program& program, const Node& node, const Evaluation& evaluation) {
  int certain = 0;
  int possible = 0;
  for (int i = 0; i < node.child_count; ++i) {
    Tri child = evaluation.nodes[static_cast<size_t>(program.children[static_cast<size_t>(node.first_child + i)])];
    certain += child == Tri::kTrue;
    possible += child != Tri::kFalse;
  }
  int needed = node.kind == NodeKind::kAny ? 1 : node.kind == NodeKind::kAtLeast ? node.threshold : node.child_count;
  if (certain >= needed) return Tri::kTrue;
  return possible < needed ? Tri::kFalse : Tri::kOpen;
}

Tri EvaluateNode(const Program& program, const Node& node, const Evaluation& evaluation) {
  Tri result = Tri::kOpen;
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kAtLeast:
    case NodeKind::kCriterion:
      return EvaluateChildren(program, node, evaluation);
    case NodeKind::kInRange:
    case NodeKind::kCompareVariables:
    case NodeKind::kCodeIn:
    case NodeKind::kIntersects:
    case NodeKind::kCodeInSet:
      return EvaluateLeaf(node, evaluation);
    case NodeKind::kConstant:
      result = FromBool(node.constant);
      break;
    case NodeKind::kFamily:
      result = EvaluateFamily(program.families[static_cast<size_t>(node.variable)], evaluation);
      break;
    case NodeKind::kContradictory:
      result = FromBool(evaluation.states[static_cast<size_t>(node.variable)].contradictory);
      break;
    case NodeKind::kDataContradictory:
      result = FromBool(evaluation.data_contradictory);
      break;
  }
  return node.negated ? Not(result) : result;
}

}  // namespace

Tri EvaluateReading(const Node& node, const Reading& reading, const Reading& other) {
  Tri result = Tri::kOpen;
  switch (node.kind) {
    case NodeKind::kInRange:
      result = InRange(node, reading);
      break;
    case NodeKind::kCompareVariables:
      result = CompareIntervals(node.compare, reading, other);
      break;
    case NodeKind::kCodeIn:
      result = CodeIn(reading.may, node.mask);
      break;
    case NodeKind::kIntersects:
      result = Intersects(reading, node.mask);
      break;
    case NodeKind::kCodeInSet:
      result = CodeInSet(reading, other);
      break;
    default:
      break;
  }
  return node.negated ? Not(result) : result;
}

MemberStanding Standing(const FamilyMember& member, const Evaluation& evaluation) {
  const ScaleState& scale = evaluation.scales[static_cast<size_t>(member.scale)];
  if (!scale.given && !scale.bounded_by_whole) return MemberStanding::kNotGiven;
  if (evaluation.nodes[static_cast<size_t>(member.positive_node)] == Tri::kTrue) return MemberStanding::kPositive;
  if (evaluation.nodes[static_cast<size_t>(member.negative_node)] == Tri::kTrue) return MemberStanding::kNegative;
  // The total of the whole says nothing here unless it decides.
  return scale.given ? MemberStanding::kBetween : MemberStanding::kNotGiven;
}

int DecidingEnd(const Program& program) {
  int last = program.implications_end - 1;
  for (const ProgramFinding& finding : program.findings) {
    for (const ProgramLevel& level : finding.levels) last = std::max(last, level.node);
  }
  for (const ProgramFamily& family : program.families) {
    for (const FamilyMember& member : family.members) {
      last = std::max({last, member.positive_node, member.negative_node});
    }
  }
  return last + 1;
}

void EvaluateRest(const Program& program, Evaluation& evaluation) {
  EvaluateNodes(program, static_cast<int>(program.nodes.size()), evaluation);
}

void EvaluateNodesWithout(const Program& program, const std::vector<bool>& closed, Evaluation& evaluation) {
  const auto is_closed = [&](int variable) { return variable >= 0 && closed[static_cast<size_t>(variable)]; };
  const int end = DecidingEnd(program);
  for (int i = 0; i < end; ++i) {
    const Node& node = program.nodes[static_cast<size_t>(i)];
    Tri& value = evaluation.nodes[static_cast<size_t>(i)];
    value = EvaluateNode(program, node, evaluation);
    const bool names_no_variable = node.kind == NodeKind::kCriterion || node.kind == NodeKind::kFamily;
    if (value != Tri::kOpen || names_no_variable) continue;
    if (is_closed(node.variable) || is_closed(node.other)) value = Tri::kFalse;
  }
}

void EvaluateNodes(const Program& program, int end, Evaluation& evaluation) {
  evaluation.nodes.resize(program.nodes.size(), Tri::kOpen);
  for (int i = 0; i < end; ++i) {
    evaluation.nodes[static_cast<size_t>(i)] = EvaluateNode(program, program.nodes[static_cast<size_t>(i)], evaluation);
  }
}

}  // namespace baken::engine_internal
