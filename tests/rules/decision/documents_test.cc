#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/decision/decide.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kPack[] = R"(
  header {
    discreet_words: 'coffee'
    views { id: 'full' parts: ANSWER_PART_FINDINGS parts: ANSWER_PART_PROFILES documents: 'letter' documents: 'card' }
    views { id: 'papers' documents: 'letter' documents: 'card' }
    views { id: 'card_alone' documents: 'card' }
    views { id: 'home' documents: 'home_page' }
    roles { id: 'clinician' receives_personal_output: true
      views: 'full' views: 'papers' views: 'card_alone' views: 'home' }
    roles { id: 'employer' receives_personal_output: false views: 'papers' views: 'card_alone' }
  }
  facts { id: 'cups' number { minimum: '0' maximum: '20' } }
  facts { id: 'late' boolean {} }
  facts { id: 'hours' number { minimum: '0' maximum: '24' step: '0.5' } }
  facts { id: 'kinds' set_of { codes: 'espresso' codes: 'filter' } }
  facts { id: 'i1' number { minimum: '0' maximum: '3' } }
  facts { id: 'i2' number { minimum: '0' maximum: '3' } }
  facts { id: 'sum' number { minimum: '0' maximum: '6' } }
  scales { id: 'sleep' items { fact: 'i1' } items { fact: 'i2' } total_fact: 'sum' minimum: 0 maximum: 6 }
  findings { id: 'SHAKES' category: FINDING_CATEGORY_ACUTE
    levels { id: 'NOW' kind: LEVEL_KIND_POSITIVE urgency: URGENCY_U3 when: 'cups >= 15' }
    levels { id: 'NO' kind: LEVEL_KIND_NONE } }
  findings { id: 'HEAVY' category: FINDING_CATEGORY_USE
    codings { system: 'urn:icpc' code: 'P17' display: 'Too much' }
    levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'cups >= 8' }
    levels { id: 'NO' kind: LEVEL_KIND_NONE } }
  referrals { id: 'gp' urgency: URGENCY_U2 due { count: 2 unit: PERIOD_UNIT_WEEK }
    trigger { any_of { finding: 'HEAVY' } } }
  monitoring_prompts { id: 'in_a_year' topic: 'y' due { count: 1 unit: PERIOD_UNIT_YEAR }
    trigger { any_of { finding: 'HEAVY' } } }
  monitoring_prompts { id: 'again' topic: 't' due { count: 1 unit: PERIOD_UNIT_MONTH }
    trigger { any_of { finding: 'HEAVY' } } }
  facts { id: 'tea' boolean {} }
  facts { id: 'cold' boolean {} }
  findings { id: 'TEA' category: FINDING_CATEGORY_SOMATIC
    levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'tea && !cold' }
    levels { id: 'NO' kind: LEVEL_KIND_NONE } }
  advice { id: 'tea' audience: AUDIENCE_CLINICIAN trigger { any_of { finding: 'TEA' } } }
  sources { id: 'book' citation: 'A book' }
  advice { id: 'water' audience: AUDIENCE_PERSON trigger { any_of { finding: 'HEAVY' } } }
  advice { id: 'policy' audience: AUDIENCE_ORGANISATION
    trigger { any_of { finding: 'scope' levels: 'APPLIES' } roles: 'employer' } }
  documents { id: 'letter'
    sections { id: 'intro' entries { id: 'always' }
      entries { id: 'heavy' trigger { any_of { finding: 'HEAVY' } } } }
    sections { id: 'known' facts: 'cups' facts: 'late' facts: 'kinds' scales: 'sleep' }
    sections { id: 'result' urgency: true finding_categories: FINDING_CATEGORY_ACUTE
      finding_categories: FINDING_CATEGORY_USE findings: 'HEAVY' }
    sections { id: 'plan' referrals: true monitoring: true advice: AUDIENCE_PERSON codings: true }
    sections { id: 'blank' facts: 'hours' keep_when_empty: true }
    sections { id: 'open' not_asked: 'late' not_asked: 'cups' }
    sections { id: 'kinds' not_asked: 'kinds' }
  }
  documents { id: 'card' discreet: true sections { id: 's' entries { id: 'call' } } }
  documents { id: 'home_page' sections { id: 'all' entries { id: 'ring' trigger { any_of { finding: 'SHAKES' } } }
    advice: AUDIENCE_PERSON } }
  profiles { id: 'types'
    types { id: 'night' features { id: 'late' when: 'late' basis { references { source: 'book' locator: 'p. 7' } } } features { id: 'many' when: 'cups >= 8' }
            features { id: 'few' when: 'cups < 3' } }
    types { id: 'old' never_given: true } }
  profiles { id: 'long' only_matched: true
    types { id: 'a' features { id: 'late' when: 'late' } }
    types { id: 'b' features { id: 'many' when: 'cups >= 8' } features { id: 'few' when: 'cups < 3' } } }
)";

