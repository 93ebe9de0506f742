#include "rules/engine/compiled.h"

#include <algorithm>
#include <map>
#include <set>

#include "rules/engine/dependencies.h"
#include "rules/engine/nodes.h"
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
std::vector<int64_t> Cuts(const Program& program, const Variable& variable, const std::vector<int>& leaves) {
  std::set<int64_t> cuts;
  for (int leaf : leaves) {
    const Node& node = program.nodes[static_cast<size_t>(leaf)];
    if (node.low > variable.minimum && node.low <= variable.maximum) cuts.insert(node.low);
    if (node.high >= variable.minimum && node.high < variable.maximum) cuts.insert(node.high + 1);
  }
  return {cuts.begin(), cuts.end()};
}

void AddRow(const Program& program, const Reading& reading, CompiledVariable& compiled) {
  for (int leaf : compiled.leaves) compiled.rows.push_back(Says(program, leaf, reading));
  while (compiled.rows.size() % kWord != 0) compiled.rows.push_back(kNever);
}

void FillNumberRows(const Program& program, const Variable& variable, CompiledVariable& compiled) {
  compiled.cuts = Cuts(program, variable, compiled.leaves);
  Reading reading;
  reading.low = reading.high = variable.minimum;
  AddRow(program, reading, compiled);
  for (int64_t cut : compiled.cuts) {
    reading.low = reading.high = cut;
    AddRow(program, reading, compiled);
  }
  if (variable.maximum - variable.minimum >= kTableMax) return;
  uint16_t of = 0;
  for (int64_t value = variable.minimum; value <= variable.maximum; ++value) {
    if (of < compiled.cuts.size() && compiled.cuts[of] == value) ++of;
    compiled.class_of.push_back(of);
  }
}

void FillRows(const Program& program, const Variable& variable, CompiledVariable& compiled) {
  compiled.stride = static_cast<int>((compiled.leaves.size() + kWord - 1) / kWord * kWord);
  if (variable.kind == VariableKind::kSet) return;  // Too many values: compared as they are.
  if (variable.kind != VariableKind::kOneOf) return FillNumberRows(program, variable, compiled);
  for (size_t code = 0; code < program.CodeCount(variable); ++code) {
    Reading reading;
    reading.may.set(code);
    AddRow(program, reading, compiled);
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
  if (after != compiled.variables.begin()) std::prev(after)->readers.push_back(reader);
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
  for (auto& variable : compiled.variables) KeepOnce(variable.readers);
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

void LinkScales(Compiled& compiled) {
  const Program& program = compiled.program;
  auto at = [&](int variable) -> CompiledVariable& { return compiled.variables[static_cast<size_t>(variable)]; };
  compiled.scale_groups.resize(program.scales.size());
  for (size_t s = 0; s < program.scales.size(); ++s) {
    const ProgramScale& scale = program.scales[s];
    const int number = static_cast<int>(s);
    for (size_t i = 0; i < scale.items.size(); ++i) {
      const int variable = scale.items[i].variable;
      const bool own = std::any_of(scale.own_items.begin(), scale.own_items.end(),
                                   [&](const ScaleItem& item) { return item.variable == variable; });
      at(variable).uses.push_back({number, static_cast<int>(i), own});
      at(variable).kept = true;
    }
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
    for (size_t i = 0; i < variable.leaves.size(); ++i) {
      compiled.nothing_known[static_cast<size_t>(variable.first_slot) + i] =
          Says(program, variable.leaves[i], unknown(static_cast<int>(v)));
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
  for (int term : implied) implication_slots.push_back(builder.SlotOf(term));
  for (const std::vector<int>& terms : levels) {
    finding_slots.emplace_back();
    for (int term : terms) finding_slots.back().push_back(builder.SlotOf(term));
  }
  for (size_t v = 0; v < variables.size(); ++v) FillRows(program, program.variables[v], variables[v]);
  LinkScales(*this);
  MarkKept(*this);
  FindReaders(*this);
  GroupFindings(*this);
  FillNothingKnown(*this);
}

}  // namespace baken::engine_internal
