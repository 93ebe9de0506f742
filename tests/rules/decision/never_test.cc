// What must never happen, whatever the answers: the shipped pack over persons made up at random, its roles and views by
// turns.
#include <algorithm>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "rules/decision/description.h"
#include "tests/rules/decision/decide.h"
#include "tests/testing/random_person.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

constexpr char kFolder[] = "rules/packs/cocaine-nl/1.0.0";
constexpr int kPersons = 10000;
constexpr uint64_t kSeed = 20261125;

class NeverTest : public ::testing::Test {
 protected:
  void SetUp() override {
    pack_ = LoadPackOfTree(kFolder);
    ASSERT_NE(pack_, nullptr);
  }

  // Calls `check` with an answer for each person; roles and their views by turns.
  template <typename Check>
  void ForEachAnswer(bool personal, Check check) {
    std::vector<std::pair<const rules::v1::Role*, std::string>> doors;
    for (const auto& role : pack_->definition().header().roles()) {
      for (const std::string& view : role.views()) {
        if (role.receives_personal_output() == personal) doors.emplace_back(&role, view);
      }
    }
    ASSERT_FALSE(doors.empty());
    ASSERT_OK_AND_ASSIGN(v1::PackDescription description, DescribePack(*pack_, ""));
    RandomPersons persons(description, pack_->definition(), kSeed);
    for (int i = 0; i < kPersons && !HasFailure(); ++i) {
      const auto& [role, view] = doors[static_cast<size_t>(i) % doors.size()];
      v1::AssessRequest request = persons.Next();
      request.set_view(view);
      request.set_unknown_facts(v1::UNKNOWN_FACTS_REPORT);
      absl::StatusOr<Decision> decision = Decide(*pack_, request, role->id(), kToday);
      ASSERT_TRUE(decision.ok()) << i << ": " << decision.status().message();
      SCOPED_TRACE(testing::Message() << "person " << i << ", role " << role->id() << ", view " << view);
      check(request, decision->assessment);
    }
  }

  std::shared_ptr<const LoadedPack> pack_;
};

v1::Urgency Highest(const v1::Assessment& assessment) {
  v1::Urgency highest = std::max(v1::URGENCY_U0, assessment.scope().supported().urgency());
  for (const auto& finding : assessment.findings()) highest = std::max(highest, finding.supported().urgency());
  return highest;
}

TEST_F(NeverTest, ARefusedRoleLearnsNothingOfAnyAnswer) {
  ForEachAnswer(false, [&](const v1::AssessRequest& request, const v1::Assessment& assessment) {
    v1::AssessRequest empty;
    empty.set_view(request.view());
    empty.set_locale(request.locale());
    empty.set_evaluation_date(request.evaluation_date());
    absl::StatusOr<Decision> of_nobody = Decide(*pack_, empty, assessment.role(), kToday);
    ASSERT_TRUE(of_nobody.ok());
    EXPECT_EQ(of_nobody->assessment.SerializeAsString(), assessment.SerializeAsString());
    EXPECT_EQ(assessment.outcome(), v1::OUTCOME_REFUSED);
    EXPECT_TRUE(assessment.referrals().empty());
    EXPECT_TRUE(assessment.monitoring_prompts().empty());
    EXPECT_TRUE(assessment.open_facts().empty());
    EXPECT_TRUE(assessment.declined_facts().empty());
    EXPECT_TRUE(assessment.contradictions().empty());
    EXPECT_TRUE(assessment.profiles().empty());
    EXPECT_EQ(Highest(assessment), v1::URGENCY_U0);
  });
}

// What is certain is among what is possible, and no view hides how urgent it is.
TEST_F(NeverTest, NoViewHidesUrgencyOrContradictsItself) {
  ForEachAnswer(true, [&](const v1::AssessRequest&, const v1::Assessment& assessment) {
    EXPECT_LE(assessment.urgency().supported(), assessment.urgency().attainable());
    EXPECT_GE(assessment.urgency().supported(), Highest(assessment));
    EXPECT_FALSE(assessment.urgency().statement().text().empty());
    EXPECT_TRUE(assessment.has_scope());
    std::set<std::string> shown;
    for (const auto& finding : assessment.findings()) {
      shown.insert(finding.finding_id());
      const auto& attainable = finding.attainable_level_ids();
      EXPECT_NE(std::find(attainable.begin(), attainable.end(), finding.supported().level_id()), attainable.end())
          << finding.finding_id();
      EXPECT_EQ(finding.decided(), attainable.size() == 1) << finding.finding_id();
    }
    for (const auto& definition : pack_->definition().findings()) {
      if (definition.category() == v1::FINDING_CATEGORY_ACUTE && assessment.outcome() != v1::OUTCOME_REFUSED) {
        EXPECT_EQ(shown.count(definition.id()), 1u) << definition.id();
      }
    }
  });
}

// Fixed sentences only, without a discreet word or the name of a finding: whoever finds the page must learn nothing.
TEST_F(NeverTest, DiscreetDocumentsGiveNothingAway) {
  std::set<std::string> discreet;
  for (const auto& document : pack_->definition().documents()) {
    if (document.discreet()) discreet.insert(document.id());
  }
  const auto& words = pack_->definition().header().discreet_words();
  ForEachAnswer(true, [&](const v1::AssessRequest&, const v1::Assessment& assessment) {
    for (const auto& document : assessment.documents()) {
      if (discreet.count(document.document_id()) == 0) continue;
      for (const auto& section : document.sections()) {
        for (const auto& line : section.lines()) {
          EXPECT_TRUE(absl::StartsWith(line.element_ids(0), "document.")) << line.text();
          for (const std::string& word : words) {
            EXPECT_FALSE(absl::StrContains(absl::AsciiStrToLower(line.text()), absl::AsciiStrToLower(word)))
                << line.text();
          }
          for (const auto& finding : assessment.findings()) {
            EXPECT_FALSE(absl::StrContains(line.text(), finding.title().text())) << line.text();
          }
        }
      }
    }
  });
}

}  // namespace
}  // namespace baken
