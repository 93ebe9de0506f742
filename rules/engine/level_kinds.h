// What the kind of a level says, in one place.
#ifndef BAKEN_RULES_ENGINE_LEVEL_KINDS_H_
#define BAKEN_RULES_ENGINE_LEVEL_KINDS_H_

#include "baken/v1/assessment.pb.h"

namespace baken {

// Something is there, or may be.
inline bool IsThere(v1::LevelKind kind) { return kind == v1::LEVEL_KIND_POSITIVE || kind == v1::LEVEL_KIND_POSSIBLE; }

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_LEVEL_KINDS_H_
