// A problem that the planner found in a pack, addressed by element so that the loader can find file and line.
#ifndef BAKEN_RULES_ENGINE_PLAN_ERROR_H_
#define BAKEN_RULES_ENGINE_PLAN_ERROR_H_

#include <string>
#include <vector>

namespace baken {

// One step into a message: a field, and which of its elements when it is repeated.
struct PathStep {
  std::string field;
  int index = -1;
};

// From PackFile inwards, for example {findings, 12}, {levels, 3}, {when}.
using ElementPath = std::vector<PathStep>;

struct PlanError {
  ElementPath path;
  int offset = -1;  // Into the text of an expression, bytes from 0; -1 when it concerns the element as a whole.
  std::string message;
};

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_PLAN_ERROR_H_
