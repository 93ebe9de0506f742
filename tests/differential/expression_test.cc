// Every small condition over a handful of facts, in every state of these facts, contradictory ones among them: engine
// and oracle must agree, and where everything is known both must agree with plain two-valued logic.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/differential/engine_bridge.h"
#include "tests/differential/small_conditions.h"
#include "tests/testing/oracle_completions.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"

namespace baken {
namespace {

using oracle::Knowledge;
using oracle::State;
using oracle::Truth;

State Answered(std::vector<oracle::Reading> readings) {
  State state;
  state.presence = oracle::Presence::kAnswered;
  state.contradictory = readings.size() > 1;
  state.readings = std::move(readings);
  return state;
}

// Every value a name may have, as a reading.
std::vector<oracle::Reading> KnownReadings(const oracle::Name& name) {
  std::vector<oracle::Reading> readings;
  oracle::Reading reading = oracle::UnknownReading(name);
  if (name.kind == oracle::Kind::kOneOf) {
    for (const std::string& code : name.codes) {
      reading.may = {code};
      readings.push_back(reading);
    }
  } else if (name.kind == oracle::Kind::kSet) {
    for (unsigned bits = 0; bits < (1U << name.codes.size()); ++bits) {
      reading.in.clear();
      unsigned bit = 1;
      for (const std::string& code : name.codes) {
        if ((bits & bit) != 0) reading.in.insert(code);
        bit <<= 1U;
      }
      reading.may = reading.in;
      readings.push_back(reading);
    }
  } else {
    for (int64_t value = name.low; value <= name.high; value += name.step) {
      reading.low = reading.high = value;
      readings.push_back(reading);
    }
  }
  return readings;
}

// Nothing known; each value; for sets also each partial set; and every pair of values that contradict each other.
std::vector<State> AllStates(const oracle::Name& name) {
  std::vector<State> states(1);
  states[0].readings = {oracle::UnknownReading(name)};
  const std::vector<oracle::Reading> known = KnownReadings(name);
  for (size_t i = 0; i < known.size(); ++i) {
    states.push_back(Answered({known[i]}));
    if (name.kind == oracle::Kind::kSet) {
      oracle::Reading partial = known[i];
      partial.may = name.codes;
      states.push_back(Answered({partial}));
    }
    for (size_t j = i + 1; j < known.size(); ++j) states.push_back(Answered({known[i], known[j]}));
  }
  return states;
}

bool IsComplete(const oracle::Pack& pack, const Knowledge& knowledge, const std::set<std::string>& facts) {
  return std::all_of(facts.begin(), facts.end(), [&](const std::string& fact) {
    const State& state = knowledge.states.at(fact);
    const oracle::Reading& reading = state.readings[0];
    if (state.readings.size() > 1) return false;
    if (pack.name(fact).kind == oracle::Kind::kOneOf) return reading.may.size() == 1;
    if (pack.name(fact).kind == oracle::Kind::kSet) return reading.in == reading.may;
    return reading.low == reading.high;
  });
}

oracle::Person PersonOf(const oracle::Pack& pack, const Knowledge& knowledge, const std::set<std::string>& facts) {
  oracle::Person person;
  for (const std::string& fact : facts) {
    const oracle::Reading& reading = knowledge.states.at(fact).readings[0];
    if (pack.name(fact).kind == oracle::Kind::kOneOf) {
      person.values[fact] = *reading.may.begin();
    } else if (pack.name(fact).kind == oracle::Kind::kSet) {
      person.values[fact] = reading.in;
    } else {
      person.values[fact] = reading.low;
    }
  }
  return person;
}

// Conditions that read the same facts, compared in every state of these.
class Group {
 public:
  Group(const std::set<std::string>& facts, const std::vector<SmallCondition>& conditions)
      : facts_(facts),
        conditions_(conditions),
        pack_(Definition(conditions)),
        program_(PlanOrFail(pack_.definition())) {
    knowledge_ = oracle::NothingKnown(pack_);
  }

  // Returns how many comparisons were made.
  int Run() {
    Vary(facts_.begin());
    return compared_;
  }

 private:
  static rules::v1::PackFile Definition(const std::vector<SmallCondition>& conditions) {
    auto definition = ParseTextProto<rules::v1::PackFile>(kSmallConditionFacts);
    for (size_t i = 0; i < conditions.size(); ++i) {
      rules::v1::Finding& finding = *definition.add_findings();
      finding.set_id(absl::StrCat("f", i));
      rules::v1::Level& yes = *finding.add_levels();
      yes.set_id("YES");
      yes.set_kind(v1::LEVEL_KIND_POSITIVE);
      yes.set_when(conditions[i].text);
      rules::v1::Level& no = *finding.add_levels();
      no.set_id("NO");
      no.set_kind(v1::LEVEL_KIND_NONE);
    }
    return CompleteDefinition(definition);
  }

  void Vary(std::set<std::string>::const_iterator fact) {
    if (::testing::Test::HasFailure()) return;
    if (fact == facts_.end()) return Compare();
    for (const State& state : AllStates(pack_.name(*fact))) {
      knowledge_.states[*fact] = state;
      Vary(std::next(fact));
    }
  }

  void Compare() {
    Given given = ToGiven(*program_, knowledge_);
    knowledge_.data_contradictory = std::any_of(facts_.begin(), facts_.end(), [&](const std::string& fact) {
      return knowledge_.states.at(fact).contradictory;
    });
    if (knowledge_.data_contradictory) given.contradictions.emplace_back();
    const Evaluation evaluation = Evaluate(*program_, given);
    const bool complete = IsComplete(pack_, knowledge_, facts_);
    for (size_t i = 0; i < conditions_.size(); ++i) {
      const Truth expected = oracle::Holds(pack_, knowledge_, pack_.Parse(conditions_[i].text));
      const FindingState& state = evaluation.findings[i];
      const Truth actual = state.decided ? (state.supported == 0 ? Truth::kTrue : Truth::kFalse) : Truth::kOpen;
      ++compared_;
      ASSERT_EQ(static_cast<int>(actual), static_cast<int>(expected)) << conditions_[i].text << "\n"
                                                                      << Describe(pack_, knowledge_);
      if (!complete) continue;
      const oracle::Person person = PersonOf(pack_, knowledge_, facts_);
      ASSERT_EQ(expected == Truth::kTrue, oracle::IsTrue(pack_, person, pack_.Parse(conditions_[i].text)))
          << conditions_[i].text << "\n"
          << Describe(pack_, knowledge_);
      ASSERT_NE(static_cast<int>(expected), static_cast<int>(Truth::kOpen)) << conditions_[i].text;
    }
  }

  const std::set<std::string> facts_;
  const std::vector<SmallCondition> conditions_;
  const oracle::Pack pack_;
  const std::unique_ptr<const Program> program_;
  Knowledge knowledge_;
  int compared_ = 0;
};

TEST(ExpressionDifferentialTest, EverySmallConditionInEveryState) {
  std::map<std::set<std::string>, std::vector<SmallCondition>> groups;
  for (const SmallCondition& condition : AllSmallConditions()) groups[condition.facts].push_back(condition);
  int compared = 0;
  int conditions = 0;
  for (const auto& [facts, group] : groups) {
    conditions += static_cast<int>(group.size());
    compared += Group(facts, group).Run();
    if (HasFailure()) return;
  }
  RecordProperty("conditions", conditions);
  RecordProperty("comparisons", compared);
  EXPECT_GT(conditions, 5000);
  EXPECT_GT(compared, 500000);
}

}  // namespace
}  // namespace baken
