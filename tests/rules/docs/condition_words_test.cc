// Conditions in words, read from the coffee pack of the tests.
#include "rules/docs/condition_words.h"

#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "rules/docs/condition_reads.h"
#include "rules/pack/loader.h"

namespace baken::docs_internal {
namespace {

class ConditionWordsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    pack_ = LoadPack(std::string(BAKEN_SOURCE_DIR) + "/tests/testdata/packs/coffee-demo/1.0.0").pack;
    ASSERT_NE(pack_, nullptr);
  }
  static void TearDownTestSuite() { pack_ = nullptr; }

  static std::string Words(const std::string& condition, const std::string& locale = "en") {
    return ExplainCondition(Dictionary(*pack_, locale), condition).PlainText();
  }

  static std::shared_ptr<const LoadedPack> pack_;
};

std::shared_ptr<const LoadedPack> ConditionWordsTest::pack_;

TEST_F(ConditionWordsTest, NumbersCarryDirectionAndUnit) {
  EXPECT_EQ(Words("age < 12"), "Age: less than 12 years");
  EXPECT_EQ(Words("12 > age"), "Age: less than 12 years");
  EXPECT_EQ(Words("cups == 0"), "Cups on weekdays: 0 {cup}/d");
  EXPECT_EQ(Words("sleep <= 3.5"), "Sleep last night: 3.5 hours or less");
  EXPECT_EQ(Words("cups_weekend > cups"), "Cups at weekends: more than Cups on weekdays");
}

TEST_F(ConditionWordsTest, DutchWritesADecimalComma) {
  EXPECT_NE(Words("sleep <= 3.5", "nl").find("3,5 uur of minder"), std::string::npos) << Words("sleep <= 3.5", "nl");
}

TEST_F(ConditionWordsTest, ParametersShowTheirValueAndBounds) {
  EXPECT_EQ(Words("temperature >= FEVER"), "Body temperature: 39.0 °C or more (a site may set it from 38.0 to 40.0)");
  EXPECT_EQ(Words("caffeine > DAY_LIMIT"), "Caffeine per day: more than 400 mg (fixed value)");
}

TEST_F(ConditionWordsTest, NegationIsPushedDownToWhatItDenies) {
  EXPECT_EQ(Words("!pregnant"), "Pregnant: no");
  EXPECT_EQ(Words("!(age < 12)"), "Age: 12 years or more");
  EXPECT_EQ(Words("!(pregnant && age >= 12)"), "one or more of [Pregnant: no; Age: less than 12 years]");
  EXPECT_EQ(Words("!(pregnant || age >= 12)"), "all of [Pregnant: no; Age: less than 12 years]");
  EXPECT_EQ(Words("!at_least(2, pregnant, wants_less)"), "fewer than 2 of [Pregnant: yes; Wants less: yes]");
  EXPECT_EQ(Words("!between(caffeine, 300, 400)"), "Caffeine per day: less than 300 or more than 400 mg");
  EXPECT_EQ(Words("!above_limit"), "not: above limit");
}

TEST_F(ConditionWordsTest, CountsAreHeadings) {
  EXPECT_EQ(Words("count(pregnant, wants_less) <= 1"), "at most 1 of [Pregnant: yes; Wants less: yes]");
  EXPECT_EQ(Words("!(count(pregnant, wants_less) <= 1)"), "more than 1 of [Pregnant: yes; Wants less: yes]");
}

TEST_F(ConditionWordsTest, CodesAreWrittenAsTheirLabels) {
  const std::string now = Words("chest_pain == 'now'");
  EXPECT_EQ(now.find("Chest pain: "), 0u);
  EXPECT_EQ(Words("chest_pain != 'now'"), "Chest pain: not: " + now.substr(12));
  EXPECT_NE(Words("chest_pain in ['today', 'now']").find(" or "), std::string::npos);
  EXPECT_EQ(Words("requester_role == 'employer'").find("Who asks: "), 0u);
}

TEST_F(ConditionWordsTest, SetsSayWhetherOneOrNoneOfTheCodes) {
  EXPECT_EQ(Words("intersects(signs, ['tremor', 'vomiting'])").find("Signs of too much: one or more of: "), 0u);
  EXPECT_EQ(Words("!intersects(signs, ['tremor', 'vomiting'])").find("Signs of too much: none of: "), 0u);
  EXPECT_EQ(Words("'tremor' in signs").find("Signs of too much: among them: "), 0u);
  EXPECT_EQ(Words("main_drink in drinks"), "Drink most chosen: also listed in: Drinks");
}

TEST_F(ConditionWordsTest, FamiliesAgesAndContradictions) {
  EXPECT_NE(Words("!positive(withdrawal)").find(": no positive screen"), std::string::npos);
  EXPECT_EQ(Words("caffeine_age_days <= 90"), "Caffeine per day, days ago: 90 or less");
  EXPECT_EQ(Words("contradictory(cups)"), "Cups on weekdays: answers contradict each other");
  EXPECT_EQ(Words("data_contradictory"), "All answers: answers contradict each other");
}

TEST_F(ConditionWordsTest, CaveatsNameEachOccasion) {
  const Dictionary dictionary(*pack_, "en");
  rules::v1::Caveat caveat;
  caveat.add_findings("INTAKE");
  const std::string finding = dictionary.FindingTitle("INTAKE");
  EXPECT_EQ(ExplainCaveat(dictionary, caveat).PlainText(), finding + ": present, possible or speaks against");
  caveat.mutable_trigger()->add_any_of()->set_finding("WITHDRAWAL");
  caveat.mutable_trigger()->add_none_of()->set_finding("INTAKE");
  caveat.set_on_partial_knowledge(true);
  const Clause whole = ExplainCaveat(dictionary, caveat);
  EXPECT_EQ(whole.phrases[0].text, "one or more of");
  ASSERT_EQ(whole.parts.size(), 3u);
  EXPECT_EQ(whole.parts[1].phrases[0].text, "all of");
  EXPECT_EQ(whole.parts[2].phrases[0].text, dictionary.words().unknown_to_pack);
}

TEST_F(ConditionWordsTest, ReadsGoThroughNamedConditionsAndFamilies) {
  const Dictionary dictionary(*pack_, "en");
  ConditionReads reads(dictionary);
  reads.Add("signals");
  EXPECT_EQ(reads.criteria(), (std::vector<std::string>{"signals", "above_limit", "recent_estimate"}));
  EXPECT_EQ(reads.families(), (std::vector<std::string>{"withdrawal"}));
  EXPECT_EQ(reads.facts()[0], "heavy_use");
  ASSERT_GE(reads.boundaries().size(), 3u);
  EXPECT_EQ(reads.boundaries()[0].PlainText(), "Caffeine per day, days ago: 90 or less");
}

}  // namespace
}  // namespace baken::docs_internal
