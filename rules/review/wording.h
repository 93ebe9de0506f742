// How the texts of a pack are worded: against the pack's own `wording.txtpb`, and without anything that a program could
// fill in.
#ifndef BAKEN_RULES_REVIEW_WORDING_H_
#define BAKEN_RULES_REVIEW_WORDING_H_

#include <filesystem>
#include <vector>

#include "rules/pack/diagnostic.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

// Every remark, at its word: a placeholder (texts are never filled in, so none can echo what a caller sent), a banned
// word, a sentence or a card that is too long, texts for the person whose sentences are too long on the whole. Without
// wording.txtpb only placeholders are looked for. `pack` was loaded from `directory`.
std::vector<Diagnostic> ReviewWording(const LoadedPack& pack, const std::filesystem::path& directory);

}  // namespace baken

#endif  // BAKEN_RULES_REVIEW_WORDING_H_
