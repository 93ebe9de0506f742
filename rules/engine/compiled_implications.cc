// Implications of a compiled program, until they come to rest.
#include <algorithm>
#include <bit>

#include "rules/engine/compiled_place.h"

namespace baken::engine_internal {
namespace {

constexpr int kBits = 64;

using ConclusionKind = ProgramConclusion::Kind;

// The three as in conclusions.h.
bool Agrees(VariableKind kind, const CompiledConclusion& conclusion, const Reading& reading) {
  const uint64_t bit = static_cast<uint64_t>(conclusion.value);
  const uint64_t in = reading.in.to_ullong();
  if (conclusion.kind == ConclusionKind::kIncludes) return (in & bit) != 0;
  if (conclusion.kind == ConclusionKind::kNone) {
    return conclusion.none != 0 ? (in & conclusion.none) != 0 : reading.may.none();
  }
  if (kind == VariableKind::kOneOf) return reading.may.to_ullong() == bit;
  return reading.low == conclusion.value && reading.high == conclusion.value;
}

bool HasRoom(const CompiledConclusion& conclusion, const Reading& reading) {
  const uint64_t bit = static_cast<uint64_t>(conclusion.value);
  if (conclusion.kind == ConclusionKind::kIncludes) return (reading.may.to_ullong() & bit) != 0;
  return conclusion.kind == ConclusionKind::kNone && reading.in.none();
}

Reading WithConclusion(VariableKind kind, const CompiledConclusion& conclusion, Reading reading) {
  const CodeMask bit(static_cast<uint64_t>(conclusion.value));
  const CodeMask none(conclusion.none);
  if (conclusion.kind == ConclusionKind::kIncludes) {
    reading.in = (reading.in | bit) & ~none;
    reading.may = (reading.may | bit) & ~none;
  } else if (conclusion.kind == ConclusionKind::kNone) {
    reading.in = reading.may = none;
  } else if (kind == VariableKind::kOneOf) {
    reading.may = bit;
  } else {
    reading.low = reading.high = conclusion.value;
  }
  return reading;
}

}  // namespace

// As the reference evaluator: scores, then conditions, then conclusions, until nothing changes that conditions go by.
bool CompiledEvaluator::Close() {
  waiting_.assign(holding_.size(), ~uint64_t{0});
  for (bool first = true;; first = false) {
    if (!RefreshScores()) return false;
    RefreshPairs();
    Run(compiled_.closing_runs);
    auto holds = [&](int slot) { return slots_[static_cast<size_t>(slot)] == kSurely; };
    if (first && std::any_of(compiled_.impossible_slots.begin(), compiled_.impossible_slots.end(), holds)) return false;
    FindHolding();
    fed_ = false;
    if (!ApplyAll(/*skip_rules=*/false)) return false;
    if (!fed_ && !ApplyAll(/*skip_rules=*/true)) return false;
    if (fed_) continue;
    if (!RefreshScores()) return false;
    RefreshPairs();
    return true;
  }
}

// Takes back what implications filled in.
void CompiledEvaluator::Reopen() {
  for (auto at = widened_.rbegin(); at != widened_.rend(); ++at) Place(at->variable, at->presence, at->reading);
  for (int variable : filled_) {
    Place(variable, Presence::kAbsent, compiled_.unknown[static_cast<size_t>(variable)]);
  }
  widened_.clear();
  filled_.clear();
}

// Of those waiting; false when one contradicts what is known. One that held has done what it can: what it concludes
// stays so, or finds no room, as long as nothing contradicts.
bool CompiledEvaluator::ApplyAll(bool skip_rules) {
  const int begin = skip_rules ? compiled_.first_skip_rule : 0;
  const int end = skip_rules ? static_cast<int>(compiled_.implications.size()) : compiled_.first_skip_rule;
  contradictory_ = false;
  for (int first = begin / kBits * kBits; first < end; first += kBits) {
    uint64_t& waiting = waiting_[static_cast<size_t>(first / kBits)];
    uint64_t now = waiting & holding_[static_cast<size_t>(first / kBits)];
    if (first < begin) now &= ~uint64_t{0} << (begin - first);
    if (first + kBits > end) now &= (uint64_t{1} << (end - first)) - 1;
    waiting &= ~now;
    for (; now != 0; now &= now - 1) {
      const auto& implication = compiled_.implications[static_cast<size_t>(first + std::countr_zero(now))];
      for (int i = implication.begin; i < implication.end; ++i) {
        Apply(compiled_.conclusions[static_cast<size_t>(i)], skip_rules);
        if (contradictory_) return false;
      }
    }
  }
  return true;
}

// Which implications certainly hold before a pass changes anything.
void CompiledEvaluator::FindHolding() {
  const CompiledImplication* implications = compiled_.implications.data();
  const int count = static_cast<int>(compiled_.implications.size());
  const Slot* slots = slots_.data();
  for (int first = 0; first < count; first += kBits) {
    const int end = std::min(count, first + kBits);
    uint64_t holding = 0;
    for (int i = first; i < end; ++i) holding |= static_cast<uint64_t>(slots[implications[i].slot] & 1) << (i - first);
    holding_[static_cast<size_t>(first / kBits)] = holding;
  }
}

void CompiledEvaluator::Apply(const CompiledConclusion& conclusion, bool skip_rule) {
  const size_t index = static_cast<size_t>(conclusion.variable);
  const CompiledVariable& at = compiled_.variables[index];
  const Presence presence = presence_[index];
  if (presence == Presence::kAbsent) {
    if (conclusion.known) return;
    filled_.push_back(conclusion.variable);
    PlaceFresh(conclusion.variable, Presence::kImplied, conclusion.reading);
  } else {
    const Reading now = readings_[index];
    if (Agrees(at.kind, conclusion, now)) return;
    if (!HasRoom(conclusion, now)) {
      contradictory_ = !skip_rule;
      return;
    }
    widened_.push_back({conclusion.variable, presence, now});
    Place(conclusion.variable, presence, WithConclusion(at.kind, conclusion, now));
  }
  fed_ = fed_ || at.feeds;
}

}  // namespace baken::engine_internal
