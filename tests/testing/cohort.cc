#include "tests/testing/cohort.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "rules/base/check.h"
#include "rules/engine/conclusions.h"
#include "rules/engine/points.h"

namespace baken {
namespace {

constexpr int kRoundsMax = 80;

double Number(absl::string_view text) {
  double number = 0;
  BAKEN_CHECK(absl::SimpleAtod(text, &number));
  return number;
}

double Share(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

int64_t Between(int64_t low, int64_t high, std::mt19937_64& random) {
  return low + static_cast<int64_t>(random() % static_cast<uint64_t>(high - low + 1));
}

void Answer(VariableState& state, const Reading& reading) {
  state.presence = Presence::kAnswered;
  state.contradictory = false;
  state.readings.assign(1, reading);
}

Reading NumberReading(int64_t value) {
  Reading reading;
  reading.low = reading.high = value;
  return reading;
}

}  // namespace

Cohort::Cohort(const LoadedPack& pack, const std::string& path, uint64_t seed)
    : pack_(pack),
      program_(pack.program()),
      alternatives_(pack.program()),
      seed_(seed),
      is_item_(program_.variables.size(), false),
      is_summed_(program_.variables.size(), false) {
  for (const ProgramScale& scale : program_.scales) {
    for (const ScaleItem& item : scale.items) is_item_[static_cast<size_t>(item.variable)] = true;
    is_summed_[static_cast<size_t>(scale.total_variable)] = !scale.items.empty();
  }
  std::ifstream file(path);
  BAKEN_CHECK(file.good());
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> words = absl::StrSplit(line, ' ', absl::SkipEmpty());
    if (words.empty() || words[0][0] == '#') continue;
    BAKEN_CHECK(words.size() >= 2);
    if (words[0] == "default") {
      const std::pair<std::string, std::string> value = absl::StrSplit(words[1], absl::MaxSplits('=', 1));
      defaults_[value.first] = Number(value.second);
    } else {
      ReadFact(words[1], {words.begin() + 2, words.end()});
    }
  }
}

void Cohort::ReadFact(const std::string& id, const std::vector<std::string>& answers) {
  const int fact = program_.FindFact(id);
  BAKEN_CHECK(fact >= 0);
  const Variable& variable =
      program_.variables[static_cast<size_t>(program_.facts[static_cast<size_t>(fact)].variable)];
  for (const std::string& answer : answers) {
    const std::pair<std::string, std::string> parts = absl::StrSplit(answer, absl::MaxSplits('=', 1));
    Choice choice;
    choice.weight = Number(parts.second);
    if (variable.kind == VariableKind::kBoolean) {
      BAKEN_CHECK(parts.first == "yes");
    } else if (variable.kind == VariableKind::kNumber) {
      const std::pair<std::string, std::string> range = absl::StrSplit(parts.first, absl::MaxSplits("..", 1));
      choice.low = *variable.grid.FromDecimal(*ParseDecimal(range.first));
      choice.high = *variable.grid.FromDecimal(*ParseDecimal(range.second));
      BAKEN_CHECK(variable.minimum <= choice.low && choice.low <= choice.high && choice.high <= variable.maximum);
    } else {
      const auto& codes = program_.domains[static_cast<size_t>(variable.domain)].codes;
      const auto found = std::find(codes.begin(), codes.end(), parts.first);
      BAKEN_CHECK(found != codes.end());
      choice.low = found - codes.begin();
    }
    choices_[static_cast<size_t>(fact)].push_back(choice);
  }
}

Reading Cohort::DrawFrom(size_t fact, const std::vector<Choice>& choices, Random& random) const {
  const Variable& variable = program_.variables[static_cast<size_t>(program_.facts[fact].variable)];
  Reading reading;
  if (variable.kind == VariableKind::kBoolean) return NumberReading(Share(random) < choices.front().weight ? 1 : 0);
  if (variable.kind == VariableKind::kSet) {
    for (const Choice& choice : choices) {
      if (Share(random) < choice.weight) reading.in.set(static_cast<size_t>(choice.low));
    }
    if (reading.in.none() && variable.none_code >= 0) reading.in.set(static_cast<size_t>(variable.none_code));
    reading.may = reading.in;
    return reading;
  }
  double all = 0;
  for (const Choice& choice : choices) all += choice.weight;
  double left = Share(random) * all;
  const Choice* chosen = &choices.back();
  for (const Choice& choice : choices) {
    if ((left -= choice.weight) >= 0) continue;
    chosen = &choice;
    break;
  }
  if (variable.kind == VariableKind::kNumber) return NumberReading(Between(chosen->low, chosen->high, random));
  reading.may.set(static_cast<size_t>(chosen->low));
  return reading;
}

Reading Cohort::DrawByKind(size_t fact, Random& random) const {
  const auto index = static_cast<size_t>(program_.facts[fact].variable);
  const Variable& variable = program_.variables[index];
  const auto& definition = pack_.definition().facts(static_cast<int>(fact));
  const bool danger = definition.danger() == rules::v1::DANGER_ORDER_RISING;
  const bool serious = !danger || Share(random) < defaults_.at("danger");
  const auto last = static_cast<int64_t>(program_.CodeCount(variable)) - 1;
  Reading reading;
  if (is_item_[index] && variable.kind != VariableKind::kSet) {
    const bool codes = variable.kind == VariableKind::kOneOf;
    int64_t value = codes ? 0 : variable.minimum;
    while (value < (codes ? last : variable.maximum) && Share(random) < defaults_.at("item")) ++value;
    if (!codes) return NumberReading(value);
    reading.may.set(static_cast<size_t>(value));
    return reading;
  }
  switch (variable.kind) {
    case VariableKind::kBoolean:
      return NumberReading(danger ? serious : Share(random) < defaults_.at("boolean"));
    case VariableKind::kNumber:
      if (!serious) return NumberReading(variable.minimum);
      return NumberReading(Between(variable.minimum, variable.maximum, random));
    case VariableKind::kOneOf:
      reading.may.set(static_cast<size_t>(serious ? Between(danger && last > 0 ? 1 : 0, last, random) : 0));
      return reading;
    case VariableKind::kSet:
      break;
  }
  std::vector<Choice> each;
  for (int64_t code = 0; code <= last; ++code) {
    if (code != variable.none_code) each.push_back({code, code, serious ? defaults_.at("code") : 0.0});
  }
  return DrawFrom(fact, each, random);
}

Reading Cohort::DrawReading(size_t fact, Random& random) const {
  const auto found = choices_.find(fact);
  return found == choices_.end() ? DrawByKind(fact, random) : DrawFrom(fact, found->second, random);
}

void Cohort::SetTotals(Given& given) const {
  for (const ProgramScale& scale : program_.scales) {
    if (scale.items.empty()) continue;
    int64_t sum = 0;
    for (const ScaleItem& item : scale.items) {
      const auto variable = static_cast<size_t>(item.variable);
      sum += engine_internal::PointsOf(program_.variables[variable], item, given.states[variable].readings.front()).low;
    }
    Answer(given.states[static_cast<size_t>(scale.total_variable)], NumberReading(sum));
  }
}

// Makes what holding implications and skip rules conclude the answer; false when all of it was.
bool Cohort::Force(const Evaluation& evaluation, Given& given) const {
  bool changed = false;
  for (const ProgramImplication& implication : program_.implications) {
    if (evaluation.nodes[static_cast<size_t>(implication.node)] != Tri::kTrue) continue;
    for (const ProgramConclusion& conclusion : implication.conclusions) {
      const Variable& variable = program_.variables[static_cast<size_t>(conclusion.variable)];
      VariableState& state = given.states[static_cast<size_t>(conclusion.variable)];
      if (variable.derived || engine_internal::Agrees(variable, conclusion, state.readings.front())) continue;
      Answer(state, engine_internal::WithConclusion(variable, conclusion, state.readings.front()));
      changed = true;
    }
  }
  return changed;
}

bool Cohort::TryDraw(Random& random, Given& given) const {
  std::vector<size_t> facts;
  for (size_t f = 0; f < program_.facts.size(); ++f) {
    const int variable = program_.facts[f].variable;
    if (variable < 0 || program_.variables[static_cast<size_t>(variable)].derived) continue;
    facts.push_back(f);
    Answer(given.states[static_cast<size_t>(variable)], DrawReading(f, random));
  }
  for (int round = 0; round < kRoundsMax; ++round) {
    SetTotals(given);
    const Evaluation evaluation = Evaluate(program_, given);
    const bool forced = Force(evaluation, given);
    if (evaluation.contradictions.empty() && !forced) return true;
    // What was forced may be forced back by another: now and then one of them is drawn again.
    if (evaluation.contradictions.empty() || (forced && random() % 3 != 0)) continue;
    const auto& named = evaluation.contradictions[random() % evaluation.contradictions.size()].facts;
    const auto fact = static_cast<size_t>(named[random() % named.size()]);
    const auto variable = static_cast<size_t>(program_.facts[fact].variable);
    if (program_.variables[variable].derived) continue;
    const std::vector<Reading> others = alternatives_.Of(static_cast<int>(fact), evaluation);
    const bool by_figures = others.empty() || random() % 2 == 0;
    Answer(given.states[variable], by_figures ? DrawReading(fact, random) : others[random() % others.size()]);
  }
  return false;
}

Given Cohort::Draw(uint64_t number) const {
  std::seed_seq seed{seed_ >> 32, seed_ & 0xffffffff, number >> 32, number & 0xffffffff};
  Random random(seed);
  for (;;) {
    Given given = NothingGiven(program_);
    if (TryDraw(random, given)) return given;
  }
}

}  // namespace baken
