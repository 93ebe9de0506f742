// MANIFEST.sha256: what belongs to a pack, byte for byte. Internal to rules/pack.
#ifndef BAKEN_RULES_PACK_MANIFEST_H_
#define BAKEN_RULES_PACK_MANIFEST_H_

#include <filesystem>
#include <string>
#include <vector>

#include "rules/pack/diagnostic.h"

namespace baken::pack_internal {

inline constexpr char kManifestName[] = "MANIFEST.sha256";

// Files of the pack, relative, sorted: everything but the manifest, README.md, OPEN_QUESTIONS.md and its
// translations `OPEN_QUESTIONS.<locale>.md`, and signatures (`*.sig`).
std::vector<std::string> ListFiles(const std::filesystem::path& directory);

// The manifest that belongs to the files as they are.
std::string BuildManifest(const std::filesystem::path& directory);

// Compares the folder with its manifest; adds a diagnostic for each file that differs, is missing or is extra.
void VerifyManifest(const std::filesystem::path& directory, std::vector<Diagnostic>& diagnostics);

}  // namespace baken::pack_internal

#endif  // BAKEN_RULES_PACK_MANIFEST_H_
