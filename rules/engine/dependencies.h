// Which facts can bear on what, seen from the program alone.
#ifndef BAKEN_RULES_ENGINE_DEPENDENCIES_H_
#define BAKEN_RULES_ENGINE_DEPENDENCIES_H_

#include <set>
#include <vector>

#include "rules/engine/program.h"

namespace baken {

// Variables on which `nodes` depend: those they read, what scores are made of (items, totals, the wholes and parts they
// belong to), and whatever implications fill any of these from.
std::set<int> BearingVariables(const Program& program, const std::vector<int>& nodes);

// Facts, numbers ascending, that can bear on the level of a finding. All facts when it reads whether any answers
// contradict each other.
std::vector<int> BearingFacts(const Program& program, int finding);

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_DEPENDENCIES_H_
