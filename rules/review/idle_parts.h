// Parts of a pack that have no effect.
#ifndef BAKEN_RULES_REVIEW_IDLE_PARTS_H_
#define BAKEN_RULES_REVIEW_IDLE_PARTS_H_

#include <string>
#include <vector>

#include "baken/rules/v1/coverage.pb.h"
#include "rules/pack/diagnostic.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

// Facts that no condition, score, translation of codes, document or profile reads, that no entry of its coverage names
// as recorded on purpose, and that are not deprecated; ids in pack order.
std::vector<std::string> FindUnusedFacts(const LoadedPack& pack, const rules::v1::Coverage& coverage);

// Levels that can never be the answer, whatever is known or not: by trying true, false and open for each part of the
// conditions on its own while there are 9 at most, beyond that only the same condition written again. What is reported
// is certain; what follows from numbers that exclude each other is not seen. A last level without condition is left
// alone. Nothing else than finding and level is known of the place.
std::vector<Diagnostic> FindUnreachableLevels(const LoadedPack& pack);

}  // namespace baken

#endif  // BAKEN_RULES_REVIEW_IDLE_PARTS_H_
