#include "rules/engine/compiled_evaluator.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "rules/engine/conclusions.h"
#include "rules/engine/nodes.h"

namespace baken::engine_internal {
namespace {

constexpr int kWord = 8;
constexpr int kBits = 64;

}  // namespace

CompiledEvaluator::CompiledEvaluator(const Compiled& compiled)
    : compiled_(compiled), readings_(compiled.variables.size()), verdicts_(compiled.finding_slots.size()) {
  for (const ProgramScale& scale : compiled.program.scales) {
    const Variable& score = compiled.program.variables[static_cast<size_t>(scale.variable)];
    ScaleNow now;
    if (scale.items.empty()) now.items = {score.minimum, score.maximum};
    for (const ScaleItem& item : scale.own_items) {
      const size_t variable = static_cast<size_t>(item.variable);
      const Span span = PointsOf(compiled.program.variables[variable], item, compiled.unknown[variable]);
      now.items = {now.items.low + span.low, now.items.high + span.high};
    }
    now.resolved = now.now = {score.minimum, score.maximum};
    scales_unknown_.push_back(now);
  }
  const size_t readers = compiled.steps.size() + compiled.finding_slots.size();
  marked_.resize(readers / kBits + 1);
  slots_.resize(static_cast<size_t>(compiled.first_step_slot) + compiled.steps.size());
  Conclude({});
}

void CompiledEvaluator::Reset() {
  std::memcpy(slots_.data(), compiled_.nothing_known.data(), compiled_.nothing_known.size());
  presence_.assign(compiled_.variables.size(), Presence::kAbsent);
  scales_ = scales_unknown_;
  touched_.clear();
  before_.clear();
  std::fill(marked_.begin(), marked_.end(), 0);
  marking_ = false;
  pairs_changed_ = false;
}

bool CompiledEvaluator::Conclude(const std::vector<KnownVariable>& known) {
  Reset();
  for (const KnownVariable& at : known) Place(at.variable, at.presence, at.reading);
  all_ = true;
  closed_ = Close();
  return closed_ && Finish();
}

void CompiledEvaluator::Change(const KnownVariable& known) {
  const CompiledVariable& at = compiled_.variables[static_cast<size_t>(known.variable)];
  marking_ = !all_;
  if (at.closing) {
    Reopen();
    closed_ = false;
  }
  const bool absent = known.presence == Presence::kAbsent || known.presence == Presence::kDeclined;
  Place(known.variable, absent ? Presence::kAbsent : known.presence,
        absent ? compiled_.unknown[static_cast<size_t>(known.variable)] : known.reading);
}

bool CompiledEvaluator::Update() {
  marking_ = !all_;
  if (!closed_) {
    Reopen();
    closed_ = Close();
    if (!closed_) return false;
  } else {
    if (!RefreshScores()) return false;
    RefreshPairs();
  }
  return Finish();
}

// The steps after the closing ones, and the findings: all of them, or those marked.
bool CompiledEvaluator::Finish() {
  if (all_) {
    Run(compiled_.runs);
    ConcludeFindings();
    std::fill(marked_.begin(), marked_.end(), 0);
  } else {
    MarkClosingSteps();
    RunMarked();
  }
  const auto first = slots_.begin() + compiled_.first_step_slot;
  closing_before_.assign(first, first + compiled_.closing_end);
  all_ = false;
  return true;
}

const Reading& CompiledEvaluator::Now(int variable) const {
  const size_t at = static_cast<size_t>(variable);
  return presence_[at] == Presence::kAbsent ? compiled_.unknown[at] : readings_[at];
}

void CompiledEvaluator::Place(int variable, Presence presence, const Reading& reading) {
  const size_t index = static_cast<size_t>(variable);
  const CompiledVariable& at = compiled_.variables[index];
  if (!at.uses.empty()) AddToScales(at, variable, presence, reading);
  if (at.total_of >= 0) Touch(at.total_of);
  presence_[index] = presence;
  if (at.kept) readings_[index] = reading;
  if (at.paired) pairs_changed_ = true;
  SetLeaves(variable, reading);
}

const Slot* CompiledEvaluator::Row(const CompiledVariable& at, int variable, const Reading& reading) const {
  const Variable& definition = compiled_.program.variables[static_cast<size_t>(variable)];
  size_t row = 0;
  switch (definition.kind) {
    case VariableKind::kSet:
      return nullptr;
    case VariableKind::kOneOf: {
      const uint64_t may = reading.may.to_ullong();
      if (!std::has_single_bit(may)) return nullptr;
      row = static_cast<size_t>(std::countr_zero(may));
      break;
    }
    default:
      if (reading.low != reading.high) return nullptr;
      row = at.class_of.empty()
                ? static_cast<size_t>(std::upper_bound(at.cuts.begin(), at.cuts.end(), reading.low) - at.cuts.begin())
                : at.class_of[static_cast<size_t>(reading.low - definition.minimum)];
  }
  return &at.rows[row * static_cast<size_t>(at.stride)];
}

void CompiledEvaluator::SetLeaves(int variable, const Reading& reading) {
  const CompiledVariable& at = compiled_.variables[static_cast<size_t>(variable)];
  if (at.leaves.empty()) return;
  Slot* to = &slots_[static_cast<size_t>(at.first_slot)];
  bool changed = false;
  if (const Slot* row = Row(at, variable, reading); row != nullptr) {
    for (int i = 0; i < at.stride; i += kWord) {
      changed = changed || (marking_ && std::memcmp(to + i, row + i, kWord) != 0);
      std::memcpy(to + i, row + i, kWord);
    }
  } else {
    static const Reading no_reading;
    for (size_t i = 0; i < at.leaves.size(); ++i) {
      const Node& node = compiled_.program.nodes[static_cast<size_t>(at.leaves[i])];
      const Slot slot = ToSlot(EvaluateReading(node, reading, no_reading));
      changed = changed || to[i] != slot;
      to[i] = slot;
    }
  }
  if (changed) Mark(at.readers);
}

void CompiledEvaluator::RefreshPairs() {
  if (!pairs_changed_) return;
  pairs_changed_ = false;
  auto now = [&](int variable) {
    const int score = compiled_.variables[static_cast<size_t>(variable)].score_of;
    if (score < 0) return Now(variable);
    Reading reading;
    reading.low = scales_[static_cast<size_t>(score)].now.low;
    reading.high = scales_[static_cast<size_t>(score)].now.high;
    return reading;
  };
  for (const CompiledPair& pair : compiled_.pairs) {
    const Node& node = compiled_.program.nodes[static_cast<size_t>(pair.node)];
    const Slot slot = ToSlot(EvaluateReading(node, now(node.variable), now(node.other)));
    if (slots_[static_cast<size_t>(pair.slot)] != slot) Mark(pair.readers);
    slots_[static_cast<size_t>(pair.slot)] = slot;
  }
}

// As the reference evaluator: scores, then conditions, then conclusions, until nothing changes.
bool CompiledEvaluator::Close() {
  for (bool first = true;; first = false) {
    if (!RefreshScores()) return false;
    RefreshPairs();
    Run(compiled_.closing_runs);
    auto holds = [&](int slot) { return slots_[static_cast<size_t>(slot)] == kSurely; };
    if (first && std::any_of(compiled_.impossible_slots.begin(), compiled_.impossible_slots.end(), holds)) return false;
    bool contradictory = false;
    const bool changed = ApplyAll(/*skip_rules=*/false, contradictory) || ApplyAll(/*skip_rules=*/true, contradictory);
    if (contradictory) return false;
    if (!changed) return true;
  }
}

// Takes back what implications filled in.
void CompiledEvaluator::Reopen() {
  for (auto at = before_.rbegin(); at != before_.rend(); ++at) Place(at->variable, at->presence, at->reading);
  before_.clear();
}

bool CompiledEvaluator::ApplyAll(bool skip_rules, bool& contradictory) {
  bool changed = false;
  for (size_t i = 0; i < compiled_.implication_slots.size(); ++i) {
    if (slots_[static_cast<size_t>(compiled_.implication_slots[i])] != kSurely) continue;
    const ProgramImplication& implication = compiled_.program.implications[i];
    if (implication.skip_rule != skip_rules) continue;
    for (const ProgramConclusion& conclusion : implication.conclusions) {
      changed = Apply(implication, conclusion, contradictory) || changed;
      if (contradictory) return true;
    }
  }
  return changed;
}

bool CompiledEvaluator::Apply(const ProgramImplication& implication, const ProgramConclusion& conclusion,
                              bool& contradictory) {
  const size_t index = static_cast<size_t>(conclusion.variable);
  const Variable& variable = compiled_.program.variables[index];
  const Reading now = Now(conclusion.variable);
  if (Agrees(variable, conclusion, now)) return false;
  const Presence presence = presence_[index];
  const bool missing = presence == Presence::kAbsent;
  if (!missing && !HasRoom(conclusion, now)) {
    contradictory = !implication.skip_rule;
    return false;
  }
  before_.push_back({conclusion.variable, presence, now});
  Place(conclusion.variable, missing ? Presence::kImplied : presence, WithConclusion(variable, conclusion, now));
  return true;
}

}  // namespace baken::engine_internal
