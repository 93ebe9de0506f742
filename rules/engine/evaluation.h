// Evaluates a program on what is known about one person. A pure function: no clock, no I/O.
#ifndef BAKEN_RULES_ENGINE_EVALUATION_H_
#define BAKEN_RULES_ENGINE_EVALUATION_H_

#include <string>
#include <vector>

#include "baken/v1/assessment.pb.h"
#include "rules/engine/program.h"
#include "rules/engine/variable.h"
#include "rules/logic/tribool.h"

namespace baken {

// Answers that cannot all be true.
struct ContradictionRecord {
  v1::ContradictionKind kind = v1::CONTRADICTION_KIND_UNSPECIFIED;
  int rule = 0;  // Number in its list of the pack: of implications, impossible combinations, scales or facts.
  std::string rule_id;
  std::vector<int> facts;  // Fact numbers, ascending, each once.
};

// What was answered, before anything follows from it.
struct Given {
  std::vector<VariableState> states;                // Per variable; those of scores are ignored.
  std::vector<ContradictionRecord> contradictions;  // "None" beside another value.
};

// What is known when nothing was answered.
Given NothingGiven(const Program& program);

// Result for one finding.
struct FindingState {
  int supported = 0;             // Level number.
  std::vector<bool> attainable;  // Per level.
  bool decided = true;

  bool operator==(const FindingState& other) const = default;
};

struct ScaleState {
  bool given = false;             // Its own total or one of its items was answered.
  bool bounded_by_whole = false;  // The total of the scale it is part of was answered.
  bool total_outside = false;     // At one time its total lay outside what its items allow; stays so.
};

struct Evaluation {
  std::vector<VariableState> states;
  std::vector<ScaleState> scales;
  std::vector<Tri> nodes;
  std::vector<ContradictionRecord> contradictions;  // By kind, then in pack order.
  bool data_contradictory = false;
  std::vector<FindingState> findings;
};

// Evaluates. Requires Given for this program. Answers in any order give equal results.
Evaluation Evaluate(const Program& program, Given given);

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_EVALUATION_H_
