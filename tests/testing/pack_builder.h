// Packs written inside a test. What a test does not care about is filled in: header, roles, question groups, authority,
// texts ("text of <id>" in each locale). The pack goes through the real loader, from a temporary folder.
//   auto pack = BuildPack(R"pb(facts { id: "a" boolean {} } findings { id: "f" … })pb");
#ifndef BAKEN_TESTS_TESTING_PACK_BUILDER_H_
#define BAKEN_TESTS_TESTING_PACK_BUILDER_H_

#include <filesystem>
#include <memory>

#include "absl/strings/string_view.h"
#include "baken/rules/v1/pack.pb.h"
#include "rules/pack/loader.h"

namespace baken {

// `definition` with everything filled in that a pack must have and that is not there:
//   header            id `test`, version `1.0.0`, locale `en`, role `clinician` (personal output) with view `full`
//   scope             a finding `scope` that applies always
//   caveat            PARTIAL_KNOWLEDGE, on partial knowledge
//   group, basis      group `general`; house_rule: true
//   owner, review     of findings
rules::v1::PackFile CompleteDefinition(rules::v1::PackFile definition);

// Writes the folder of a completed definition: pack.txtpb, all.txtpb and texts. Without manifest.
void WritePack(const rules::v1::PackFile& completed, const std::filesystem::path& folder);

// Completes, writes and loads.
LoadResult TryBuildPack(const rules::v1::PackFile& definition);
LoadResult TryBuildPack(absl::string_view definition);

// The pack; diagnostics fail the test, and then it is null.
std::shared_ptr<const LoadedPack> BuildPack(const rules::v1::PackFile& definition);
std::shared_ptr<const LoadedPack> BuildPack(absl::string_view definition);

// The pack in a folder under the root of the tree, for example `tests/testdata/packs/coffee-demo/1.0.0`. Its manifest
// is not looked at. Diagnostics fail the test.
std::shared_ptr<const LoadedPack> LoadPackOfTree(absl::string_view relative_folder);

}  // namespace baken

#endif  // BAKEN_TESTS_TESTING_PACK_BUILDER_H_
