// Questions on small random packs, exhaustively: what is not asked makes no difference in any completion the oracle
// finds, and what is asked can change what is attainable, alone or beside other answers.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "rules/explain/open_questions.h"
#include "tests/differential/engine_bridge.h"
#include "tests/differential/question_witness.h"
#include "tests/differential/random_pack.h"
#include "tests/testing/oracle_answers.h"
#include "tests/testing/oracle_completions.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using explain_internal::OpenQuestions;
using explain_internal::Situation;

const absl::CivilDay kToday(2026, 3, 31);
constexpr char kRole[] = "r1";
constexpr int kTriesMax = 200000;
constexpr int kAll = 1000;
// Facts of no instrument: an instrument may be answered in more than one way.
constexpr const char* kFacts[] = {"b0", "b1", "n0", "o0", "s1"};

struct Case {
  const rules::v1::PackFile& definition;
  const oracle::Pack& oracle;
  const LoadedPack& pack;
  const Answers& answers;
  const Situation& situation;
  std::set<std::string> asked;
};

// For messages: the rules, what is known and what is asked.
std::string Story(const Case& one) {
  std::string story;
  for (const auto& rule : one.definition.implications()) absl::StrAppend(&story, rule.ShortDebugString(), "\n");
  for (const auto& rule : one.definition.impossible()) absl::StrAppend(&story, rule.ShortDebugString(), "\n");
  for (const auto& rule : one.definition.criteria()) absl::StrAppend(&story, rule.id(), ": ", rule.when(), "\n");
  for (const auto& finding : one.definition.findings()) {
    for (const auto* level : one.oracle.Levels(finding)) {
      absl::StrAppend(&story, finding.id(), ".", level->id(), " U", level->urgency() - v1::URGENCY_U0, ": ",
                      level->when(), "\n");
    }
  }
  for (const auto& referral : one.definition.referrals()) absl::StrAppend(&story, referral.ShortDebugString(), "\n");
  for (const auto& answer : one.answers) absl::StrAppend(&story, answer.ShortDebugString(), "\n");
  story += "asked:";
  for (const std::string& fact : one.asked) absl::StrAppend(&story, " ", fact);
  return story;
}

class NeedlessQuestionsTest : public ::testing::Test {
 protected:
  template <typename Check>
  void ForEach(int packs, int answers_per_pack, Check check) {
    const uint64_t seed = TestSeed();
    RecordProperty("seed", std::to_string(seed));
    for (int p = 0; p < packs && !HasFailure(); ++p) {
      Random random(seed + 9000 + static_cast<uint64_t>(p));
      const rules::v1::PackFile definition = RandomPack(random, {.small = true});
      const oracle::Pack oracle(definition);
      const auto pack = BuildPack(definition);
      ASSERT_NE(pack, nullptr);
      for (int a = 0; a < answers_per_pack && !HasFailure(); ++a) {
        SCOPED_TRACE(absl::StrCat("BAKEN_TEST_SEED=", seed, ", pack ", p, ", answers ", a));
        const Answers answers = RandomAnswers(random, definition);
        v1::AssessRequest request;
        *request.mutable_answers() = answers;
        ASSERT_OK_AND_ASSIGN(const Situation situation, Situation::Make(*pack, request, kRole, kToday));
        if (situation.refused() || situation.now().contradiction_count > 0) continue;
        Case one{definition, oracle, *pack, answers, situation, {}};
        for (int fact : OpenQuestions(situation, /*everything=*/false).InOrder(kAll)) {
          one.asked.insert(pack->program().facts[static_cast<size_t>(fact)].id);
        }
        check(one);
        if (HasFailure()) std::cerr << Story(one) << "\n";
      }
    }
  }
};

oracle::State StateOf(const oracle::Name& name, const oracle::Value& value) {
  oracle::State state;
  state.presence = oracle::Presence::kAnswered;
  oracle::Reading& reading = state.readings.emplace_back();
  if (const auto* number = std::get_if<int64_t>(&value)) reading.low = reading.high = *number;
  if (const auto* code = std::get_if<std::string>(&value)) reading.may = {*code};
  if (name.kind == oracle::Kind::kSet) reading.in = reading.may = std::get<std::set<std::string>>(value);
  return state;
}

