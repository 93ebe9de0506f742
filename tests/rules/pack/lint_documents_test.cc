#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/pack/lint.h"
#include "rules/pack/text_ids.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

std::string Problems(const std::string& definition) {
  return FormatDiagnostics("p", TryBuildPack(definition).diagnostics);
}

std::string Section(const std::string& content) {
  return Problems(
      "facts { id: 'cups' boolean {} } facts { id: 'kinds' set_of { codes: 'a' } } "
      "facts { id: 'codes' external_codes { system: 'urn:x' code_length: 3 target_fact: 'kinds' "
      "prefixes { prefix: 'A' codes: 'a' } } } "
      "documents { id: 'letter' sections { id: 's' " +
      content + " } }");
}

TEST(LintDocumentsTest, WhatSectionsReferToExists) {
  EXPECT_EQ(Section("facts: 'cups' not_asked: 'cups' findings: 'scope' advice: AUDIENCE_PERSON urgency: true"), "");
  EXPECT_THAT(Section("facts: 'nope'"), HasSubstr("no fact with a value 'nope'"));
  EXPECT_THAT(Section("not_asked: 'codes'"), HasSubstr("no fact with a value 'codes'"));
  EXPECT_THAT(Section("scales: 'nope'"), HasSubstr("no scale 'nope'"));
  EXPECT_THAT(Section("findings: 'nope'"), HasSubstr("no finding 'nope'"));
  EXPECT_THAT(Section("facts: 'cups' facts: 'cups'"), HasSubstr("'cups' stands twice"));
  EXPECT_THAT(Section("advice: AUDIENCE_UNSPECIFIED"), HasSubstr("value is unspecified or stands twice"));
  EXPECT_THAT(Section("entries { id: 'e' trigger { any_of { finding: 'nope' } } }"), HasSubstr("no finding 'nope'"));
  EXPECT_THAT(Section("entries { id: 'heading' }"), HasSubstr("id 'heading' is the section's own"));
  EXPECT_THAT(Section("entries { id: 'e' } entries { id: 'e' }"), HasSubstr("id 'e' stands twice"));
  EXPECT_THAT(Problems("documents { id: 'empty' }"), HasSubstr("a document needs sections"));
}

TEST(LintDocumentsTest, ViewsHoldDocumentsThatExist) {
  EXPECT_THAT(Problems("header { views { id: 'full' documents: 'nope' } }"), HasSubstr("no document 'nope'"));
}

TEST(LintDocumentsTest, DiscreetDocumentsHoldEntriesOnly) {
  auto card = [](const std::string& section, const std::string& word) {
    return Problems("header { discreet_words: '" + word +
                    "' } documents { id: 'card' discreet: true sections { id: 's' entries { id: 'e' } " + section +
                    " } }");
  };
  EXPECT_EQ(card("keep_when_empty: true", "coffee"), "");
  EXPECT_THAT(card("urgency: true", "coffee"), HasSubstr("holds entries only"));
  // The builder's texts read "text of <id>".
  EXPECT_THAT(card("", "CARD.S.E"), HasSubstr("text 'document.card.s.e' of a discreet document holds 'CARD.S.E'"));
  EXPECT_THAT(card("", "ard.s.head"), HasSubstr("text 'document.card.s.heading' of a discreet document holds"));
  EXPECT_THAT(Problems("documents { id: 'card' discreet: true sections { id: 's' entries { id: 'e' } } }"),
              HasSubstr("a discreet document needs discreet_words"));
}

TEST(LintDocumentsTest, FindsWordsWithoutCaseAndInsideWords) {
  EXPECT_EQ(pack_internal::FindWord("Een COCAÏNEvrije dag", {"thee", "cocaïne"}), "cocaïne");
  EXPECT_EQ(pack_internal::FindWord("Een dag", {"thee", ""}), "");
}

TEST(LintDocumentsTest, GeneralTextsAreNeededWhereADocumentNamesWhatWasNotAsked) {
  auto needs = [](const std::string& section) {
    rules::v1::PackFile pack =
        ParseTextProto<rules::v1::PackFile>("documents { id: 'd' sections { id: 's' " + section + " } }");
    for (const TextNeed& need : ListTexts(pack)) {
      if (need.id == "document.not_asked") return true;
    }
    return false;
  };
  EXPECT_TRUE(needs("not_asked: 'cups'"));
  EXPECT_FALSE(needs("facts: 'cups'"));
}

