// Documents in few words: what stands in one line, what by day, and that nothing is lost.
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/decision/decide.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kPack[] = R"(
  header { views { id: 'note' documents: 'note' } roles { id: 'clinician' receives_personal_output: true views: 'note' } }
  facts { id: 'cups' number { minimum: '0' maximum: '20' } }
  facts { id: 'late' boolean {} }
  facts { id: 'shaky' boolean {} }
  facts { id: 'sleepy' boolean {} }
  facts { id: 'refills' number { minimum: '0' maximum: '20' } }
  implications { id: 'none' when: 'cups == 0' then { fact: 'refills' number: '0' } basis { house_rule: true } }
  implications { id: 'awake' when: 'sleepy' then { fact: 'late' boolean: true } basis { house_rule: true } }
  facts { id: 'slept' number { minimum: '0' maximum: '3' } }
  facts { id: 'felt' number { minimum: '0' maximum: '3' } }
  facts { id: 'i1' number { minimum: '0' maximum: '3' } }
  facts { id: 'j1' number { minimum: '0' maximum: '3' } }
  scales { id: 'sleep' items { fact: 'i1' } total_fact: 'slept' minimum: 0 maximum: 3 }
  scales { id: 'mood' items { fact: 'j1' } total_fact: 'felt' minimum: 0 maximum: 3 }
  findings { id: 'SHAKES' category: FINDING_CATEGORY_ACUTE
    codings { system: 'urn:icpc' code: 'N06' display: 'Shakes' }
    levels { id: 'NOW' kind: LEVEL_KIND_POSITIVE urgency: URGENCY_U4 when: 'cups >= 15' }
    levels { id: 'NO' kind: LEVEL_KIND_NONE } }
  findings { id: 'HEAVY' category: FINDING_CATEGORY_USE
    codings { system: 'urn:icpc' code: 'P17' display: 'Too much' }
    levels { id: 'YES' kind: LEVEL_KIND_POSITIVE urgency: URGENCY_U1 when: 'cups >= 8' }
    levels { id: 'NO' kind: LEVEL_KIND_NONE } }
  referrals { id: 'gp' urgency: URGENCY_U2 due { count: 2 unit: PERIOD_UNIT_WEEK } trigger { any_of { finding: 'HEAVY' } } }
  referrals { id: 'cafe' urgency: URGENCY_U2 due { count: 2 unit: PERIOD_UNIT_WEEK } trigger { any_of { finding: 'HEAVY' } } }
  referrals { id: 'ring' urgency: URGENCY_U4 due { count: 0 unit: PERIOD_UNIT_DAY } trigger { any_of { finding: 'SHAKES' } } }
  referrals { id: 'seen' urgency: URGENCY_U3 due { count: 0 unit: PERIOD_UNIT_DAY } trigger { any_of { finding: 'SHAKES' } } }
  monitoring_prompts { id: 'again' topic: 't' due { count: 1 unit: PERIOD_UNIT_WEEK } trigger { any_of { finding: 'HEAVY' } } }
  monitoring_prompts { id: 'sleep' topic: 's' due { count: 1 unit: PERIOD_UNIT_WEEK } trigger { any_of { finding: 'HEAVY' } } }
  documents { id: 'note' brief: true
    sections { id: 'told' facts: 'late' facts: 'cups' facts: 'refills' facts: 'shaky' facts: 'sleepy' scales: 'sleep'
      scales: 'mood' not_asked: 'shaky' }
    sections { id: 'result' urgency: true finding_categories: FINDING_CATEGORY_ACUTE findings: 'HEAVY' }
    sections { id: 'wrong' contradictions: true }
    sections { id: 'plan' referrals: true monitoring: true codings: true }
  }
)";

std::string Cups(int cups) { return absl::StrCat("answers { fact_id: 'cups' value { integer: ", cups, " } } "); }

class BriefDocumentsTest : public ::testing::Test {
 protected:
  std::vector<std::string> Lines(const std::string& answers, const std::string& section) {
    const v1::Assessment answer = DecideOk(*pack_, answers);
    std::vector<std::string> lines;
    for (const auto& each : answer.documents(0).sections()) {
      if (each.section_id() != section) continue;
      for (const auto& line : each.lines()) lines.push_back(line.text());
    }
    return lines;
  }
  std::shared_ptr<const LoadedPack> pack_ = BuildPack(kPack);
};

