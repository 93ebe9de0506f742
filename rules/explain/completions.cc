#include "rules/explain/completions.h"

#include <algorithm>
#include <numeric>

#include "rules/engine/further_instruments.h"

namespace baken::explain_internal {
namespace {

constexpr int kRoundsMax = 100;

}  // namespace

Completions::Completions(const Situation& situation, uint64_t seed)
    : situation_(situation),
      sequence_(seed),
      of_scale_(situation.program().variables.size(), false),
      left_alone_(FurtherInstruments(situation.program(), situation.evaluation())) {
  for (const ProgramScale& scale : situation.program().scales) {
    of_scale_[static_cast<size_t>(scale.total_variable)] = true;
    for (const ScaleItem& item : scale.items) of_scale_[static_cast<size_t>(item.variable)] = true;
  }
}

// Who fills in a whole fills in its parts; and where its total is known, who fills in one part settles the others.
void Completions::LeaveAloneWholes(std::vector<bool>& left_alone) const {
  for (size_t s = 0; s < left_alone.size(); ++s) {
    const ProgramScale& whole = situation_.program().scales[s];
    const auto is_left = [&](int part) { return left_alone[static_cast<size_t>(part)]; };
    if (std::none_of(whole.parts.begin(), whole.parts.end(), is_left)) continue;
    left_alone[s] = true;
    if (situation_.known().given().states[static_cast<size_t>(whole.total_variable)].missing()) continue;
    for (int part : whole.parts) left_alone[static_cast<size_t>(part)] = true;
  }
}

// SplitMix64 (Steele, Lea and Flood, 2014).
uint64_t Completions::Below(uint64_t bound) {
  sequence_ += 0x9e3779b97f4a7c15;
  uint64_t mixed = sequence_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return (mixed ^ (mixed >> 31)) % bound;
}

Given Completions::Next() {
  Given given = FillAll();
  for (int round = 0; round < kRoundsMax; ++round) {
    if (!TakeBack(Evaluate(situation_.program(), given), given)) break;
  }
  return given;
}

// One answer of each contradiction, or any where what contradicts was implied; false when there is none.
bool Completions::TakeBack(const Evaluation& evaluation, Given& given) {
  if (evaluation.contradictions.size() <= situation_.evaluation().contradictions.size()) return false;
  std::vector<int> all(situation_.program().facts.size());
  std::iota(all.begin(), all.end(), 0);
  for (const ContradictionRecord& record : evaluation.contradictions) {
    std::vector<size_t> ours = Filled(record.facts, given);
    if (ours.empty()) ours = Filled(all, given);
    if (ours.empty()) return false;
    const size_t taken = ours[Below(ours.size())];
    given.states[taken] = situation_.known().given().states[taken];
  }
  return true;
}

// Variables of those facts that were filled in here.
std::vector<size_t> Completions::Filled(const std::vector<int>& facts, const Given& given) const {
  std::vector<size_t> filled;
  for (int fact : facts) {
    if (situation_.program().facts[static_cast<size_t>(fact)].variable < 0) continue;
    const auto variable = static_cast<size_t>(situation_.program().facts[static_cast<size_t>(fact)].variable);
    const VariableState& before = situation_.known().given().states[variable];
    const VariableState& now = given.states[variable];
    if (now.presence == Presence::kAnswered && !(now.readings == before.readings)) filled.push_back(variable);
  }
  return filled;
}

Given Completions::FillAll() {
  Given given = situation_.known().given();
  std::vector<bool> left_alone = left_alone_;
  for (const ProgramFamily& family : situation_.program().families) {
    // Of a family of which nothing is given one member is, or none.
    const size_t chosen = Below(family.members.size() + 1);
    for (size_t m = 0; m < family.members.size(); ++m) {
      const size_t scale = static_cast<size_t>(family.members[m].scale);
      if (m != chosen && !situation_.evaluation().scales[scale].given) left_alone[scale] = true;
    }
  }
  LeaveAloneWholes(left_alone);
  for (size_t s = 0; s < situation_.program().scales.size(); ++s) {
    if (!left_alone[s]) FillScale(static_cast<int>(s), given);
  }
  for (const ProgramFact& fact : situation_.program().facts) {
    if (fact.variable < 0 || of_scale_[static_cast<size_t>(fact.variable)]) continue;
    if (!situation_.program().variables[static_cast<size_t>(fact.variable)].derived) Fill(fact.variable, given);
  }
  return given;
}

void Completions::FillScale(int index, Given& given) {
  const ProgramScale& scale = situation_.program().scales[static_cast<size_t>(index)];
  const bool total_known = !given.states[static_cast<size_t>(scale.total_variable)].missing();
  if (total_known) return;
  const bool begun = std::any_of(scale.items.begin(), scale.items.end(), [&](const ScaleItem& item) {
    return !given.states[static_cast<size_t>(item.variable)].missing();
  });
  if (scale.items.empty() || (!begun && Below(2) == 0)) return Fill(scale.total_variable, given);
  for (const ScaleItem& item : scale.items) Fill(item.variable, given);
}

// What implications fill is left to them.
void Completions::Fill(int index, Given& given) {
  const Variable& variable = situation_.program().variables[static_cast<size_t>(index)];
  VariableState& state = given.states[static_cast<size_t>(index)];
  const bool open = state.missing() || (state.readings.size() == 1 && !IsSettled(variable, state.readings.front()));
  if (!open || situation_.evaluation().states[static_cast<size_t>(index)].presence == Presence::kImplied) return;
  Reading reading = state.readings.front();
  const size_t codes = situation_.program().CodeCount(variable);
  if (variable.kind == VariableKind::kBoolean || variable.kind == VariableKind::kNumber) {
    const auto span = static_cast<uint64_t>(reading.high - reading.low) + 1;
    reading.low = reading.high = reading.low + static_cast<int64_t>(Below(span));
  } else if (variable.kind == VariableKind::kOneOf) {
    reading.may.reset();
    reading.may.set(Below(codes));
  } else {
    for (size_t code = 0; code < codes; ++code) {
      if (reading.may.test(code) && static_cast<int>(code) != variable.none_code && Below(4) == 0) reading.in.set(code);
    }
    if (variable.none_code >= 0 && reading.in.none()) reading.in.set(static_cast<size_t>(variable.none_code));
    reading.may = reading.in;
  }
  state.presence = Presence::kAnswered;
  state.readings.assign(1, reading);
}

}  // namespace baken::explain_internal
