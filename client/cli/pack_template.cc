#include "client/cli/pack_template.h"

#include "absl/strings/str_replace.h"

namespace baken {
namespace {

constexpr char kPack[] = R"(# proto-file: baken/rules/v1/pack.proto
# proto-message: baken.rules.v1.PackFile
header {
  id: "$ID"
  version: "$VERSION"
  requires_baken: "0.1"
  locales: "nl"
  locales: "en"
  files: "facts/facts.txtpb"
  files: "findings/findings.txtpb"
  files: "actions/actions.txtpb"
  scope_finding: "scope"
  roles { id: "practitioner" receives_personal_output: true views: "full" }
  views {
    id: "full"
    parts: ANSWER_PART_FINDINGS
    parts: ANSWER_PART_PERSON_ADVICE
    parts: ANSWER_PART_OPEN_FACTS
  }
}
)";

constexpr char kFacts[] = R"(# proto-file: baken/rules/v1/pack.proto
# proto-message: baken.rules.v1.PackFile
groups { id: "general" }

# Hours sat on an ordinary day, h, [0, 24]; bounds ours.
facts {
  id: "hours_sitting"
  number { minimum: "0" maximum: "24" unit_code: "h" }
  group: "general"
  basis { house_rule: true }
}

# From how many hours sitting counts as long, h; a site may move it within [6, 10].
parameters {
  id: "long_sitting"
  value: "8"
  minimum: "6"
  maximum: "10"
  unit_code: "h"
  basis { house_rule: true note: "an example; no source" }
}
)";

constexpr char kFindings[] = R"(# proto-file: baken/rules/v1/pack.proto
# proto-message: baken.rules.v1.PackFile
findings {
  id: "scope"
  category: FINDING_CATEGORY_SCOPE
  levels { id: "APPLIES" kind: LEVEL_KIND_POSITIVE when: "true" }
  levels { id: "UNKNOWN" kind: LEVEL_KIND_NONE }
  basis { house_rule: true }
  owner: "author"
  review_date: "2030-01-01"
}

findings {
  id: "SITS_LONG"
  category: FINDING_CATEGORY_USE
  levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "hours_sitting >= long_sitting" }
  levels { id: "NO" kind: LEVEL_KIND_NONE }
  basis { house_rule: true }
  owner: "author"
  review_date: "2030-01-01"
}
)";

constexpr char kActions[] = R"(# proto-file: baken/rules/v1/pack.proto
# proto-message: baken.rules.v1.PackFile
advice {
  id: "stand_up"
  audience: AUDIENCE_PERSON
  trigger { any_of { finding: "SITS_LONG" } }
  basis { house_rule: true }
}

caveats {
  id: "PARTIAL_KNOWLEDGE"
  on_partial_knowledge: true
  basis { house_rule: true }
}
)";

