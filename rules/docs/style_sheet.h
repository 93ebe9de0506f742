// The look of the pages: one style sheet, for screens from 360 px and for paper.
#ifndef BAKEN_RULES_DOCS_STYLE_SHEET_H_
#define BAKEN_RULES_DOCS_STYLE_SHEET_H_

#include "absl/strings/string_view.h"

namespace baken::docs_internal {

absl::string_view StyleSheet();

}  // namespace baken::docs_internal

#endif  // BAKEN_RULES_DOCS_STYLE_SHEET_H_
