// The letter that the shipped pack writes: what stands in it, and when.
#include <map>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/decision/shipped_documents.h"

namespace baken {
namespace {

using ::testing::Contains;
using ::testing::Not;

using Persons = std::map<std::string, std::string>;

const std::string kHot = "answers { fact_id: 'temperature_c' value { decimal: 39.5 unit_code: 'Cel' } } ";

// What a person in bodily danger, beside use, has told; by the name of the danger.
Persons Emergencies() {
  return {{"heart", Uses() + Is("chest_pain", "now")},
          {"nerves", Uses() + Yes("focal_neurological_signs")},
          {"overheated", Uses() + kHot},
          {"consciousness", Uses() + Is("consciousness", "reduced")},
          {"overdose", Uses() + Yes("massive_dose")},
          {"pregnancy", Uses() + Yes("bleeding_in_pregnancy")}};
}

// In danger that is for the crisis service.
Persons Crises() {
  return {{"plan", Uses() + Yes("suicidal_plan_or_intent")},
          {"psychosis", Uses() + Yes("hallucinations")},
          {"threat", Uses() + Is("aggression", "threatening")}};
}

// To be seen the same day.
Persons SameDay() {
  return {{"fever", Uses() + Yes("fever_or_sore_throat")},
          {"nosebleed", Uses() + Yes("nosebleed_severe")},
          {"pregnant", Uses() + Yes("pregnant")}};
}

// With reasons that can wait, use aside.
Persons Somatic() {
  return {{"chest pain once", Is("chest_pain", "past")},
          {"palpitations once", Is("palpitations", "past")},
          {"tia once", Yes("tia_past")},
          {"seizure once", Is("seizure", "past")},
          {"nose", Has("problems", "nose")}};
}
Persons Mental() {
  return {{"phq9", Counts("phq9_total", 10)},
          {"gad7", Counts("gad7_total", 10)},
          {"ptsd", Counts("pcptsd5_total", 5)},
          {"sapas", Counts("sapas_total", 8)}};
}
Persons Stopped() { return {{"stopped", Yes("ever_used") + No("used_past_year") + Is("craving", "now_and_then")}}; }

class LetterTest : public ::testing::Test {
 protected:
  void ExpectIn(const std::string& section, const std::string& entry, const Persons& persons) {
    for (const auto& [name, answers] : persons) {
      EXPECT_THAT(ElementsOf(ShippedDocument("letter", answers), section), Contains(Id(section, entry))) << name;
    }
  }
  void ExpectOut(const std::string& section, const std::string& entry, const Persons& persons) {
    for (const auto& [name, answers] : persons) {
      EXPECT_THAT(ElementsOf(ShippedDocument("letter", answers), section), Not(Contains(Id(section, entry)))) << name;
    }
  }