constexpr char kTextsNl[] = R"(# proto-file: baken/rules/v1/pack.proto
# proto-message: baken.rules.v1.TextFile
texts { id: "pack.title" text: "Nieuw pakket" }
texts { id: "role.practitioner" text: "Behandelaar" }
texts { id: "view.full" text: "Alles" }
texts { id: "urgency.U0" text: "Geen spoed." }
texts { id: "urgency.U1" text: "Binnen enkele weken." }
texts { id: "urgency.U2" text: "Binnen een week." }
texts { id: "urgency.U3" text: "Vandaag." }
texts { id: "urgency.U4" text: "Nu." }
texts { id: "urgency.U0.open" text: "Geen spoed op wat bekend is; meer is nog niet uitgesloten." }
texts { id: "urgency.U1.open" text: "Binnen enkele weken; eerder is nog niet uitgesloten." }
texts { id: "urgency.U2.open" text: "Binnen een week; eerder is nog niet uitgesloten." }
texts { id: "urgency.U3.open" text: "Vandaag; nu is nog niet uitgesloten." }
texts { id: "interview.because.URGENCY" text: "Dit kan nog veranderen hoe snel er iets moet gebeuren." }
texts { id: "interview.because.REFERRAL" text: "Dit kan nog veranderen of en naar wie u verwijst." }
texts { id: "interview.because.SUBGROUP" text: "Dit kan nog veranderen welke groep past." }
texts { id: "interview.because.FINDING" text: "Dit kan nog een ander signaal veranderen." }
texts { id: "outcome.REFUSED" text: "Hierover wordt niets gezegd." }
texts { id: "outcome.ADVICE" text: "Er is advies." }
texts { id: "outcome.NOT_ENOUGH_KNOWN" text: "Er is nog te weinig bekend." }
texts { id: "outcome.NOTHING_TO_ADVISE" text: "Er is niets te adviseren." }
texts { id: "contradiction.ANSWER_AGAINST_IMPLICATION" text: "Een antwoord past niet bij een ander." }
texts { id: "contradiction.IMPLICATIONS_DISAGREE" text: "Uit de antwoorden volgt iets tegenstrijdigs." }
texts { id: "contradiction.NONE_BESIDE_OTHER" text: "Er is 'geen' gekozen en ook iets anders." }
texts { id: "contradiction.TOTAL_OUTSIDE_ITEMS" text: "Het totaal past niet bij de items." }
texts { id: "discrepancy.family" text: "Vragenlijsten over hetzelfde lopen uiteen." }
texts { id: "value.boolean.true" text: "ja" }
texts { id: "value.boolean.false" text: "nee" }
texts { id: "group.general.title" text: "Algemeen" }
texts { id: "fact.hours_sitting.label" text: "Uren zitten per dag" }
texts { id: "fact.hours_sitting.question" text: "Hoeveel uur zit u op een gewone dag?" }
texts { id: "finding.scope.title" text: "Waarvoor dit geldt" }
texts { id: "finding.scope.APPLIES" text: "Dit pakket geldt voor deze persoon." }
texts { id: "finding.scope.UNKNOWN" text: "Niet bekend." }
texts { id: "finding.SITS_LONG.title" text: "Lang zitten" }
texts { id: "finding.SITS_LONG.YES" text: "Zit lang op een dag." }
texts { id: "finding.SITS_LONG.NO" text: "Zit niet lang op een dag." }
texts { id: "advice.stand_up" text: "Sta elk uur even op." }
texts { id: "caveat.PARTIAL_KNOWLEDGE" text: "Niet alles wat gestuurd werd, is gelezen." }
)";