std::string Cups(int cups) { return absl::StrCat("answers { fact_id: 'cups' value { integer: ", cups, " } } "); }

class DocumentsTest : public ::testing::Test {
 protected:
  v1::Assessment Ask(const std::string& answers, const std::string& view, const std::string& role = "clinician") {
    return DecideOk(*pack_, answers + "view: '" + view + "'", role);
  }
  static std::vector<std::string> Lines(const v1::Assessment& assessment, const std::string& section) {
    std::vector<std::string> lines;
    for (const auto& document : assessment.documents()) {
      for (const auto& each : document.sections()) {
        if (each.section_id() != section) continue;
        for (const auto& line : each.lines()) lines.push_back(line.text());
      }
    }
    return lines;
  }
  std::shared_ptr<const LoadedPack> pack_ = BuildPack(kPack);
};

TEST_F(DocumentsTest, SectionsHoldWhatTheAnswerHolds) {
  v1::Assessment answer = Ask(Cups(9), "papers");
  ASSERT_EQ(answer.documents_size(), 2);
  EXPECT_EQ(answer.documents(0).title().text(), "text of document.letter.title");
  EXPECT_THAT(Lines(answer, "intro"),
              ElementsAre("text of document.letter.intro.always", "text of document.letter.intro.heavy"));
  EXPECT_THAT(Lines(answer, "known"), ElementsAre("text of fact.cups.label: 9"));
  EXPECT_THAT(Lines(answer, "result"),
              ElementsAre("text of urgency.U0", "text of finding.HEAVY.title: text of finding.HEAVY.YES"));
  EXPECT_THAT(Lines(answer, "plan"),
              ElementsAre("text of referral.gp.recipient, 2026-12-09: text of referral.gp.why",
                          "2026-12-25: text of monitoring.again.what", "2027-11-25: text of monitoring.in_a_year.what",
                          "text of advice.water", "P17 Too much (text of system.urn:icpc)"));
  EXPECT_THAT(Lines(answer, "open"), ElementsAre("text of document.not_asked: text of fact.late.label"));
}

TEST_F(DocumentsTest, AreMadeBeforeTheViewTakesPartsAway) {
  v1::Assessment answer = Ask(Cups(9), "papers");
  EXPECT_THAT(answer.referrals(), IsEmpty());
  EXPECT_THAT(answer.flags(), IsEmpty());
  EXPECT_EQ(Lines(answer, "plan").size(), 5u);
}

TEST_F(DocumentsTest, UrgencyStandsBeforeAcuteFindings) {
  EXPECT_THAT(Lines(Ask(Cups(15), "papers"), "result"),
              ElementsAre("text of urgency.U3", "text of finding.SHAKES.title: text of finding.SHAKES.NOW",
                          "text of finding.HEAVY.title: text of finding.HEAVY.YES"));
}

