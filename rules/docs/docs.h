// A pack as pages for clinical review: HTML files that need no network and no script, made from the rules themselves.
#ifndef BAKEN_RULES_DOCS_DOCS_H_
#define BAKEN_RULES_DOCS_DOCS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "baken/rules/v1/coverage.pb.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

struct DocsOptions {
  // BCP-47; empty = the pack's first.
  std::string locale = {};
  // What became of the items of the source; a page when it has entries.
  rules::v1::Coverage coverage = {};
  // Questions for the clinical owner; a page when there are any.
  std::vector<std::string> open_questions = {};
};

struct DocsFile {
  std::string name;  // `index.html` among them; no folders.
  std::string content;
};

// All files. INVALID_ARGUMENT when the pack has no texts in the locale. Pure: the same pack gives the same bytes.
absl::StatusOr<std::vector<DocsFile>> MakeDocs(const LoadedPack& pack, const DocsOptions& options);

}  // namespace baken

#endif  // BAKEN_RULES_DOCS_DOCS_H_
