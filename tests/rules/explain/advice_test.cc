// Advice from levels alone, beside the same worked out by rules/decision from the whole evaluation.
#include "rules/explain/advice.h"

#include "gtest/gtest.h"
#include "rules/decision/decision.h"
#include "rules/decision/description.h"
#include "rules/decision/triggers.h"
#include "rules/explain/situation.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/random_person.h"
#include "tests/testing/status_matchers.h"

namespace baken::explain_internal {
namespace {

constexpr char kFolder[] = "rules/packs/cocaine-nl/1.0.0";
const absl::CivilDay kToday(2026, 11, 25);
constexpr uint64_t kSeed = 20261125;
constexpr int kPersons = 400;

TEST(AdviceTest, IsThatOfTheDecisionForEveryRole) {
  const auto pack = LoadPackOfTree(kFolder);
  ASSERT_NE(pack, nullptr);
  ASSERT_OK_AND_ASSIGN(const v1::PackDescription description, DescribePack(*pack, ""));
  RandomPersons persons(description, pack->definition(), kSeed);
  const auto& roles = pack->definition().header().roles();
  int compared = 0;
  for (int i = 0; i < kPersons && !HasFailure(); ++i) {
    SCOPED_TRACE(testing::Message() << "person " << i << ", seed " << kSeed);
    v1::AssessRequest request = persons.Next();
    request.clear_view();
    const std::string& role = roles[i % roles.size()].id();
    const auto situation = Situation::Make(*pack, request, role, kToday);
    if (!situation.ok()) continue;  // An unknown fact, refused.
    ++compared;
    const auto context = situation->Context();
    EXPECT_EQ(situation->now().referrals, decision_internal::GivenReferrals(context));
    EXPECT_EQ(situation->refused(), context.refused());
    for (size_t f = 0; f < pack->program().findings.size(); ++f) {
      const int finding = static_cast<int>(f);
      EXPECT_EQ(situation->rules().IsStated(situation->now().levels, finding), context.IsStated(finding));
    }
    ASSERT_OK_AND_ASSIGN(const Decision decision, Decide(*pack, request, role, kToday));
    if (!context.refused()) {
      EXPECT_EQ(situation->now().urgency, decision.assessment.urgency().supported());
      EXPECT_EQ(situation->now().urgency_attainable, decision.assessment.urgency().attainable());
    }
    // The same person looked at with the fast engine, contradictions included.
    const Standing again = situation->Look(situation->known().given());
    EXPECT_EQ(again.levels, situation->now().levels);
    EXPECT_EQ(again.contradiction_count, situation->evaluation().contradictions.size());
    EXPECT_EQ(again.referrals, situation->now().referrals);
    EXPECT_LE(again.urgency_least, again.urgency);
    EXPECT_LE(again.urgency, again.urgency_attainable);
  }
  EXPECT_GT(compared, kPersons * 3 / 4);
}

}  // namespace
}  // namespace baken::explain_internal
