// Reads a pack from a folder. All problems at once, each with file, line and column; any problem refuses the pack.
#ifndef BAKEN_RULES_PACK_LOADER_H_
#define BAKEN_RULES_PACK_LOADER_H_

#include <filesystem>
#include <memory>
#include <vector>

#include "rules/pack/diagnostic.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

struct LoadOptions {
  // Compare every file with MANIFEST.sha256. Off only for authors at work (`baken pack lint`).
  bool verify_manifest = true;
  // A site profile to apply before the pack is checked; empty = none. Its problems refuse the pack like any other.
  std::filesystem::path site_profile_file = {};
};

struct LoadResult {
  std::shared_ptr<const LoadedPack> pack;  // Null when there are diagnostics.
  std::vector<Diagnostic> diagnostics;
};

// `directory` is the folder of one version: it holds pack.txtpb.
LoadResult LoadPack(const std::filesystem::path& directory, const LoadOptions& options = {});

// The text of MANIFEST.sha256 for this folder: `<sha256>  <relative path>` per file, sorted by path; MANIFEST.sha256
// itself, README.md and signatures left out.
std::string MakeManifest(const std::filesystem::path& directory);

}  // namespace baken

#endif  // BAKEN_RULES_PACK_LOADER_H_
