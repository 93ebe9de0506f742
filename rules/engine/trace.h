// Why a node holds, and what could still change one that is open.
#ifndef BAKEN_RULES_ENGINE_TRACE_H_
#define BAKEN_RULES_ENGINE_TRACE_H_

#include <set>
#include <vector>

#include "rules/engine/evaluation.h"

namespace baken {

// A variable under one of its readings.
struct VariableReading {
  int variable = -1;
  int reading = 0;
  bool operator==(const VariableReading&) const = default;
};

// What made a node true.
struct Trace {
  std::vector<int> criteria;              // Criteria that hold, outermost first, each once.
  std::vector<VariableReading> readings;  // In order of variables, each once.
};

// The trace of a node that is certainly true: of an "any" all true children, of the rest all that count.
Trace TraceTrue(const Program& program, const Evaluation& evaluation, int node);

// Facts (numbers, ascending) that the trace of a true node read and that were answered or implied; of a score its items
// or total as given.
std::vector<int> ReadFacts(const Program& program, const Evaluation& evaluation, int node);

// Facts that are missing, wholly or in part, and that can still turn an open node. Of a family of instruments of which
// none is given, those of its first member; of an instrument not begun, its total.
std::set<int> MissingFacts(const Program& program, const Evaluation& evaluation, int node);

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_TRACE_H_