TEST_F(BriefDocumentsTest, WhatWasDeniedStandsInOneLineApartFromWhatWasNotAsked) {
  EXPECT_THAT(Lines(No("late") + Cups(3) + No("sleepy"), "told"),
              ElementsAre("text of fact.cups.brief: 3",
                          "text of document.denied: text of fact.late.brief, text of fact.sleepy.brief",
                          "text of document.not_asked: text of fact.shaky.brief"));
  EXPECT_THAT(Lines(Yes("late") + No("shaky"), "told"),
              ElementsAre("text of fact.late.brief: text of value.boolean.true",
                          "text of document.denied: text of fact.shaky.brief"));
}

TEST_F(BriefDocumentsTest, NoughtThatFollowsIsNotWritten) {
  EXPECT_THAT(Lines(Cups(0) + No("shaky"), "told"),
              ElementsAre("text of fact.cups.brief: 0", "text of document.denied: text of fact.shaky.brief"));
}

TEST_F(BriefDocumentsTest, ScoresShareALine) {
  EXPECT_THAT(Lines(No("shaky") +
                        "answers { fact_id: 'i1' value { integer: 2 } } answers { fact_id: 'j1' value { integer: 0 } }",
                    "told"),
              ElementsAre("text of document.denied: text of fact.shaky.brief",
                          "text of scale.sleep.brief 2; text of scale.mood.brief 0"));
}

// In the same line, so that nobody copies the one without the other.
TEST_F(BriefDocumentsTest, ALowUrgencyNeverStandsWithoutWhatCanRaiseIt) {
  EXPECT_THAT(
      Lines("", "result"),
      ElementsAre("text of outcome.NOT_ENOUGH_KNOWN text of document.urgency_can_rise: text of urgency.U4.brief "
                  "text of document.urgency_ask_first (1): text of fact.cups.brief"));
  EXPECT_THAT(Lines(Cups(8), "result"), ElementsAre("text of urgency.U1.brief", "text of finding.HEAVY.YES.brief"));
}

TEST_F(BriefDocumentsTest, WhatIsAcuteStandsFirst) {
  EXPECT_THAT(Lines(Cups(15), "result"), ElementsAre("text of urgency.U4.brief", "text of finding.SHAKES.NOW.brief",
                                                     "text of finding.HEAVY.YES.brief"));
}

TEST_F(BriefDocumentsTest, ThePlanStandsByDayMostUrgentFirst) {
  EXPECT_THAT(Lines(Cups(15), "plan"),
              ElementsAre("text of document.now: text of referral.ring.brief",
                          "text of document.today: text of referral.seen.brief",
                          "text of document.by_day 2026-12-09: text of referral.gp.brief; text of referral.cafe.brief",
                          "2026-12-02: text of monitoring.again.brief; text of monitoring.sleep.brief",
                          "text of system.urn:icpc: N06 Shakes; P17 Too much"));
  EXPECT_THAT(Lines(Cups(7), "plan"), IsEmpty());
}

TEST_F(BriefDocumentsTest, WhatIsWrongIsSaidOnce) {
  const std::string two = Cups(0) + "answers { fact_id: 'refills' value { integer: 3 } } " + No("late") + Yes("sleepy");
  EXPECT_THAT(Lines(two, "wrong"),
              ElementsAre("text of contradiction.ANSWER_AGAINST_IMPLICATION (text of fact.cups.brief, text of "
                          "fact.refills.brief; text of fact.late.brief, text of fact.sleepy.brief)"));
  EXPECT_THAT(Lines(Cups(0), "wrong"), IsEmpty());
}

TEST_F(BriefDocumentsTest, EveryElementOfALineIsNamed) {
  const v1::Assessment answer = DecideOk(*pack_, Cups(15));
  const auto& plan = answer.documents(0).sections(2);
  EXPECT_THAT(plan.lines(2).element_ids(), ElementsAre("gp", "cafe"));
  EXPECT_THAT(plan.lines(3).element_ids(), ElementsAre("again", "sleep"));
}

}  // namespace
}  // namespace baken
