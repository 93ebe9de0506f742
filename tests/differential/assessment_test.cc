// The whole way, from answers as sent to an assessment: random packs through the real loader and Decide(), against the
// oracle; and what must hold of every assessment.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/decision/decision.h"
#include "tests/differential/random_pack.h"
#include "tests/testing/oracle_answers.h"
#include "tests/testing/oracle_summary.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using ::testing::IsEmpty;
using Ids = std::vector<std::string>;
using IdsWithDays = std::vector<std::pair<std::string, std::string>>;

const absl::CivilDay kToday(2026, 3, 31);

// A random pack, loaded, with the oracle's view of it.
struct Subject {
  explicit Subject(Random& random)
      : definition(RandomPack(random, {})), oracle(definition), pack(BuildPack(definition)) {}

  const rules::v1::PackFile definition;
  const oracle::Pack oracle;
  const std::shared_ptr<const LoadedPack> pack;
};

v1::AssessRequest RequestWith(const Answers& answers) {
  v1::AssessRequest request;
  *request.mutable_answers() = answers;
  request.set_evaluation_date("2026-03-31");
  return request;
}

template <typename List, typename Id>
Ids IdsOf(const List& list, Id id) {
  Ids ids;
  for (const auto& element : list) ids.push_back(id(element));
  return ids;
}

oracle::FindingOutcome OutcomeOf(const v1::FindingResult& finding) {
  return {finding.supported().level_id(),
          {finding.attainable_level_ids().begin(), finding.attainable_level_ids().end()}};
}

void ExpectFindings(const v1::Assessment& actual, const oracle::Conclusions& expected) {
  EXPECT_EQ(OutcomeOf(actual.scope()), expected.findings.at(actual.scope().finding_id()));
  ASSERT_EQ(actual.findings_size() + 1, static_cast<int>(expected.findings.size()));
  for (const auto& finding : actual.findings()) {
    EXPECT_EQ(OutcomeOf(finding), expected.findings.at(finding.finding_id())) << finding.finding_id();
    EXPECT_EQ(finding.decided(), finding.attainable_level_ids_size() == 1) << finding.finding_id();
    EXPECT_TRUE(!finding.decided() || finding.missing_fact_ids().empty()) << finding.finding_id();
  }
}

void ExpectSummary(const v1::Assessment& actual, const oracle::Summary& expected) {
  EXPECT_EQ(v1::Outcome_Name(actual.outcome()), v1::Outcome_Name(expected.outcome));
  EXPECT_EQ(v1::Urgency_Name(actual.urgency().supported()), v1::Urgency_Name(expected.urgency));
  EXPECT_EQ(v1::Urgency_Name(actual.urgency().attainable()), v1::Urgency_Name(expected.attainable_urgency));
  EXPECT_EQ(Ids(actual.flags().begin(), actual.flags().end()), expected.flags);
  IdsWithDays referrals;
  for (const auto& referral : actual.referrals()) referrals.emplace_back(referral.referral_id(), referral.due_date());
  EXPECT_EQ(referrals, expected.referrals);
  IdsWithDays prompts;
  for (const auto& prompt : actual.monitoring_prompts()) prompts.emplace_back(prompt.prompt_id(), prompt.due_date());
  EXPECT_EQ(prompts, expected.prompts);
  EXPECT_EQ(IdsOf(actual.advice(), [](const v1::Advice& advice) { return advice.advice_id(); }), expected.advice);
}

// Nothing that a refused requester is told may be about the person.
void ExpectNothingPersonal(const Subject& subject, const v1::Assessment& actual) {
  EXPECT_EQ(v1::Outcome_Name(actual.outcome()), "OUTCOME_REFUSED");
  EXPECT_THAT(actual.open_facts(), IsEmpty());
  EXPECT_THAT(actual.contradictions(), IsEmpty());
  EXPECT_THAT(actual.discrepancies(), IsEmpty());
  EXPECT_THAT(actual.declined_facts(), IsEmpty());
  for (const auto& finding : actual.findings()) {
    auto definition = std::find_if(subject.definition.findings().begin(), subject.definition.findings().end(),
                                   [&](const auto& candidate) { return candidate.id() == finding.finding_id(); });
    const bool not_assessed = finding.supported().kind() == v1::LEVEL_KIND_NOT_ASSESSED;
    EXPECT_TRUE(definition->stated_when_refused() || not_assessed) << finding.finding_id();
  }
}

