// What the conclusion of an implication does to one reading. Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_CONCLUSIONS_H_
#define BAKEN_RULES_ENGINE_CONCLUSIONS_H_

#include "rules/engine/program.h"

namespace baken::engine_internal {

// True when `reading` leaves the conclusion certain.
bool Agrees(const Variable& variable, const ProgramConclusion& conclusion, const Reading& reading);

// True when what is not known in `reading`, of a set known in part, leaves room for the conclusion.
bool HasRoom(const ProgramConclusion& conclusion, const Reading& reading);

// `reading` with the conclusion made to hold.
Reading WithConclusion(const Variable& variable, const ProgramConclusion& conclusion, Reading reading);

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_CONCLUSIONS_H_
