// Scores of a compiled program: what ComputeScores does, for scales of which something changed, without contradiction.
#include <algorithm>
#include <bit>

#include "rules/engine/compiled_place.h"

namespace baken::engine_internal {
namespace {

constexpr size_t kBits = 64;

}  // namespace

// False when a total lies outside what its items allow; it is looked at again next time.
bool CompiledEvaluator::RefreshScores() {
  const size_t none = scales_.size() - 1;
  touched_[none / kBits] &= ~(uint64_t{1} << (none % kBits));
  for (size_t word = 0; word < touched_.size(); ++word) {
    for (; touched_[word] != 0; touched_[word] &= touched_[word] - 1) {
      const size_t scale = word * kBits + static_cast<size_t>(std::countr_zero(touched_[word]));
      if (!ResolveGroup(compiled_.scale_groups[scale])) return false;
    }
  }
  return true;
}

bool CompiledEvaluator::ResolveGroup(const std::vector<int>& group) {
  for (int scale : group) {
    if (!Resolve(scale)) return false;
  }
  if (group.size() > 1) BoundParts(group.back());
  for (int scale : group) PublishScore(scale);
  return true;
}

bool CompiledEvaluator::Resolve(int scale) {
  const ProgramScale& definition = compiled_.program.scales[static_cast<size_t>(scale)];
  ScaleNow& now = scales_[static_cast<size_t>(scale)];
  Span allowed = now.items;
  for (int part : definition.parts) {
    const Span& of_part = scales_[static_cast<size_t>(part)].resolved;
    allowed = {allowed.low + of_part.low, allowed.high + of_part.high};
  }
  const size_t total = static_cast<size_t>(definition.total_variable);
  if (presence_[total] != Presence::kAbsent) {
    const Span given{readings_[total].low, readings_[total].high};
    if (!allowed.Contains(given.low)) return false;
    allowed = given;
  }
  now.resolved = allowed;
  return true;
}

void CompiledEvaluator::BoundParts(int scale) {
  const ProgramScale& whole = compiled_.program.scales[static_cast<size_t>(scale)];
  const size_t total = static_cast<size_t>(whole.total_variable);
  const int64_t value = readings_[total].low;
  for (int part : whole.parts) {
    ScaleNow& now = scales_[static_cast<size_t>(part)];
    now.now = now.resolved;
    if (presence_[total] == Presence::kAbsent) continue;
    Span rest = scales_[static_cast<size_t>(scale)].items;
    for (int other : whole.parts) {
      if (other == part) continue;
      const Span& of_other = scales_[static_cast<size_t>(other)].resolved;
      rest = {rest.low + of_other.low, rest.high + of_other.high};
    }
    const Span bound{std::max(now.resolved.low, value - rest.high), std::min(now.resolved.high, value - rest.low)};
    now.now = bound;  // Never empty: the total lies within what items and parts allow.
  }
}

void CompiledEvaluator::PublishScore(int scale) {
  const ProgramScale& definition = compiled_.program.scales[static_cast<size_t>(scale)];
  ScaleNow& now = scales_[static_cast<size_t>(scale)];
  auto total_answered = [&](const ProgramScale& of) {
    return presence_[static_cast<size_t>(of.total_variable)] == Presence::kAnswered;
  };
  const bool given = now.answered > 0 || total_answered(definition);
  bool bounded = false;
  if (definition.part_of < 0) {
    now.now = now.resolved;
  } else {
    bounded = total_answered(compiled_.program.scales[static_cast<size_t>(definition.part_of)]);
  }
  if (now.given != given || now.bounded != bounded) Mark(compiled_.scale_readers[static_cast<size_t>(scale)]);
  now.given = given;
  now.bounded = bounded;
  if (compiled_.variables[static_cast<size_t>(definition.variable)].paired) pairs_changed_ = true;
  Reading score;
  score.low = now.now.low;
  score.high = now.now.high;
  const CompiledVariable& at = compiled_.variables[static_cast<size_t>(definition.variable)];
  if (at.leaf_count > 0) SetLeaves(definition.variable, at, score);
}

}  // namespace baken::engine_internal
