#include "rules/engine/program.h"

namespace baken {

int Program::FindFact(absl::string_view id) const {
  auto found = fact_index.find(id);
  return found == fact_index.end() ? -1 : found->second;
}

int Program::FindFinding(absl::string_view id) const {
  auto found = finding_index.find(id);
  return found == finding_index.end() ? -1 : found->second;
}

size_t Program::CodeCount(const Variable& variable) const {
  return variable.domain < 0 ? 0 : domains[static_cast<size_t>(variable.domain)].codes.size();
}

}  // namespace baken
