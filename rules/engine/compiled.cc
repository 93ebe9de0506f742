#include "rules/engine/compiled.h"

#include <algorithm>
#include <map>

#include "rules/engine/compiled_tables.h"
#include "rules/engine/dependencies.h"
#include "rules/engine/nodes.h"
#include "rules/engine/step_builder.h"

namespace baken::engine_internal {
namespace {

// Who reads which slot, told to those who own it.
class Owners {
 public:
  explicit Owners(Compiled& compiled)
      : of_slot_(static_cast<size_t>(compiled.first_step_slot) + compiled.steps.size(), nullptr) {
    compiled.variable_readers.resize(compiled.variables.size());
    compiled.step_readers.resize(compiled.steps.size());
    for (size_t v = 0; v < compiled.variables.size(); ++v) {
      const CompiledVariable& variable = compiled.variables[v];
      for (int i = 0; i < variable.leaf_count; ++i) Of(variable.first_slot + i) = &compiled.variable_readers[v];
    }
    for (CompiledPair& pair : compiled.pairs) Of(pair.slot) = &pair.readers;
    for (size_t step = 0; step < compiled.steps.size(); ++step) {
      Of(compiled.first_step_slot + static_cast<int>(step)) = &compiled.step_readers[step];
    }
  }

  void Tell(int slot, int reader) {
    if (Of(slot) != nullptr) Of(slot)->push_back(reader);  // Nobody owns a constant.
  }

 private:
  std::vector<int>*& Of(int slot) { return of_slot_[static_cast<size_t>(slot)]; }

  std::vector<std::vector<int>*> of_slot_;
};

void FindStepReaders(Compiled& compiled, const CompiledRun& run, Owners& owners) {
  for (int step = run.begin; step < run.end; ++step) {
    const CompiledStep& at = compiled.steps[static_cast<size_t>(step)];
    if (run.kind == NodeKind::kAtLeast) {
      for (int slot : compiled.counts[at.a].slots) owners.Tell(slot, step);
    } else if (run.kind == NodeKind::kFamily) {
      for (const CompiledFamilyMember& member : compiled.families[at.a].members) {
        owners.Tell(member.positive, step);
        owners.Tell(member.negative, step);
        compiled.scale_readers[static_cast<size_t>(member.scale)].push_back(step);
      }
    } else {
      owners.Tell(static_cast<int>(at.a), step);
      owners.Tell(static_cast<int>(at.b), step);
    }
  }
}

void KeepOnce(std::vector<int>& readers) {
  std::sort(readers.begin(), readers.end());
  readers.erase(std::unique(readers.begin(), readers.end()), readers.end());
}

void FindReaders(Compiled& compiled) {
  Owners owners(compiled);
  compiled.scale_readers.resize(compiled.program.scales.size());
  for (const CompiledRun& run : compiled.runs) FindStepReaders(compiled, run, owners);
  for (size_t f = 0; f < compiled.finding_slots.size(); ++f) {
    for (int slot : compiled.finding_slots[f]) {
      owners.Tell(slot, compiled.first_finding_reader() + static_cast<int>(f));
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
    if (slots.size() == 2 && slots[1] == 1) {  // The default always holds.
      compiled.choices.push_back({static_cast<int>(f), slots[0]});
      continue;
    }
    CompiledFindings& group = groups[static_cast<int>(slots.size())];
    group.level_count = static_cast<int>(slots.size());
    group.findings.push_back(static_cast<int>(f));
    group.slots.insert(group.slots.end(), slots.begin(), slots.end());
  }
  for (auto& [count, group] : groups) compiled.finding_groups.push_back(std::move(group));
}

void MarkVariables(Compiled& compiled) {
  const Program& program = compiled.program;
  for (const CompiledPair& pair : compiled.pairs) {
    const Node& node = program.nodes[static_cast<size_t>(pair.node)];
    for (int variable : {node.variable, node.other}) {
      compiled.variables[static_cast<size_t>(variable)].paired = true;
    }
  }
  std::vector<int> nodes;
  for (const ProgramImpossible& impossible : program.impossible) nodes.push_back(impossible.node);
  for (const ProgramImplication& implication : program.implications) {
    nodes.push_back(implication.node);
    for (const ProgramConclusion& conclusion : implication.conclusions) {
      compiled.variables[static_cast<size_t>(conclusion.variable)].closing = true;
    }
  }
  for (int variable : BearingVariables(program, nodes)) {
    compiled.variables[static_cast<size_t>(variable)].closing = true;
    compiled.variables[static_cast<size_t>(variable)].feeds = true;
  }
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
  FillRows(*this);
  LinkScales(*this);
  AddImplications(implied, *this);
  MarkVariables(*this);
  AddEffects(*this);
  FindReaders(*this);
  GroupFindings(*this);
  FillNothingKnown(*this);
}

}  // namespace baken::engine_internal