// What is known when a person answers everything but instruments that are not given. Derived facts are never answered.
oracle::Knowledge AllAnswers(const Case& one, oracle::Knowledge known, const oracle::Person& person) {
  const auto answer = [&](const std::string& fact) {
    const auto value = person.values.find(fact);
    oracle::State& state = known.states.at(fact);
    if (value != person.values.end() && state.presence != oracle::Presence::kDeclined) {
      state = StateOf(one.oracle.name(fact), value->second);
    }
  };
  for (const char* fact : kFacts) answer(fact);
  for (const auto& scale : one.definition.scales()) {
    if (person.given_scales.count(scale.id()) == 0) continue;
    for (const auto& item : scale.items()) answer(item.fact());
    if (scale.items().empty()) answer(scale.total_fact());
  }
  return known;
}

// Urgency, referrals and subgroups of one completion; empty when its answers contradict each other.
std::string AdviceOf(const Case& one, const oracle::Knowledge& known) {
  const Program& program = one.pack.program();
  const Evaluation evaluation = Evaluate(program, ToGiven(program, known));
  if (!evaluation.contradictions.empty()) return "";
  std::string advice;
  for (size_t f = 0; f < program.findings.size(); ++f) {
    if (!one.situation.rules().IsSubgroup(static_cast<int>(f))) continue;
    absl::StrAppend(&advice, program.findings[f].id, "=", evaluation.findings[f].supported, " ");
  }
  const explain_internal::Standing standing = one.situation.rules().StandingOf(ToVerdicts(evaluation), 0);
  absl::StrAppend(&advice, v1::Urgency_Name(standing.urgency));
  for (bool given : standing.referrals) advice += given ? " 1" : " 0";
  return advice;
}

std::string TextOf(const oracle::Value& value) {
  if (const auto* number = std::get_if<int64_t>(&value)) return absl::StrCat(*number);
  if (const auto* code = std::get_if<std::string>(&value)) return *code;
  std::string text = "{";
  for (const std::string& code : std::get<std::set<std::string>>(value)) absl::StrAppend(&text, code, " ");
  return text;
}

// All that is so but for one fact.
std::string Rest(const oracle::Person& person, const std::string& but) {
  std::string text;
  for (const auto& [name, value] : person.values) {
    if (name != but) absl::StrAppend(&text, name, "=", TextOf(value), ";");
  }
  for (const std::string& scale : person.given_scales) absl::StrAppend(&text, scale, ";");
  return text;
}

TEST_F(NeedlessQuestionsTest, WhatIsNotAskedMakesNoDifference) {
  int compared = 0;
  ForEach(120, 8, [&](const Case& one) {
    const oracle::Knowledge known = oracle::ReadAnswers(one.oracle, one.answers, kRole, kToday);
    const oracle::Conclusions concluded = oracle::Conclude(one.oracle, known);
    if (concluded.knowledge.data_contradictory) return;
    std::map<std::string, std::map<std::string, std::string>> advice;  // By fact, by all the rest.
    const auto visit = [&](const oracle::Person& person) {
      const std::string now = AdviceOf(one, AllAnswers(one, known, person));
      if (now.empty()) return;
      for (const char* fact : kFacts) {
        const bool declined = known.states.at(fact).presence == oracle::Presence::kDeclined;
        if (one.asked.count(fact) > 0 || declined) continue;
        // The second member of the family reads this one; it is asked with that instrument, if that is chosen.
        const bool chosen = person.given_scales.count("sc2") > concluded.knowledge.given_scales.count("sc2");
        if (chosen && fact == std::string("b1")) continue;
        const auto [found, first] = advice[fact].emplace(Rest(person, fact), now);
        if (first) continue;
        ++compared;
        EXPECT_EQ(found->second, now) << fact << " was not asked; beside " << found->first;
      }
    };
    oracle::ForEachCompletion(one.oracle, known, concluded, kTriesMax, visit);
  });
  RecordProperty("compared", compared);
  EXPECT_GT(compared, 10000);
}

TEST_F(NeedlessQuestionsTest, WhatIsAskedCanMakeADifference) {
  int questions = 0;
  ForEach(1000, 30, [&](const Case& one) {
    for (const std::string& fact : one.asked) {
      const QuestionWitness witness(one.situation, one.pack.program().FindFact(fact));
      if (!witness.IsAffordable()) continue;
      ++questions;
      EXPECT_TRUE(witness.Exists()) << fact << " is needless";
    }
  });
  RecordProperty("questions", questions);
  EXPECT_GT(questions, 1000);
}

}  // namespace
}  // namespace baken