 private:
  static std::string Id(const std::string& section, const std::string& entry) {
    return absl::StrCat("document.referral_letter.", section, ".", entry);
  }
};

const Persons kUses = {{"uses", Uses()}};
const Persons kNothing = {{"nothing known", ""}, {"naaste", Is("subject_is", "naaste")}, {"never", No("ever_used")}};
const Persons kThoughtsOnly = {{"thoughts", Uses() + Yes("suicidal_thoughts") + No("suicidal_plan_or_intent")}};

TEST_F(LetterTest, SaysFirstThatItIsAcute) {
  for (const Persons& persons : {Emergencies(), Crises(), SameDay()}) ExpectIn("reason", "acute", persons);
  for (const Persons& persons : {kUses, kNothing, kThoughtsOnly, Somatic(), Mental()}) {
    ExpectOut("reason", "acute", persons);
  }
  // Each of the same day needs current use, but the nosebleed.
  ExpectOut("reason", "acute", {{"fever", Yes("fever_or_sore_throat")}, {"pregnant", Yes("pregnant")}});
  ExpectOut("reason", "acute", {{"irritable alone", Uses() + Is("aggression", "irritable")}});
}

TEST_F(LetterTest, PutsAcuteFindingsBeforeEveryOther) {
  const std::string also = Counts("sds_total", 9) + Counts("dsm_total", 6);
  const std::map<std::string, std::string> findings = {{"heart", "ACUTE_CARDIAC"},
                                                       {"nerves", "ACUTE_NEURO"},
                                                       {"overheated", "ACUTE_DELIRIUM_HYPERTHERMIA"},
                                                       {"consciousness", "ACUTE_CONSCIOUSNESS"},
                                                       {"overdose", "ACUTE_OVERDOSE"},
                                                       {"pregnancy", "OBSTETRIC_EMERGENCY"},
                                                       {"plan", "SUICIDALITY"},
                                                       {"psychosis", "PSYCHOSIS"},
                                                       {"threat", "AGGRESSION_DANGER"},
                                                       {"fever", "LEVAMISOLE_SUSPECTED"},
                                                       {"nosebleed", "SEVERE_NASAL"},
                                                       {"pregnant", "PREGNANCY"}};
  for (const Persons& persons : {Emergencies(), Crises(), SameDay()}) {
    for (const auto& [name, answers] : persons) {
      const v1::Document letter = ShippedDocument("letter", answers + also);
      const std::vector<std::string> reason = ElementsOf(letter, "reason");
      ASSERT_THAT(reason, Contains(findings.at(name))) << name;
      EXPECT_EQ(reason.front(), "document.referral_letter.reason.acute") << name;
      EXPECT_EQ(reason.back(), "DSM_COUNT") << name;
      // Said once: not below risks again.
      for (const char* section : {"risk", "severity", "done"}) {
        EXPECT_THAT(ElementsOf(letter, section), Not(Contains(findings.at(name)))) << name;
      }
    }
  }
}

TEST_F(LetterTest, AsksForNothingElseInAnEmergency) {
  ExpectIn("question", "emergency", Emergencies());
  ExpectIn("envelope", "call_first", Emergencies());
  for (const char* entry : {"crisis", "same_day", "assess"}) {
    Persons persons = Emergencies();
    for (auto& [name, answers] : persons) {
      answers += Yes("suicidal_plan_or_intent") + Yes("fever_or_sore_throat") + Counts("phq9_total", 20);
    }
    ExpectOut("question", entry, persons);
  }
  for (const char* entry : {"use", "somatic", "nothing"}) ExpectOut("reason", entry, Emergencies());
  for (const Persons& persons : {Crises(), SameDay(), kUses, kNothing, kThoughtsOnly, Somatic()}) {
    ExpectOut("question", "emergency", persons);
  }
}

TEST_F(LetterTest, AsksForSafetyFirstInACrisis) {
  ExpectIn("question", "crisis", Crises());
  for (const Persons& persons : {SameDay(), kUses, kNothing, kThoughtsOnly}) ExpectOut("question", "crisis", persons);
}

TEST_F(LetterTest, AsksToBeSeenTheSameDay) {
  ExpectIn("question", "same_day", SameDay());
  for (const Persons& persons : {Crises(), kUses, kNothing, kThoughtsOnly}) {
    ExpectOut("question", "same_day", persons);
  }
}

TEST_F(LetterTest, AsksToAssessWhatCanWait) {
  for (const Persons& persons : {kUses, Mental(), Stopped(), Crises(), SameDay()}) {
    ExpectIn("question", "assess", persons);
  }
  for (const Persons& persons : {kNothing, Somatic()}) ExpectOut("question", "assess", persons);
}

TEST_F(LetterTest, NamesTheReasonThatIsThere) {
  ExpectIn("reason", "use", kUses);
  ExpectOut("reason", "use", {{"dependence", Uses() + Counts("sds_total", 9)}});
  ExpectIn("reason", "suspected", {{"dependence", Uses() + Counts("sds_total", 9)}});
  ExpectIn("reason", "relapse", Stopped());
  ExpectIn("reason", "mental", Mental());
  ExpectOut("reason", "mental", {{"below", Counts("phq9_total", 9)}, {"use", Uses()}});
  ExpectIn("reason", "somatic", Somatic());
  ExpectOut("reason", "somatic", {{"never", Is("chest_pain", "none")}, {"use", Uses()}});
}

// A letter that nothing calls for says so; one that anything calls for does not.
TEST_F(LetterTest, SaysWhenThereIsNoReasonToRefer) {
  ExpectIn("reason", "nothing", kNothing);
  for (const Persons& persons :
       {Emergencies(), Crises(), SameDay(), kUses, kThoughtsOnly, Somatic(), Mental(), Stopped()}) {
    ExpectOut("reason", "nothing", persons);
  }
  // Each danger is a reason without use too.
  ExpectOut("reason", "nothing",
            {{"thoughts", Yes("suicidal_thoughts")},
             {"plan", Yes("suicidal_plan_or_intent")},
             {"psychosis", Yes("hallucinations")},
             {"threat", Is("aggression", "threatening")},
             {"nosebleed", Yes("nosebleed_severe")},
             {"heart", Is("chest_pain", "now")},
             {"nerves", Yes("thunderclap_headache")},
             {"overheated", kHot},
             {"consciousness", Is("consciousness", "reduced")},
             {"overdose", Yes("massive_dose")},
             {"pregnancy", Yes("bleeding_in_pregnancy")}});
}

TEST_F(LetterTest, TellsAcuteFactsBeforeTheCourse) {
  const v1::Document letter =
      ShippedDocument("letter", Uses() + Is("chest_pain", "now") + Is("seizure", "past") + kHot);
  std::vector<std::string> sections;
  for (const auto& section : letter.sections()) sections.push_back(section.section_id());
  const auto place = [&](const char* id) { return std::find(sections.begin(), sections.end(), id); };
  EXPECT_LT(place("reason"), place("question"));
  EXPECT_LT(place("question"), place("risk"));
  EXPECT_LT(place("risk"), place("course"));
  ASSERT_NE(place("course"), sections.end());
  for (const char* fact : {"chest_pain", "seizure", "temperature_c"}) {
    EXPECT_THAT(ElementsOf(letter, "risk"), Contains(fact));
    for (const char* later : {"course", "done", "measurements"}) {
      EXPECT_THAT(ElementsOf(letter, later), Not(Contains(fact))) << later;
    }
  }
}

TEST_F(LetterTest, NamesPoorSleep) {
  EXPECT_THAT(ElementsOf(ShippedDocument("letter", Uses() + Has("problems", "sleep")), "severity"),
              Contains("SLEEP_PROBLEM"));
  EXPECT_THAT(ElementsOf(ShippedDocument("letter", Uses() + Has("problems", "none")), "severity"),
              Not(Contains("SLEEP_PROBLEM")));
}

TEST_F(LetterTest, SaysWhoConsentsForAMinor) {
  ExpectIn("motivation", "minor", {{"11", Counts("age", 11)}, {"17", Counts("age", 17) + Uses()}});
  ExpectIn("motivation", "minor", {{"naaste of 16", Counts("age", 16) + Is("subject_is", "naaste")}});
  ExpectOut("motivation", "minor", {{"18", Counts("age", 18) + Uses()}, {"not known", Uses()}});
  for (const Persons& persons : {kUses, kNothing, Emergencies()}) ExpectIn("motivation", "consent", persons);
}

// What was not asked of a danger is said, and no longer once it is answered, whatever the answer.
TEST_F(LetterTest, NamesDangersThatWereNotAsked) {
  for (const char* fact : {"suicidal_thoughts", "suicidal_plan_or_intent", "pregnant", "violence_at_home",
                           "overdose_ever", "drives", "children_in_care"}) {
    const v1::Document letter = ShippedDocument("letter", Uses());
    EXPECT_THAT(ElementsOf(letter, "risk"), Contains(fact));
    EXPECT_THAT(LineAbout(letter, "risk", fact), "") << "a value for what nobody asked";
  }
  const v1::Document answered = ShippedDocument("letter", Uses() + No("suicidal_thoughts") + Declined("pregnant"));
  EXPECT_NE(LineAbout(answered, "risk", "suicidal_thoughts"), "");
  EXPECT_NE(LineAbout(answered, "risk", "document.declined"), "");
}

}  // namespace
}  // namespace baken
