// What happens when something becomes known of a variable. Inline, as an evaluation does little else.
// Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_COMPILED_PLACE_H_
#define BAKEN_RULES_ENGINE_COMPILED_PLACE_H_

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "rules/engine/compiled_evaluator.h"

namespace baken::engine_internal {

// As EvaluateReading says of a comparison with one variable.
inline Slot NumberLeaf(const CompiledLeaf& leaf, int64_t low, int64_t high) {
  const bool within = (low >= leaf.low) & (high <= leaf.high);
  const bool outside = (high < leaf.low) | (low > leaf.high);
  const bool certain = leaf.negated ? outside : within;
  const bool never = leaf.negated ? within : outside;
  return static_cast<Slot>(static_cast<int>(certain) | static_cast<int>(!never) << 1);
}

inline Slot CodesLeaf(VariableKind kind, const CompiledLeaf& leaf, const Reading& reading) {
  const uint64_t mask = static_cast<uint64_t>(leaf.low);
  const uint64_t may = reading.may.to_ullong();
  const bool is_set = kind == VariableKind::kSet;
  const bool within = is_set ? (reading.in.to_ullong() & mask) != 0 : (may & ~mask) == 0;
  const bool outside = (may & mask) == 0;
  const bool certain = leaf.negated ? outside : within;
  const bool never = leaf.negated ? within : outside;
  return static_cast<Slot>(static_cast<int>(certain) | static_cast<int>(certain || !never) << 1);
}

// The row of a settled value; null for others, and for sets.
inline const Slot* CompiledEvaluator::Row(const CompiledVariable& at, const Reading& reading) const {
  int64_t row = 0;
  if (at.kind == VariableKind::kSet) return nullptr;
  if (at.kind == VariableKind::kOneOf) {
    const uint64_t may = reading.may.to_ullong();
    if (!std::has_single_bit(may)) return nullptr;
    row = std::countr_zero(may);
  } else {
    if (reading.low != reading.high || reading.low < at.minimum || reading.low > at.maximum) return nullptr;
    if (at.searched) {
      const auto first = compiled_.cuts.begin() + at.first_cut;
      row = std::upper_bound(first, first + at.cut_count, reading.low) - first;
    } else {
      row = compiled_.classes[static_cast<size_t>(at.first_class + (reading.low - at.minimum))];
    }
  }
  return &compiled_.rows[static_cast<size_t>(at.first_row + row * at.stride)];
}

inline void CompiledEvaluator::SetLeaves(int variable, const CompiledVariable& at, const Reading& reading) {
  constexpr int kWord = 8;
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
    const bool numbers = at.kind == VariableKind::kNumber || at.kind == VariableKind::kBoolean;
    for (int i = 0; i < at.leaf_count; ++i) {
      const Slot slot = numbers ? NumberLeaf(leaf[i], reading.low, reading.high) : CodesLeaf(at.kind, leaf[i], reading);
      changed = changed || to[i] != slot;
      to[i] = slot;
    }
  }
  if (changed && marking_) Mark(compiled_.variable_readers[static_cast<size_t>(variable)]);
}

inline Span CompiledEvaluator::Points(const CompiledVariable& at, const CompiledUse& use,
                                      const Reading& reading) const {
  if (use.points < 0) return {reading.low, reading.high};
  const int64_t* points = &compiled_.points[static_cast<size_t>(use.points)];
  if (at.kind == VariableKind::kOneOf) {
    const uint64_t may = reading.may.to_ullong();
    if (!std::has_single_bit(may)) return {use.low, use.high};  // One-ofs are settled or wholly open.
    const int64_t earned = points[std::countr_zero(may)];
    return {earned, earned};
  }
  Span span{points[reading.low - at.minimum], points[reading.low - at.minimum]};
  for (int64_t value = reading.low + 1; value <= reading.high; ++value) {
    span.low = std::min(span.low, points[value - at.minimum]);
    span.high = std::max(span.high, points[value - at.minimum]);
  }
  return span;
}

inline void CompiledEvaluator::AddToScales(const CompiledVariable& at, int variable, Presence presence,
                                           const Reading& reading) {
  const Presence was = presence_[static_cast<size_t>(variable)];
  const int answered = static_cast<int>(presence == Presence::kAnswered) - static_cast<int>(was == Presence::kAnswered);
  for (int i = 0; i < at.use_count; ++i) {
    const CompiledUse& use = compiled_.uses[static_cast<size_t>(at.first_use + i)];
    ScaleNow& scale = scales_[static_cast<size_t>(use.scale)];
    Touch(use.group);
    scale.answered += answered;
    if (!use.counts) continue;
    const Span unknown{use.low, use.high};
    const Span before = was == Presence::kAbsent ? unknown : Points(at, use, readings_[static_cast<size_t>(variable)]);
    const Span after = presence == Presence::kAbsent ? unknown : Points(at, use, reading);
    scale.items.low += after.low - before.low;
    scale.items.high += after.high - before.high;
  }
}

inline void CompiledEvaluator::Touch(int group) {
  constexpr int kBits = 64;
  touched_[static_cast<size_t>(group / kBits)] |= uint64_t{1} << (group % kBits);
}

inline void CompiledEvaluator::Mark(const std::vector<int>& readers) {
  constexpr int kBits = 64;
  if (!marking_) return;
  for (int reader : readers) {
    marked_[static_cast<size_t>(reader / kBits)] |= uint64_t{1} << (reader % kBits);
  }
}

inline void CompiledEvaluator::Place(int variable, Presence presence, const Reading& reading) {
  const size_t index = static_cast<size_t>(variable);
  const CompiledVariable& at = compiled_.variables[index];
  if (at.use_count > 0) AddToScales(at, variable, presence, reading);
  Touch(at.total_group);
  presence_[index] = presence;
  readings_[index] = reading;
  if (at.paired) pairs_changed_ = true;
  if (at.leaf_count > 0) SetLeaves(variable, at, reading);
}

// As Place, of a variable of which nothing was known. What people answer cannot be foreseen, so there is nothing to
// choose here for a single value: what does not apply is done to a place that nobody reads.
inline void CompiledEvaluator::PlaceFresh(int variable, Presence presence, const Reading& reading) {
  const size_t index = static_cast<size_t>(variable);
  const CompiledVariable& at = compiled_.variables[index];
  const uint64_t may = reading.may.to_ullong();
  const bool one_of = at.kind == VariableKind::kOneOf;
  const int64_t value = one_of ? std::countr_zero(may) : reading.low - at.minimum;
  const bool single = one_of
                          ? std::has_single_bit(may)
                          : (reading.low == reading.high) & (reading.low >= at.minimum) & (reading.low <= at.maximum);
  if (!(single & at.simple) || marking_) return Place(variable, presence, reading);
  const CompiledEffect& effect = compiled_.effects[static_cast<size_t>(at.first_effect + value)];
  const int answered = presence == Presence::kAnswered ? 1 : 0;
  presence_[index] = presence;
  readings_[index] = reading;
  std::memcpy(&slots_[static_cast<size_t>(effect.slot)], &effect.row, sizeof(effect.row));
  ScaleNow& scale = scales_[static_cast<size_t>(effect.scale)];
  scale.answered += answered;
  scale.items.low += effect.low;
  scale.items.high += effect.high;
  scales_[static_cast<size_t>(effect.whole)].answered += answered;
  Touch(effect.group);
}

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_COMPILED_PLACE_H_
