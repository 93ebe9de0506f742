// Implications to a fixpoint, and impossible combinations. Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_IMPLICATIONS_H_
#define BAKEN_RULES_ENGINE_IMPLICATIONS_H_

#include "rules/engine/evaluation.h"

namespace baken::engine_internal {

// Reports combinations that are impossible on the given answers, and marks their facts contradictory. Call before
// ApplyImplications.
void FindImpossible(const Program& program, Evaluation& evaluation);

// Fills missing facts from implications that certainly hold until nothing changes; scores are kept up to date. An
// answer against an implication, and implications that disagree, become readings beside each other and are reported.
// Skip rules fill only what the other implications leave missing, and never contradict an answer.
void ApplyImplications(const Program& program, Evaluation& evaluation);

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_IMPLICATIONS_H_
