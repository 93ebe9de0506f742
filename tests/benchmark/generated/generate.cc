// generate PACK_FOLDER OUT: writes the baseline of P1.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <set>

#include "absl/strings/str_cat.h"
#include "rules/engine/dependencies.h"
#include "rules/pack/loader.h"
#include "tests/benchmark/generated/pieces.h"

namespace baken {
namespace {

class Writer {
 public:
  Writer(const Program& program, std::ostream& out) : program_(program), out_(out) {}

  void Write() {
    out_ << "#include \"tests/benchmark/generated/generated.h\"\n#include <algorithm>\n#include <array>\n#include "
            "<bit>\n"
            "#include <cstring>\nnamespace baken {\nnamespace {\nstruct State {\n";
    const size_t variables = program_.variables.size();
    out_ << "  int64_t L[" << variables << "];\n  int64_t H[" << variables << "];\n  uint64_t I[" << variables
         << "];\n  uint64_t M[" << variables << "];\n  uint8_t P[" << variables << "];\n  uint8_t G["
         << program_.scales.size() << "];\n  uint8_t B[" << program_.scales.size() << "];\n};\n";
    WriteNothing();
    WriteClose();
    WriteConclude();
    out_ << "}  // namespace baken\n";
  }

 private:
  template <typename Value>
  void List(Value value) {
    out_ << "  {";
    for (const Variable& variable : program_.variables) {
      out_ << value(variable, UnknownReading(variable, program_.CodeCount(variable))) << ",";
    }
    out_ << "},\n";
  }

  void WriteNothing() {
    out_ << "constexpr State kNothing = {\n";
    List([](const auto&, const Reading& reading) { return absl::StrCat("INT64_C(", reading.low, ")"); });
    List([](const auto&, const Reading& reading) { return absl::StrCat("INT64_C(", reading.high, ")"); });
    List([](const auto&, const Reading& reading) { return absl::StrCat("UINT64_C(", reading.in.to_ullong(), ")"); });
    List([](const auto&, const Reading& reading) { return absl::StrCat("UINT64_C(", reading.may.to_ullong(), ")"); });
    out_ << "  {}, {}, {}};\n";
  }

  void Unpack() {
    out_ << "  auto& [L, H, I, M, P, G, B] = state;\n"
            "  (void)L; (void)H; (void)I; (void)M; (void)P; (void)G; (void)B;\n";
  }

  void Scores(bool closing) {
    const int scales = static_cast<int>(program_.scales.size());
    auto wanted = [&](int scale) { return closing_scales_.count(scale) > 0 || !closing; };
    auto has_parts = [&](int scale) { return !program_.scales[static_cast<size_t>(scale)].parts.empty(); };
    for (int s = 0; s < scales; ++s) {
      if (wanted(s) && !has_parts(s)) out_ << ScoreStatements(program_, s);
    }
    for (int s = 0; s < scales; ++s) {
      if (wanted(s) && has_parts(s)) out_ << ScoreStatements(program_, s);
    }
    for (int s = 0; s < scales; ++s) {
      if (wanted(s) && has_parts(s)) out_ << PartStatements(program_, s);
    }
  }

  void Nodes(const std::set<int>& wanted) {
    for (int n : wanted) {
      out_ << "  const unsigned n" << n << " = " << NodeExpression(program_, program_.nodes[static_cast<size_t>(n)])
           << ";\n";
    }
  }

  // `node` and all that it stands on.
  void Want(int node, std::set<int>& wanted) {
    if (node < 0 || !wanted.insert(node).second) return;
    const Node& at = program_.nodes[static_cast<size_t>(node)];
    for (int i = 0; i < at.child_count; ++i) {
      Want(program_.children[static_cast<size_t>(at.first_child + i)], wanted);
    }
    if (at.kind != NodeKind::kFamily) return;
    for (const FamilyMember& member : program_.families[static_cast<size_t>(at.variable)].members) {
      Want(member.positive_node, wanted);
      Want(member.negative_node, wanted);
    }
  }

