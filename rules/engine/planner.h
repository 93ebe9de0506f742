// Makes a Program from the definition of a pack.
#ifndef BAKEN_RULES_ENGINE_PLANNER_H_
#define BAKEN_RULES_ENGINE_PLANNER_H_

#include <memory>
#include <vector>

#include "baken/rules/v1/pack.pb.h"
#include "rules/engine/plan_error.h"
#include "rules/engine/program.h"

namespace baken {

// The program of `pack` (all its files joined), or null with every problem found appended to `errors`: names, types,
// units, domains, scales, families, implications, cycles, levels. What concerns texts, sources and style is
// pack/lint.h.
std::unique_ptr<const Program> MakeProgram(const rules::v1::PackFile& pack, std::vector<PlanError>& errors);

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_PLANNER_H_
