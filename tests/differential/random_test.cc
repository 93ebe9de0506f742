// Random packs and random answers: engine and oracle must agree, answers in any order must give the same, the answers
// of every completion must be attainable, and learning a fact must not widen what is attainable.
#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/engine/intake.h"
#include "tests/differential/engine_bridge.h"
#include "tests/differential/random_pack.h"
#include "tests/testing/oracle_answers.h"
#include "tests/testing/oracle_completions.h"

namespace baken {
namespace {

using oracle::Conclusions;
using oracle::FindingOutcome;
using ::testing::IsSupersetOf;

const absl::CivilDay kToday(2026, 3, 31);
constexpr char kRole[] = "r1";

// A random pack, planned, with the oracle's view of it.
class Subject {
 public:
  Subject(Random& random, const RandomPackOptions& options)
      : definition_(RandomPack(random, options)), oracle_(definition_), program_(PlanOrFail(definition_)) {}

  const rules::v1::PackFile& definition() const { return definition_; }
  const oracle::Pack& oracle() const { return oracle_; }
  bool ok() const { return program_ != nullptr; }

  Evaluation Engine(const Answers& answers) const {
    Violations violations;
    IntakeOptions options;
    options.evaluation_date = kToday;
    options.role = kRole;
    Intake intake = ReadAnswers(*program_, definition_, answers, options, violations);
    for (const auto& violation : violations.kept())
      ADD_FAILURE() << violation.field() << ": " << violation.description();
    return Evaluate(*program_, intake.given);
  }
  std::map<std::string, FindingOutcome> EngineFindings(const Answers& answers) const {
    return Findings(*program_, Engine(answers));
  }
  oracle::Knowledge Known(const Answers& answers) const { return oracle::ReadAnswers(oracle_, answers, kRole, kToday); }
  Conclusions Oracle(const Answers& answers) const { return oracle::Conclude(oracle_, Known(answers)); }

  // For messages: the rules, and what is known.
  std::string Story(const Answers& answers) const {
    std::string story;
    for (const auto& rule : definition_.implications()) absl::StrAppend(&story, rule.ShortDebugString(), "\n");
    for (const auto& rule : definition_.impossible()) absl::StrAppend(&story, rule.ShortDebugString(), "\n");
    for (const auto& rule : definition_.criteria()) absl::StrAppend(&story, rule.id(), ": ", rule.when(), "\n");
    for (const auto& finding : definition_.findings()) {
      for (const auto* level : oracle_.Levels(finding)) {
        absl::StrAppend(&story, finding.id(), ".", level->id(), ": ", level->when(), "\n");
      }
    }
    absl::StrAppend(&story, "answered:\n", Describe(oracle_, Known(answers)));
    return absl::StrCat(story, "concluded:\n", Describe(oracle_, Oracle(answers).knowledge));
  }

