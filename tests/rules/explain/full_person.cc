#include "tests/rules/explain/full_person.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "gtest/gtest.h"
#include "rules/explain/completions.h"

namespace baken {
namespace {

using explain_internal::Completions;
using explain_internal::Situation;

const absl::CivilDay kDay(2026, 11, 25);

v1::FactValue ValueOf(const Program& program, const ProgramFact& fact, const Reading& reading) {
  const Variable& variable = program.variables[static_cast<size_t>(fact.variable)];
  v1::FactValue value;
  switch (variable.kind) {
    case VariableKind::kBoolean:
      value.set_boolean(reading.low == 1);
      return value;
    case VariableKind::kNumber:
      if (variable.grid.whole()) {
        value.set_integer(reading.low * variable.grid.step().mantissa);
      } else {
        value.set_decimal(std::strtod(variable.grid.ToText(reading.low).c_str(), nullptr));
      }
      if (!fact.units.empty()) value.set_unit_code(fact.units.front().code);
      return value;
    case VariableKind::kOneOf:
    case VariableKind::kSet:
      break;
  }
  const auto& codes = program.domains[static_cast<size_t>(variable.domain)].codes;
  const bool set = variable.kind == VariableKind::kSet;
  if (set) value.mutable_code_set()->set_completeness(v1::COMPLETENESS_COMPLETE);
  for (size_t c = 0; c < codes.size(); ++c) {
    if (set && reading.in.test(c)) value.mutable_code_set()->add_codes(codes[c]);
    if (!set && reading.may.test(c)) value.set_code(codes[c]);
  }
  return value;
}

void Answer(VariableState& state, const Reading& reading) {
  state.presence = Presence::kAnswered;
  state.contradictory = false;
  state.readings.assign(1, reading);
}

void Forget(const Program& program, size_t variable, VariableState& state) {
  Answer(state, UnknownReading(program.variables[variable], program.CodeCount(program.variables[variable])));
  state.presence = Presence::kAbsent;
}

v1::AssessRequest Empty() {
  v1::AssessRequest request;
  request.set_evaluation_date("2026-11-25");
  return request;
}

}  // namespace

v1::Answer ToAnswer(const Program& program, int fact, const Reading& reading) {
  const ProgramFact& definition = program.facts[static_cast<size_t>(fact)];
  v1::Answer answer;
  answer.set_fact_id(definition.id);
  *answer.mutable_value() = ValueOf(program, definition, reading);
  return answer;
}

FullPerson::FullPerson(const LoadedPack& pack, const std::string& role, uint64_t seed)
    : pack_(pack), program_(pack.program()), alternatives_(pack.program()), random_(seed) {
  const absl::StatusOr<Situation> situation = Situation::Make(pack, Empty(), role, kDay);
  EXPECT_TRUE(situation.ok()) << situation.status();
  given_ = Completions(*situation, seed).Next();
  for (const ProgramScale& scale : program_.scales) {
    const auto forget = [&](int variable) {
      Forget(program_, static_cast<size_t>(variable), given_.states[static_cast<size_t>(variable)]);
    };
    forget(scale.total_variable);
    for (const ScaleItem& item : scale.items) forget(item.variable);
  }
  for (size_t f = 0; f < program_.facts.size(); ++f) {
    if (IsAnswered(f) && random_() % 10 != 0) MakeHarmless(f);
  }
  TakeBackContradictions();
  ForgetWhatFollows();
}

// What others imply is never asked.
void FullPerson::ForgetWhatFollows() {
  for (size_t f = 0; f < program_.facts.size(); ++f) {
    if (!IsAnswered(f)) continue;
    const auto variable = static_cast<size_t>(program_.facts[f].variable);
    const VariableState before = given_.states[variable];
    Forget(program_, variable, given_.states[variable]);
    if (Evaluate(program_, given_).states[variable].presence != Presence::kImplied) given_.states[variable] = before;
  }
}

bool FullPerson::IsAnswered(size_t fact) const {
  const int variable = program_.facts[fact].variable;
  return variable >= 0 && given_.states[static_cast<size_t>(variable)].presence == Presence::kAnswered;
}

// The least serious answer to a danger fact.
void FullPerson::MakeHarmless(size_t fact) {
  const Variable& variable = program_.variables[static_cast<size_t>(program_.facts[fact].variable)];
  if (pack_.definition().facts(static_cast<int>(fact)).danger() != rules::v1::DANGER_ORDER_RISING) return;
  Reading least;
  least.low = least.high = variable.minimum;
  if (variable.kind == VariableKind::kOneOf) least.may.set(0);
  if (variable.kind == VariableKind::kSet && variable.none_code >= 0) {
    least.in.set(static_cast<size_t>(variable.none_code));
    least.may = least.in;
  }
  Answer(given_.states[static_cast<size_t>(program_.facts[fact].variable)], least);
}

void FullPerson::TakeBackContradictions() {
  for (int round = 0; round < 50; ++round) {
    const Evaluation evaluation = Evaluate(program_, given_);
    if (evaluation.contradictions.empty()) return;
    for (const ContradictionRecord& record : evaluation.contradictions) {
      const auto fact = static_cast<size_t>(record.facts[random_() % record.facts.size()]);
      const auto variable = static_cast<size_t>(program_.facts[fact].variable);
      Forget(program_, variable, given_.states[variable]);
    }
  }
}

bool FullPerson::Fits(const Given& given) const { return Evaluate(program_, given).contradictions.empty(); }

Reading FullPerson::RandomReading(size_t fact) {
  const std::vector<Reading> all = alternatives_.Of(static_cast<int>(fact), Evaluate(program_, given_));
  return all[random_() % all.size()];
}

bool FullPerson::Invent(size_t fact) {
  const auto variable = static_cast<size_t>(program_.facts[fact].variable);
  const VariableState before = given_.states[variable];
  for (int tries = 0; tries < 30; ++tries) {
    Answer(given_.states[variable], RandomReading(fact));
    if (tries == 0) MakeHarmless(fact);
    if (Fits(given_)) return true;
    given_.states[variable] = before;
  }
  return false;
}

v1::AssessRequest FullPerson::Everything() {
  std::set<int> of_instruments;
  std::set<int> wanted_totals;
  for (const ProgramScale& scale : program_.scales) {
    of_instruments.insert(scale.total_variable);
    wanted_totals.insert(scale.total_variable);
    for (const ScaleItem& item : scale.items) of_instruments.insert(item.variable);
  }
  for (const ProgramFamily& family : program_.families) {
    for (size_t m = 1; m < family.members.size(); ++m) {
      wanted_totals.erase(program_.scales[static_cast<size_t>(family.members[m].scale)].total_variable);
    }
  }
  v1::AssessRequest request = Empty();
  for (size_t f = 0; f < program_.facts.size(); ++f) {
    const int variable = program_.facts[f].variable;
    if (variable < 0 || program_.variables[static_cast<size_t>(variable)].derived) continue;
    if (!IsAnswered(f)) {
      const bool implied =
          Evaluate(program_, given_).states[static_cast<size_t>(variable)].presence == Presence::kImplied;
      const bool wanted = of_instruments.count(variable) == 0 || wanted_totals.count(variable) > 0;
      if (implied || !wanted || !Invent(f)) continue;
    }
    const VariableState& state = given_.states[static_cast<size_t>(variable)];
    *request.add_answers() = ToAnswer(program_, static_cast<int>(f), state.readings.front());
  }
  return request;
}

}  // namespace baken
