// In which order questions are put.
#include "rules/explain/open_questions.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/decision/decide.h"

namespace baken::explain_internal {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int kAll = 100;

class OpenQuestionsTest : public ::testing::Test {
 protected:
  void Build(const std::string& text) {
    pack_ = BuildPack(
        "header { roles { id: 'clinician' receives_personal_output: true } } groups { id: 'first' } "
        "groups { id: 'second' } " +
        text);
    ASSERT_NE(pack_, nullptr);
  }
  static std::string Fact(const std::string& id, const std::string& group, const std::string& more = "") {
    return "facts { id: '" + id + "' boolean {} group: '" + group + "' " + more + " } ";
  }
  static std::string Skip(const std::string& when, const std::vector<std::string>& facts) {
    std::string text = "implications { id: 'skip_" + facts.front() + "' skip_rule: true when: \"" + when + "\" ";
    for (const std::string& fact : facts) text += "then { fact: '" + fact + "' boolean: false } ";
    return text + "} ";
  }
  // A subgroup, or with an urgency a finding that carries it.
  static std::string Finding(const std::string& id, const std::string& when, const std::string& urgency = "") {
    return "findings { id: '" + id + "' " + (urgency.empty() ? "category: FINDING_CATEGORY_SUBGROUP " : "") +
           "levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: \"" + when + "\" " +
           (urgency.empty() ? "" : "urgency: " + urgency) + " } levels { id: 'NO' kind: LEVEL_KIND_NONE } } ";
  }

  std::vector<std::string> Ask(const std::string& answers, int count_max = kAll) {
    const auto situation = Situation::Make(*pack_, ParseTextProto<v1::AssessRequest>(answers), "clinician", kToday);
    EXPECT_TRUE(situation.ok()) << situation.status();
    OpenQuestions open(*situation, /*everything=*/false);
    std::vector<std::string> facts;
    for (int fact : open.InOrder(count_max)) facts.push_back(pack_->program().facts[static_cast<size_t>(fact)].id);
    purpose_ =
        facts.empty() ? v1::QUESTION_PURPOSE_UNSPECIFIED : open.of(pack_->program().FindFact(facts.front())).purpose;
    count_ = open.count();
    return facts;
  }

  std::shared_ptr<const LoadedPack> pack_;
  v1::QuestionPurpose purpose_ = v1::QUESTION_PURPOSE_UNSPECIFIED;  // Of the first.
  int count_ = 0;
};

TEST_F(OpenQuestionsTest, WhatMostFindingsHangOnComesFirst) {
  Build(Fact("early", "first") + Fact("late", "second") + Finding("G1", "early") + Finding("G2", "late") +
        Finding("G3", "late"));
  EXPECT_THAT(Ask(""), ElementsAre("late", "early"));
  Build(Fact("early", "first") + Fact("late", "second") + Finding("G1", "early") + Finding("G2", "late"));
  EXPECT_THAT(Ask(""), ElementsAre("early", "late")) << "between equals the pack decides";
  EXPECT_THAT(Ask("", 1), ElementsAre("early"));
  EXPECT_EQ(count_, 2);
}

// However much hangs on others: the safety questions stand as the pack orders them.
TEST_F(OpenQuestionsTest, WhatCanBeUrgentTheSameDayComesInTheOrderOfThePack) {
  Build(Fact("fever", "first", "danger: DANGER_ORDER_RISING") + Fact("pain", "second", "danger: DANGER_ORDER_RISING") +
        Fact("mood", "first") + Finding("FEVER", "fever", "URGENCY_U3") + Finding("PAIN", "pain", "URGENCY_U4") +
        Finding("PAIN_TOO", "pain", "URGENCY_U4") + Finding("MOOD", "mood", "URGENCY_U2") + Finding("G1", "mood") +
        Finding("G2", "mood") + Finding("G3", "mood"));
  EXPECT_THAT(Ask(""), ElementsAre("fever", "pain", "mood"));
}

// Sex before pregnancy, and pregnancy before its signs; also where nothing else reads the gate.
TEST_F(OpenQuestionsTest, AGateIsAskedBeforeWhatItMaySpare) {
  Build(Fact("man", "second") + Fact("pregnant", "second") + Fact("bleeding", "first", "danger: DANGER_ORDER_RISING") +
        Fact("cramps", "first", "danger: DANGER_ORDER_RISING") + Skip("man", {"pregnant"}) +
        Skip("!pregnant", {"bleeding", "cramps"}) + Finding("SIGNS", "bleeding || cramps", "URGENCY_U4"));
  EXPECT_THAT(Ask(""), ElementsAre("man", "pregnant", "bleeding", "cramps"));
  EXPECT_EQ(purpose_, v1::QUESTION_PURPOSE_URGENCY) << "the gate is asked for what it may spare";
  EXPECT_THAT(Ask(Yes("man")), IsEmpty());
  EXPECT_THAT(Ask(No("man")), ElementsAre("pregnant", "bleeding", "cramps"));
  EXPECT_THAT(Ask(No("man") + No("cramps")), ElementsAre("bleeding", "pregnant"))
      << "for one question the gate does not go first";
  EXPECT_THAT(Ask("answers { fact_id: 'man' declined {} }"), ElementsAre("pregnant", "bleeding", "cramps"));
}

}  // namespace
}  // namespace baken::explain_internal
