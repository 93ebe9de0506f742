// Interviews with persons of whom everything is known: asking only what matters leads to the same advice as asking all.
#include <set>
#include <string>

#include "gtest/gtest.h"
#include "rules/decision/decision.h"
#include "rules/explain/completions.h"
#include "rules/explain/next_questions.h"
#include "tests/rules/explain/full_person.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

constexpr char kFolder[] = "rules/packs/cocaine-nl/1.0.0";
constexpr char kRole[] = "huisarts";
const absl::CivilDay kToday(2026, 11, 25);
constexpr int kPersons = 60;
constexpr int kQuestionsMax = 400;  // More than there are facts.

std::set<std::string> Advice(const v1::Assessment& assessment) {
  std::set<std::string> advice = {v1::Urgency_Name(assessment.urgency().supported())};
  for (const auto& referral : assessment.referrals()) advice.insert("referral " + referral.referral_id());
  for (const auto& finding : assessment.findings()) {
    if (finding.category() != v1::FINDING_CATEGORY_SUBGROUP) continue;
    advice.insert(finding.finding_id() + " " + finding.supported().level_id());
  }
  return advice;
}

struct Outcome {
  v1::AssessRequest known;
  v1::Settlement settlement;
  int asked = 0;
};

// Asks one question at a time until nothing is left to ask. What the person cannot answer is declined.
Outcome Interview(const LoadedPack& pack, FullPerson& person) {
  Outcome outcome;
  v1::NextQuestionsRequest request;
  request.mutable_person()->set_evaluation_date("2026-11-25");
  request.set_questions_max(1);
  std::set<std::string> put;
  for (; outcome.asked < kQuestionsMax; ++outcome.asked) {
    absl::StatusOr<baken::Interview> next = FindNextQuestions(pack, request, kRole, kToday);
    EXPECT_TRUE(next.ok()) << next.status();
    if (!next.ok()) break;
    outcome.settlement = next->next.settlement();
    if (next->next.groups().empty()) break;
    const std::string& fact = next->next.groups(0).questions(0).fact().fact_id();
    EXPECT_TRUE(put.insert(fact).second) << fact << " is asked twice";
    std::optional<v1::Answer> answer = person.AnswerTo(fact);
    if (!answer.has_value()) {
      answer.emplace().set_fact_id(fact);
      answer->mutable_declined();
    }
    *request.mutable_person()->add_answers() = *std::move(answer);
  }
  outcome.known = request.person();
  return outcome;
}

class InterviewTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_NE(pack_ = LoadPackOfTree(kFolder), nullptr); }
  std::shared_ptr<const LoadedPack> pack_;
};

TEST_F(InterviewTest, SameAdviceAsTheFullIntake) {
  double asked = 0;
  double full = 0;
  int settled = 0;
  for (int i = 0; i < kPersons; ++i) {
    SCOPED_TRACE(testing::Message() << "person " << i);
    FullPerson person(*pack_, kRole, static_cast<uint64_t>(i));
    const Outcome outcome = Interview(*pack_, person);
    ASSERT_LT(outcome.asked, kQuestionsMax);
    ASSERT_OK_AND_ASSIGN(const Decision whole, Decide(*pack_, person.Everything(), kRole, kToday));
    ASSERT_OK_AND_ASSIGN(const Decision found, Decide(*pack_, outcome.known, kRole, kToday));
    if (!whole.assessment.contradictions().empty()) continue;  // Not a person who can be.
    const bool all = outcome.settlement.urgency_settled() && outcome.settlement.referrals_settled() &&
                     outcome.settlement.subgroups_settled();
    if (!all) continue;  // Something it asked has no answer in this person.
    ++settled;
    asked += outcome.asked;
    full += person.question_count();
    EXPECT_EQ(Advice(found.assessment), Advice(whole.assessment));
  }
  std::cout << "settled " << settled << " of " << kPersons << ", asked " << asked / settled << " of " << full / settled
            << " questions, ratio " << asked / full << "\n";
  EXPECT_GT(settled, kPersons / 2);
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
