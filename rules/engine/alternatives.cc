#include "rules/engine/alternatives.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace baken {
namespace {

Reading Number(int64_t value) {
  Reading reading;
  reading.low = reading.high = value;
  return reading;
}

Reading Codes(const CodeMask& mask) {
  Reading reading;
  reading.in = reading.may = mask;
  return reading;
}

// A set with one code turned. "None" excludes the others, and stands in for an empty set where there is such a code.
CodeMask Turned(const Variable& variable, CodeMask mask, size_t code) {
  const bool has_none = variable.none_code >= 0;
  if (has_none && code == static_cast<size_t>(variable.none_code)) {
    mask.reset();
    mask.set(code);
    return mask;
  }
  mask.flip(code);
  if (has_none) mask.set(static_cast<size_t>(variable.none_code), mask.none());
  if (has_none && mask.count() > 1) mask.reset(static_cast<size_t>(variable.none_code));
  return mask;
}

}  // namespace

Alternatives::Alternatives(const Program& program)
    : program_(program),
      cuts_(program.variables.size()),
      compared_(program.variables.size()),
      every_value_(program.variables.size(), false) {
  for (const Node& node : program.nodes) {
    if (node.kind == NodeKind::kInRange) {
      std::set<int64_t>& cuts = cuts_[static_cast<size_t>(node.variable)];
      cuts.insert(node.low);
      if (node.high < std::numeric_limits<int64_t>::max()) cuts.insert(node.high + 1);
    } else if (node.kind == NodeKind::kCompareVariables) {
      compared_[static_cast<size_t>(node.variable)].insert(node.other);
      compared_[static_cast<size_t>(node.other)].insert(node.variable);
    }
  }
  for (const ProgramScale& scale : program.scales) {
    // Conditions read the score; the total is how it is answered.
    const std::set<int64_t>& cuts = cuts_[static_cast<size_t>(scale.variable)];
    cuts_[static_cast<size_t>(scale.total_variable)].insert(cuts.begin(), cuts.end());
    for (const ScaleItem& item : scale.items) every_value_[static_cast<size_t>(item.variable)] = true;
  }
}

std::vector<Reading> Alternatives::Of(int fact, const Evaluation& evaluation) const {
  const int index = program_.facts[static_cast<size_t>(fact)].variable;
  const Variable& variable = program_.variables[static_cast<size_t>(index)];
  std::vector<Reading> readings;
  switch (variable.kind) {
    case VariableKind::kBoolean:
      readings = {Number(1), Number(0)};
      break;
    case VariableKind::kNumber:
      readings = Numbers(index, evaluation);
      break;
    case VariableKind::kOneOf:
      for (size_t code = 0; code < program_.CodeCount(variable); ++code) {
        Reading reading;
        reading.may.set(code);
        readings.push_back(reading);
      }
      break;
    case VariableKind::kSet:
      readings = Sets(index, evaluation);
      break;
  }
  const VariableState& state = evaluation.states[static_cast<size_t>(index)];
  // What a reading says lies elsewhere for each kind.
  const auto is_present = [&](const Reading& reading) {
    if (state.readings.size() != 1) return false;
    const Reading& now = state.readings.front();
    const bool codes = variable.kind == VariableKind::kOneOf || variable.kind == VariableKind::kSet;
    return codes ? reading.in == now.in && reading.may == now.may : reading.low == now.low && reading.high == now.high;
  };
  readings.erase(std::remove_if(readings.begin(), readings.end(), is_present), readings.end());
  return readings;
}

std::vector<Reading> Alternatives::Numbers(int index, const Evaluation& evaluation) const {
  const Variable& variable = program_.variables[static_cast<size_t>(index)];
  const VariableState& state = evaluation.states[static_cast<size_t>(index)];
  const bool known = !state.missing();
  const int64_t now = known ? state.readings.front().low : variable.minimum;
  std::set<int64_t> cuts = cuts_[static_cast<size_t>(index)];
  for (int other : compared_[static_cast<size_t>(index)]) {
    for (const Reading& reading : evaluation.states[static_cast<size_t>(other)].readings) {
      cuts.insert({reading.low, reading.low + 1, reading.high, reading.high + 1});
    }
  }
  if (every_value_[static_cast<size_t>(index)] && variable.maximum - variable.minimum <= 20) {
    for (int64_t value = variable.minimum; value <= variable.maximum; ++value) cuts.insert(value);
  }
  cuts.insert(variable.minimum);
  std::vector<int64_t> values;
  for (auto cut = cuts.begin(); cut != cuts.end(); ++cut) {
    const auto after = std::next(cut);
    const int64_t first = std::max(*cut, variable.minimum);
    const int64_t last = std::min(after == cuts.end() ? variable.maximum : *after - 1, variable.maximum);
    if (first <= last) values.push_back(std::clamp(now, first, last));
  }
  std::stable_sort(values.begin(), values.end(),
                   [&](int64_t a, int64_t b) { return std::llabs(a - now) < std::llabs(b - now); });
  std::vector<Reading> readings;
  for (int64_t value : values) readings.push_back(Number(value));
  return readings;
}

std::vector<Reading> Alternatives::Sets(int index, const Evaluation& evaluation) const {
  const Variable& variable = program_.variables[static_cast<size_t>(index)];
  const VariableState& state = evaluation.states[static_cast<size_t>(index)];
  const bool known = !state.missing();
  std::vector<Reading> readings;
  const CodeMask now = known ? state.readings.front().in : CodeMask();
  if (!known && variable.none_code < 0) readings.push_back(Codes(CodeMask()));
  if (!known && variable.none_code >= 0) {
    readings.push_back(Codes(CodeMask().set(static_cast<size_t>(variable.none_code))));
  }
  for (size_t code = 0; code < program_.CodeCount(variable); ++code) {
    if (!known && static_cast<int>(code) == variable.none_code) continue;
    const Reading turned = Codes(Turned(variable, now, code));
    // Without its last code a set is "none" as well.
    if (std::find(readings.begin(), readings.end(), turned) == readings.end()) readings.push_back(turned);
  }
  return readings;
}

}  // namespace baken
