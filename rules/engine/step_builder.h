// Turns nodes into steps, each once however often it is written. Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_STEP_BUILDER_H_
#define BAKEN_RULES_ENGINE_STEP_BUILDER_H_

#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "rules/engine/compiled.h"

namespace baken::engine_internal {

// A term stands for a slot before slots have numbers: a constant, a comparison or a step.
class StepBuilder {
 public:
  explicit StepBuilder(const Program& program);

  // The term that decides a node; -1 is the default level, which always holds.
  int Term(int node);
  // As Term; all it depends on is among the closing steps.
  int ClosingTerm(int node);

  // Gives slots to all terms so far and fills `compiled` but for rows, scales and readers. Afterwards SlotOf may be
  // asked.
  void Lay(Compiled& compiled);
  int SlotOf(int term) const { return terms_[static_cast<size_t>(term)].slot; }
  // By comparison, as many as there are: its variable, node and term.
  const std::vector<std::pair<int, int>>& leaves() const { return leaves_; }

 private:
  enum class Kind { kNo, kYes, kLeaf, kAll, kAny, kAtLeast, kFamily };
  struct TermData {
    Kind kind = Kind::kNo;
    std::vector<int> inputs;
    int element = -1;  // Node of a leaf or family; threshold.
    int depth = 0;
    bool closing = false;
    int slot = -1;
  };
  using Key = std::tuple<Kind, int, std::vector<int>>;
  using LeafKey = std::tuple<NodeKind, bool, Compare, int, int, int64_t, int64_t, uint64_t>;

  int Make(Kind kind, int element, std::vector<int> inputs);
  int Leaf(int node);
  int Many(const Node& node);
  int Joined(Kind kind, std::vector<int> inputs);
  int Family(int node);
  void MarkClosing(int term);
  CompiledLeaf ToLeaf(int node) const;
  void LayLeaves(Compiled& compiled);
  void LaySteps(Compiled& compiled);
  void LayStep(const TermData& term, Compiled& compiled) const;

  const Program& program_;
  std::vector<TermData> terms_;
  std::vector<int> term_of_node_;
  std::map<Key, int> known_;
  std::map<LeafKey, int> known_leaves_;
  std::vector<std::pair<int, int>> leaves_;  // Node and term.
};

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_STEP_BUILDER_H_
