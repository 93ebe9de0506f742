// A program laid out for speed: what a comparison says of each value stands in tables, and what is built on
// comparisons is a list of steps with two inputs. Immutable, for any number of threads at once.
// Internal to rules/engine; what it concludes is `Conclude` in engines.h.
#ifndef BAKEN_RULES_ENGINE_COMPILED_H_
#define BAKEN_RULES_ENGINE_COMPILED_H_

#include <cstdint>
#include <vector>

#include "rules/engine/program.h"
#include "rules/logic/tribool.h"

namespace baken::engine_internal {

// A three-valued value: bit 0 when it certainly holds, bit 1 when it may. So AND is `&` and OR is `|`.
using Slot = uint8_t;
constexpr Slot kNever = 0;
constexpr Slot kMaybe = 2;
constexpr Slot kSurely = 3;

constexpr Slot ToSlot(Tri tri) { return tri == Tri::kTrue ? kSurely : tri == Tri::kOpen ? kMaybe : kNever; }

// The item of a scale that a variable is.
struct CompiledUse {
  int scale = -1;
  int item = -1;       // Into the scale's items.
  bool counts = true;  // Adds to the sum: false where a part of the scale has it.
};

// Where the comparisons with a variable stand, and what they say of its settled values.
struct CompiledVariable {
  int first_slot = 0;       // Its comparisons have slots [first_slot, first_slot + leaves.size()).
  std::vector<int> leaves;  // Node numbers.
  // Numbers: value v is in class class_of[v - minimum], or, of wide ranges, as many as there are `cuts` up to v.
  // Booleans and one-ofs have a class per value.
  std::vector<uint16_t> class_of;
  std::vector<int64_t> cuts;
  int stride = 0;          // Bytes of a row: leaves.size(), up to a multiple of eight.
  std::vector<Slot> rows;  // By class: what each comparison says.
  std::vector<CompiledUse> uses;
  int total_of = -1;         // Scale of which it is the total.
  int score_of = -1;         // Scale of which it is the score.
  bool kept = false;         // Its reading is needed later: by a score, a conclusion or a comparison of two variables.
  bool paired = false;       // Compared with another variable.
  bool closing = false;      // Conditions of implications, or scores they read, depend on it.
  std::vector<int> readers;  // Steps and findings that read its comparisons.
};

// A comparison of two variables.
struct CompiledPair {
  int node = -1;
  int slot = -1;
  std::vector<int> readers;
};

// `slot[first + i]` = `slot[a]` AND or OR `slot[b]`; of the rest, number `a` of Compiled::counts or ::families.
struct CompiledStep {
  uint32_t a = 0;
  uint32_t b = 0;
};

// Steps [begin, end) of one kind.
struct CompiledRun {
  NodeKind kind = NodeKind::kAll;
  int begin = 0;
  int end = 0;
};

struct CompiledCount {
  int threshold = 0;
  std::vector<int> slots;
};

struct CompiledFamilyMember {
  int scale = -1;
  int positive = -1;  // Slots.
  int negative = -1;
};

struct CompiledFamily {
  bool negated = false;
  std::vector<CompiledFamilyMember> members;
};

// Findings with the same number of levels lie side by side.
struct CompiledFindings {
  int level_count = 0;
  std::vector<int> findings;  // Finding numbers.
  std::vector<int> slots;     // Of the levels, finding by finding.
};

class Compiled {
 public:
  // The program outlives it.
  explicit Compiled(const Program& program);

  const Program& program;
  std::vector<CompiledVariable> variables;
  std::vector<CompiledPair> pairs;
  std::vector<Reading> unknown;     // By variable: its whole domain.
  std::vector<Slot> nothing_known;  // All slots before those of the steps.
  int first_step_slot = 0;
  std::vector<CompiledStep> steps;
  std::vector<NodeKind> step_kinds;
  std::vector<CompiledRun> closing_runs;  // What implications and impossible combinations need,
  std::vector<CompiledRun> runs;          // and the rest.
  int closing_end = 0;                    // Steps [0, closing_end) are those of closing_runs.
  std::vector<CompiledCount> counts;
  std::vector<CompiledFamily> families;
  std::vector<std::vector<int>> step_readers;   // Steps after closing_end, or findings, that read a step.
  std::vector<std::vector<int>> scale_readers;  // The same for what stands of a scale: given or not.
  std::vector<CompiledFindings> finding_groups;
  std::vector<std::vector<int>> finding_slots;  // By finding: the slots of its levels.
  std::vector<int> impossible_slots;
  std::vector<int> implication_slots;
  std::vector<std::vector<int>> scale_groups;  // By scale: itself, or the whole with its parts; parts first.

  // Findings as readers have numbers from here on.
  int first_finding_reader() const { return static_cast<int>(steps.size()); }
};

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_COMPILED_H_
