// Interviews with persons of whom everything is known: asking only what matters leads to the same advice as asking all.
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "rules/decision/decision.h"
#include "rules/explain/completions.h"
#include "rules/explain/next_questions.h"
#include "tests/rules/explain/full_person.h"
#include "tests/testing/cohort.h"
#include "tests/testing/interview_run.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

constexpr char kFolder[] = "rules/packs/cocaine-nl/1.0.0";
constexpr char kRole[] = "huisarts";
const absl::CivilDay kToday(2026, 11, 25);
constexpr uint64_t kSeed = 20261125;
constexpr int kPersons = 30;
constexpr int kMorePersons = 150;
constexpr int kQuestionsMax = 400;  // More than there are facts.

std::set<std::string> AdviceOf(const v1::Assessment& assessment) {
  std::set<std::string> advice = {v1::Urgency_Name(assessment.urgency().supported())};
  for (const auto& referral : assessment.referrals()) advice.insert("referral " + referral.referral_id());
  for (const auto& finding : assessment.findings()) {
    if (finding.category() != v1::FINDING_CATEGORY_SUBGROUP) continue;
    advice.insert(finding.finding_id() + " " + finding.supported().level_id());
  }
  return advice;
}

v1::AssessRequest Empty() {
  v1::AssessRequest request;
  request.set_evaluation_date("2026-11-25");
  return request;
}

// What is answered in `given`, as a request.
v1::AssessRequest ToRequest(const Program& program, const Given& given) {
  v1::AssessRequest request = Empty();
  for (size_t f = 0; f < program.facts.size(); ++f) {
    if (program.facts[f].variable < 0) continue;
    const VariableState& state = given.states[static_cast<size_t>(program.facts[f].variable)];
    if (state.missing()) continue;
    *request.add_answers() = ToAnswer(program, static_cast<int>(f), state.readings.front());
  }
  return request;
}

struct Outcome {
  v1::AssessRequest known = Empty();
  v1::Settlement settlement;
  std::vector<int> asked;
};

// Asks one question at a time until nothing is left to ask.
Outcome Interview(const LoadedPack& pack, const Given& person) {
  Outcome outcome;
  v1::NextQuestionsRequest request;
  request.set_questions_max(1);
  while (static_cast<int>(outcome.asked.size()) < kQuestionsMax) {
    *request.mutable_person() = outcome.known;
    const absl::StatusOr<baken::Interview> next = FindNextQuestions(pack, request, kRole, kToday);
    EXPECT_TRUE(next.ok()) << next.status();
    if (!next.ok()) break;
    outcome.settlement = next->next.settlement();
    if (next->next.groups().empty()) break;
    const int fact = pack.program().FindFact(next->next.groups(0).questions(0).fact().fact_id());
    outcome.asked.push_back(fact);
    const int variable = pack.program().facts[static_cast<size_t>(fact)].variable;
    *outcome.known.add_answers() =
        ToAnswer(pack.program(), fact, person.states[static_cast<size_t>(variable)].readings.front());
  }
  return outcome;
}

bool IsSettled(const v1::Settlement& settlement) {
  return settlement.urgency_settled() && settlement.referrals_settled() && settlement.subgroups_settled();
}

class InterviewTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_NE(pack_ = LoadPackOfTree(kFolder), nullptr); }
  std::shared_ptr<const LoadedPack> pack_;
};

// Through the door that callers use, and in process as the campaign of tests/benchmark does it.
TEST_F(InterviewTest, SameAdviceAsTheFullIntake) {
  const Cohort cohort(*pack_, absl::StrCat(BAKEN_SOURCE_DIR, "/", kCohortFigures), kSeed);
  const Interviewing interviewing(*pack_, kRole);
  for (uint64_t i = 0; i < kPersons; ++i) {
    SCOPED_TRACE(testing::Message() << "person " << i << ", seed " << kSeed);
    const Given person = cohort.Draw(i);
    const Outcome outcome = Interview(*pack_, person);
    EXPECT_TRUE(IsSettled(outcome.settlement));
    const InterviewRun run = interviewing.Run(person);
    EXPECT_EQ(run.asked, outcome.asked);
    const FullIntake intake = interviewing.FullIntakeOf(person, run);
    EXPECT_LT(run.asked.size(), static_cast<size_t>(intake.question_count));
    ASSERT_OK_AND_ASSIGN(const Decision whole,
                         Decide(*pack_, ToRequest(pack_->program(), intake.known), kRole, kToday));
    ASSERT_OK_AND_ASSIGN(const Decision found, Decide(*pack_, outcome.known, kRole, kToday));
    EXPECT_TRUE(whole.assessment.contradictions().empty());
    EXPECT_EQ(AdviceOf(found.assessment), AdviceOf(whole.assessment));
  }
}