class AssessmentDifferentialTest : public ::testing::Test {
 protected:
  template <typename Check>
  void ForEach(int packs, int answers_per_pack, Check check) {
    const uint64_t seed = TestSeed();
    RecordProperty("seed", std::to_string(seed));
    for (int p = 0; p < packs; ++p) {
      Random random(seed + static_cast<uint64_t>(p));
      Subject subject(random);
      ASSERT_NE(subject.pack, nullptr);
      for (int a = 0; a < answers_per_pack; ++a) {
        SCOPED_TRACE(absl::StrCat("BAKEN_TEST_SEED=", seed, ", pack ", p, ", answers ", a));
        check(random, subject, RandomAnswers(random, subject.definition));
        if (HasFailure()) return;
      }
    }
  }
};

TEST_F(AssessmentDifferentialTest, DecideAgreesWithOracle) {
  int refused = 0;
  ForEach(100, 20, [&](Random& random, const Subject& subject, const Answers& answers) {
    const std::string role = OnceIn(random, 3) ? "r2" : "r1";
    ASSERT_OK_AND_ASSIGN(Decision decision, Decide(*subject.pack, RequestWith(answers), role, kToday));
    const oracle::Conclusions expected =
        oracle::Conclude(subject.oracle, oracle::ReadAnswers(subject.oracle, answers, role, kToday));
    if (oracle::IsRefused(subject.oracle, expected)) {
      ++refused;
      return ExpectNothingPersonal(subject, decision.assessment);
    }
    ExpectFindings(decision.assessment, expected);
    ExpectSummary(decision.assessment, oracle::Summarise(subject.oracle, expected, role, kToday));
    EXPECT_EQ(decision.assessment.contradictions().empty(), !expected.knowledge.data_contradictory);
  });
  EXPECT_GT(refused, 10);
}

TEST_F(AssessmentDifferentialTest, OrderOfAnswersChangesNoByte) {
  ForEach(50, 10, [](Random& random, const Subject& subject, const Answers& answers) {
    Answers shuffled = answers;
    for (int i = shuffled.size(); i-- > 1;) shuffled.SwapElements(i, Pick(random, 0, i));
    ASSERT_OK_AND_ASSIGN(Decision one, Decide(*subject.pack, RequestWith(answers), "r1", kToday));
    ASSERT_OK_AND_ASSIGN(Decision two, Decide(*subject.pack, RequestWith(shuffled), "r1", kToday));
    EXPECT_EQ(one.assessment.SerializeAsString(), two.assessment.SerializeAsString());
    EXPECT_EQ(DecisionDigest(one.assessment), DecisionDigest(two.assessment));
  });
}

TEST_F(AssessmentDifferentialTest, AnOpenFindingThatAnswersChangeNamedWhatWasMissing) {
  int changed = 0;
  ForEach(100, 10, [&](Random& random, const Subject& subject, const Answers& answers) {
    Answers more = answers;
    for (const v1::Answer& answer : RandomAnswers(random, subject.definition)) {
      const bool known = std::any_of(answers.begin(), answers.end(),
                                     [&](const auto& other) { return other.fact_id() == answer.fact_id(); });
      const bool sets_s1 = answer.fact_id() == "s1" || answer.fact_id() == "atc";
      if (!known && !sets_s1) *more.Add() = answer;
    }
    ASSERT_OK_AND_ASSIGN(Decision before, Decide(*subject.pack, RequestWith(answers), "r1", kToday));
    ASSERT_OK_AND_ASSIGN(Decision after, Decide(*subject.pack, RequestWith(more), "r1", kToday));
    if (!after.assessment.contradictions().empty()) return;
    for (int i = 0; i < before.assessment.findings_size() && i < after.assessment.findings_size(); ++i) {
      const v1::FindingResult& finding = before.assessment.findings(i);
      if (finding.decided() || OutcomeOf(finding) == OutcomeOf(after.assessment.findings(i))) continue;
      ++changed;
      EXPECT_FALSE(finding.missing_fact_ids().empty()) << finding.finding_id() << " changed";
    }
  });
  EXPECT_GT(changed, 100);
}

}  // namespace
}  // namespace baken
