// Implications of a compiled program, until they come to rest.
#include <algorithm>
#include <bit>

#include "rules/engine/compiled_evaluator.h"

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

// As the reference evaluator: scores, then conditions, then conclusions, until nothing changes.
bool CompiledEvaluator::Close() {
  waiting_.assign(holding_.size(), ~uint64_t{0});
  for (bool first = true;; first = false) {
    if (!RefreshScores()) return false;
    RefreshPairs();
    Run(compiled_.closing_runs);
    auto holds = [&](int slot) { return slots_[static_cast<size_t>(slot)] == kSurely; };
    if (first && std::any_of(compiled_.impossible_slots.begin(), compiled_.impossible_slots.end(), holds)) return false;
    FindHolding();
    bool contradictory = false;
    const bool changed = ApplyAll(/*skip_rules=*/false, contradictory) ||
                         (!contradictory && ApplyAll(/*skip_rules=*/true, contradictory));
    if (contradictory) return false;
    if (!changed) return true;
  }
}

// Takes back what implications filled in.
void CompiledEvaluator::Reopen() {
  for (auto at = before_.rbegin(); at != before_.rend(); ++at) Place(at->variable, at->presence, at->reading);
  before_.clear();
}

// Of those waiting. One that held has done what it can: what it concludes stays so, or finds no room, as long as
// nothing contradicts.
bool CompiledEvaluator::ApplyAll(bool skip_rules, bool& contradictory) {
  const int begin = skip_rules ? compiled_.first_skip_rule : 0;
  const int end = skip_rules ? static_cast<int>(compiled_.implications.size()) : compiled_.first_skip_rule;
  bool changed = false;
  for (int first = begin / kBits * kBits; first < end; first += kBits) {
    uint64_t& waiting = waiting_[static_cast<size_t>(first / kBits)];
    uint64_t now = waiting & holding_[static_cast<size_t>(first / kBits)];
    if (first < begin) now &= ~uint64_t{0} << (begin - first);
    if (first + kBits > end) now &= (uint64_t{1} << (end - first)) - 1;
    waiting &= ~now;
    for (; now != 0; now &= now - 1) {
      const auto& implication = compiled_.implications[static_cast<size_t>(first + std::countr_zero(now))];
      for (int i = implication.begin; i < implication.end; ++i) {
        const CompiledConclusion& conclusion = compiled_.conclusions[static_cast<size_t>(i)];
        changed = Apply(conclusion, skip_rules, contradictory) || changed;
        if (contradictory) return false;
      }
    }
  }
  return changed;
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

bool CompiledEvaluator::Apply(const CompiledConclusion& conclusion, bool skip_rule, bool& contradictory) {
  const size_t index = static_cast<size_t>(conclusion.variable);
  const Reading& now = Now(conclusion.variable);
  const VariableKind kind = compiled_.variables[index].kind;
  if (Agrees(kind, conclusion, now)) return false;
  const Presence presence = presence_[index];
  const bool missing = presence == Presence::kAbsent;
  if (!missing && !HasRoom(conclusion, now)) {
    contradictory = !skip_rule;
    return false;
  }
  before_.push_back({conclusion.variable, presence, now});
  Place(conclusion.variable, missing ? Presence::kImplied : presence, WithConclusion(kind, conclusion, now));
  return true;
}

}  // namespace baken::engine_internal
