#include "rules/engine/further_instruments.h"

#include <algorithm>

#include "rules/engine/nodes.h"

namespace baken {
namespace {

using engine_internal::MemberStanding;

bool HasDecided(const ProgramFamily& family, const Evaluation& evaluation) {
  return std::any_of(family.members.begin(), family.members.end(), [&](const FamilyMember& member) {
    if (member.positive_node < 0) return false;  // Of a family that no condition reads nothing is worked out.
    const MemberStanding standing = engine_internal::Standing(member, evaluation);
    return standing == MemberStanding::kPositive || standing == MemberStanding::kNegative;
  });
}

void AddWholes(const Program& program, const Evaluation& evaluation, std::vector<bool>& further) {
  for (size_t s = 0; s < program.scales.size(); ++s) {
    const ProgramScale& whole = program.scales[s];
    const auto is_further = [&](int part) { return further[static_cast<size_t>(part)]; };
    if (std::none_of(whole.parts.begin(), whole.parts.end(), is_further)) continue;
    further[s] = true;
    if (evaluation.states[static_cast<size_t>(whole.total_variable)].missing()) continue;
    for (int part : whole.parts) further[static_cast<size_t>(part)] = true;
  }
}

// By variable: score, total or item of one of the scales, and of no other scale.
std::vector<bool> VariablesOf(const Program& program, const std::vector<bool>& scales) {
  std::vector<bool> closed(program.variables.size(), false);
  for (const bool of_others : {false, true}) {
    for (size_t s = 0; s < program.scales.size(); ++s) {
      if (scales[s] == of_others) continue;
      const ProgramScale& scale = program.scales[s];
      closed[static_cast<size_t>(scale.variable)] = !of_others;
      closed[static_cast<size_t>(scale.total_variable)] = !of_others;
      for (const ScaleItem& item : scale.items) closed[static_cast<size_t>(item.variable)] = !of_others;
    }
  }
  return closed;
}

}  // namespace

std::vector<bool> FurtherInstruments(const Program& program, const Evaluation& evaluation) {
  std::vector<bool> further(program.scales.size(), false);
  for (const ProgramFamily& family : program.families) {
    if (!HasDecided(family, evaluation)) continue;
    for (const FamilyMember& member : family.members) {
      const auto scale = static_cast<size_t>(member.scale);
      if (!evaluation.scales[scale].given) further[scale] = true;
    }
  }
  AddWholes(program, evaluation, further);
  return further;
}

Evaluation WithoutInstruments(const Program& program, const std::vector<bool>& scales, Evaluation evaluation) {
  if (std::find(scales.begin(), scales.end(), true) == scales.end()) return evaluation;
  const std::vector<bool> closed = VariablesOf(program, scales);
  engine_internal::EvaluateNodesWithout(program, closed, evaluation);
  engine_internal::ConcludeFindings(program, evaluation);
  return evaluation;
}

}  // namespace baken
