#include "rules/engine/compiled_evaluator.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "rules/engine/nodes.h"

namespace baken::engine_internal {
namespace {

constexpr int kWord = 8;
constexpr int kBits = 64;

// As EvaluateReading says of a comparison with one variable.
Slot LeafValue(VariableKind kind, const CompiledLeaf& leaf, const Reading& reading) {
  const uint64_t mask = static_cast<uint64_t>(leaf.low);
  const uint64_t may = reading.may.to_ullong();
  bool certain = reading.low >= leaf.low && reading.high <= leaf.high;
  bool never = reading.high < leaf.low || reading.low > leaf.high;
  if (kind == VariableKind::kSet) {
    certain = (reading.in.to_ullong() & mask) != 0;
    never = (may & mask) == 0;
  } else if (kind == VariableKind::kOneOf) {
    certain = (may & ~mask) == 0;
    never = (may & mask) == 0;
  }
  if (leaf.negated) std::swap(certain, never);
  return certain ? kSurely : never ? kNever : kMaybe;
}

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
  holding_.resize(compiled.implications.size() / kBits + 1);
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
  if (at.use_count > 0) AddToScales(at, variable, presence, reading);
  if (at.total_of >= 0) Touch(at.total_group);
  presence_[index] = presence;
  if (at.kept) readings_[index] = reading;
  if (at.paired) pairs_changed_ = true;
  if (at.leaf_count > 0) SetLeaves(variable, at, reading);
}

// The row of a settled value; null for others, and for sets.
const Slot* CompiledEvaluator::Row(const CompiledVariable& at, const Reading& reading) const {
  int row = 0;
  if (at.kind == VariableKind::kSet) return nullptr;
  if (at.kind == VariableKind::kOneOf) {
    const uint64_t may = reading.may.to_ullong();
    if (!std::has_single_bit(may)) return nullptr;
    row = std::countr_zero(may);
  } else {
    if (reading.low != reading.high || reading.low < at.minimum || reading.low > at.maximum) return nullptr;
    if (at.first_class >= 0) {
      row = compiled_.classes[static_cast<size_t>(at.first_class + (reading.low - at.minimum))];
    } else {
      const auto first = compiled_.cuts.begin() + at.first_cut;
      row = static_cast<int>(std::upper_bound(first, first + at.cut_count, reading.low) - first);
    }
  }
  return &compiled_.rows[static_cast<size_t>(at.first_row + row * at.stride)];
}

void CompiledEvaluator::SetLeaves(int variable, const CompiledVariable& at, const Reading& reading) {
  Slot* to = &slots_[static_cast<size_t>(at.first_slot)];
  bool changed = false;
  if (const Slot* row = Row(at, reading); row != nullptr) {
    for (int i = 0; i < at.stride; i += kWord) {
      uint64_t before = 0;
      uint64_t now = 0;
      std::memcpy(&before, to + i, kWord);
      std::memcpy(&now, row + i, kWord);
      std::memcpy(to + i, &now, kWord);
      changed = changed || before != now;
    }
  } else {
    const CompiledLeaf* leaf = &compiled_.leaves[static_cast<size_t>(at.first_leaf)];
    for (int i = 0; i < at.leaf_count; ++i) {
      const Slot slot = LeafValue(at.kind, leaf[i], reading);
      changed = changed || to[i] != slot;
      to[i] = slot;
    }
  }
  if (changed && marking_) Mark(compiled_.variable_readers[static_cast<size_t>(variable)]);
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

}  // namespace baken::engine_internal