 private:
  const rules::v1::PackFile definition_;
  const oracle::Pack oracle_;
  const std::unique_ptr<const Program> program_;
};

class RandomDifferentialTest : public ::testing::Test {
 protected:
  // Calls `check` for `packs` random packs with `answers_per_pack` random answers each, until one fails.
  template <typename Check>
  void ForEach(const RandomPackOptions& options, int packs, int answers_per_pack, Check check) {
    const uint64_t seed = TestSeed();
    RecordProperty("seed", std::to_string(seed));
    for (int p = 0; p < packs; ++p) {
      Random random(seed + static_cast<uint64_t>(p));
      Subject subject(random, options);
      ASSERT_TRUE(subject.ok());
      for (int a = 0; a < answers_per_pack; ++a) {
        SCOPED_TRACE(absl::StrCat("BAKEN_TEST_SEED=", seed, ", pack ", p, ", answers ", a));
        check(random, subject, RandomAnswers(random, subject.definition()));
        if (HasFailure()) return;
      }
    }
  }
};

void ExpectSame(const std::map<std::string, FindingOutcome>& actual,
                const std::map<std::string, FindingOutcome>& expected, const std::string& what) {
  ASSERT_EQ(actual.size(), expected.size());
  for (const auto& [id, outcome] : expected) {
    EXPECT_EQ(actual.at(id).supported, outcome.supported) << what << " differs in " << id;
    EXPECT_EQ(actual.at(id).attainable, outcome.attainable) << what << " differs in " << id;
  }
}

TEST_F(RandomDifferentialTest, EngineAgreesWithOracle) {
  ForEach({}, 300, 40, [](Random&, const Subject& subject, const Answers& answers) {
    const Conclusions expected = subject.Oracle(answers);
    ExpectSame(subject.EngineFindings(answers), expected.findings, "oracle");
    ExpectSameContradictions(subject.Engine(answers), expected);
    if (::testing::Test::HasFailure()) std::cerr << subject.Story(answers);
  });
}

TEST_F(RandomDifferentialTest, OrderOfAnswersDoesNotMatter) {
  ForEach({}, 100, 20, [](Random& random, const Subject& subject, const Answers& answers) {
    Answers shuffled = answers;
    for (int i = shuffled.size(); i-- > 1;) shuffled.SwapElements(i, Pick(random, 0, i));
    const Evaluation one = subject.Engine(answers);
    const Evaluation two = subject.Engine(shuffled);
    EXPECT_EQ(one.findings, two.findings);
    EXPECT_EQ(one.nodes, two.nodes);
    ASSERT_EQ(one.contradictions.size(), two.contradictions.size());
    for (size_t i = 0; i < one.contradictions.size(); ++i) {
      EXPECT_EQ(one.contradictions[i].rule_id, two.contradictions[i].rule_id);
      EXPECT_EQ(one.contradictions[i].facts, two.contradictions[i].facts);
    }
  });
}

TEST_F(RandomDifferentialTest, EveryCompletionIsAttainable) {
  constexpr int kTriesMax = 3000;
  int completions = 0;
  RandomPackOptions options;
  options.small = true;
  ForEach(options, 200, 20, [&](Random&, const Subject& subject, const Answers& answers) {
    const Conclusions concluded = subject.Oracle(answers);
    if (concluded.knowledge.data_contradictory) return;
    const auto findings = subject.EngineFindings(answers);
    auto check = [&](const oracle::Person& person) {
      for (const auto& finding : subject.definition().findings()) {
        const std::string level = oracle::LevelOf(subject.oracle(), person, finding);
        const auto& attainable = findings.at(finding.id()).attainable;
        EXPECT_TRUE(std::find(attainable.begin(), attainable.end(), level) != attainable.end())
            << finding.id() << " can become " << level;
      }
    };
    completions +=
        std::max(0, oracle::ForEachCompletion(subject.oracle(), subject.Known(answers), concluded, kTriesMax, check));
    if (::testing::Test::HasFailure()) std::cerr << subject.Story(answers);
  });
  RecordProperty("completions", completions);
  EXPECT_GT(completions, 10000);
}

// True when `more` gives a member of a family that was not given before while another member is settled: new evidence.
bool GivesFurtherMember(const Subject& subject, const Conclusions& before, const Conclusions& after) {
  for (const auto& family : subject.definition().families()) {
    bool settled = false;
    bool further = false;
    for (const auto& member : family.members()) {
      auto standing = oracle::StandingOf(subject.oracle(), before.knowledge, member);
      settled = settled || standing == oracle::Standing::kPositive || standing == oracle::Standing::kNegative;
      further = further || (before.knowledge.given_scales.count(member.scale()) == 0 &&
                            after.knowledge.given_scales.count(member.scale()) > 0);
    }
    if (settled && further) return true;
  }
  return false;
}

TEST_F(RandomDifferentialTest, LearningAFactShrinksWhatIsAttainable) {
  int checked = 0;
  ForEach({}, 200, 20, [&](Random& random, const Subject& subject, const Answers& more) {
    if (more.empty()) return;
    Answers fewer = more;
    const int left_out = Pick(random, 0, more.size() - 1);
    fewer.DeleteSubrange(left_out, 1);
    const Conclusions before = subject.Oracle(fewer);
    const Conclusions after = subject.Oracle(more);
    // Exceptions: an answer that contradicts others; a further member of a family. And an answer otherwise than a skip
    // rule had filled in takes its place.
    if (after.knowledge.data_contradictory || GivesFurtherMember(subject, before, after)) return;
    auto skipped = before.knowledge.states.find(more[left_out].fact_id());
    if (skipped != before.knowledge.states.end() && skipped->second.presence == oracle::Presence::kImplied) return;
    const auto wide = subject.EngineFindings(fewer);
    const auto narrow = subject.EngineFindings(more);
    for (const auto& [id, outcome] : narrow) {
      EXPECT_THAT(wide.at(id).attainable, IsSupersetOf(outcome.attainable))
          << id << ", learning " << more[left_out].fact_id();
    }
    ++checked;
    if (::testing::Test::HasFailure()) std::cerr << subject.Story(fewer);
  });
  EXPECT_GT(checked, 1000);
}

}  // namespace
}  // namespace baken
