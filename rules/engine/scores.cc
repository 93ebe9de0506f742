#include "rules/engine/scores.h"

#include <algorithm>

#include "rules/engine/points.h"

namespace baken::engine_internal {
namespace {

// What the items allow. An item whose answers contradict each other may be read either way: `lowest` takes the reading
// with the fewest points, `highest` the one with the most.
struct Allowed {
  Span lowest;
  Span highest;

  void Add(const Allowed& other) {
    lowest = {lowest.low + other.lowest.low, lowest.high + other.lowest.high};
    highest = {highest.low + other.highest.low, highest.high + other.highest.high};
  }
};

Allowed ItemAllowed(const Program& program, const Evaluation& evaluation, const ScaleItem& item) {
  const Variable& variable = program.variables[static_cast<size_t>(item.variable)];
  Allowed allowed;
  bool first = true;
  for (const Reading& reading : evaluation.states[static_cast<size_t>(item.variable)].readings) {
    Span span = PointsOf(variable, item, reading);
    if (first || span.low < allowed.lowest.low) allowed.lowest = span;
    if (first || span.high > allowed.highest.high) allowed.highest = span;
    first = false;
  }
  return allowed;
}

class ScoreComputer {
 public:
  ScoreComputer(const Program& program, Evaluation& evaluation) : program_(program), evaluation_(evaluation) {
    evaluation_.scales.resize(program.scales.size());
  }

  void Run() {
    for (size_t s = 0; s < program_.scales.size(); ++s) {
      if (program_.scales[s].parts.empty()) Resolve(s);
    }
    for (size_t s = 0; s < program_.scales.size(); ++s) {
      if (!program_.scales[s].parts.empty()) Resolve(s);
    }
    for (size_t s = 0; s < program_.scales.size(); ++s) BoundParts(s);
  }

 private:
  VariableState& State(int variable) { return evaluation_.states[static_cast<size_t>(variable)]; }

  // Of a part that was resolved already; one that is contradictory may be read either way, as an item.
  Allowed PartAllowed(int part) {
    Allowed allowed;
    bool first = true;
    for (const Reading& reading : State(program_.scales[static_cast<size_t>(part)].variable).readings) {
      Span span{reading.low, reading.high};
      if (first || span.low < allowed.lowest.low) allowed.lowest = span;
      if (first || span.high > allowed.highest.high) allowed.highest = span;
      first = false;
    }
    return allowed;
  }

  Allowed FromItems(const ProgramScale& scale) {
    Allowed allowed;
    if (scale.items.empty()) {
      const Variable& variable = program_.variables[static_cast<size_t>(scale.variable)];
      allowed.lowest = allowed.highest = {variable.minimum, variable.maximum};
      return allowed;
    }
    for (const ScaleItem& item : scale.own_items) allowed.Add(ItemAllowed(program_, evaluation_, item));
    for (int part : scale.parts) allowed.Add(PartAllowed(part));
    return allowed;
  }

  bool AnyItemAnswered(const ProgramScale& scale) {
    return std::any_of(scale.items.begin(), scale.items.end(),
                       [&](const ScaleItem& item) { return State(item.variable).presence == Presence::kAnswered; });
  }

  bool AnyItemContradictory(const ProgramScale& scale) {
    auto contradictory = [&](int variable) { return State(variable).readings.size() > 1; };
    return std::any_of(scale.items.begin(), scale.items.end(),
                       [&](const ScaleItem& item) { return contradictory(item.variable); }) ||
           std::any_of(scale.parts.begin(), scale.parts.end(),
                       [&](int part) { return contradictory(program_.scales[static_cast<size_t>(part)].variable); });
  }

  void Resolve(size_t s) {
    const ProgramScale& scale = program_.scales[s];
    VariableState& total = State(scale.total_variable);
    VariableState& state = State(scale.variable);
    Allowed allowed = FromItems(scale);
    evaluation_.scales[s].bounded_by_whole = false;
    evaluation_.scales[s].given = total.presence == Presence::kAnswered || AnyItemAnswered(scale);
    state.presence = evaluation_.scales[s].given ? Presence::kAnswered : Presence::kAbsent;
    state.contradictory = AnyItemContradictory(scale);
    state.readings.clear();
    bool outside = false;
    if (!total.missing()) outside = AddTotals(total, allowed, state);
    if (total.missing() || outside || state.contradictory) {
      AddReading(state, allowed.lowest);
      AddReading(state, allowed.highest);
    }
    state.contradictory = state.contradictory || outside || total.readings.size() > 1;
    total.contradictory = total.contradictory || outside;
    evaluation_.scales[s].total_outside = evaluation_.scales[s].total_outside || outside;
  }

  // Adds the total's readings; true when one lies outside what the items allow.
  static bool AddTotals(const VariableState& total, const Allowed& allowed, VariableState& state) {
    bool outside = false;
    for (const Reading& reading : total.readings) {
      outside = outside || !(allowed.lowest.Contains(reading.low) || allowed.highest.Contains(reading.low));
      AddReading(state, {reading.low, reading.high});
    }
    return outside;
  }

  static void AddReading(VariableState& state, Span span) {
    Reading reading;
    reading.low = span.low;
    reading.high = span.high;
    if (std::find(state.readings.begin(), state.readings.end(), reading) == state.readings.end()) {
      state.readings.push_back(reading);
    }
  }

  // The total of the whole bounds its parts: part = total - the rest.
  void BoundParts(size_t s) {
    const ProgramScale& whole = program_.scales[s];
    const VariableState& total = State(whole.total_variable);
    if (whole.parts.empty() || total.missing() || State(whole.variable).contradictory) return;
    int64_t value = total.readings.front().low;
    std::vector<std::vector<Reading>> bounded;
    for (int part : whole.parts) {
      Allowed rest;
      for (const ScaleItem& item : whole.own_items) rest.Add(ItemAllowed(program_, evaluation_, item));
      for (int other : whole.parts) {
        if (other != part) rest.Add(PartAllowed(other));
      }
      bounded.push_back(Bounded(State(program_.scales[static_cast<size_t>(part)].variable),
                                {value - rest.highest.high, value - rest.lowest.low}));
    }
    for (size_t i = 0; i < whole.parts.size(); ++i) {
      auto& readings = State(program_.scales[static_cast<size_t>(whole.parts[i])].variable).readings;
      readings.assign(bounded[i].begin(), bounded[i].end());
      evaluation_.scales[static_cast<size_t>(whole.parts[i])].bounded_by_whole = total.presence == Presence::kAnswered;
    }
  }

  static std::vector<Reading> Bounded(const VariableState& state, Span bound) {
    std::vector<Reading> readings(state.readings.begin(), state.readings.end());
    for (Reading& reading : readings) {
      int64_t low = std::max(reading.low, bound.low);
      int64_t high = std::min(reading.high, bound.high);
      if (low > high) continue;
      reading.low = low;
      reading.high = high;
    }
    return readings;
  }

  const Program& program_;
  Evaluation& evaluation_;
};

}  // namespace

void ComputeScores(const Program& program, Evaluation& evaluation) { ScoreComputer(program, evaluation).Run(); }

}  // namespace baken::engine_internal
