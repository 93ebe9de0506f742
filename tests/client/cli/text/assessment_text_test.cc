// Answers as text. The pairs in tests/client/testdata are `<case>.<locale>.txtpb` and the text it must give.
#include "client/cli/text/assessment_text.h"

#include <fstream>
#include <iterator>
#include <string>

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr PageOptions kPage = {.width = 100, .colour = false};

std::string ReadTestData(const std::string& name) {
  std::ifstream file(std::string(BAKEN_SOURCE_DIR) + "/tests/client/testdata/" + name);
  EXPECT_TRUE(file.is_open()) << name;
  return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

v1::AssessResponse ReadResponse(const std::string& name) {
  v1::AssessResponse response;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(ReadTestData(name), &response)) << name;
  return response;
}

class GoldenTest : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenTest, GivesTheText) {
  const std::string text = AssessmentText(ReadResponse(GetParam() + ".txtpb"), "Title", kPage);
  EXPECT_EQ(text, ReadTestData(GetParam() + ".txt")) << "the text is now:\n" << text;
}

INSTANTIATE_TEST_SUITE_P(All, GoldenTest,
                         ::testing::Values("advice.nl", "advice.en", "not_enough_known.nl", "not_enough_known.en",
                                           "refused.nl", "refused.en"),
                         [](const ::testing::TestParamInfo<std::string>& golden) {
                           std::string name = golden.param;
                           name[name.find('.')] = '_';
                           return name;
                         });

TEST(AssessmentTextTest, UrgencyStandsFirst) {
  const std::string text = AssessmentText(ReadResponse("advice.nl.txtpb"), "", kPage);
  EXPECT_EQ(text.rfind("SPOED U3: ", 0), 0U) << text;
}

