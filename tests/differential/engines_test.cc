// The engines behind one interface: the reference, the compiled and the incremental one must conclude the same as the
// oracle, on random packs and on the packs in the tree, whatever was asked before.
#include "rules/engine/engines.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "rules/decision/description.h"
#include "rules/engine/intake.h"
#include "tests/differential/engine_bridge.h"
#include "tests/differential/random_pack.h"
#include "tests/testing/oracle_answers.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/random_person.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

const absl::CivilDay kToday(2026, 3, 31);

// All engines of one program.
class Engines {
 public:
  Engines(const Program& program, const rules::v1::PackFile& definition, std::string role)
      : program_(program), definition_(definition), role_(std::move(role)), factory_(program) {
    engines_.emplace_back("compiled", factory_.Compiled());
    engines_.emplace_back("incremental", factory_.Incremental());
    reference_ = factory_.Reference();
  }

  // What all of them conclude; a difference fails the test.
  std::vector<Verdict> Conclude(const Answers& answers) {
    Violations violations;
    IntakeOptions options;
    options.evaluation_date = kToday;
    options.role = role_;
    options.report_unknown = true;
    const Intake intake = ReadAnswers(program_, definition_, answers, options, violations);
    EXPECT_TRUE(violations.kept().empty());
    return Conclude(intake.given);
  }

  std::vector<Verdict> Conclude(const Given& given) {
    const std::vector<Verdict> expected = reference_->Conclude(given);
    contradictory_ += Evaluate(program_, given).data_contradictory;
    ++concluded_;
    for (auto& [name, engine] : engines_) ExpectSame(name, engine->Conclude(given), expected);
    return expected;
  }

  int concluded() const { return concluded_; }
  int contradictory() const { return contradictory_; }

 private:
  void ExpectSame(const std::string& name, const std::vector<Verdict>& actual, const std::vector<Verdict>& expected) {
    ASSERT_EQ(actual.size(), expected.size());
    for (size_t f = 0; f < expected.size(); ++f) {
      EXPECT_EQ(actual[f].supported, expected[f].supported) << name << " differs in " << program_.findings[f].id;
      EXPECT_EQ(actual[f].attainable, expected[f].attainable) << name << " differs in " << program_.findings[f].id;
    }
  }

  const Program& program_;
  const rules::v1::PackFile& definition_;
  const std::string role_;
  const EngineFactory factory_;
  std::unique_ptr<Engine> reference_;
  std::vector<std::pair<std::string, std::unique_ptr<Engine>>> engines_;
  int concluded_ = 0;
  int contradictory_ = 0;
};

void ExpectAsOracle(const Program& program, const std::vector<Verdict>& actual, const oracle::Conclusions& expected) {
  for (size_t f = 0; f < program.findings.size(); ++f) {
    const ProgramFinding& finding = program.findings[f];
    const oracle::FindingOutcome& outcome = expected.findings.at(finding.id);
    EXPECT_EQ(finding.levels[static_cast<size_t>(actual[f].supported)].id, outcome.supported) << finding.id;
    std::vector<std::string> attainable;
    for (size_t level = 0; level < finding.levels.size(); ++level) {
      if ((actual[f].attainable >> level & 1) != 0) attainable.push_back(finding.levels[level].id);
    }
    EXPECT_EQ(attainable, outcome.attainable) << finding.id;
  }
}

// Some of the answers, or others of their own: as a person corrects what was filled in.
Answers Changed(Random& random, const Answers& answers, const Answers& others) {
  Answers changed;
  std::set<std::string> known;
  for (const v1::Answer& answer : answers) {
    if (OnceIn(random, 8)) continue;
    *changed.Add() = answer;
    known.insert(answer.fact_id());
  }
  for (const v1::Answer& answer : others) {
    // A set and the external codes that fill it are not both sent.
    if (known.count("s1") + known.count("atc") > 0 && (answer.fact_id() == "s1" || answer.fact_id() == "atc")) continue;
    if (OnceIn(random, 4) && known.insert(answer.fact_id()).second) *changed.Add() = answer;
  }
  return changed;
}

TEST(EnginesTest, AgreeWithOracleOnRandomPacks) {
  const uint64_t seed = TestSeed();
  RecordProperty("seed", std::to_string(seed));
  int contradictory = 0;
  int concluded = 0;
  for (uint64_t p = 0; p < 200 && !HasFailure(); ++p) {
    Random random(seed + p);
    const rules::v1::PackFile definition = RandomPack(random, {});
    const oracle::Pack oracle(definition);
    const auto program = PlanOrFail(definition);
    ASSERT_NE(program, nullptr);
    Engines engines(*program, definition, "r1");
    Answers answers;
    for (int a = 0; a < 30 && !HasFailure(); ++a) {
      SCOPED_TRACE(absl::StrCat("BAKEN_TEST_SEED=", seed, ", pack ", p, ", answers ", a));
      answers = OnceIn(random, 4) ? RandomAnswers(random, definition)
                                  : Changed(random, answers, RandomAnswers(random, definition));
      ExpectAsOracle(*program, engines.Conclude(answers),
                     oracle::Conclude(oracle, oracle::ReadAnswers(oracle, answers, "r1", kToday)));
    }
    concluded += engines.concluded();
    contradictory += engines.contradictory();
  }
  // Both ways must have been gone: with a contradiction and without.
  EXPECT_GT(contradictory, 500);
  EXPECT_GT(concluded - contradictory, 500);
}

class EnginesOnPackTest : public ::testing::TestWithParam<std::string> {};

TEST_P(EnginesOnPackTest, AgreeWithReferenceAsAnswersComeAndGo) {
  const auto pack = LoadPackOfTree(GetParam());
  ASSERT_NE(pack, nullptr);
  ASSERT_OK_AND_ASSIGN(const v1::PackDescription description, DescribePack(*pack, ""));
  const uint64_t seed = TestSeed();
  RandomPersons persons(description, pack->definition(), seed);
  Engines engines(pack->program(), pack->definition(), pack->definition().header().roles(0).id());
  Random random(seed);
  for (int person = 0; person < 150 && !HasFailure(); ++person) {
    Answers answers = persons.Next().answers();
    for (int step = 0; step < 12 && !HasFailure(); ++step) {
      SCOPED_TRACE(absl::StrCat("BAKEN_TEST_SEED=", seed, ", person ", person, ", step ", step));
      engines.Conclude(answers);
      if (answers.empty()) break;
      // Later ones often follow from earlier ones, so each place is as likely.
      answers.DeleteSubrange(Pick(random, 0, answers.size() - 1), 1);
    }
  }
  EXPECT_GT(engines.contradictory(), 50);
  EXPECT_GT(engines.concluded() - engines.contradictory(), 50);
}

INSTANTIATE_TEST_SUITE_P(Packs, EnginesOnPackTest,
                         ::testing::Values("rules/packs/cocaine-nl/1.0.0", "tests/testdata/packs/coffee-demo/1.0.0"),
                         [](const auto& folder) {
                           return folder.param.find("coffee") == std::string::npos ? "Cocaine" : "Coffee";
                         });

}  // namespace
}  // namespace baken
