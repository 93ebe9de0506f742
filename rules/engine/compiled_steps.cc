// Steps and findings of a compiled program.
#include <bit>

#include "rules/engine/compiled_place.h"

namespace baken::engine_internal {
namespace {

constexpr int kBits = 64;

Verdict ToVerdict(const Slot* slots, const int* levels, int count) {
  Verdict verdict;
  verdict.supported = count - 1;
  unsigned open = 1;  // No level before this one certainly holds.
  for (int i = 0; i < count; ++i) {
    const unsigned slot = slots[levels[i]];
    verdict.attainable |= static_cast<uint64_t>(open & (slot >> 1)) << i;
    verdict.supported = (open & slot & 1) != 0 ? i : verdict.supported;
    open &= ~slot;
  }
  return verdict;
}

Slot Negated(Slot slot) { return static_cast<Slot>(((~slot >> 1) & 1) | ((~slot & 1) << 1)); }

}  // namespace

void CompiledEvaluator::Run(const std::vector<CompiledRun>& runs) {
  Slot* slots = slots_.data();
  for (const CompiledRun& run : runs) {
    const CompiledStep* steps = compiled_.steps.data();
    Slot* to = slots + compiled_.first_step_slot;
    if (run.kind == NodeKind::kAll) {
      for (int i = run.begin; i < run.end; ++i) to[i] = slots[steps[i].a] & slots[steps[i].b];
    } else if (run.kind == NodeKind::kAny) {
      for (int i = run.begin; i < run.end; ++i) to[i] = slots[steps[i].a] | slots[steps[i].b];
    } else {
      for (int i = run.begin; i < run.end; ++i) to[i] = StepValue(i);
    }
  }
}

Slot CompiledEvaluator::StepValue(int step) const {
  const CompiledStep& at = compiled_.steps[static_cast<size_t>(step)];
  switch (compiled_.step_kinds[static_cast<size_t>(step)]) {
    case NodeKind::kAll:
      return slots_[at.a] & slots_[at.b];
    case NodeKind::kAny:
      return slots_[at.a] | slots_[at.b];
    case NodeKind::kAtLeast:
      return CountValue(compiled_.counts[at.a]);
    default:
      return FamilyValue(compiled_.families[at.a]);
  }
}

Slot CompiledEvaluator::CountValue(const CompiledCount& count) const {
  int certain = 0;
  int possible = 0;
  for (int slot : count.slots) {
    certain += slots_[static_cast<size_t>(slot)] & 1;
    possible += slots_[static_cast<size_t>(slot)] >> 1;
  }
  if (certain >= count.threshold) return kSurely;
  return possible < count.threshold ? kNever : kMaybe;
}

// As EvaluateFamily of the reference evaluator.
Slot CompiledEvaluator::FamilyValue(const CompiledFamily& family) const {
  bool negative = false;
  bool between = false;
  for (const CompiledFamilyMember& member : family.members) {
    const ScaleNow& scale = scales_[static_cast<size_t>(member.scale)];
    if (!scale.given && !scale.bounded) continue;
    if (slots_[static_cast<size_t>(member.positive)] == kSurely) return family.negated ? kNever : kSurely;
    if (slots_[static_cast<size_t>(member.negative)] == kSurely) {
      negative = true;
    } else {
      between = between || scale.given;
    }
  }
  const Slot value = negative && !between ? kNever : kMaybe;
  return family.negated ? Negated(value) : value;
}

void CompiledEvaluator::ConcludeFindings() {
  static constexpr Verdict kOfSlot[] = {{2, 1}, {2, 1}, {3, 1}, {1, 0}};
  for (const CompiledChoice& choice : compiled_.choices) {
    verdicts_[static_cast<size_t>(choice.finding)] = kOfSlot[slots_[static_cast<size_t>(choice.slot)]];
  }
  for (const CompiledFindings& group : compiled_.finding_groups) {
    const int* levels = group.slots.data();
    for (int finding : group.findings) {
      verdicts_[static_cast<size_t>(finding)] = ToVerdict(slots_.data(), levels, group.level_count);
      levels += group.level_count;
    }
  }
}

void CompiledEvaluator::MarkClosingSteps() {
  for (int step = 0; step < compiled_.closing_end; ++step) {
    const Slot now = slots_[static_cast<size_t>(compiled_.first_step_slot + step)];
    if (now != closing_before_[static_cast<size_t>(step)]) Mark(compiled_.step_readers[static_cast<size_t>(step)]);
  }
}

// Readers come after what they read, so that one way through the marks is enough.
void CompiledEvaluator::RunMarked() {
  const int first_finding = compiled_.first_finding_reader();
  for (size_t word = 0; word < marked_.size(); ++word) {
    while (marked_[word] != 0) {
      const int reader = static_cast<int>(word) * kBits + std::countr_zero(marked_[word]);
      marked_[word] &= marked_[word] - 1;
      if (reader >= first_finding) {
        ConcludeFinding(reader - first_finding);
        continue;
      }
      Slot& slot = slots_[static_cast<size_t>(compiled_.first_step_slot + reader)];
      const Slot value = StepValue(reader);
      if (slot != value) Mark(compiled_.step_readers[static_cast<size_t>(reader)]);
      slot = value;
    }
  }
}

void CompiledEvaluator::ConcludeFinding(int finding) {
  const std::vector<int>& levels = compiled_.finding_slots[static_cast<size_t>(finding)];
  verdicts_[static_cast<size_t>(finding)] = ToVerdict(slots_.data(), levels.data(), static_cast<int>(levels.size()));
}

}  // namespace baken::engine_internal
