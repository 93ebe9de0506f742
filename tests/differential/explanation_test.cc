// Explanations of random packs against the oracle: no claimed set is wrong, none has a fact too many, none that is
// smaller was passed over, and what other answers are said to lead to is what they lead to.
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/explain/explain.h"
#include "tests/differential/random_pack.h"
#include "tests/testing/explained_answers.h"
#include "tests/testing/oracle.h"
#include "tests/testing/oracle_answers.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

const absl::CivilDay kToday(2026, 3, 31);
constexpr char kRole[] = "r1";
constexpr size_t kBruteForceMax = 9;  // Known facts; 2^9 subsets.

struct Subject {
  explicit Subject(Random& random)
      : definition(RandomPack(random, {})), oracle(definition), pack(BuildPack(definition)) {}

  oracle::FindingOutcome Conclude(const Answers& answers, const std::string& finding) const {
    return oracle::Conclude(oracle, oracle::ReadAnswers(oracle, answers, kRole, kToday)).findings.at(finding);
  }

  const rules::v1::PackFile definition;
  const oracle::Pack oracle;
  const std::shared_ptr<const LoadedPack> pack;
};

bool Reaches(const oracle::FindingOutcome& outcome, const std::string& level) {
  return std::find(outcome.attainable.begin(), outcome.attainable.end(), level) != outcome.attainable.end();
}

v1::ExplainRequest RequestWith(const Answers& answers, const Subject& subject) {
  v1::ExplainRequest request;
  *request.mutable_person()->mutable_answers() = answers;
  request.mutable_person()->set_evaluation_date("2026-03-31");
  for (const auto& finding : subject.definition.findings()) request.add_finding_ids(finding.id());
  return request;
}

class ExplanationDifferentialTest : public ::testing::Test {
 protected:
  template <typename Check>
  void ForEach(int packs, int answers_per_pack, Check check) {
    const uint64_t seed = TestSeed();
    RecordProperty("seed", std::to_string(seed));
    for (int p = 0; p < packs; ++p) {
      Random random(seed + 7000 + static_cast<uint64_t>(p));
      Subject subject(random);
      ASSERT_NE(subject.pack, nullptr);
      for (int a = 0; a < answers_per_pack; ++a) {
        SCOPED_TRACE(absl::StrCat("BAKEN_TEST_SEED=", seed, ", pack ", p, ", answers ", a));
        const Answers answers = RandomAnswers(random, subject.definition);
        ASSERT_OK_AND_ASSIGN(const ExplainedDecision explained,
                             Explain(*subject.pack, RequestWith(answers, subject), kRole, kToday));
        check(subject, answers, explained.explanation);
        if (HasFailure()) return;
      }
    }
  }

  // `enough` must hold of the set and of no set with one fact less.
  template <typename Enough>
  void ExpectMinimal(const Subject& subject, const Answers& answers, const v1::Grounds& grounds, Enough enough) {
    ++sets_;
    EXPECT_TRUE(enough(OnlyGrounds(subject.definition, answers, grounds))) << grounds.ShortDebugString();
    for (int left_out = 0; left_out < grounds.readings_size(); ++left_out) {
      v1::Grounds less = grounds;
      less.mutable_readings()->DeleteSubrange(left_out, 1);
      EXPECT_FALSE(enough(OnlyGrounds(subject.definition, answers, less)))
          << "not needed: " << grounds.readings(left_out).ShortDebugString();
    }
  }

  int sets_ = 0;
};

