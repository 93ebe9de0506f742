#include "rules/export/inputs.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace baken {
namespace {

std::string AsName(std::string text) {
  for (char& c : text) {
    if (!absl::ascii_isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return text;
}

int64_t WhenUnknown(const ExportInput& input, const Program& program) {
  switch (input.kind) {
    case ExportInputKind::kLow:
      return program.variables[static_cast<size_t>(input.element)].minimum;
    case ExportInputKind::kHigh:
      return program.variables[static_cast<size_t>(input.element)].maximum;
    case ExportInputKind::kMay:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

int ExportInputs::Find(ExportInputKind kind, int element, int code) {
  const auto [found, fresh] = index_.try_emplace({kind, {element, code}}, static_cast<int>(list_.size()));
  if (!fresh) return found->second;
  ExportInput input{.name = {}, .kind = kind, .element = element, .code = code};
  input.unknown = WhenUnknown(input, *program_);
  input.name = Name(input);
  // Two ids may differ only in a character that names cannot hold.
  while (!names_.insert(input.name).second) absl::StrAppend(&input.name, "_");
  list_.push_back(std::move(input));
  return found->second;
}

std::string ExportInputs::Name(const ExportInput& input) const {
  if (input.kind == ExportInputKind::kGiven || input.kind == ExportInputKind::kBounded) {
    const std::string& id = program_->scales[static_cast<size_t>(input.element)].id;
    return AsName(absl::StrCat(id, input.kind == ExportInputKind::kGiven ? "__given" : "__bounded"));
  }
  const Variable& variable = program_->variables[static_cast<size_t>(input.element)];
  // A score may bear the id of a fact.
  const std::string id = absl::StrCat(variable.origin == VariableOrigin::kAge     ? "age_of__"
                                      : variable.origin == VariableOrigin::kScale ? "score__"
                                                                                  : "",
                                      variable.id);
  if (input.is_number()) return AsName(absl::StrCat(id, input.kind == ExportInputKind::kLow ? "__low" : "__high"));
  const std::string& code =
      program_->domains[static_cast<size_t>(variable.domain)].codes[static_cast<size_t>(input.code)];
  return AsName(absl::StrCat(id, input.kind == ExportInputKind::kMay ? "__may__" : "__in__", code));
}

int64_t InputValue(const ExportInput& input, const Evaluation& evaluation) {
  const auto element = static_cast<size_t>(input.element);
  if (input.kind == ExportInputKind::kGiven) return evaluation.scales[element].given ? 1 : 0;
  if (input.kind == ExportInputKind::kBounded) return evaluation.scales[element].bounded_by_whole ? 1 : 0;
  const Reading& reading = evaluation.states[element].readings.front();
  switch (input.kind) {
    case ExportInputKind::kLow:
      return reading.low;
    case ExportInputKind::kHigh:
      return reading.high;
    case ExportInputKind::kMay:
      return reading.may.test(static_cast<size_t>(input.code)) ? 1 : 0;
    default:
      return reading.in.test(static_cast<size_t>(input.code)) ? 1 : 0;
  }
}

}  // namespace baken
