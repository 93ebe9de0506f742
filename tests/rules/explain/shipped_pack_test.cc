// Explanations of the shipped pack over persons made up at random, checked by the oracle.
#include <cstdlib>
#include <string>

#include "absl/strings/numbers.h"
#include "gtest/gtest.h"
#include "rules/decision/description.h"
#include "rules/explain/explain.h"
#include "tests/testing/explained_answers.h"
#include "tests/testing/oracle.h"
#include "tests/testing/oracle_answers.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/random_person.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

constexpr char kFolder[] = "rules/packs/cocaine-nl/1.0.0";
constexpr char kRole[] = "huisarts";
const absl::CivilDay kToday(2026, 11, 25);
constexpr uint64_t kSeed = 20261125;

// More for a campaign: BAKEN_TEST_PERSONS=100000.
int Persons() {
  const char* given = std::getenv("BAKEN_TEST_PERSONS");
  int persons = 0;
  return given != nullptr && absl::SimpleAtoi(given, &persons) ? persons : 150;
}

class ShippedExplanationTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_NE(pack_ = LoadPackOfTree(kFolder), nullptr);
    oracle_ = std::make_unique<oracle::Pack>(pack_->definition());
  }

  oracle::FindingOutcome Conclude(const AnswerList& answers, const std::string& finding) const {
    return oracle::Conclude(*oracle_, oracle::ReadAnswers(*oracle_, answers, kRole, day_)).findings.at(finding);
  }

  std::shared_ptr<const LoadedPack> pack_;
  std::unique_ptr<oracle::Pack> oracle_;
  absl::CivilDay day_ = kToday;
};

TEST_F(ShippedExplanationTest, NoClaimIsWrong) {
  ASSERT_OK_AND_ASSIGN(const v1::PackDescription description, DescribePack(*pack_, ""));
  RandomPersons persons(description, pack_->definition(), kSeed);
  std::mt19937_64 random(kSeed);
  int checked = 0;
  const int count = Persons();
  for (int i = 0; i < count && !HasFailure(); ++i) {
    SCOPED_TRACE(testing::Message() << "person " << i);
    v1::ExplainRequest request;
    *request.mutable_person() = persons.Next();
    request.mutable_person()->clear_view();
    request.mutable_person()->set_evaluation_date("2026-11-25");
    const auto& findings = pack_->definition().findings();
    const std::string& finding = findings[static_cast<int>(random() % static_cast<uint64_t>(findings.size()))].id();
    request.add_finding_ids(finding);
    const absl::StatusOr<ExplainedDecision> explained = Explain(*pack_, request, kRole, kToday);
    if (!explained.ok()) continue;  // An unknown fact, refused.
    if (!explained->unknown_field_paths.empty()) continue;
    ASSERT_EQ(explained->explanation.findings_size(), 1);
    const v1::FindingExplanation& told = explained->explanation.findings(0);
    const AnswerList& answers = request.person().answers();
    for (const v1::Grounds& grounds : told.why()) {
      EXPECT_EQ(Conclude(OnlyGrounds(pack_->definition(), answers, grounds), finding).supported,
                told.supported().level_id())
          << finding << " " << grounds.ShortDebugString();
      ++checked;
    }
    for (const v1::WhatIf& what_if : told.what_if()) {
      const auto outcome = Conclude(WithChanges(pack_->definition(), answers, what_if), finding);
      for (const v1::LevelChange& change : what_if.effect().levels()) {
        if (change.finding_id() != finding) continue;
        EXPECT_EQ(outcome.supported, change.to().level_id()) << finding;
      }
      ++checked;
    }
  }
  std::cout << checked << " claims about " << count << " persons, seed " << kSeed << "\n";
  EXPECT_GT(checked, count / 4);
}

}  // namespace
}  // namespace baken
