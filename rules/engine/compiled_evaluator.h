// Evaluates a compiled program. Keeps where it stands, so that a changed answer costs what depends on it.
// Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_COMPILED_EVALUATOR_H_
#define BAKEN_RULES_ENGINE_COMPILED_EVALUATOR_H_

#include <cstdint>
#include <vector>

#include "rules/engine/compiled.h"
#include "rules/engine/engines.h"
#include "rules/engine/points.h"

namespace baken::engine_internal {

// What was answered about one variable, without contradiction.
struct KnownVariable {
  int variable = -1;
  Presence presence = Presence::kAnswered;  // kAnswered or kImplied.
  Reading reading;
};

// Not thread-safe. `compiled` outlives it. Where answers contradict each other it says so and concludes nothing: then
// the reference evaluator is asked.
class CompiledEvaluator {
 public:
  explicit CompiledEvaluator(const Compiled& compiled);

  // From the start: true when nothing contradicts, and verdicts() hold.
  bool Conclude(const std::vector<KnownVariable>& known);

  // What is known of one variable becomes otherwise; nothing known for kAbsent. Takes effect with Update().
  void Change(const KnownVariable& known);
  // As Conclude, for what is known after all changes; pays for what they touched.
  bool Update();

  const std::vector<Verdict>& verdicts() const { return verdicts_; }

 private:
  struct ScaleNow {
    Span items;          // Sum over the items that no part has.
    int answered = 0;    // Items answered.
    Span resolved;       // From items, parts and total.
    Span now;            // The score: bounded by the whole too.
    bool given = false;  // As ScaleState.
    bool bounded = false;
  };

  void Reset();
  const Reading& Now(int variable) const;
  void Place(int variable, Presence presence, const Reading& reading);
  void PlaceFresh(int variable, Presence presence, const Reading& reading);
  void SetLeaves(int variable, const CompiledVariable& at, const Reading& reading);
  Span Points(const CompiledVariable& at, const CompiledUse& use, const Reading& reading) const;
  void AddToScales(const CompiledVariable& at, int variable, Presence presence, const Reading& reading);
  const Slot* Row(const CompiledVariable& at, const Reading& reading) const;

  void Touch(int group);
  bool RefreshScores();
  bool ResolveGroup(const std::vector<int>& group);
  bool Resolve(int scale);
  void BoundParts(int scale);
  void PublishScore(int scale);
  void RefreshPairs();

  bool Close();
  void Reopen();
  bool ApplyAll(bool skip_rules);
  void FindHolding();
  void Apply(const CompiledConclusion& conclusion, bool skip_rule);

  bool Finish();
  void Run(const std::vector<CompiledRun>& runs);
  Slot StepValue(int step) const;
  Slot CountValue(const CompiledCount& count) const;
  Slot FamilyValue(const CompiledFamily& family) const;
  void ConcludeFindings();
  void ConcludeFinding(int finding);
  void Mark(const std::vector<int>& readers);
  void MarkClosingSteps();
  void RunMarked();

  const Compiled& compiled_;
  std::vector<Slot> slots_;
  std::vector<Presence> presence_;
  std::vector<Reading> readings_;         // Void where absent.
  std::vector<ScaleNow> scales_unknown_;  // When nothing is known. One more than there are, which nobody reads.
  std::vector<ScaleNow> scales_;
  std::vector<uint64_t> touched_;       // Bit i: scale i, the last of its group, is to be resolved again.
  std::vector<int> filled_;             // Variables that implications filled in,
  std::vector<KnownVariable> widened_;  // and what they made of others, as it was before, oldest first.
  std::vector<uint64_t> waiting_;       // Bit i: implication i has not held yet,
  std::vector<uint64_t> holding_;       // or holds now.
  std::vector<Verdict> verdicts_;
  std::vector<uint64_t> marked_;  // Readers to look at again.
  std::vector<Slot> closing_before_;
  bool marking_ = false;
  bool contradictory_ = false;  // An implication says otherwise than what is known.
  bool fed_ = false;            // What conditions of implications go by has changed.
  bool pairs_changed_ = true;
  bool all_ = true;      // No step after the closing ones has been run yet.
  bool closed_ = false;  // Implications are at rest and nothing contradicts.
};

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_COMPILED_EVALUATOR_H_
