#include "rules/export/envelope.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace baken::export_internal {
namespace {

std::string Quoted(absl::string_view text) {
  return absl::StrCat("\"", absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"\"", "\\\""}}), "\"");
}

std::string Lines(const std::vector<std::string>& elements) {
  return absl::StrCat("[\n", absl::StrJoin(elements, ",\n"), "\n]");
}

std::string WriteInput(const ExportInput& input, const Program& program) {
  std::string step;
  if (input.is_number()) {
    const Variable& variable = program.variables[static_cast<size_t>(input.element)];
    if (variable.kind == VariableKind::kNumber) step = absl::StrCat(",\"step\":", Quoted(variable.grid.ToText(1)));
  }
  return absl::StrCat("{\"name\":", Quoted(input.name), ",\"unknown\":", ValueText(input, input.unknown), step, "}");
}

std::string WriteFinding(const ProgramFinding& finding) {
  std::vector<std::string> levels;
  for (const ProgramLevel& level : finding.levels) levels.push_back(Quoted(level.id));
  return absl::StrCat("{\"id\":", Quoted(finding.id), ",\"levels\":[", absl::StrJoin(levels, ","), "]}");
}

// Names beside the expressions of a step, for people: criteria, families and levels.
std::string WriteNames(const Layout& layout, size_t step) {
  std::vector<std::string> names;
  if (step < layout.steps().size()) {
    for (int term : layout.steps()[step]) names.push_back(Quoted(layout.name(term)));
  }
  return absl::StrCat("[", absl::StrJoin(names, ","), "]");
}

}  // namespace

std::string ValueText(const ExportInput& input, int64_t value) {
  if (input.is_number()) return absl::StrCat(value);
  return value != 0 ? "true" : "false";
}

std::string WriteEnvelope(const LoadedPack& pack, const Layout& layout, absl::string_view target,
                          const Dialect& dialect, bool quoted) {
  std::vector<std::string> inputs;
  for (const ExportInput& input : layout.inputs()) inputs.push_back(WriteInput(input, pack.program()));
  std::vector<std::string> findings;
  for (const ProgramFinding& finding : pack.program().findings) findings.push_back(WriteFinding(finding));
  std::vector<std::string> steps;
  for (std::vector<std::string>& step : WriteSteps(layout, dialect)) {
    if (quoted) {
      for (std::string& expression : step) expression = Quoted(expression);
    }
    steps.push_back(
        absl::StrCat("{\"names\":", WriteNames(layout, steps.size()), ",\"expressions\":", Lines(step), "}"));
  }
  return absl::StrCat("{\"target\":", Quoted(target), ",\"pack\":{\"id\":", Quoted(pack.id()),
                      ",\"version\":", Quoted(pack.version()), ",\"digest\":", Quoted(pack.digest()),
                      "},\n\"inputs\":", Lines(inputs), ",\n\"findings\":", Lines(findings),
                      ",\n\"steps\":", Lines(steps), "}\n");
}

}  // namespace baken::export_internal
