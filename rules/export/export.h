// The decision part of a pack for another rule engine, such that it finds the same levels for every person whose
// answers do not contradict each other. What comes before, implications and scores, is done by whoever fills in the
// inputs.
#ifndef BAKEN_RULES_EXPORT_EXPORT_H_
#define BAKEN_RULES_EXPORT_EXPORT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "rules/engine/evaluation.h"
#include "rules/export/inputs.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

// Names of the engines: `json-logic`, ….
std::vector<std::string> ExportTargets();

// One file; README.md says what is in it. INVALID_ARGUMENT when there is no such target. Pure: the same pack gives the
// same bytes.
absl::StatusOr<std::string> ExportPack(const LoadedPack& pack, absl::string_view target);

// The inputs that exports of this program read, in the order in which files list them.
std::vector<ExportInput> ListExportInputs(const Program& program);

// One line of JSON: `inputs` by name, and what the engine made of them: per finding the number of the `supported`
// level, and per level of all findings whether it is `attainable`. Requires an evaluation without contradictions.
std::string ExportPerson(const std::vector<ExportInput>& inputs, const Evaluation& evaluation);

}  // namespace baken

#endif  // BAKEN_RULES_EXPORT_EXPORT_H_
