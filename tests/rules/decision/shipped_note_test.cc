// The note for the record that the shipped pack writes.
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/decision/shipped_documents.h"

namespace baken {
namespace {

using ::testing::Contains;
using ::testing::Not;

// Danger signs, and an answer that says they are not there.
const std::vector<std::pair<std::string, std::string>>& Dangers() {
  static const auto* const dangers =
      new std::vector<std::pair<std::string, std::string>>{{"suicidal_thoughts", No("suicidal_thoughts")},
                                                           {"suicidal_plan_or_intent", No("suicidal_plan_or_intent")},
                                                           {"chest_pain", Is("chest_pain", "none")},
                                                           {"dyspnoea", Is("dyspnoea", "none")},
                                                           {"syncope", Is("syncope", "none")},
                                                           {"palpitations", Is("palpitations", "none")},
                                                           {"seizure", Is("seizure", "none")},
                                                           {"focal_neurological_signs", No("focal_neurological_signs")},
                                                           {"consciousness", Is("consciousness", "clear")},
                                                           {"hallucinations", No("hallucinations")},
                                                           {"feels_hot", No("feels_hot")},
                                                           {"route", Uses()},
                                                           {"pregnant", No("pregnant")},
                                                           {"children_in_care", Counts("children_in_care", 0)},
                                                           {"violence_at_home", Is("violence_at_home", "none")},
                                                           {"drives", No("drives")}};
  return *dangers;
}

// The facts that a section names under a text as `document.not_asked`.
std::vector<std::string> NamedUnder(const v1::Document& note, const std::string& text_id) {
  for (const auto& section : note.sections()) {
    for (const auto& line : section.lines()) {
      if (line.element_ids(0) == text_id) return {line.element_ids().begin() + 1, line.element_ids().end()};
    }
  }
  return {};
}

TEST(NoteTest, NamesEveryDangerThatWasNotAsked) {
  const std::vector<std::string> not_asked = NamedUnder(ShippedDocument("soep", ""), "document.not_asked");
  for (const auto& [fact, answer] : Dangers()) EXPECT_THAT(not_asked, Contains(fact));
}

TEST(NoteTest, DoesNotSayNotAskedOnceThereIsAnAnswer) {
  for (const auto& [fact, answer] : Dangers()) {
    const v1::Document note = ShippedDocument("soep", answer);
    EXPECT_THAT(NamedUnder(note, "document.not_asked"), Not(Contains(fact)));
    EXPECT_THAT(NamedUnder(note, "document.declined"), Not(Contains(fact)));
  }
}

TEST(NoteTest, TellsDeclinedFromNotAsked) {
  for (const auto& [fact, answer] : Dangers()) {
    const v1::Document note = ShippedDocument("soep", Declined(fact));
    EXPECT_THAT(NamedUnder(note, "document.not_asked"), Not(Contains(fact)));
    EXPECT_THAT(NamedUnder(note, "document.declined"), Contains(fact));
  }
}

// What was told of use stands where it was told; the conclusion does not repeat it.
TEST(NoteTest, ConcludesWithoutRepeatingWhatWasTold) {
  const v1::Document note = ShippedDocument("soep", Uses() + Is("craving", "often") + Is("use_trend", "rising"));
  EXPECT_THAT(ElementsOf(note, "s"), Contains("craving"));
  for (const char* finding : {"CURRENT_USE", "CRAVING", "RISING_USE"}) {
    EXPECT_THAT(ElementsOf(note, "e"), Not(Contains(finding)));
  }
  EXPECT_THAT(ElementsOf(ShippedDocument("soep", Uses() + Counts("sds_total", 9)), "e"),
              Contains("DEPENDENCE_SCREEN_POSITIVE"));
}

}  // namespace
}  // namespace baken
