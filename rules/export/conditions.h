// The nodes of a program as two-valued terms over the inputs: when a node certainly holds, and when it may hold.
// Internal to rules/export.
#ifndef BAKEN_RULES_EXPORT_CONDITIONS_H_
#define BAKEN_RULES_EXPORT_CONDITIONS_H_

#include <vector>

#include "rules/engine/program.h"
#include "rules/export/inputs.h"
#include "rules/export/terms.h"

namespace baken::export_internal {

// A three-valued truth in two: (true, true), open is (false, true), (false, false). `certain` implies `possible`.
struct TermPair {
  int certain = -1;
  int possible = -1;
};

class Conditions {
 public:
  Conditions(const Program& program, ExportInputs& inputs, Terms& terms)
      : program_(program), inputs_(inputs), terms_(terms), made_(program.nodes.size()) {}

  // Exactly what the engine makes of the node for persons without contradictions.
  TermPair Of(int node);

  // Whether something asked for the node before.
  bool Made(int node) const { return made_[static_cast<size_t>(node)].certain >= 0; }

 private:
  TermPair Make(const Node& node);
  TermPair MakeLeaf(const Node& node);
  TermPair OfChildren(const Node& node);
  TermPair InRange(const Node& node);
  TermPair CompareVariables(const Node& node);
  TermPair CodeIn(const Node& node);
  TermPair Intersects(const Node& node);
  TermPair CodeInSet(const Node& node);
  TermPair Family(const ProgramFamily& family);

  // Inputs of the codes of a variable that are in `mask`, or those that are not.
  std::vector<int> Codes(ExportInputKind kind, int variable, const CodeMask& mask);
  int Low(int variable) { return inputs_.Find(ExportInputKind::kLow, variable); }
  int High(int variable) { return inputs_.Find(ExportInputKind::kHigh, variable); }
  int Both(Compare compare, int left, int right) { return terms_.CompareInputs(left, compare, right); }
  int Bound(int input, Compare compare, int64_t bound, bool always);

  const Program& program_;
  ExportInputs& inputs_;
  Terms& terms_;
  std::vector<TermPair> made_;
};

}  // namespace baken::export_internal

#endif  // BAKEN_RULES_EXPORT_CONDITIONS_H_
