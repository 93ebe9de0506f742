// Scores and implications as branchless statements.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/benchmark/generated/pieces.h"

namespace baken {
namespace {

struct Bounds {
  std::string low;
  std::string high;
};

std::string Table(const std::vector<int64_t>& points, const std::string& index) {
  return absl::StrCat("std::array<int64_t, ", points.size(), ">{", absl::StrJoin(points, ", "), "}[size_t(", index,
                      ")]");
}

// Of one-ofs, one code or all of them; of numbers, points that rise or fall with the answer, as the shipped pack has.
Bounds ItemBounds(const Program& program, const ScaleItem& item) {
  const int v = item.variable;
  const Variable& variable = program.variables[static_cast<size_t>(v)];
  if (item.points.empty()) return {At("L", v), At("H", v)};
  const auto [least, most] = std::minmax_element(item.points.begin(), item.points.end());
  if (variable.kind == VariableKind::kOneOf) {
    const std::string one = absl::StrCat("std::has_single_bit(", At("M", v), ")");
    const std::string points = Table(item.points, absl::StrCat("std::countr_zero(", At("M", v), ") * int(", one, ")"));
    return {absl::StrCat("(", one, " ? ", points, " : ", *least, ")"),
            absl::StrCat("(", one, " ? ", points, " : ", *most, ")")};
  }
  const std::string low = Table(item.points, absl::StrCat(At("L", v), " - ", variable.minimum));
  const std::string high = Table(item.points, absl::StrCat(At("H", v), " - ", variable.minimum));
  if (std::is_sorted(item.points.begin(), item.points.end())) return {low, high};
  if (std::is_sorted(item.points.rbegin(), item.points.rend())) return {high, low};
  return {absl::StrCat("std::min(", low, ", ", high, ")"), absl::StrCat("std::max(", low, ", ", high, ")")};
}

Bounds Sum(const Program& program, const std::vector<ScaleItem>& items, const std::vector<int>& scales) {
  Bounds sum{"0", "0"};
  for (const ScaleItem& item : items) {
    const Bounds bounds = ItemBounds(program, item);
    absl::StrAppend(&sum.low, " + ", bounds.low);
    absl::StrAppend(&sum.high, " + ", bounds.high);
  }
  for (int scale : scales) {
    absl::StrAppend(&sum.low, " + l", scale);
    absl::StrAppend(&sum.high, " + h", scale);
  }
  return sum;
}

// A condition under which the conclusion has nothing to do, and the same for room beside what is known.
std::string Agrees(const Variable& variable, const ProgramConclusion& conclusion) {
  const int v = conclusion.variable;
  const std::string bit = absl::StrCat("UINT64_C(1) << ", std::max(conclusion.code, variable.none_code));
  if (conclusion.kind == ProgramConclusion::Kind::kIncludes) {
    return absl::StrCat("((", At("I", v), " >> ", conclusion.code, ") & 1)");
  }
  if (conclusion.kind == ProgramConclusion::Kind::kNone) {
    return variable.none_code >= 0 ? absl::StrCat("((", At("I", v), " >> ", variable.none_code, ") & 1)")
                                   : absl::StrCat("(", At("M", v), " == 0)");
  }
  if (variable.kind == VariableKind::kOneOf) return absl::StrCat("(", At("M", v), " == ", bit, ")");
  return absl::StrCat("((", At("L", v), " == ", conclusion.number, ") & (", At("H", v), " == ", conclusion.number,
                      "))");
}

std::string HasRoom(const ProgramConclusion& conclusion) {
  if (conclusion.kind == ProgramConclusion::Kind::kIncludes) {
    return absl::StrCat("((", At("M", conclusion.variable), " >> ", conclusion.code, ") & 1)");
  }
  if (conclusion.kind == ProgramConclusion::Kind::kNone)
    return absl::StrCat("(", At("I", conclusion.variable), " == 0)");
  return "0";
}

std::string Select(const std::string& place, const std::string& value) {
  return absl::StrCat("    ", place, " = act ? ", value, " : ", place, ";\n");
}

std::string Conclude(const Variable& variable, const ProgramConclusion& conclusion) {
  const int v = conclusion.variable;
  if (variable.kind != VariableKind::kOneOf && variable.kind != VariableKind::kSet) {
    const std::string number = absl::StrCat("INT64_C(", conclusion.number, ")");
    return Select(At("L", v), number) + Select(At("H", v), number);
  }
  const uint64_t code = conclusion.code < 0 ? 0 : uint64_t{1} << conclusion.code;
  const uint64_t none = variable.none_code < 0 ? 0 : uint64_t{1} << variable.none_code;
  auto mask = [](uint64_t bits) { return absl::StrCat("UINT64_C(", bits, ")"); };
  if (conclusion.kind == ProgramConclusion::Kind::kIncludes) {
    return Select(At("I", v), absl::StrCat("((", At("I", v), " | ", mask(code), ") & ~", mask(none), ")")) +
           Select(At("M", v), absl::StrCat("((", At("M", v), " | ", mask(code), ") & ~", mask(none), ")"));
  }
  if (conclusion.kind == ProgramConclusion::Kind::kNone)
    return Select(At("I", v), mask(none)) + Select(At("M", v), mask(none));
  return Select(At("M", v), mask(code));
}

}  // namespace

std::string ScoreStatements(const Program& program, int scale) {
  const ProgramScale& at = program.scales[static_cast<size_t>(scale)];
  const Variable& score = program.variables[static_cast<size_t>(at.variable)];
  Bounds bounds = Sum(program, at.own_items, at.parts);
  if (at.items.empty()) bounds = {absl::StrCat(score.minimum), absl::StrCat(score.maximum)};
  std::string given = absl::StrCat("(", At("P", at.total_variable), " == 2)");
  for (const ScaleItem& item : at.items) absl::StrAppend(&given, " | (", At("P", item.variable), " == 2)");
  const std::string total = absl::StrCat(At("P", at.total_variable), " != 0 ? ");
  return absl::StrCat("  const int64_t l", scale, " = ", total, At("L", at.total_variable), " : ", bounds.low, ";\n",
                      "  const int64_t h", scale, " = ", total, At("H", at.total_variable), " : ", bounds.high, ";\n",
                      "  ", At("L", at.variable), " = l", scale, ";\n  ", At("H", at.variable), " = h", scale, ";\n",
                      "  G[", scale, "] = ", given, ";\n");
}

std::string PartStatements(const Program& program, int scale) {
  const ProgramScale& whole = program.scales[static_cast<size_t>(scale)];
  const std::string has = absl::StrCat(At("P", whole.total_variable), " != 0");
  const std::string total = At("L", whole.total_variable);
  std::string text;
  for (int part : whole.parts) {
    std::vector<int> others = whole.parts;
    others.erase(std::find(others.begin(), others.end(), part));
    const Bounds rest = Sum(program, whole.own_items, others);
    const int score = program.scales[static_cast<size_t>(part)].variable;
    absl::StrAppend(&text, "  ", At("L", score), " = ", has, " ? std::max(l", part, ", ", total, " - (", rest.high,
                    ")) : l", part, ";\n");
    absl::StrAppend(&text, "  ", At("H", score), " = ", has, " ? std::min(h", part, ", ", total, " - (", rest.low,
                    ")) : h", part, ";\n");
    absl::StrAppend(&text, "  B[", part, "] = ", At("P", whole.total_variable), " == 2;\n");
  }
  return text;
}

std::string ImplicationStatements(const Program& program, const ProgramImplication& implication) {
  std::string text;
  for (const ProgramConclusion& conclusion : implication.conclusions) {
    const Variable& variable = program.variables[static_cast<size_t>(conclusion.variable)];
    const std::string presence = At("P", conclusion.variable);
    absl::StrAppend(&text, "  {\n    const bool missing = ", presence, " == 0;\n    const bool act = (n",
                    implication.node, " == 3) & !", Agrees(variable, conclusion), " & (missing | ", HasRoom(conclusion),
                    ");\n", Conclude(variable, conclusion), "    ", presence, " = act & missing ? 1 : ", presence,
                    ";\n    changed |= act;\n  }\n");
  }
  return text;
}

}  // namespace baken
