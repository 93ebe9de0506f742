// What became of every item of the inventories a pack was written from, checked: its `coverage.txtpb`, continued by the
// files of `coverage/` in the order of their names.
#ifndef BAKEN_RULES_REVIEW_COVERAGE_H_
#define BAKEN_RULES_REVIEW_COVERAGE_H_

#include <filesystem>
#include <string>
#include <vector>

#include "baken/rules/v1/coverage.pb.h"
#include "rules/pack/diagnostic.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

struct CoverageReview {
  // False when the pack has no coverage.txtpb and no part of one in `coverage/`, or when one of these cannot be read:
  // then all but `remarks` is empty.
  bool present = false;
  rules::v1::Coverage table;  // All parts, joined.
  int expected = 0;           // Items of all ranges.
  int carried = 0;            // Entries with elements,
  int background = 0;         // with a reason why nothing can follow,
  int not_implemented = 0;    // with a reason why it is not in the pack.
  // Items of the ranges without entry, in order; runs are written `S-010…S-014`.
  std::vector<std::string> missing;
  // Every problem: an item without entry, twice, out of order or of no range, an entry that says none or several of the
  // three, an element the pack does not have or that says on no authority.
  std::vector<Diagnostic> remarks;
};

// All parts of the table, joined; empty when the pack in `directory` has none. Adds a diagnostic when one cannot be
// read.
rules::v1::Coverage ReadCoverage(const std::filesystem::path& directory, std::vector<Diagnostic>& diagnostics);

// Reads and checks the coverage of `pack`, which was loaded from `directory`.
CoverageReview ReviewCoverage(const LoadedPack& pack, const std::filesystem::path& directory);

}  // namespace baken

#endif  // BAKEN_RULES_REVIEW_COVERAGE_H_
