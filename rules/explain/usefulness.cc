#include "rules/explain/usefulness.h"

#include <algorithm>
#include <utility>

#include "rules/engine/further_instruments.h"

namespace baken::explain_internal {
namespace {

// Combinations for one question, and looks in all. Levels without further instruments take the slow evaluator.
constexpr int kCombinationsMax = 4096;
constexpr int kSlowCombinationsMax = 512;
constexpr int kSlowLook = 25;  // Looks of the fast one that it costs.
// Numbers with no more values than this, and sets with no more codes, are tried in full.
constexpr int64_t kValuesMax = 12;
constexpr size_t kCodesMax = 4;

bool HasFurther(const Situation& situation) {
  const std::vector<bool> further = FurtherInstruments(situation.program(), situation.evaluation());
  return std::find(further.begin(), further.end(), true) != further.end();
}

// By variable: item or total of a member of a family, or of a whole.
std::vector<bool> InstrumentsOfFamilies(const Program& program) {
  std::vector<bool> scales(program.scales.size(), false);
  for (const ProgramFamily& family : program.families) {
    for (const FamilyMember& member : family.members) scales[static_cast<size_t>(member.scale)] = true;
  }
  std::vector<bool> variables(program.variables.size(), false);
  for (size_t s = 0; s < program.scales.size(); ++s) {
    const ProgramScale& scale = program.scales[s];
    if (!scales[s] && scale.parts.empty()) continue;
    variables[static_cast<size_t>(scale.total_variable)] = true;
    for (const ScaleItem& item : scale.items) variables[static_cast<size_t>(item.variable)] = true;
  }
  return variables;
}

void Answer(VariableState& state, const Reading& reading) {
  state.presence = Presence::kAnswered;
  state.contradictory = false;
  state.readings.assign(1, reading);
}

// Every set that fits what is known of it.
std::vector<Reading> AllSets(const Variable& variable, size_t codes, const Reading& known) {
  std::vector<Reading> sets;
  for (uint64_t bits = 0; bits < uint64_t{1} << codes; ++bits) {
    Reading reading;
    reading.in = reading.may = CodeMask(bits);
    const bool none = variable.none_code >= 0 && reading.in.test(static_cast<size_t>(variable.none_code));
    const bool possible = (known.in & ~reading.in).none() && (reading.in & ~known.may).none();
    const bool sound = variable.none_code < 0 || (none ? reading.in.count() == 1 : reading.in.any());
    if (possible && sound) sets.push_back(reading);
  }
  return sets;
}

}  // namespace

Usefulness::Usefulness(const Situation& situation)
    : situation_(situation),
      of_family_(InstrumentsOfFamilies(situation.program())),
      further_instruments_(HasFurther(situation)),
      given_(situation.known().given()) {}

VariableState& Usefulness::StateOf(int fact) {
  return given_.states[static_cast<size_t>(situation_.program().facts[static_cast<size_t>(fact)].variable)];
}

Usefulness::Answers Usefulness::AnswersTo(int fact) const {
  const Program& program = situation_.program();
  const int index = program.facts[static_cast<size_t>(fact)].variable;
  const Variable& variable = program.variables[static_cast<size_t>(index)];
  const size_t codes = program.CodeCount(variable);
  Answers answers;
  if (variable.kind == VariableKind::kSet && codes <= kCodesMax) {
    const VariableState& known = situation_.known().given().states[static_cast<size_t>(index)];
    answers.readings = AllSets(variable, codes, known.readings.front());
    answers.all = true;
    return answers;
  }
  if (variable.kind == VariableKind::kNumber && variable.maximum - variable.minimum < kValuesMax) {
    for (int64_t value = variable.minimum; value <= variable.maximum; ++value) {
      Reading& reading = answers.readings.emplace_back();
      reading.low = reading.high = value;
    }
    answers.all = true;
    return answers;
  }
  answers.readings = situation_.rules().alternatives().Of(fact, situation_.evaluation());
  answers.all = variable.kind == VariableKind::kBoolean || variable.kind == VariableKind::kOneOf;
  return answers;
}

std::optional<std::set<uint64_t>> Usefulness::ClassesNow(const Aim& aim) {
  looks_left_ -= slow_ ? kSlowLook : 1;
  const auto finding = static_cast<size_t>(aim.finding);
  uint64_t attainable = 0;
  if (slow_) {
    Evaluation then = Evaluate(situation_.program(), given_);
    if (then.contradictions.size() > situation_.now().contradiction_count) return std::nullopt;
    const std::vector<bool> further = FurtherInstruments(situation_.program(), then);
    then = WithoutInstruments(situation_.program(), further, std::move(then));
    attainable = ToVerdicts(then)[finding].attainable;
  } else {
    attainable = situation_.LookAtLevels(given_)[finding].attainable;
    if (situation_.engine().contradiction_count() > situation_.now().contradiction_count) return std::nullopt;
  }
  std::set<uint64_t> classes;
  for (size_t l = 0; l < aim.classes.size(); ++l) {
    if ((attainable >> l & 1) != 0) classes.insert(aim.classes[l]);
  }
  return classes;
}

bool Usefulness::Changes(int fact, const Answers& answers, const Aim& aim) {
  const std::optional<std::set<uint64_t>> before = ClassesNow(aim);
  if (!before.has_value()) return false;
  VariableState& state = StateOf(fact);
  const VariableState unanswered = state;
  bool changes = false;
  for (const Reading& reading : answers.readings) {
    Answer(state, reading);
    const auto after = ClassesNow(aim);
    changes = after.has_value() && after != before;
    if (changes) break;
  }
  state = unanswered;
  return changes;
}

// With exactly `more` of the others from `next` on answered besides.
bool Usefulness::ChangesBeside(int fact, const Answers& answers, const Aim& aim, const std::vector<int>& others,
                               const std::vector<Answers>& of_others, size_t next, int more) {
  if (more == 0) return Changes(fact, answers, aim);
  for (size_t o = next; o + static_cast<size_t>(more) <= others.size(); ++o) {
    VariableState& state = StateOf(others[o]);
    const VariableState unanswered = state;
    bool changes = false;
    for (const Reading& reading : of_others[o].readings) {
      Answer(state, reading);
      changes = ChangesBeside(fact, answers, aim, others, of_others, o + 1, more - 1);
      if (changes) break;
    }
    state = unanswered;
    if (changes) return true;
  }
  return false;
}

// Answers that contradict what is known as they stand are no answers: nothing that is answered besides takes that away.
void Usefulness::KeepPossible(int fact, Answers& answers) {
  VariableState& state = StateOf(fact);
  const VariableState unanswered = state;
  const auto contradicts = [&](const Reading& reading) {
    Answer(state, reading);
    --looks_left_;
    situation_.LookAtLevels(given_);
    return situation_.engine().contradiction_count() > situation_.now().contradiction_count;
  };
  answers.readings.erase(std::remove_if(answers.readings.begin(), answers.readings.end(), contradicts),
                         answers.readings.end());
  state = unanswered;
}

// Whether answers to the facts of the aim may end further instruments, so that only the slow evaluator knows.
bool Usefulness::NeedsSlow(const Aim& aim) const {
  return further_instruments_ || std::any_of(aim.facts.begin(), aim.facts.end(), [&](int fact) {
           return of_family_[static_cast<size_t>(situation_.program().facts[static_cast<size_t>(fact)].variable)];
         });
}

bool Usefulness::ChangesAlone(int fact, const Answers& answers, const Aim& aim) {
  // Where none is ended yet, what is less without regard to them is less with it.
  slow_ = further_instruments_;
  if (Changes(fact, answers, aim)) return true;
  if (slow_ || !NeedsSlow(aim)) return false;
  slow_ = true;
  return Changes(fact, answers, aim);
}

bool Usefulness::MattersAlone(int fact, const Aim& aim) {
  return looks_left_ > 0 && ChangesAlone(fact, AnswersTo(fact), aim);
}

bool Usefulness::CanMatter(int fact, const Aim& aim) {
  Answers answers = AnswersTo(fact);
  if (looks_left_ <= 0 || ChangesAlone(fact, answers, aim)) return true;
  KeepPossible(fact, answers);
  if (answers.readings.empty()) return !answers.all;
  std::vector<int> others;
  std::vector<Answers> of_others;
  bool all = answers.all;
  auto combinations = static_cast<double>(answers.readings.size() + 1);
  for (int other : aim.facts) {
    if (other == fact || StateOf(other).presence == Presence::kDeclined) continue;
    others.push_back(other);
    of_others.push_back(AnswersTo(other));
    KeepPossible(other, of_others.back());
    all = all && of_others.back().all;
    combinations *= static_cast<double>(of_others.back().readings.size() + 1);
  }
  slow_ = NeedsSlow(aim);
  if (!all || combinations > (slow_ ? kSlowCombinationsMax : kCombinationsMax)) return true;
  for (int more = 1; more <= static_cast<int>(others.size()); ++more) {
    if (ChangesBeside(fact, answers, aim, others, of_others, 0, more)) return true;
  }
  return false;
}

}  // namespace baken::explain_internal