constexpr char kTextsEn[] = R"(# proto-file: baken/rules/v1/pack.proto
# proto-message: baken.rules.v1.TextFile
texts { id: "pack.title" text: "New pack" }
texts { id: "role.practitioner" text: "Practitioner" }
texts { id: "view.full" text: "Everything" }
texts { id: "urgency.U0" text: "No haste." }
texts { id: "urgency.U1" text: "Within some weeks." }
texts { id: "urgency.U2" text: "Within a week." }
texts { id: "urgency.U3" text: "Today." }
texts { id: "urgency.U4" text: "Now." }
texts { id: "urgency.U0.open" text: "No haste on what is known; more is not ruled out yet." }
texts { id: "urgency.U1.open" text: "Within some weeks; sooner is not ruled out yet." }
texts { id: "urgency.U2.open" text: "Within a week; sooner is not ruled out yet." }
texts { id: "urgency.U3.open" text: "Today; now is not ruled out yet." }
texts { id: "interview.because.URGENCY" text: "This can still change how soon something must happen." }
texts { id: "interview.because.REFERRAL" text: "This can still change whether and to whom to refer." }
texts { id: "interview.because.SUBGROUP" text: "This can still change which group fits." }
texts { id: "interview.because.FINDING" text: "This can still change another finding." }
texts { id: "outcome.REFUSED" text: "Nothing is said about this." }
texts { id: "outcome.ADVICE" text: "There is advice." }
texts { id: "outcome.NOT_ENOUGH_KNOWN" text: "Not enough is known yet." }
texts { id: "outcome.NOTHING_TO_ADVISE" text: "There is nothing to advise." }
texts { id: "contradiction.ANSWER_AGAINST_IMPLICATION" text: "One answer does not go with another." }
texts { id: "contradiction.IMPLICATIONS_DISAGREE" text: "The answers lead to things that do not go together." }
texts { id: "contradiction.NONE_BESIDE_OTHER" text: "'None' was chosen beside something else." }
texts { id: "contradiction.TOTAL_OUTSIDE_ITEMS" text: "The total does not go with the items." }
texts { id: "discrepancy.family" text: "Questionnaires about the same thing differ." }
texts { id: "value.boolean.true" text: "yes" }
texts { id: "value.boolean.false" text: "no" }
texts { id: "group.general.title" text: "General" }
texts { id: "fact.hours_sitting.label" text: "Hours of sitting a day" }
texts { id: "fact.hours_sitting.question" text: "How many hours do you sit on an ordinary day?" }
texts { id: "finding.scope.title" text: "What this is for" }
texts { id: "finding.scope.APPLIES" text: "This pack applies to this person." }
texts { id: "finding.scope.UNKNOWN" text: "Not known." }
texts { id: "finding.SITS_LONG.title" text: "Sitting long" }
texts { id: "finding.SITS_LONG.YES" text: "Sits long in a day." }
texts { id: "finding.SITS_LONG.NO" text: "Does not sit long in a day." }
texts { id: "advice.stand_up" text: "Stand up for a moment every hour." }
texts { id: "caveat.PARTIAL_KNOWLEDGE" text: "Not all that was sent has been read." }
)";

constexpr char kWording[] = R"(# proto-file: baken/rules/v1/wording.proto
# proto-message: baken.rules.v1.Wording
limits { sentence_words: 25 person_sentence_words: 15 person_sentence_words_mean: 12 card_characters: 140 }
banned { locale: "nl" patterns: "luilak*" reason: "blames" }
banned { locale: "en" patterns: "lazy" reason: "blames" }
)";

constexpr char kReadme[] = R"(# $ID $VERSION

What this pack is about, for whom, from which sources, who answers for it. Its house choices. What it does not cover.
)";

// A case around the bound of `long_sitting`.
std::string Case(const std::string& id, const std::string& hours, const std::string& level, const std::string& advice) {
  return "# proto-file: baken/rules/v1/case.proto\n# proto-message: baken.rules.v1.Case\nid: \"" + id +
         "\"\ntitle: \"Sits " + hours +
         " hours.\"\nrole: \"practitioner\"\nrequest {\n  evaluation_date: \"2026-01-01\"\n  answers { fact_id: "
         "\"hours_sitting\" value { integer: " +
         hours + " unit_code: \"h\" } }\n}\nexpected {\n  findings { finding: \"SITS_LONG\" supported: \"" + level +
         "\" }\n  " + advice + ": \"stand_up\"\n}\n";
}

}  // namespace

std::vector<TemplateFile> PackTemplate(const std::string& id, const std::string& version) {
  std::vector<TemplateFile> files = {{"pack.txtpb", kPack},
                                     {"facts/facts.txtpb", kFacts},
                                     {"findings/findings.txtpb", kFindings},
                                     {"actions/actions.txtpb", kActions},
                                     {"texts/nl/texts.txtpb", kTextsNl},
                                     {"texts/en/texts.txtpb", kTextsEn},
                                     {"wording.txtpb", kWording},
                                     {"cases/below_bound.txtpb", Case("below_bound", "7", "NO", "absent_advice")},
                                     {"cases/at_bound.txtpb", Case("at_bound", "8", "YES", "advice")},
                                     {"cases/above_bound.txtpb", Case("above_bound", "9", "YES", "advice")},
                                     {"README.md", kReadme}};
  for (TemplateFile& file : files) {
    file.content = absl::StrReplaceAll(file.content, {{"$ID", id}, {"$VERSION", version}});
  }
  return files;
}

}  // namespace baken
