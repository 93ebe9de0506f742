#include "rules/engine/compiled.h"

#include <algorithm>
#include <map>
#include <set>

#include "rules/engine/dependencies.h"
#include "rules/engine/nodes.h"
#include "rules/engine/points.h"
#include "rules/engine/step_builder.h"

namespace baken::engine_internal {
namespace {

// Above this many values, classes are searched for and not looked up.
constexpr int64_t kTableMax = 4096;

// Rows are copied in whole words.
constexpr size_t kWord = 8;

const Reading kNoReading;

Slot Says(const Program& program, int node, const Reading& reading) {
  return ToSlot(EvaluateReading(program.nodes[static_cast<size_t>(node)], reading, kNoReading));
}

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
  if (variable.maximum - variable.minimum >= kTableMax) return;
  variable.first_class = static_cast<int>(compiled.classes.size());
  uint16_t of = 0;
  for (int64_t value = variable.minimum; value <= variable.maximum; ++value) {
    if (of < cuts.size() && cuts[of] == value) ++of;
    compiled.classes.push_back(of);
  }
}

void FillRows(const Variable& definition, CompiledVariable& variable, Compiled& compiled) {
  variable.kind = definition.kind;
  variable.minimum = definition.minimum;
  variable.maximum = definition.maximum;
  if (definition.kind == VariableKind::kSet) return;  // Too many values: compared as they are.
  variable.first_row = static_cast<int>(compiled.rows.size());
  if (definition.kind != VariableKind::kOneOf) return FillNumberRows(variable, compiled);
  for (size_t code = 0; code < compiled.program.CodeCount(definition); ++code) {
    Reading reading;
    reading.may.set(code);
    AddRow(variable, reading, compiled);
  }
}

// Who reads which slot, told to those who own it.
void TellReaders(Compiled& compiled, int slot, int reader) {
  if (slot >= compiled.first_step_slot) {
    compiled.step_readers[static_cast<size_t>(slot - compiled.first_step_slot)].push_back(reader);
    return;
  }
  for (CompiledPair& pair : compiled.pairs) {
    if (pair.slot == slot) return pair.readers.push_back(reader);
  }
  auto after = std::upper_bound(compiled.variables.begin(), compiled.variables.end(), slot,
                                [](int at, const CompiledVariable& variable) { return at < variable.first_slot; });
  if (after == compiled.variables.begin()) return;  // A constant.
  const auto owner = std::prev(after) - compiled.variables.begin();
  compiled.variable_readers[static_cast<size_t>(owner)].push_back(reader);
}

void FindStepReaders(Compiled& compiled, const CompiledRun& run) {
  for (int step = run.begin; step < run.end; ++step) {
    const CompiledStep& at = compiled.steps[static_cast<size_t>(step)];
    if (run.kind == NodeKind::kAtLeast) {
      for (int slot : compiled.counts[at.a].slots) TellReaders(compiled, slot, step);
    } else if (run.kind == NodeKind::kFamily) {
      for (const CompiledFamilyMember& member : compiled.families[at.a].members) {
        TellReaders(compiled, member.positive, step);
        TellReaders(compiled, member.negative, step);
        compiled.scale_readers[static_cast<size_t>(member.scale)].push_back(step);
      }
    } else {
      TellReaders(compiled, static_cast<int>(at.a), step);
      TellReaders(compiled, static_cast<int>(at.b), step);
    }
  }
}

void KeepOnce(std::vector<int>& readers) {
  std::sort(readers.begin(), readers.end());
  readers.erase(std::unique(readers.begin(), readers.end()), readers.end());
}

void FindReaders(Compiled& compiled) {
  compiled.variable_readers.resize(compiled.variables.size());
  compiled.step_readers.resize(compiled.steps.size());
  compiled.scale_readers.resize(compiled.program.scales.size());
  for (const CompiledRun& run : compiled.runs) FindStepReaders(compiled, run);
  for (size_t f = 0; f < compiled.finding_slots.size(); ++f) {
    for (int slot : compiled.finding_slots[f]) {
      TellReaders(compiled, slot, compiled.first_finding_reader() + static_cast<int>(f));
    }
  }
  for (auto& readers : compiled.step_readers) KeepOnce(readers);
  for (auto& readers : compiled.scale_readers) KeepOnce(readers);
  for (auto& pair : compiled.pairs) KeepOnce(pair.readers);
  for (auto& readers : compiled.variable_readers) KeepOnce(readers);
}

void GroupFindings(Compiled& compiled) {
  std::map<int, CompiledFindings> groups;
  for (size_t f = 0; f < compiled.finding_slots.size(); ++f) {
    const std::vector<int>& slots = compiled.finding_slots[f];
    CompiledFindings& group = groups[static_cast<int>(slots.size())];
    group.level_count = static_cast<int>(slots.size());
    group.findings.push_back(static_cast<int>(f));
    group.slots.insert(group.slots.end(), slots.begin(), slots.end());
  }
  for (auto& [count, group] : groups) compiled.finding_groups.push_back(std::move(group));
}

CompiledUse ToUse(int scale, const ScaleItem& item, Compiled& compiled) {
  const Program& program = compiled.program;
  const auto& own = program.scales[static_cast<size_t>(scale)].own_items;
  const Variable& variable = program.variables[static_cast<size_t>(item.variable)];
  const Span unknown = PointsOf(variable, item, UnknownReading(variable, program.CodeCount(variable)));
  CompiledUse use{scale, false, -1, unknown.low, unknown.high};
  use.counts = std::any_of(own.begin(), own.end(), [&](const auto& other) { return other.variable == item.variable; });
  if (item.points.empty()) return use;
  use.points = static_cast<int>(compiled.points.size());
  compiled.points.insert(compiled.points.end(), item.points.begin(), item.points.end());
  return use;
}

void LinkItems(Compiled& compiled) {
  std::vector<std::vector<CompiledUse>> uses(compiled.variables.size());
  for (size_t s = 0; s < compiled.program.scales.size(); ++s) {
    for (const ScaleItem& item : compiled.program.scales[s].items) {
      uses[static_cast<size_t>(item.variable)].push_back(ToUse(static_cast<int>(s), item, compiled));
    }
  }
  for (size_t v = 0; v < uses.size(); ++v) {
    CompiledVariable& variable = compiled.variables[v];
    variable.first_use = static_cast<int>(compiled.uses.size());
    variable.use_count = static_cast<int>(uses[v].size());
    variable.kept = !uses[v].empty();
    compiled.uses.insert(compiled.uses.end(), uses[v].begin(), uses[v].end());
  }
}

void LinkScales(Compiled& compiled) {
  const Program& program = compiled.program;
  auto at = [&](int variable) -> CompiledVariable& { return compiled.variables[static_cast<size_t>(variable)]; };
  compiled.scale_groups.resize(program.scales.size());
  for (size_t s = 0; s < program.scales.size(); ++s) {
    const ProgramScale& scale = program.scales[s];
    const int number = static_cast<int>(s);
    at(scale.total_variable).total_of = number;
    at(scale.total_variable).kept = true;
    at(scale.variable).score_of = number;
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

void AddImplication(const ProgramImplication& implication, int slot, Compiled& compiled) {
  CompiledImplication& added = compiled.implications.emplace_back();
  added.slot = slot;
  added.begin = static_cast<int>(compiled.conclusions.size());
  for (const ProgramConclusion& from : implication.conclusions) {
    const Variable& variable = compiled.program.variables[static_cast<size_t>(from.variable)];
    CompiledConclusion conclusion{from.variable, from.kind, from.number, 0};
    if (from.code >= 0) conclusion.value = static_cast<int64_t>(uint64_t{1} << from.code);
    if (variable.none_code >= 0) conclusion.none = uint64_t{1} << variable.none_code;
    compiled.conclusions.push_back(conclusion);
  }
  added.end = static_cast<int>(compiled.conclusions.size());
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

void MarkKept(Compiled& compiled) {
  const Program& program = compiled.program;
  auto keep = [&](int variable) { compiled.variables[static_cast<size_t>(variable)].kept = true; };
  for (const CompiledPair& pair : compiled.pairs) {
    const Node& node = program.nodes[static_cast<size_t>(pair.node)];
    for (int variable : {node.variable, node.other}) {
      keep(variable);
      compiled.variables[static_cast<size_t>(variable)].paired = true;
    }
  }
  std::vector<int> nodes;
  for (const ProgramImpossible& impossible : program.impossible) nodes.push_back(impossible.node);
  for (const ProgramImplication& implication : program.implications) {
    nodes.push_back(implication.node);
    for (const ProgramConclusion& conclusion : implication.conclusions) {
      keep(conclusion.variable);
      compiled.variables[static_cast<size_t>(conclusion.variable)].closing = true;
    }
  }
  for (int variable : BearingVariables(program, nodes))
    compiled.variables[static_cast<size_t>(variable)].closing = true;
}

void FillNothingKnown(Compiled& compiled) {
  const Program& program = compiled.program;
  compiled.nothing_known.assign(static_cast<size_t>(compiled.first_step_slot), kNever);
  compiled.nothing_known[1] = kSurely;
  for (const Variable& at : program.variables) {
    compiled.unknown.push_back(UnknownReading(at, program.CodeCount(at)));
  }
  auto unknown = [&](int variable) -> const Reading& { return compiled.unknown[static_cast<size_t>(variable)]; };
  for (size_t v = 0; v < compiled.variables.size(); ++v) {
    const CompiledVariable& variable = compiled.variables[v];
    for (int i = 0; i < variable.leaf_count; ++i) {
      compiled.nothing_known[static_cast<size_t>(variable.first_slot + i)] = Says(
          program, compiled.leaves[static_cast<size_t>(variable.first_leaf + i)].node, unknown(static_cast<int>(v)));
    }
  }
  for (const CompiledPair& pair : compiled.pairs) {
    const Node& node = program.nodes[static_cast<size_t>(pair.node)];
    compiled.nothing_known[static_cast<size_t>(pair.slot)] =
        ToSlot(EvaluateReading(node, unknown(node.variable), unknown(node.other)));
  }
}

}  // namespace

Compiled::Compiled(const Program& of) : program(of) {
  variables.resize(program.variables.size());
  StepBuilder builder(program);
  std::vector<int> impossible;
  std::vector<int> implied;
  std::vector<std::vector<int>> levels;
  for (const ProgramImpossible& at : program.impossible) impossible.push_back(builder.ClosingTerm(at.node));
  for (const ProgramImplication& at : program.implications) implied.push_back(builder.ClosingTerm(at.node));
  for (const ProgramFinding& finding : program.findings) {
    levels.emplace_back();
    for (const ProgramLevel& level : finding.levels) levels.back().push_back(builder.Term(level.node));
  }
  builder.Lay(*this);
  for (int term : impossible) impossible_slots.push_back(builder.SlotOf(term));
  for (int& term : implied) term = builder.SlotOf(term);
  for (const std::vector<int>& terms : levels) {
    finding_slots.emplace_back();
    for (int term : terms) finding_slots.back().push_back(builder.SlotOf(term));
  }
  for (size_t v = 0; v < variables.size(); ++v) FillRows(program.variables[v], variables[v], *this);
  LinkItems(*this);
  LinkScales(*this);
  AddImplications(implied, *this);
  MarkKept(*this);
  FindReaders(*this);
  GroupFindings(*this);
  FillNothingKnown(*this);
}

}  // namespace baken::engine_internal
