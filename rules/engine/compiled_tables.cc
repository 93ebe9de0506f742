#include "rules/engine/compiled_tables.h"

#include <algorithm>
#include <set>

#include "rules/engine/conclusions.h"
#include "rules/engine/nodes.h"
#include "rules/engine/points.h"

namespace baken::engine_internal {
namespace {

// Above this many values, classes are searched for and not looked up.
constexpr int64_t kTableMax = 4096;

// Rows are copied in whole words.
constexpr size_t kWord = 8;

const Reading kNoReading;

// First values of the ranges in which every comparison with the number says the same, without the minimum.
std::vector<int64_t> Cuts(const Compiled& compiled, const CompiledVariable& variable) {
  std::set<int64_t> cuts;
  for (int i = 0; i < variable.leaf_count; ++i) {
    const CompiledLeaf& leaf = compiled.leaves[static_cast<size_t>(variable.first_leaf + i)];
    if (leaf.low > variable.minimum && leaf.low <= variable.maximum) cuts.insert(leaf.low);
    if (leaf.high >= variable.minimum && leaf.high < variable.maximum) cuts.insert(leaf.high + 1);
  }
  return {cuts.begin(), cuts.end()};
}

void AddRow(const CompiledVariable& variable, const Reading& reading, Compiled& compiled) {
  for (int i = 0; i < variable.leaf_count; ++i) {
    compiled.rows.push_back(
        Says(compiled.program, compiled.leaves[static_cast<size_t>(variable.first_leaf + i)].node, reading));
  }
  while (compiled.rows.size() % kWord != 0) compiled.rows.push_back(kNever);
}

void FillNumberRows(CompiledVariable& variable, Compiled& compiled) {
  const std::vector<int64_t> cuts = Cuts(compiled, variable);
  variable.first_cut = static_cast<int>(compiled.cuts.size());
  variable.cut_count = static_cast<int>(cuts.size());
  compiled.cuts.insert(compiled.cuts.end(), cuts.begin(), cuts.end());
  Reading reading;
  reading.low = reading.high = variable.minimum;
  AddRow(variable, reading, compiled);
  for (int64_t cut : cuts) {
    reading.low = reading.high = cut;
    AddRow(variable, reading, compiled);
  }
  variable.searched = variable.maximum - variable.minimum >= kTableMax;
  if (variable.searched) return;
  variable.first_class = static_cast<int>(compiled.classes.size());
  uint16_t of = 0;
  for (int64_t value = variable.minimum; value <= variable.maximum; ++value) {
    if (of < cuts.size() && cuts[of] == value) ++of;
    compiled.classes.push_back(of);
  }
}

void FillRowsOf(const Variable& definition, CompiledVariable& variable, Compiled& compiled) {
  variable.kind = definition.kind;
  variable.minimum = definition.minimum;
  variable.maximum = definition.maximum;
  if (variable.leaf_count == 0) return;
  variable.searched = definition.kind == VariableKind::kSet;  // Too many values: compared as they are.
  if (variable.searched) return;
  variable.first_row = static_cast<int>(compiled.rows.size());
  if (definition.kind != VariableKind::kOneOf) return FillNumberRows(variable, compiled);
  variable.first_class = static_cast<int>(compiled.classes.size());
  for (size_t code = 0; code < compiled.program.CodeCount(definition); ++code) {
    Reading reading;
    reading.may.set(code);
    AddRow(variable, reading, compiled);
    compiled.classes.push_back(static_cast<uint16_t>(code));
  }
}

CompiledUse ToUse(int scale, const ScaleItem& item, Compiled& compiled) {
  const Program& program = compiled.program;
  const auto& own = program.scales[static_cast<size_t>(scale)].own_items;
  const Variable& variable = program.variables[static_cast<size_t>(item.variable)];
  const Span unknown = PointsOf(variable, item, UnknownReading(variable, program.CodeCount(variable)));
  const int whole = program.scales[static_cast<size_t>(scale)].part_of;
  CompiledUse use{scale, whole < 0 ? scale : whole, false, -1, unknown.low, unknown.high};
  const auto same = [&](const auto& other) { return other.variable == item.variable; };
  use.counts = std::any_of(own.begin(), own.end(), same);
  if (item.points.empty()) return use;
  use.points = static_cast<int>(compiled.points.size());
  compiled.points.insert(compiled.points.end(), item.points.begin(), item.points.end());
  return use;
}

void LinkItems(Compiled& compiled) {
  compiled.points.assign(1, 0);
  std::vector<std::vector<CompiledUse>> uses(compiled.variables.size());
  for (size_t s = 0; s < compiled.program.scales.size(); ++s) {
    for (const ScaleItem& item : compiled.program.scales[s].items) {
      uses[static_cast<size_t>(item.variable)].push_back(ToUse(static_cast<int>(s), item, compiled));
    }
  }
  const int none = static_cast<int>(compiled.program.scales.size());
  for (size_t v = 0; v < uses.size(); ++v) {
    CompiledVariable& variable = compiled.variables[v];
    variable.total_group = static_cast<int16_t>(none);
    variable.first_use = static_cast<int>(compiled.uses.size());
    variable.use_count = static_cast<int16_t>(uses[v].size());
    compiled.uses.insert(compiled.uses.end(), uses[v].begin(), uses[v].end());
  }
}

void AddImplication(const ProgramImplication& implication, int slot, Compiled& compiled) {
  CompiledImplication& added = compiled.implications.emplace_back();
  added.slot = slot;
  added.begin = static_cast<int>(compiled.conclusions.size());
  for (const ProgramConclusion& from : implication.conclusions) {
    const Variable& variable = compiled.program.variables[static_cast<size_t>(from.variable)];
    CompiledConclusion conclusion;
    conclusion.variable = from.variable;
    conclusion.kind = from.kind;
    conclusion.value = from.number;
    if (from.code >= 0) conclusion.value = static_cast<int64_t>(uint64_t{1} << from.code);
    if (variable.none_code >= 0) conclusion.none = uint64_t{1} << variable.none_code;
    const Reading unknown = UnknownReading(variable, compiled.program.CodeCount(variable));
    conclusion.known = Agrees(variable, from, unknown);
    conclusion.reading = WithConclusion(variable, from, unknown);
    compiled.conclusions.push_back(conclusion);
  }
  added.end = static_cast<int>(compiled.conclusions.size());
}

}  // namespace

Slot Says(const Program& program, int node, const Reading& reading) {
  return ToSlot(EvaluateReading(program.nodes[static_cast<size_t>(node)], reading, kNoReading));
}

void FillRows(Compiled& compiled) {
  compiled.classes.assign(1, 0);  // Of variables without comparisons.
  compiled.rows.assign(kWord, kNever);
  for (size_t v = 0; v < compiled.variables.size(); ++v) {
    FillRowsOf(compiled.program.variables[v], compiled.variables[v], compiled);
  }
}

void LinkScales(Compiled& compiled) {
  LinkItems(compiled);
  const Program& program = compiled.program;
  auto at = [&](int variable) -> CompiledVariable& { return compiled.variables[static_cast<size_t>(variable)]; };
  compiled.scale_groups.resize(program.scales.size());
  for (size_t s = 0; s < program.scales.size(); ++s) {
    const ProgramScale& scale = program.scales[s];
    const int number = static_cast<int>(s);
    at(scale.total_variable).total_group = static_cast<int16_t>(scale.part_of < 0 ? number : scale.part_of);
    std::vector<int>& group = compiled.scale_groups[static_cast<size_t>(scale.part_of < 0 ? number : scale.part_of)];
    if (scale.part_of < 0) {
      group.push_back(number);
    } else {
      group.insert(group.begin(), number);
    }
  }
  for (size_t s = 0; s < program.scales.size(); ++s) {
    if (program.scales[s].part_of < 0) continue;
    compiled.scale_groups[s] = compiled.scale_groups[static_cast<size_t>(program.scales[s].part_of)];
  }
}

void AddImplications(const std::vector<int>& slots, Compiled& compiled) {
  const auto& implications = compiled.program.implications;
  for (bool skip_rules : {false, true}) {
    if (skip_rules) compiled.first_skip_rule = static_cast<int>(compiled.implications.size());
    for (size_t i = 0; i < implications.size(); ++i) {
      if (implications[i].skip_rule == skip_rules) AddImplication(implications[i], slots[i], compiled);
    }
  }
}

}  // namespace baken::engine_internal