// P11 in small: the campaign of 100,000 is `tests/benchmark/run interview`.
TEST_F(InterviewTest, AsksLessAndAdvisesTheSame) {
  const Cohort cohort(*pack_, absl::StrCat(BAKEN_SOURCE_DIR, "/", kCohortFigures), kSeed);
  const Interviewing interviewing(*pack_, kRole);
  double share = 0;
  for (uint64_t i = kPersons; i < kPersons + kMorePersons; ++i) {
    SCOPED_TRACE(testing::Message() << "person " << i << ", seed " << kSeed);
    const Given person = cohort.Draw(i);
    const InterviewRun run = interviewing.Run(person);
    const FullIntake intake = interviewing.FullIntakeOf(person, run);
    EXPECT_TRUE(run.settled);
    EXPECT_EQ(run.advice, intake.advice);
    share += static_cast<double>(run.asked.size()) / intake.question_count;
  }
  std::cout << "asked " << share / kMorePersons << " of the full intake, " << kMorePersons << " persons, seed " << kSeed
            << "\n";
}

// Whatever a settlement says is settled stays so in completions made at random.
TEST_F(InterviewTest, CertificatesHold) {
  for (int i = 0; i < kPersons; ++i) {
    SCOPED_TRACE(testing::Message() << "person " << i);
    FullPerson person(*pack_, kRole, 1000 + static_cast<uint64_t>(i));
    v1::AssessRequest some = person.Everything();
    ASSERT_OK_AND_ASSIGN(const Decision whole, Decide(*pack_, some, kRole, kToday));
    if (!whole.assessment.contradictions().empty()) continue;
    auto& answers = *some.mutable_answers();
    for (int left = answers.size() * (i % 5) / 5; left > 0; --left) {
      answers.SwapElements(static_cast<int>(static_cast<unsigned>(left * 7919) % static_cast<unsigned>(answers.size())),
                           answers.size() - 1);
      answers.RemoveLast();
    }
    v1::NextQuestionsRequest request;
    *request.mutable_person() = some;
    ASSERT_OK_AND_ASSIGN(const auto next, FindNextQuestions(*pack_, request, kRole, kToday));
    ASSERT_OK_AND_ASSIGN(const auto faults, CheckCertificate(*pack_, some, kRole, kToday, next.next, 200));
    for (const std::string& fault : faults) ADD_FAILURE() << fault;
  }
}

TEST_F(InterviewTest, AFalseCertificateIsFoundOut) {
  v1::NextQuestionsRequest request;
  request.mutable_person()->set_evaluation_date("2026-11-25");
  ASSERT_OK_AND_ASSIGN(const auto next, FindNextQuestions(*pack_, request, kRole, kToday));
  v1::NextQuestions wrong = next.next;
  wrong.mutable_settlement()->set_urgency_settled(true);
  wrong.mutable_settlement()->clear_open_referral_ids();
  ASSERT_OK_AND_ASSIGN(const auto faults, CheckCertificate(*pack_, request.person(), kRole, kToday, wrong, 200));
  EXPECT_GE(faults.size(), 3u);
  wrong = next.next;
  wrong.set_role("poh_ggz");
  ASSERT_OK_AND_ASSIGN(const auto other, CheckCertificate(*pack_, request.person(), kRole, kToday, wrong, 200));
  EXPECT_EQ(other.size(), 1u);
}

}  // namespace
}  // namespace baken
