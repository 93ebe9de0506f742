// Fills the tables of a compiled program. Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_COMPILED_TABLES_H_
#define BAKEN_RULES_ENGINE_COMPILED_TABLES_H_

#include <vector>

#include "rules/engine/compiled.h"

namespace baken::engine_internal {

// What a comparison with one variable says of a reading.
Slot Says(const Program& program, int node, const Reading& reading);

// Kinds, bounds, rows, classes and cuts of all variables. Requires their comparisons.
void FillRows(Compiled& compiled);

// Items, totals and groups of scales.
void LinkScales(Compiled& compiled);

// What single values do, of variables with few. Requires rows, scales and which are
// compared with each other.
void AddEffects(Compiled& compiled);

// Implications and what they conclude; `slots` by implication of the program.
void AddImplications(const std::vector<int>& slots, Compiled& compiled);

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_COMPILED_TABLES_H_
