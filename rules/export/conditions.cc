#include "rules/export/conditions.h"

namespace baken::export_internal {

TermPair Conditions::Of(int node) {
  TermPair& made = made_[static_cast<size_t>(node)];
  if (made.certain < 0) made = Make(program_.nodes[static_cast<size_t>(node)]);
  return made;
}

TermPair Conditions::Make(const Node& node) {
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kAtLeast:
    case NodeKind::kCriterion:
      return OfChildren(node);
    default:
      break;
  }
  const TermPair leaf = MakeLeaf(node);
  if (!node.negated) return leaf;
  return {terms_.Not(leaf.possible), terms_.Not(leaf.certain)};
}

TermPair Conditions::MakeLeaf(const Node& node) {
  switch (node.kind) {
    case NodeKind::kInRange:
      return InRange(node);
    case NodeKind::kCompareVariables:
      return CompareVariables(node);
    case NodeKind::kCodeIn:
      return CodeIn(node);
    case NodeKind::kIntersects:
      return Intersects(node);
    case NodeKind::kCodeInSet:
      return CodeInSet(node);
    case NodeKind::kFamily:
      return Family(program_.families[static_cast<size_t>(node.variable)]);
    default:
      break;
  }
  // An export speaks of persons without contradictions, so that conditions on these are false.
  const int constant = terms_.Constant(node.kind == NodeKind::kConstant && node.constant);
  return {constant, constant};
}

TermPair Conditions::OfChildren(const Node& node) {
  std::vector<int> certain;
  std::vector<int> possible;
  for (int i = 0; i < node.child_count; ++i) {
    const TermPair child = Of(program_.children[static_cast<size_t>(node.first_child + i)]);
    certain.push_back(child.certain);
    possible.push_back(child.possible);
  }
  if (node.kind == NodeKind::kAny) return {terms_.Any(certain), terms_.Any(possible)};
  if (node.kind == NodeKind::kAtLeast) {
    return {terms_.AtLeast(node.threshold, certain), terms_.AtLeast(node.threshold, possible)};
  }
  return {terms_.All(certain), terms_.All(possible)};
}

// A bound that no value of the variable can cross says nothing.
int Conditions::Bound(int input, Compare compare, int64_t bound, bool always) {
  return always ? terms_.Constant(true) : terms_.CompareTo(input, compare, bound);
}

TermPair Conditions::InRange(const Node& node) {
  const Variable& variable = program_.variables[static_cast<size_t>(node.variable)];
  if (node.low > variable.maximum || node.high < variable.minimum) {
    const int never = terms_.Constant(false);
    return {never, never};
  }
  const bool any_low = node.low <= variable.minimum;
  const bool any_high = node.high >= variable.maximum;
  const int low = Low(node.variable);
  const int high = High(node.variable);
  return {terms_.All({Bound(low, Compare::kGreaterEqual, node.low, any_low),
                      Bound(high, Compare::kLessEqual, node.high, any_high)}),
          terms_.All({Bound(high, Compare::kGreaterEqual, node.low, any_low),
                      Bound(low, Compare::kLessEqual, node.high, any_high)})};
}

TermPair Conditions::CompareVariables(const Node& node) {
  const int a_low = Low(node.variable);
  const int a_high = High(node.variable);
  const int b_low = Low(node.other);
  const int b_high = High(node.other);
  const TermPair equal = {
      terms_.All({Both(Compare::kEqual, a_low, a_high), Both(Compare::kEqual, b_low, b_high),
                  Both(Compare::kEqual, a_low, b_low)}),
      terms_.All({Both(Compare::kLessEqual, b_low, a_high), Both(Compare::kLessEqual, a_low, b_high)})};
  switch (node.compare) {
    case Compare::kLess:
      return {Both(Compare::kLess, a_high, b_low), Both(Compare::kLess, a_low, b_high)};
    case Compare::kLessEqual:
      return {Both(Compare::kLessEqual, a_high, b_low), Both(Compare::kLessEqual, a_low, b_high)};
    case Compare::kGreater:
      return {Both(Compare::kLess, b_high, a_low), Both(Compare::kLess, b_low, a_high)};
    case Compare::kGreaterEqual:
      return {Both(Compare::kLessEqual, b_high, a_low), Both(Compare::kLessEqual, b_low, a_high)};
    case Compare::kEqual:
      return equal;
    case Compare::kNotEqual:
      break;
  }
  return {terms_.Not(equal.possible), terms_.Not(equal.certain)};
}

std::vector<int> Conditions::Codes(ExportInputKind kind, int variable, const CodeMask& mask) {
  std::vector<int> codes;
  const size_t count = program_.CodeCount(program_.variables[static_cast<size_t>(variable)]);
  for (size_t code = 0; code < count; ++code) {
    if (mask.test(code)) codes.push_back(terms_.Input(inputs_.Find(kind, variable, static_cast<int>(code))));
  }
  return codes;
}

TermPair Conditions::CodeIn(const Node& node) {
  return {terms_.Not(terms_.Any(Codes(ExportInputKind::kMay, node.variable, ~node.mask))),
          terms_.Any(Codes(ExportInputKind::kMay, node.variable, node.mask))};
}

TermPair Conditions::Intersects(const Node& node) {
  return {terms_.Any(Codes(ExportInputKind::kIn, node.variable, node.mask)),
          terms_.Any(Codes(ExportInputKind::kMay, node.variable, node.mask))};
}

TermPair Conditions::CodeInSet(const Node& node) {
  const CodeMask all = ~CodeMask();
  const std::vector<int> one_of = Codes(ExportInputKind::kMay, node.variable, all);
  const std::vector<int> in = Codes(ExportInputKind::kIn, node.other, all);
  const std::vector<int> may = Codes(ExportInputKind::kMay, node.other, all);
  std::vector<int> certain;
  std::vector<int> possible;
  for (size_t code = 0; code < one_of.size() && code < in.size(); ++code) {
    certain.push_back(terms_.Any({terms_.Not(one_of[code]), in[code]}));
    possible.push_back(terms_.All({one_of[code], may[code]}));
  }
  return {terms_.All(certain), terms_.Any(possible)};
}

// Positive when one member is; negative when one member is and none stands between. A member of which only the total of
// its whole is known counts when that decides.
TermPair Conditions::Family(const ProgramFamily& family) {
  std::vector<int> positive;
  std::vector<int> negative;
  std::vector<int> none_between;
  for (const FamilyMember& member : family.members) {
    const bool is_part = program_.scales[static_cast<size_t>(member.scale)].part_of >= 0;
    const int given = terms_.Input(inputs_.Find(ExportInputKind::kGiven, member.scale));
    const int bounded =
        is_part ? terms_.Input(inputs_.Find(ExportInputKind::kBounded, member.scale)) : terms_.Constant(false);
    const int counts = terms_.Any({given, bounded});
    const int certainly_not = Of(member.negative_node).certain;
    positive.push_back(terms_.All({counts, Of(member.positive_node).certain}));
    negative.push_back(terms_.All({counts, certainly_not}));
    none_between.push_back(terms_.Any({terms_.Not(given), certainly_not}));
  }
  const int certain = terms_.Any(positive);
  const int refuted = terms_.All({terms_.Not(certain), terms_.Any(negative), terms_.All(none_between)});
  return {certain, terms_.Not(refuted)};
}

}  // namespace baken::export_internal
