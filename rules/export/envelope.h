// The file around the expressions of an engine that reads them one by one. Internal to rules/export.
#ifndef BAKEN_RULES_EXPORT_ENVELOPE_H_
#define BAKEN_RULES_EXPORT_ENVELOPE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "rules/export/dialect.h"
#include "rules/export/inputs.h"
#include "rules/pack/loaded_pack.h"

namespace baken::export_internal {

// JSON: the pack, the inputs, the findings and the steps. `quoted` when an expression is text rather than JSON itself.
std::string WriteEnvelope(const LoadedPack& pack, const Layout& layout, absl::string_view target,
                          const Dialect& dialect, bool quoted);

// `true` or `false`, or the number.
std::string ValueText(const ExportInput& input, int64_t value);

}  // namespace baken::export_internal

#endif  // BAKEN_RULES_EXPORT_ENVELOPE_H_
