// Every small condition over a handful of facts, in every state of these facts, contradictory ones among them: engine
// and oracle must agree, and where everything is known both must agree with plain two-valued logic.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "tests/differential/engine_bridge.h"
#include "tests/testing/oracle_completions.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"

namespace baken {
namespace {

using oracle::Knowledge;
using oracle::State;
using oracle::Truth;

constexpr char kFacts[] = R"pb(
  domains { id: "d" codes: "x" codes: "y" codes: "z" }
  facts {
    id: "b"
    boolean {}
  }
  facts {
    id: "c"
    boolean {}
  }
  facts {
    id: "n"
    number { minimum: "0" maximum: "2" }
  }
  facts {
    id: "m"
    number { minimum: "0" maximum: "2" }
  }
  facts {
    id: "o"
    one_of { domain: "d" }
  }
  facts {
    id: "s"
    set_of { codes: "p" codes: "q" }
  }
  facts {
    id: "t"
    set_of { domain: "d" }
  }
)pb";

// A condition and the facts it reads.
struct Condition {
  std::string text;
  std::set<std::string> facts;
};

Condition Join(const std::string& text, const std::vector<Condition>& parts) {
  Condition whole{text, {}};
  for (const Condition& part : parts) whole.facts.insert(part.facts.begin(), part.facts.end());
  return whole;
}

std::vector<Condition> SimpleLeaves() {
  return {{"b", {"b"}},
          {"c", {"c"}},
          {"n >= 1", {"n"}},
          {"n == 1", {"n"}},
          {"between(n, 0, 1)", {"n"}},
          {"o == 'x'", {"o"}},
          {"o in ['x', 'y']", {"o"}},
          {"'p' in s", {"s"}},
          {"intersects(s, ['p', 'q'])", {"s"}},
          {"contradictory(b)", {"b"}}};
}

// Forms that are tried alone, negated and in pairs only.
std::vector<Condition> MoreLeaves() {
  std::vector<Condition> leaves = {{"true", {}},
                                   {"false", {}},
                                   {"data_contradictory", {}},
                                   {"o != 'y'", {"o"}},
                                   {"'y' == o", {"o"}},
                                   {"o in t", {"o", "t"}},
                                   {"intersects(t, ['x', 'z'])", {"t"}},
                                   {"'z' in t", {"t"}},
                                   {"contradictory(s)", {"s"}}};
  for (const char* op : {"==", "!=", "<", "<=", ">", ">="}) {
    leaves.push_back({absl::StrCat("n ", op, " m"), {"n", "m"}});
    leaves.push_back({absl::StrCat("1 ", op, " n"), {"n"}});
  }
  return leaves;
}

// Pairs of `a` with one more condition, in every form that takes two.
void AddPairs(const Condition& a, const Condition& b, std::vector<Condition>& all) {
  for (const char* form : {"(", "!("}) {
    all.push_back(Join(absl::StrCat(form, a.text, " && ", b.text, ")"), {a, b}));
    all.push_back(Join(absl::StrCat(form, a.text, " || ", b.text, ")"), {a, b}));
  }
}

// count() in every comparison, and at_least() in every threshold.
void AddCounts(const std::vector<Condition>& parts, std::vector<Condition>& all) {
  std::vector<std::string> texts;
  for (const Condition& part : parts) texts.push_back(part.text);
  const std::string list = absl::StrJoin(texts, ", ");
  for (size_t k = 0; k <= parts.size() + 1; ++k) {
    for (const char* op : {"==", "!=", "<", "<=", ">", ">="}) {
      all.push_back(Join(absl::StrCat("count(", list, ") ", op, " ", k), parts));
      all.push_back(Join(absl::StrCat("!(", k, " ", op, " count(", list, "))"), parts));
    }
    if (k == 0 || k > parts.size()) continue;
    all.push_back(Join(absl::StrCat("at_least(", k, ", ", list, ")"), parts));
    all.push_back(Join(absl::StrCat("!at_least(", k, ", ", list, ")"), parts));
  }
}

std::vector<Condition> AllConditions() {
  std::vector<Condition> simple = SimpleLeaves();
  std::vector<Condition> leaves = MoreLeaves();
  leaves.insert(leaves.end(), simple.begin(), simple.end());
  std::vector<Condition> all = leaves;
  for (const Condition& leaf : leaves) all.push_back(Join(absl::StrCat("!(", leaf.text, ")"), {leaf}));
  for (const Condition& a : leaves) {
    for (const Condition& b : simple) AddPairs(a, b, all);
  }
  std::vector<Condition> pairs;
  for (size_t i = 0; i < simple.size(); ++i) {
    for (size_t j = i; j < simple.size(); ++j) {
      AddPairs(simple[i], simple[j], pairs);
      AddCounts({simple[i], simple[j]}, all);
      Condition negated = Join(absl::StrCat("!(", simple[j].text, ")"), {simple[j]});
      AddCounts({simple[i], negated, simple[(i + j) % simple.size()]}, all);
    }
  }
  for (const Condition& pair : pairs) {
    for (const Condition& leaf : simple) AddPairs(pair, leaf, all);
  }
  return all;
}

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
  Group(const std::set<std::string>& facts, const std::vector<Condition>& conditions)
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
  static rules::v1::PackFile Definition(const std::vector<Condition>& conditions) {
    auto definition = ParseTextProto<rules::v1::PackFile>(kFacts);
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
  const std::vector<Condition> conditions_;
  const oracle::Pack pack_;
  const std::unique_ptr<const Program> program_;
  Knowledge knowledge_;
  int compared_ = 0;
};

TEST(ExpressionDifferentialTest, EverySmallConditionInEveryState) {
  std::map<std::set<std::string>, std::vector<Condition>> groups;
  for (const Condition& condition : AllConditions()) groups[condition.facts].push_back(condition);
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