TEST_F(DocumentsTest, TooLittleKnownIsNeverWrittenAsTheLowestUrgency) {
  EXPECT_THAT(Lines(Ask("", "papers"), "result"),
              ElementsAre("text of outcome.NOT_ENOUGH_KNOWN", "text of document.urgency_can_rise: text of urgency.U3",
                          "text of document.urgency_ask_first (1): text of fact.cups.label"));
  // Advice there is, so that the outcome is settled; the urgency is not.
  v1::Assessment advised = Ask(Yes("tea") + No("cold"), "papers");
  ASSERT_EQ(advised.outcome(), v1::OUTCOME_ADVICE);
  EXPECT_THAT(Lines(advised, "result"),
              ElementsAre("text of urgency.U0.open", "text of document.urgency_can_rise: text of urgency.U3",
                          "text of document.urgency_ask_first (1): text of fact.cups.label"));
  EXPECT_EQ(advised.urgency().statement().text_id(), "urgency.U0.open");
}

TEST_F(DocumentsTest, APartialSetIsNeverWrittenAsComplete) {
  const auto kinds = [](const std::string& codes, const std::string& completeness) {
    return absl::StrCat("answers { fact_id: 'kinds' value { code_set { ", codes, " completeness: COMPLETENESS_",
                        completeness, " } } } ");
  };
  const std::string espresso = "codes: 'espresso'";
  const std::string label = "text of fact.kinds.label";
  const auto complete = Ask(kinds(espresso, "COMPLETE"), "papers");
  EXPECT_THAT(Lines(complete, "known"), ElementsAre(label + ": text of value.kinds.espresso"));
  EXPECT_THAT(Lines(complete, "kinds"), IsEmpty());
  const auto partial = Ask(kinds(espresso, "PARTIAL"), "papers");
  EXPECT_THAT(Lines(partial, "known"), ElementsAre(label + ": text of value.kinds.espresso (text of value.partial)"));
  EXPECT_THAT(Lines(partial, "kinds"), ElementsAre("text of document.partly_known: " + label));
  const auto empty = Ask(kinds("", "PARTIAL"), "papers");
  EXPECT_THAT(Lines(empty, "known"), ElementsAre(label + ": text of value.partial_empty"));
  EXPECT_THAT(Lines(empty, "kinds"), ElementsAre("text of document.partly_known: " + label));
  const auto none = Ask(kinds("", "COMPLETE"), "papers");
  EXPECT_THAT(Lines(none, "known"), ElementsAre(label + ": text of value.none")) << "known, and not a dash";
}

TEST_F(DocumentsTest, PagesForOthersTravelAlone) {
  for (const char* role : {"clinician", "employer"}) {
    v1::Assessment answer = Ask(Cups(15), "card_alone", role);
    ASSERT_EQ(answer.documents_size(), 1);
    answer.clear_documents();
    v1::Assessment nothing;
    nothing.set_evaluation_date("2026-11-25");
    nothing.set_role(role);
    nothing.set_view("card_alone");
    nothing.set_outcome(answer.outcome());
    nothing.set_locale(answer.locale());
    *nothing.mutable_pack() = answer.pack();
    EXPECT_THAT(answer, EqualsProto(nothing));
  }
}

// The page says when to ring; how urgent it is stays for the professional who hands it over.
TEST_F(DocumentsTest, APageForThePersonLeavesTheUrgencyToTheProfessional) {
  v1::Assessment answer = Ask(Cups(15), "home");
  EXPECT_THAT(Lines(answer, "all"), ElementsAre("text of document.home_page.all.ring", "text of advice.water"));
  EXPECT_EQ(answer.urgency().supported(), v1::URGENCY_U3);
  EXPECT_THAT(answer.urgency().finding_ids(), IsEmpty());
  EXPECT_FALSE(answer.has_scope());
  EXPECT_THAT(answer.findings(), IsEmpty());
}