  // One pass of implications; whether it changed anything.
  void WriteClose() {
    std::set<int> wanted;
    std::vector<int> nodes;
    for (const ProgramImplication& implication : program_.implications) {
      Want(implication.node, wanted);
      nodes.push_back(implication.node);
    }
    const std::set<int> bearing = BearingVariables(program_, nodes);
    for (size_t s = 0; s < program_.scales.size(); ++s) {
      if (bearing.count(program_.scales[s].variable) > 0) closing_scales_.insert(static_cast<int>(s));
    }
    out_ << "bool Pass(State& state) {\n";
    Unpack();
    Scores(true);
    Nodes(wanted);
    out_ << "  unsigned changed = 0;\n";
    for (const auto& implication : program_.implications) {
      if (!implication.skip_rule) out_ << ImplicationStatements(program_, implication);
    }
    out_ << "  if (changed != 0) return true;\n";
    for (const auto& implication : program_.implications) {
      if (implication.skip_rule) out_ << ImplicationStatements(program_, implication);
    }
    out_ << "  return changed != 0;\n}\n";
  }

  void WriteConclude() {
    out_ << "void Finish(State& state, Verdict* verdicts) {\n";
    Unpack();
    Scores(false);
    std::set<int> wanted;
    for (const ProgramFinding& finding : program_.findings) {
      for (const ProgramLevel& level : finding.levels) Want(level.node, wanted);
    }
    Nodes(wanted);
    for (size_t f = 0; f < program_.findings.size(); ++f) WriteFinding(f);
    out_ << "}\n}  // namespace\n"
            "void ConcludeGenerated(const std::vector<engine_internal::KnownVariable>& known, std::vector<Verdict>& "
            "verdicts) {\n"
            "  State state = kNothing;\n"
            "  for (const auto& at : known) {\n"
            "    const size_t v = static_cast<size_t>(at.variable);\n"
            "    state.L[v] = at.reading.low;\n    state.H[v] = at.reading.high;\n"
            "    state.I[v] = at.reading.in.to_ullong();\n    state.M[v] = at.reading.may.to_ullong();\n"
            "    state.P[v] = at.presence == Presence::kAnswered ? 2 : 1;\n  }\n"
            "  while (Pass(state)) {\n  }\n"
            "  Finish(state, verdicts.data());\n}\n";
  }

  // A level is attainable when no earlier one certainly holds and it may; supported when it then certainly holds.
  void WriteFinding(size_t f) {
    out_ << "  {\n    unsigned open = 1;\n    uint64_t attainable = 0;\n    int supported = "
         << program_.findings[f].levels.size() - 1 << ";\n";
    for (size_t l = 0; l < program_.findings[f].levels.size(); ++l) {
      const int node = program_.findings[f].levels[l].node;
      const std::string holds = node < 0 ? "3u" : absl::StrCat("n", node);
      out_ << "    attainable |= uint64_t(open & (" << holds << " >> 1)) << " << l << ";\n    supported = (open & "
           << holds << " & 1u) != 0 ? " << l << " : supported;\n    open &= ~" << holds << ";\n";
    }
    out_ << "    verdicts[" << f << "] = {attainable, supported};\n  }\n";
  }

  const Program& program_;
  std::ostream& out_;
  std::set<int> closing_scales_;
};

}  // namespace
}  // namespace baken

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: generate PACK_FOLDER OUT\n", stderr);
    return 2;
  }
  const baken::LoadResult loaded = baken::LoadPack(argv[1]);
  if (loaded.pack == nullptr) {
    std::fputs("generate: the pack does not load\n", stderr);
    return 1;
  }
  std::ofstream out(argv[2]);
  baken::Writer(loaded.pack->program(), out).Write();
  return out.flush() ? 0 : 1;
}
