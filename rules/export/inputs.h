// The inputs of an export: numbers and booleans that together say what is known of each variable. Named here, and given
// a value for one person.
#ifndef BAKEN_RULES_EXPORT_INPUTS_H_
#define BAKEN_RULES_EXPORT_INPUTS_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rules/engine/evaluation.h"
#include "rules/engine/program.h"

namespace baken {

enum class ExportInputKind {
  kLow,      // Of numbers, and of booleans as 0 and 1: the least it may be,
  kHigh,     // and the most.
  kMay,      // One-of and sets: whether it may be, or hold, a code.
  kIn,       // Sets: whether it certainly holds a code.
  kGiven,    // Of a scale: whether an item or its total was answered,
  kBounded,  // and whether the total of the scale it is part of was.
};

struct ExportInput {
  std::string name;  // Letters, digits and underscores, so that it is a name in every language exported to.
  ExportInputKind kind = ExportInputKind::kLow;
  int element = -1;     // Variable, or scale, of the program.
  int code = -1;        // Position in the domain, of kMay and kIn.
  int64_t unknown = 0;  // Its value when nothing is known.

  bool is_number() const { return kind == ExportInputKind::kLow || kind == ExportInputKind::kHigh; }
};

// Hands out inputs as conditions come to need them, in that order.
class ExportInputs {
 public:
  explicit ExportInputs(const Program& program) : program_(&program) {}

  // Number of the input; the same for the same question.
  int Find(ExportInputKind kind, int element, int code = -1);

  const std::vector<ExportInput>& list() const { return list_; }

 private:
  std::string Name(const ExportInput& input) const;

  const Program* program_;
  std::vector<ExportInput> list_;
  std::map<std::pair<ExportInputKind, std::pair<int, int>>, int> index_;
  std::set<std::string> names_;
};

// The value for one person; booleans as 0 and 1. Requires that no answers contradict each other: then every variable
// has one reading.
int64_t InputValue(const ExportInput& input, const Evaluation& evaluation);

}  // namespace baken

#endif  // BAKEN_RULES_EXPORT_INPUTS_H_
