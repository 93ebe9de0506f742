// Conditions as branchless expressions.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "tests/benchmark/generated/pieces.h"

namespace baken {
namespace {

std::string Mask(const CodeMask& mask) { return absl::StrCat("UINT64_C(", mask.to_ullong(), ")"); }

// Certain and impossible, as 0 or 1.
struct Bits {
  std::string certain;
  std::string never;
};

Bits CompareBits(Compare compare, int a, int b) {
  const std::string a_low = At("L", a), a_high = At("H", a), b_low = At("L", b), b_high = At("H", b);
  const std::string equal =
      absl::StrCat("(", a_low, " == ", a_high, ") & (", b_low, " == ", b_high, ") & (", a_low, " == ", b_low, ")");
  const std::string apart = absl::StrCat("(", a_high, " < ", b_low, ") | (", b_high, " < ", a_low, ")");
  switch (compare) {
    case Compare::kLess:
      return {absl::StrCat(a_high, " < ", b_low), absl::StrCat(a_low, " >= ", b_high)};
    case Compare::kLessEqual:
      return {absl::StrCat(a_high, " <= ", b_low), absl::StrCat(a_low, " > ", b_high)};
    case Compare::kGreater:
      return CompareBits(Compare::kLess, b, a);
    case Compare::kGreaterEqual:
      return CompareBits(Compare::kLessEqual, b, a);
    case Compare::kEqual:
      return {equal, apart};
    case Compare::kNotEqual:
      break;
  }
  return {apart, equal};
}

Bits LeafBits(const Node& node) {
  const int v = node.variable;
  switch (node.kind) {
    case NodeKind::kInRange:
      return {absl::StrCat("(", At("L", v), " >= ", node.low, ") & (", At("H", v), " <= ", node.high, ")"),
              absl::StrCat("(", At("H", v), " < ", node.low, ") | (", At("L", v), " > ", node.high, ")")};
    case NodeKind::kCodeIn:
      return {absl::StrCat("(", At("M", v), " & ~", Mask(node.mask), ") == 0"),
              absl::StrCat("(", At("M", v), " & ", Mask(node.mask), ") == 0")};
    case NodeKind::kIntersects:
      return {absl::StrCat("(", At("I", v), " & ", Mask(node.mask), ") != 0"),
              absl::StrCat("(", At("M", v), " & ", Mask(node.mask), ") == 0")};
    case NodeKind::kCodeInSet:
      return {absl::StrCat("(", At("M", v), " & ~", At("I", node.other), ") == 0"),
              absl::StrCat("(", At("M", v), " & ", At("M", node.other), ") == 0")};
    default:
      return CompareBits(node.compare, v, node.other);
  }
}

std::string Leaf(const Node& node) {
  Bits bits = LeafBits(node);
  if (node.negated) std::swap(bits.certain, bits.never);
  return absl::StrCat("unsigned(", bits.certain, ") | unsigned(!(", bits.never, ")) << 1");
}

std::string Children(const Program& program, const Node& node, const char* separator, const char* form) {
  const auto first = program.children.begin() + node.first_child;
  return absl::StrJoin(first, first + node.child_count, separator, [&](std::string* out, int child) {
    absl::StrAppend(out, absl::StrReplaceAll(form, {{"?", absl::StrCat("n", child)}}));
  });
}

std::string AtLeast(const Program& program, const Node& node) {
  return absl::StrCat("unsigned((", Children(program, node, " + ", "(? & 1)"), ") >= ", node.threshold,
                      ") | unsigned((", Children(program, node, " + ", "(? >> 1)"), ") >= ", node.threshold, ") << 1");
}

// A member given (or bounded by its whole) that is positive decides; a negative one does unless another stands between.
std::string Family(const Program& program, const Node& node) {
  std::string positive = "0", negative = "0", between = "0";
  for (const FamilyMember& member : program.families[static_cast<size_t>(node.variable)].members) {
    const std::string has = absl::StrCat("(G[", member.scale, "] | B[", member.scale, "])");
    const std::string is = absl::StrCat("(n", member.positive_node, " & 1)");
    const std::string is_not = absl::StrCat("(n", member.negative_node, " & 1)");
    absl::StrAppend(&positive, " | (", has, " & ", is, ")");
    absl::StrAppend(&negative, " | (", has, " & ", is_not, ")");
    absl::StrAppend(&between, " | (G[", member.scale, "] & !", is, " & !", is_not, ")");
  }
  const std::string never = absl::StrCat("unsigned(!(", positive, ") & (", negative, ") & !(", between, "))");
  if (node.negated) return absl::StrCat(never, " | unsigned(!(", positive, ")) << 1");
  return absl::StrCat("unsigned(", positive, ") | (", never, " ^ 1u) << 1");
}

}  // namespace

std::string At(const char* array, int variable) { return absl::StrCat(array, "[", variable, "]"); }

std::string NodeExpression(const Program& program, const Node& node) {
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kCriterion:
      return Children(program, node, " & ", "?");
    case NodeKind::kAny:
      return Children(program, node, " | ", "?");
    case NodeKind::kAtLeast:
      return AtLeast(program, node);
    case NodeKind::kFamily:
      return Family(program, node);
    case NodeKind::kConstant:
      return node.constant != node.negated ? "3u" : "0u";
    case NodeKind::kContradictory:
    case NodeKind::kDataContradictory:
      return node.negated ? "3u" : "0u";
    default:
      return Leaf(node);
  }
}

}  // namespace baken
