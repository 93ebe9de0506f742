#include "tests/differential/question_witness.h"

#include <utility>

#include "rules/engine/further_instruments.h"

namespace baken {
namespace {

constexpr double kCombinationsMax = 512;

}  // namespace

QuestionWitness::QuestionWitness(const explain_internal::Situation& situation, int fact)
    : situation_(situation), program_(situation.program()), fact_(fact) {
  for (size_t f = 0; f < program_.facts.size(); ++f) {
    const int other = static_cast<int>(f);
    if (other != fact && IsOpen(other)) others_.push_back(other);
  }
}

bool QuestionWitness::IsAffordable() const {
  auto combinations = static_cast<double>(AnswersTo(fact_).size() + 1);
  for (int other : others_) combinations *= static_cast<double>(AnswersTo(other).size() + 1);
  return combinations <= kCombinationsMax;
}

bool QuestionWitness::Exists() const {
  for (size_t more = 0; more <= others_.size(); ++more) {
    if (Beside(situation_.known().given(), 0, more)) return true;
  }
  return false;
}

bool QuestionWitness::IsOpen(int fact) const {
  const int variable = program_.facts[static_cast<size_t>(fact)].variable;
  if (variable < 0 || program_.variables[static_cast<size_t>(variable)].derived) return false;
  const VariableState& state = situation_.known().given().states[static_cast<size_t>(variable)];
  if (state.presence != Presence::kAnswered) return state.presence == Presence::kAbsent;
  return !IsSettled(program_.variables[static_cast<size_t>(variable)], state.readings.front());
}

// Every answer there is to a set; of others one for each way conditions read it.
std::vector<Reading> QuestionWitness::AnswersTo(int fact) const {
  const int index = program_.facts[static_cast<size_t>(fact)].variable;
  const Variable& variable = program_.variables[static_cast<size_t>(index)];
  if (variable.kind != VariableKind::kSet) {
    return situation_.rules().alternatives().Of(fact, situation_.evaluation());
  }
  const Reading& known = situation_.known().given().states[static_cast<size_t>(index)].readings.front();
  std::vector<Reading> sets;
  for (uint64_t bits = 1; bits < uint64_t{1} << program_.CodeCount(variable); ++bits) {
    Reading set;
    set.in = set.may = CodeMask(bits);
    const bool none = set.in.test(static_cast<size_t>(variable.none_code));
    const bool fits = (known.in & ~set.in).none() && (set.in & ~known.may).none();
    if (fits && (!none || set.in.count() == 1)) sets.push_back(set);
  }
  return sets;
}

// Attainable levels of all findings; empty when the answers contradict each other.
std::vector<uint64_t> QuestionWitness::Attainable(const Given& given) const {
  Evaluation evaluation = Evaluate(program_, given);
  if (!evaluation.contradictions.empty()) return {};
  const std::vector<bool> further = FurtherInstruments(program_, evaluation);
  std::vector<uint64_t> attainable;
  for (const Verdict& verdict : ToVerdicts(WithoutInstruments(program_, further, std::move(evaluation)))) {
    attainable.push_back(verdict.attainable);
  }
  return attainable;
}

// With `more` of the others from `next` on answered besides.
bool QuestionWitness::Beside(const Given& given, size_t next, size_t more) const {
  if (more == 0) {
    const std::vector<uint64_t> before = Attainable(given);
    if (before.empty()) return false;
    for (const Reading& reading : AnswersTo(fact_)) {
      const std::vector<uint64_t> after = Attainable(situation_.known().With(given, fact_, reading));
      if (!after.empty() && after != before) return true;
    }
    return false;
  }
  for (size_t o = next; o + more <= others_.size(); ++o) {
    for (const Reading& reading : AnswersTo(others_[o])) {
      if (Beside(situation_.known().With(given, others_[o], reading), o + 1, more - 1)) return true;
    }
  }
  return false;
}

}  // namespace baken