TEST_F(ExplanationDifferentialTest, GroundsAreEnoughAndNoneIsTooMany) {
  ForEach(120, 10, [&](const Subject& subject, const Answers& answers, const v1::Explanation& explanation) {
    for (const v1::FindingExplanation& finding : explanation.findings()) {
      SCOPED_TRACE(finding.finding_id());
      for (const v1::Grounds& grounds : finding.why()) {
        ExpectMinimal(subject, answers, grounds, [&](const Answers& some) {
          const oracle::FindingOutcome outcome = subject.Conclude(some, finding.finding_id());
          const bool is_default = finding.supported().kind() == v1::LEVEL_KIND_NONE;
          return outcome.supported == finding.supported().level_id() &&
                 (!is_default || outcome.attainable.size() == 1 || !finding.decided());
        });
      }
      for (const v1::LevelObstacle& obstacle : finding.why_not()) {
        EXPECT_EQ(obstacle.open(),
                  Reaches(subject.Conclude(answers, finding.finding_id()), obstacle.level().level_id()));
        for (const v1::Grounds& grounds : obstacle.grounds()) {
          ExpectMinimal(subject, answers, grounds, [&](const Answers& some) {
            return !Reaches(subject.Conclude(some, finding.finding_id()), obstacle.level().level_id());
          });
        }
      }
    }
  });
  EXPECT_GT(sets_, 5000);
}

TEST_F(ExplanationDifferentialTest, OtherAnswersLeadWhereItIsSaid) {
  int checked = 0;
  ForEach(120, 10, [&](const Subject& subject, const Answers& answers, const v1::Explanation& explanation) {
    for (const v1::FindingExplanation& finding : explanation.findings()) {
      for (const auto* what_ifs : {&finding.what_if(), &finding.open()}) {
        for (const v1::WhatIf& what_if : *what_ifs) {
          const Answers changed = WithChanges(subject.definition, answers, what_if);
          bool told = false;
          for (const v1::LevelChange& change : what_if.effect().levels()) {
            EXPECT_EQ(subject.Conclude(changed, change.finding_id()).supported, change.to().level_id())
                << what_if.ShortDebugString();
            told = told || change.finding_id() == finding.finding_id();
          }
          EXPECT_TRUE(told) << finding.finding_id();
          ++checked;
        }
      }
    }
  });
  EXPECT_GT(checked, 1000);
}

// All subsets of the known facts by brute force: the sets shown are as small as any, and as many as there are up to
// five.
TEST_F(ExplanationDifferentialTest, NoSmallerGroundsArePassedOver) {
  int compared = 0;
  ForEach(150, 6, [&](const Subject& subject, const Answers& answers, const v1::Explanation& explanation) {
    Answers known;
    for (const v1::Answer& answer : answers) {
      if (answer.has_value()) *known.Add() = answer;
    }
    const bool codes =
        std::any_of(known.begin(), known.end(), [](const v1::Answer& answer) { return answer.fact_id() == "atc"; });
    if (codes || static_cast<size_t>(known.size()) > kBruteForceMax) return;
    for (const v1::FindingExplanation& finding : explanation.findings()) {
      if (finding.why().empty() || finding.supported().kind() == v1::LEVEL_KIND_NONE) continue;
      std::vector<unsigned> enough;  // Smallest first, none holds another.
      std::vector<unsigned> subsets;
      for (unsigned subset = 0; subset < (1u << known.size()); ++subset) subsets.push_back(subset);
      std::stable_sort(subsets.begin(), subsets.end(),
                       [](unsigned a, unsigned b) { return __builtin_popcount(a) < __builtin_popcount(b); });
      bool monotone = true;
      for (unsigned subset : subsets) {
        Answers some;
        for (int i = 0; i < known.size(); ++i) {
          if ((subset >> i) & 1u) *some.Add() = known[i];
        }
        const bool holds = subject.Conclude(some, finding.finding_id()).supported == finding.supported().level_id();
        const bool covered =
            std::any_of(enough.begin(), enough.end(), [subset](unsigned found) { return (found & subset) == found; });
        monotone = monotone && (!covered || holds);
        if (holds && !covered) enough.push_back(subset);
      }
      // Where answers contradict each other more may be less; then nothing is promised about what is smallest.
      if (!monotone) continue;
      ++compared;
      const size_t expected = std::min<size_t>(enough.size(), 5);
      ASSERT_EQ(static_cast<size_t>(finding.why_size()), expected) << finding.finding_id();
      for (size_t i = 0; i < expected; ++i) {
        EXPECT_EQ(finding.why(static_cast<int>(i)).readings_size(), __builtin_popcount(enough[i]));
      }
    }
  });
  EXPECT_GT(compared, 300);
}

}  // namespace
}  // namespace baken
