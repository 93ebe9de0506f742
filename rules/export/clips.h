// A pack as CLIPS constructs. Internal to rules/export.
#ifndef BAKEN_RULES_EXPORT_CLIPS_H_
#define BAKEN_RULES_EXPORT_CLIPS_H_

#include <string>

#include "rules/export/dialect.h"
#include "rules/pack/loaded_pack.h"

namespace baken::export_internal {

// A file to load: globals for the inputs, in the order of the layout, and for what the steps find; the function
// `evaluate` runs the steps.
std::string WriteClips(const LoadedPack& pack, const Layout& layout);

}  // namespace baken::export_internal

#endif  // BAKEN_RULES_EXPORT_CLIPS_H_
