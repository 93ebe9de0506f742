// What a pack knows, as a message for clients.
#ifndef BAKEN_RULES_DECISION_DESCRIPTION_H_
#define BAKEN_RULES_DECISION_DESCRIPTION_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "baken/v1/pack_description.pb.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

// Describes `pack` in `locale` (empty = the pack's first). INVALID_ARGUMENT when it has no such locale, with the list.
absl::StatusOr<v1::PackDescription> DescribePack(const LoadedPack& pack, absl::string_view locale);

// Describes one fact, by number, in a locale that the pack has.
v1::FactDescription DescribeFact(const LoadedPack& pack, const std::string& locale, int fact);

}  // namespace baken

#endif  // BAKEN_RULES_DECISION_DESCRIPTION_H_
