#include "rules/export/export.h"

#include <memory>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/export/clips.h"
#include "rules/export/dialects.h"
#include "rules/export/elm.h"
#include "rules/export/envelope.h"
#include "rules/export/layout.h"

namespace baken {

std::vector<std::string> ExportTargets() { return {"json-logic", "cel", "clips", "elm"}; }

absl::StatusOr<std::string> ExportPack(const LoadedPack& pack, absl::string_view target) {
  const export_internal::Layout layout(pack.program());
  using export_internal::WriteEnvelope;
  if (target == "json-logic") {
    return WriteEnvelope(pack, layout, target, *export_internal::MakeJsonLogic(), /*quoted=*/false);
  }
  if (target == "cel") return WriteEnvelope(pack, layout, target, *export_internal::MakeCel(), /*quoted=*/true);
  if (target == "clips") return export_internal::WriteClips(pack, layout);
  if (target == "elm") return export_internal::WriteElm(pack, layout);
  return absl::InvalidArgumentError(
      absl::StrCat("no target '", target, "'; there are: ", absl::StrJoin(ExportTargets(), ", ")));
}

std::vector<ExportInput> ListExportInputs(const Program& program) { return export_internal::Layout(program).inputs(); }

std::string ExportPerson(const std::vector<ExportInput>& inputs, const Evaluation& evaluation) {
  std::vector<std::string> values;
  for (const ExportInput& input : inputs) {
    const int64_t value = InputValue(input, evaluation);
    values.push_back(absl::StrCat("\"", input.name, "\":", export_internal::ValueText(input, value)));
  }
  std::vector<int> supported;
  std::vector<std::string> attainable;
  for (const FindingState& finding : evaluation.findings) {
    supported.push_back(finding.supported);
    for (bool level : finding.attainable) attainable.emplace_back(level ? "true" : "false");
  }
  return absl::StrCat("{\"inputs\":{", absl::StrJoin(values, ","), "},\"supported\":[", absl::StrJoin(supported, ","),
                      "],\"attainable\":[", absl::StrJoin(attainable, ","), "]}");
}

}  // namespace baken
