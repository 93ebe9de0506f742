// Instruments that are not given any more: once a member of a family has decided, another is new evidence, and nobody
// asks for it.
#ifndef BAKEN_RULES_ENGINE_FURTHER_INSTRUMENTS_H_
#define BAKEN_RULES_ENGINE_FURTHER_INSTRUMENTS_H_

#include <vector>

#include "rules/engine/evaluation.h"

namespace baken {

// By scale: of a family of which another member is positive or negative, and not begun itself; a whole of which that is
// a part (who fills in a whole fills in its parts), and, where the total of the whole is known, its other parts.
std::vector<bool> FurtherInstruments(const Program& program, const Evaluation& evaluation);

// The evaluation as far as answers still to come can lead when these scales get none: comparisons of their scores,
// items and totals that are open never come to hold. What is attainable becomes less, never more; what is supported
// stays.
Evaluation WithoutInstruments(const Program& program, const std::vector<bool>& scales, Evaluation evaluation);

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_FURTHER_INSTRUMENTS_H_
