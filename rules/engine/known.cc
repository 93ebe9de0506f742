#include "rules/engine/known.h"

#include <algorithm>
#include <utility>

namespace baken {
namespace {

bool IsKept(const ContradictionRecord& record, const std::vector<bool>& kept_facts) {
  return std::all_of(record.facts.begin(), record.facts.end(),
                     [&](int fact) { return kept_facts[static_cast<size_t>(fact)]; });
}

// One settled or unknown reading and nothing else.
void Answer(VariableState& state, Presence presence, const Reading& reading) {
  state.presence = presence;
  state.contradictory = false;
  state.readings.assign(1, reading);
}

}  // namespace

Known::Known(const Program& program, Given given) : program_(program), given_(std::move(given)) {
  for (size_t f = 0; f < program.facts.size(); ++f) {
    const int variable = program.facts[f].variable;
    if (variable < 0 || given_.states[static_cast<size_t>(variable)].presence != Presence::kAnswered) continue;
    facts_.push_back(static_cast<int>(f));
  }
}

Given Known::Only(const std::vector<bool>& kept) const {
  Given result = given_;
  std::vector<bool> kept_facts(program_.facts.size(), false);
  for (size_t i = 0; i < facts_.size(); ++i) {
    kept_facts[static_cast<size_t>(facts_[i])] = kept[i];
    if (kept[i]) continue;
    const ProgramFact& fact = program_.facts[static_cast<size_t>(facts_[i])];
    for (int variable : {fact.variable, fact.age_variable}) {
      if (variable < 0) continue;
      const Variable& definition = program_.variables[static_cast<size_t>(variable)];
      Answer(result.states[static_cast<size_t>(variable)], Presence::kAbsent,
             UnknownReading(definition, program_.CodeCount(definition)));
    }
  }
  result.contradictions.erase(std::remove_if(result.contradictions.begin(), result.contradictions.end(),
                                             [&](const auto& record) { return !IsKept(record, kept_facts); }),
                              result.contradictions.end());
  return result;
}

Given Known::With(int fact, const Reading& reading) const { return With(given_, fact, reading); }

Given Known::With(Given given, int fact, const Reading& reading) const {
  Answer(given.states[static_cast<size_t>(program_.facts[static_cast<size_t>(fact)].variable)], Presence::kAnswered,
         reading);
  given.contradictions.erase(std::remove_if(given.contradictions.begin(), given.contradictions.end(),
                                            [&](const auto& record) {
                                              return std::find(record.facts.begin(), record.facts.end(), fact) !=
                                                     record.facts.end();
                                            }),
                             given.contradictions.end());
  return given;
}

}  // namespace baken