TEST_F(DocumentsTest, ScoresAreRangesWhileItemsAreMissing) {
  const std::string one = "answers { fact_id: 'i1' value { integer: 2 } } ";
  EXPECT_THAT(Lines(Ask(one, "papers"), "known"),
              ElementsAre("text of scale.sleep.title: 2–5 (text of value.from_items)"));
  EXPECT_THAT(Lines(Ask(one + "answers { fact_id: 'i2' value { integer: 1 } } ", "papers"), "known"),
              ElementsAre("text of scale.sleep.title: 3"));
}

TEST_F(DocumentsTest, DeclinedIsNotTheSameAsNotAsked) {
  EXPECT_THAT(Lines(Ask("answers { fact_id: 'late' declined {} } ", "papers"), "open"),
              ElementsAre("text of document.not_asked: text of fact.cups.label",
                          "text of document.declined: text of fact.late.label"));
}

TEST_F(DocumentsTest, EmptySectionsAreLeftOutUnlessKept) {
  v1::Assessment answer = Ask(Yes("late") + Cups(0), "papers");
  std::vector<std::string> sections;
  for (const auto& section : answer.documents(0).sections()) sections.push_back(section.section_id());
  EXPECT_THAT(sections, ElementsAre("intro", "known", "result", "blank", "kinds"));
  // A heading alone would read as "none".
  EXPECT_THAT(Lines(answer, "blank"), ElementsAre("text of document.empty_section"));
}

// Neither the letter, which is about a person, nor a line that follows from answers.
TEST_F(DocumentsTest, RefusedRequestersGetWhatIsAboutNobody) {
  v1::Assessment answer = Ask(Cups(15), "papers", "employer");
  ASSERT_EQ(answer.documents_size(), 1);
  EXPECT_EQ(answer.documents(0).document_id(), "card");
  EXPECT_EQ(answer.SerializeAsString(), Ask("", "papers", "employer").SerializeAsString());
}

TEST_F(DocumentsTest, CodesStandOnlyByFindingsThatAreThere) {
  for (const auto& [cups, codings] : std::vector<std::pair<int, int>>{{8, 1}, {7, 0}}) {
    v1::Assessment answer = Ask(Cups(cups), "full");
    for (const auto& finding : answer.findings()) {
      if (finding.finding_id() != "HEAVY") continue;
      EXPECT_EQ(finding.codings_size(), codings) << cups;
    }
  }
}

std::string States(const v1::ProfileTypeResult& type) {
  return absl::StrJoin(type.features(), " ", [](std::string* out, const v1::ProfileFeatureResult& feature) {
    absl::StrAppend(out, feature.feature_id(), "=", static_cast<int>(feature.state()));
  });
}

TEST_F(DocumentsTest, ProfilesCompareFeatureByFeature) {
  v1::Assessment answer = Ask(Cups(9), "full");
  ASSERT_EQ(answer.profiles_size(), 2);
  const auto& types = answer.profiles(0).types();
  ASSERT_EQ(types.size(), 2);
  EXPECT_EQ(States(types[0]), "late=3 many=1 few=2");
  EXPECT_EQ(types[1].title().text(), "text of profile.types.old.title");
  EXPECT_EQ(types[1].note().text(), "text of profile.types.old.note");
  // What a feature rests on is among the sources.
  ASSERT_EQ(types[0].basis().references_size(), 1);
  EXPECT_EQ(types[0].basis().references(0).locator(), "p. 7");
  ASSERT_EQ(answer.sources_size(), 1);
  EXPECT_EQ(answer.sources(0).source_id(), "book");
  // Of the long list only what matches.
  ASSERT_EQ(answer.profiles(1).types_size(), 1);
  EXPECT_EQ(States(answer.profiles(1).types(0)), "many=1");
}

TEST_F(DocumentsTest, ProfilesNeedAViewThatShowsThem) { EXPECT_THAT(Ask(Cups(9), "papers").profiles(), IsEmpty()); }

}  // namespace
}  // namespace baken