std::string Type(const std::string& content) {
  return Problems("facts { id: 'cups' boolean {} } profiles { id: 'p' types { id: 't' " + content + " } }");
}

TEST(LintProfilesTest, FeaturesAreConditionsCheckedInPlace) {
  EXPECT_EQ(Type("features { id: 'f' when: 'cups' }"), "");
  EXPECT_THAT(Type("features { id: 'f' when: 'cups == 3' }"), HasSubstr("p/all.txtpb:"));
  EXPECT_THAT(Type("features { id: 'f' when: 'true && nope' }"), HasSubstr("unknown name 'nope'"));
  EXPECT_THAT(Type("features { id: 'f' when: 'cups' } features { id: 'f' when: 'cups' }"),
              HasSubstr("id 'f' stands twice"));
  EXPECT_THAT(Type("features { id: 'note' when: 'cups' }"), HasSubstr("id 'note' is the type's"));
}

TEST(LintProfilesTest, NoConditionCanReadAFeature) {
  for (const char* name : {"f", "profile.p.t.f"}) {
    EXPECT_NE(Type("features { id: 'f' when: 'cups' } } } criteria { id: 'c' when: \"" + std::string(name) +
                   "\" } profiles { id: 'q' types { id: 't' features { id: 'g' when: 'cups' }"),
              "")
        << name;
  }
}

TEST(LintProfilesTest, OnlyATypeNeverGivenLacksFeatures) {
  EXPECT_EQ(Type("never_given: true"), "");
  EXPECT_THAT(Type(""), HasSubstr("must say never_given"));
  EXPECT_THAT(Type("never_given: true features { id: 'f' when: 'cups' }"), HasSubstr("never given has no features"));
  EXPECT_THAT(Problems("profiles { id: 'p' }"), HasSubstr("a profile needs types"));
}

TEST(LintActionsTest, BoundsOfDueTimesHoldTheDueTime) {
  auto prompt = [](const std::string& bounds) {
    return Problems(
        "monitoring_prompts { id: 'm' topic: 't' trigger { any_of { finding: 'scope' } } "
        "due { count: 4 unit: PERIOD_UNIT_WEEK } " +
        bounds + " }");
  };
  EXPECT_EQ(prompt("earliest { count: 2 unit: PERIOD_UNIT_WEEK } latest { count: 4 unit: PERIOD_UNIT_WEEK }"), "");
  EXPECT_EQ(prompt("earliest { count: 0 unit: PERIOD_UNIT_WEEK } latest { count: 4 unit: PERIOD_UNIT_WEEK }"), "");
  EXPECT_THAT(prompt("earliest { count: 5 unit: PERIOD_UNIT_WEEK } latest { count: 6 unit: PERIOD_UNIT_WEEK }"),
              HasSubstr("due must lie in [earliest, latest]"));
  EXPECT_THAT(prompt("latest { count: 6 unit: PERIOD_UNIT_WEEK }"), HasSubstr("go together"));
  EXPECT_EQ(prompt("earliest { count: 28 unit: PERIOD_UNIT_DAY } latest { count: 1 unit: PERIOD_UNIT_MONTH }"), "");
  EXPECT_THAT(prompt("earliest { count: 29 unit: PERIOD_UNIT_DAY } latest { count: 1 unit: PERIOD_UNIT_YEAR }"),
              HasSubstr("due must lie in"));
  EXPECT_THAT(prompt("earliest { count: 1 } latest { count: 1 unit: PERIOD_UNIT_YEAR }"), HasSubstr("due must lie in"));
}

TEST(LintElementsTest, CodingsOfFindingsAreComplete) {
  auto finding = [](const std::string& codings) {
    return Problems("findings { id: 'F' levels { id: 'NO' kind: LEVEL_KIND_NONE } " + codings + " }");
  };
  EXPECT_EQ(finding("codings { system: 'urn:icpc' code: 'P17' display: 'x' }"), "");
  EXPECT_THAT(finding("codings { code: 'P17' }"), HasSubstr("a coding needs a system and a code"));
  EXPECT_THAT(finding("codings { system: 'a' code: 'b' } codings { system: 'a' code: 'b' }"),
              HasSubstr("coding stands twice"));
}

}  // namespace
}  // namespace baken
