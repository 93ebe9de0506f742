// Scores as intervals. Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_SCORES_H_
#define BAKEN_RULES_ENGINE_SCORES_H_

#include "rules/engine/evaluation.h"

namespace baken::engine_internal {

// Sets the states of all scores, and evaluation.scales, from the states of items and totals. Marks a scale and its
// total contradictory when the total lies outside what the items allow.
void ComputeScores(const Program& program, Evaluation& evaluation);

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_SCORES_H_