size_t Count(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// A line per finding that says what its mark means would bury what is there.
TEST(AssessmentTextTest, WhatMarksMeanIsSaidOnceBeforeTheFirst) {
  const std::string text = AssessmentText(ReadResponse("advice.nl.txtpb"), "", kPage);
  for (const char* meaning : {"op grond van", "kan nog veranderen", "keuze van de makers"}) {
    EXPECT_EQ(Count(text, meaning), 1U) << meaning;
    EXPECT_LT(text.find(meaning), text.find("• ")) << meaning;
  }
  EXPECT_THAT(text, HasSubstr("acute hartkloppingen, nu ° * ← hartkloppingen: nu"));
  // So is what a fact was; from then on its name is enough. Another reading of it is said again.
  EXPECT_THAT(text, HasSubstr("koppen per dag: 7\n    (tegenstrijdig)"));
  EXPECT_THAT(text, HasSubstr("binnen het bereik * ← koppen per dag: 7\n"));
  EXPECT_THAT(text, HasSubstr("mogelijk ° * ← koppen per dag\n"));
}

TEST(AssessmentTextTest, WhatIsWrongIsSaidOnceWithAllAnswersItHoldsFor) {
  v1::AssessResponse response = ReadResponse("advice.nl.txtpb");
  auto& contradictions = *response.mutable_assessment()->mutable_contradictions();
  contradictions.Clear();
  for (const char* fact : {"Koppen", "Thee", "Koppen"}) {
    v1::Contradiction& contradiction = *contradictions.Add();
    contradiction.mutable_text()->set_text("Dit kan niet samen.");
    contradiction.add_facts()->mutable_label()->set_text(fact);
  }
  EXPECT_THAT(AssessmentText(response, "", kPage), HasSubstr("• Dit kan niet samen.\n    gaat over: Koppen; Thee\n"));
}

TEST(AssessmentTextTest, WhoFollowsMostIsSaidOnce) {
  v1::AssessResponse response = ReadResponse("advice.nl.txtpb");
  auto& prompts = *response.mutable_assessment()->mutable_monitoring_prompts();
  prompts.Clear();
  for (const char* who : {"Verpleegkundige", "Praktijk", "Praktijk"}) {
    v1::MonitoringPrompt& prompt = *prompts.Add();
    prompt.set_due_date("2026-12-02");
    prompt.mutable_what()->set_text("Vraag");
    prompt.mutable_who()->set_text(who);
  }
  const std::string text = AssessmentText(response, "", kPage);
  EXPECT_THAT(text, HasSubstr("Volgen, door: Praktijk (tenzij anders vermeld)\n"));
  EXPECT_EQ(Count(text, "Praktijk"), 1U);
  EXPECT_EQ(Count(text, "Vraag [Verpleegkundige]"), 1U);
  // Of one without a name it would say who does it.
  prompts.Add()->set_due_date("2026-12-02");
  EXPECT_THAT(AssessmentText(response, "", kPage), Not(HasSubstr("Volgen, door")));
}

TEST(AssessmentTextTest, LeavesOutWhatIsNotThere) {
  const v1::AssessResponse response = ReadResponse("advice.nl.txtpb");
  EXPECT_THAT(AssessmentText(response, "", kPage), Not(HasSubstr("geen aanwijzing")));
}

TEST(AssessmentTextTest, TooLittleKnownIsNeverShownAsTheLowestUrgency) {
  const std::string text = AssessmentText(ReadResponse("not_enough_known.nl.txtpb"), "", kPage);
  // The statement of the lowest urgency would read as reassurance.
  EXPECT_THAT(text, Not(HasSubstr("Alleen informatie")));
  EXPECT_THAT(text, HasSubstr("Nog niet uit te sluiten: Hartkloppingen · Flauwvallen"));
}

TEST(AssessmentTextTest, ARefusalSaysNothingAboutAPerson) {
  v1::AssessResponse response = ReadResponse("refused.nl.txtpb");
  response.mutable_assessment()->add_open_facts()->mutable_question()->set_text("CANARY question");
  response.mutable_assessment()->add_referrals()->mutable_recipient()->set_text("CANARY referral");
  v1::Advice& advice = *response.mutable_assessment()->add_advice();
  advice.set_audience(v1::AUDIENCE_PERSON);
  advice.mutable_text()->set_text("CANARY advice");
  const std::string text = AssessmentText(response, "", kPage);
  EXPECT_THAT(text, Not(HasSubstr("CANARY")));
  EXPECT_THAT(text, Not(HasSubstr("SPOED")));
}

TEST(AssessmentTextTest, AsksUrgentGroupsFirstAndAtMostEight) {
  v1::AssessResponse response = ReadResponse("not_enough_known.en.txtpb");
  v1::Assessment& assessment = *response.mutable_assessment();
  assessment.clear_open_facts();
  for (int group = 0; group < 10; ++group) {
    for (int question = 0; question < 7; ++question) {
      v1::OpenFact& open = *assessment.add_open_facts();
      open.set_group_id("g" + std::to_string(group));
      open.mutable_group_title()->set_text("Group " + std::to_string(group));
      open.mutable_question()->set_text("Question " + std::to_string(group) + "." + std::to_string(question));
      open.set_can_raise_urgency(group == 9);
    }
  }
  const std::string text = AssessmentText(response, "", kPage);
  EXPECT_LT(text.find("Group 9 (!)\n"), text.find("Group 0"));
  EXPECT_EQ(Count(text, "the answer can raise the urgency"), 1U);
  EXPECT_THAT(text, HasSubstr("Group 6"));
  EXPECT_THAT(text, Not(HasSubstr("Group 7")));
  EXPECT_THAT(text, HasSubstr("… and 14 more questions in 2 groups"));
  // All of an urgent group's first four, and where to begin in another.
  EXPECT_THAT(text, HasSubstr("! Question 9.3\n    … and 3 more\n"));
  EXPECT_THAT(text, HasSubstr("? Group 0: Question 0.0 … and 6 more\n"));
}

TEST(AssessmentTextTest, NamesFieldsThatWereLeftOut) {
  v1::AssessResponse response = ReadResponse("advice.en.txtpb");
  response.mutable_delivery()->add_unknown_field_paths("answers[2].fact_id");
  EXPECT_THAT(AssessmentText(response, "", kPage), HasSubstr("does not know it: answers[2].fact_id"));
}

TEST(AssessmentTextTest, AnEmptyAnswerDoesNotFail) {
  EXPECT_THAT(AssessmentText(v1::AssessResponse(), "", kPage), HasSubstr("Not a certified medical device"));
}

v1::AssessResponse WithDocument(v1::Urgency urgency) {
  v1::AssessResponse response = ReadResponse("advice.nl.txtpb");
  v1::Assessment& assessment = *response.mutable_assessment();
  v1::UrgencyResult& result = *assessment.mutable_urgency();
  result.set_supported(urgency);
  v1::Document& document = *assessment.add_documents();
  document.mutable_title()->set_text("Brief");
  v1::DocumentSection& section = *document.add_sections();
  section.mutable_heading()->set_text("Aanleiding");
  section.add_lines()->set_text("Eerste regel");
  return response;
}

// What a view of documents only leaves of an answer.
void TakePartsAway(v1::Assessment& assessment) {
  assessment.clear_findings();
  assessment.clear_flags();
  assessment.clear_referrals();
  assessment.clear_monitoring_prompts();
  assessment.clear_advice();
  assessment.clear_open_facts();
}

TEST(AssessmentTextTest, DocumentsFollowTheAnswer) {
  const std::string text = AssessmentText(WithDocument(v1::URGENCY_U3), "", kPage);
  EXPECT_LT(text.find("SPOED U3"), text.find("Brief"));
  EXPECT_LT(text.find("Brief"), text.find("Aanleiding"));
  EXPECT_THAT(text, HasSubstr("• Eerste regel"));
}

TEST(AssessmentTextTest, AViewOfDocumentsHasOnlyWhatCannotWaitAboveThem) {
  struct Row {
    v1::Urgency supported;
    v1::Urgency attainable;
    const char* above;  // Empty = nothing.
  };
  for (const Row& row :
       {Row{v1::URGENCY_U1, v1::URGENCY_U1, ""},
        Row{v1::URGENCY_U1, v1::URGENCY_U4, "SPOED NIET UITGESLOTEN, op wat bekend is U1"},
        Row{v1::URGENCY_U2, v1::URGENCY_U2, "SPOED U2"}, Row{v1::URGENCY_U3, v1::URGENCY_U4, "SPOED U3"}}) {
    v1::AssessResponse response = WithDocument(row.supported);
    response.mutable_assessment()->mutable_urgency()->set_attainable(row.attainable);
    TakePartsAway(*response.mutable_assessment());
    const std::string text = AssessmentText(response, "", kPage);
    const bool nothing = std::string(row.above).empty();
    EXPECT_EQ(text.rfind(row.above, 0), 0U) << text;
    EXPECT_EQ(text.find("SPOED") == std::string::npos, nothing) << text;
    EXPECT_THAT(text, HasSubstr("• Eerste regel"));
    EXPECT_THAT(text, Not(HasSubstr("Waarom")));
  }
}

// Whoever finds the page must not learn from what stands beside it.
TEST(AssessmentTextTest, APageForSomeoneElseStandsAlone) {
  v1::AssessResponse response = WithDocument(v1::URGENCY_U4);
  TakePartsAway(*response.mutable_assessment());
  response.mutable_assessment()->clear_scope();
  Page page(kPage);
  page.Title("Brief");
  page.Heading("Aanleiding");
  page.Item("• ", "Eerste regel");
  EXPECT_EQ(AssessmentText(response, "CANARY file", kPage), page.text());
}

TEST(AssessmentTextTest, ALowUrgencyIsNotSettledWhileAHigherIsAttainable) {
  v1::AssessResponse response = ReadResponse("advice.nl.txtpb");
  v1::UrgencyResult& urgency = *response.mutable_assessment()->mutable_urgency();
  urgency.set_supported(v1::URGENCY_U1);
  urgency.set_attainable(v1::URGENCY_U4);
  urgency.clear_missing_fact_ids();
  urgency.add_missing_fact_ids("fact_a");
  urgency.add_missing_fact_ids("fact_b");
  const std::string text = AssessmentText(response, "", kPage);
  EXPECT_EQ(text.rfind("SPOED NIET UITGESLOTEN, op wat bekend is U1: ", 0), 0U) << text;
  EXPECT_THAT(text, HasSubstr("tot U4. Open vragen hierover: 2."));
}

TEST(AssessmentTextTest, IdsAreNeverShownInPlaceOfQuestions) {
  v1::AssessResponse response = ReadResponse("not_enough_known.nl.txtpb");
  response.mutable_assessment()->clear_open_facts();
  response.mutable_assessment()->clear_declined_facts();
  const std::string text = AssessmentText(response, "", kPage);
  ASSERT_FALSE(response.assessment().urgency().missing_fact_ids().empty());
  for (const std::string& id : response.assessment().urgency().missing_fact_ids()) {
    EXPECT_THAT(text, Not(HasSubstr(id)));
  }
  EXPECT_THAT(text, Not(HasSubstr("Vraag eerst")));
}

TEST(AssessmentTextTest, DaysAreWrittenInWords) {
  for (const char* golden : {"advice.nl", "advice.en"}) {
    EXPECT_THAT(AssessmentText(ReadResponse(std::string(golden) + ".txtpb"), "", kPage),
                Not(::testing::ContainsRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")));
  }
}

TEST(AssessmentTextTest, AProfileWithoutTypesHasNoHeading) {
  v1::AssessResponse response = ReadResponse("advice.nl.txtpb");
  response.mutable_assessment()->add_profiles()->mutable_title()->set_text("Leeg profiel");
  EXPECT_THAT(AssessmentText(response, "", kPage), Not(HasSubstr("Leeg profiel")));
}

TEST(AssessmentTextTest, ProfilesSayHowEachFeatureStands) {
  v1::AssessResponse response = ReadResponse("advice.nl.txtpb");
  v1::ProfileResult& profile = *response.mutable_assessment()->add_profiles();
  profile.mutable_note()->set_text("Beslist niets.");
  v1::ProfileTypeResult& type = *profile.add_types();
  type.mutable_title()->set_text("Soort");
  for (v1::FeatureState state : {v1::FEATURE_STATE_MATCHED, v1::FEATURE_STATE_NOT_MATCHED, v1::FEATURE_STATE_UNKNOWN}) {
    v1::ProfileFeatureResult& feature = *type.add_features();
    feature.set_state(state);
    feature.mutable_text()->set_text("kenmerk");
  }
  const std::string text = AssessmentText(response, "", kPage);
  for (const char* line :
       {"Beslist niets.", "• Soort", "herkend: kenmerk", "niet zo: kenmerk", "niet bekend: kenmerk"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

}  // namespace
}  // namespace baken
