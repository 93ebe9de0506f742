#include "rules/engine/compiled_evaluator.h"

#include <algorithm>
#include <cstring>

#include "rules/engine/compiled_place.h"
#include "rules/engine/nodes.h"

namespace baken::engine_internal {
namespace {

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
  scales_unknown_.emplace_back();
  touched_.resize(scales_unknown_.size() / kBits + 1);
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
  std::fill(touched_.begin(), touched_.end(), 0);
  filled_.clear();
  widened_.clear();
  std::fill(marked_.begin(), marked_.end(), 0);
  marking_ = false;
  pairs_changed_ = false;
}

bool CompiledEvaluator::Conclude(const std::vector<KnownVariable>& known) {
  Reset();
  for (const KnownVariable& at : known) PlaceFresh(at.variable, at.presence, at.reading);
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

void CompiledEvaluator::RefreshPairs() {
  if (!pairs_changed_) return;
  pairs_changed_ = false;
  auto now = [&](int variable) {
    const Variable& at = compiled_.program.variables[static_cast<size_t>(variable)];
    if (at.origin != VariableOrigin::kScale) return Now(variable);
    const int score = at.element;
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
