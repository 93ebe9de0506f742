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

// A comparison of one variable, as it was planned: numbers and booleans in [low, high], one-ofs among the codes of
// `low`, sets with any of these.
struct CompiledLeaf {
  int node = -1;
  bool negated = false;
  int64_t low = 0;
  int64_t high = 0;
};

// The item of a scale that a variable is.
struct CompiledUse {
  int scale = -1;
  int group = -1;      // The last scale of its group: the whole it is part of, or itself.
  bool counts = true;  // Adds to the sum: false where a part of the scale has it.
  int points = -1;     // Place in Compiled::points of the points of the first answer; -1 when the answer is the points.
  int64_t low = 0;     // Points when nothing is known.
  int64_t high = 0;
};

// A word of slots that nobody reads, for what is said of variables without comparisons. Before it are the constants.
constexpr int kNobodysSlot = 8;

// Where what concerns a variable stands. One line of cache: most of an evaluation is going through these.
struct alignas(64) CompiledVariable {
  VariableKind kind = VariableKind::kBoolean;
  bool searched : 1 = false;  // A single value has no row to look up: sets, and numbers of a wide range.
  bool simple : 1 = false;    // Each single value has an effect.
  bool paired : 1 = false;    // Compared with another variable.
  bool closing : 1 = false;   // An implication fills it in, or it feeds one.
  bool feeds : 1 = false;  // Conditions of implications or impossible combinations, or scores they read, depend on it.
  int first_slot = kNobodysSlot;  // Its comparisons have slots [first_slot, first_slot + leaf_count), rounded up to
  int first_leaf = 0;             // whole words, and stand in Compiled::leaves from here.
  int leaf_count = 0;
  int stride = 0;     // Slots of a row: leaf_count, up to a multiple of eight.
  int first_row = 0;  // In Compiled::rows, one per class of values: what each comparison says of it. Not for sets.
  // Value v, in codes or from the minimum, is in the class at first_class + v of Compiled::classes, or, of wide ranges,
  // as many as there are of its `cuts` up to v.
  int first_class = 0;
  int first_cut = 0;
  int cut_count = 0;
  int first_effect = 0;  // Of value v at first_effect + v of Compiled::effects; of variables that are simple.
  int first_use = 0;     // In Compiled::uses.
  int16_t use_count = 0;
  int16_t total_group = 0;  // The last scale of the group of which it is a total; of others, the number of scales.
  int64_t minimum = 0;
  int64_t maximum = 0;
};
static_assert(sizeof(CompiledVariable) == 64);

// All that one value of a variable does when nothing was known of it before.
struct alignas(32) CompiledEffect {
  uint64_t row = 0;  // What its comparisons say, for the word of slots from `slot` on.
  int slot = kNobodysSlot;
  int low = 0;  // What the value adds to the bounds of the sum of `scale`.
  int high = 0;
  int16_t scale = 0;  // As an item. Where there is none, the number of scales.
  int16_t whole = 0;  // The scale of which that one is a part.
  int16_t group = 0;  // What is to be resolved again, also for a total.
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

// What an implication fills in.
struct CompiledConclusion {
  int variable = -1;
  ProgramConclusion::Kind kind = ProgramConclusion::Kind::kValue;
  int64_t value = 0;   // Number, or the bit of a code.
  uint64_t none = 0;   // Bit of "none of these".
  bool known = false;  // What it says is all that the variable can be.
  Reading reading;     // What it makes of a variable of which nothing is known.
};

struct CompiledImplication {
  int slot = -1;
  int begin = 0;  // In Compiled::conclusions.
  int end = 0;
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

// A finding with one level beside the default.
struct CompiledChoice {
  int finding = -1;
  int slot = -1;
};

// Other findings with the same number of levels, side by side.
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
  std::vector<std::vector<int>> variable_readers;  // Steps and findings that read its comparisons.
  std::vector<CompiledLeaf> leaves;
  std::vector<Slot> rows;
  std::vector<uint16_t> classes;
  std::vector<int64_t> cuts;
  std::vector<CompiledUse> uses;
  std::vector<CompiledEffect> effects;
  std::vector<int64_t> points;
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
  std::vector<CompiledChoice> choices;
  std::vector<CompiledFindings> finding_groups;
  std::vector<std::vector<int>> finding_slots;  // By finding: the slots of its levels.
  std::vector<int> impossible_slots;
  std::vector<CompiledImplication> implications;  // Skip rules come last,
  int first_skip_rule = 0;                        // from here on.
  std::vector<CompiledConclusion> conclusions;
  std::vector<std::vector<int>> scale_groups;  // By scale: itself, or the whole with its parts; parts first.

  // Findings as readers have numbers from here on.
  int first_finding_reader() const { return static_cast<int>(steps.size()); }
};

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_COMPILED_H_
