#include "client/cli/text/interview_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "client/cli/text/page.h"
#include "client/cli/text/sections.h"

namespace baken {
namespace {

constexpr InterviewWords kDutch = {
    .intro = "Er wordt alleen gevraagd wat nog iets kan veranderen.",
    .keys =
        "Antwoord en druk op Enter. Alleen Enter slaat de vraag over. Verder:\n"
        "  - (minteken): wil niet antwoorden\n"
        "  ? (vraagteken): waarom deze vraag\n"
        "  < (kleiner dan): terug naar de vorige vraag\n"
        "  s: hoe het er nu voor staat\n"
        "  h: deze toetsen\n"
        "  q: stoppen",
    .resumed = "Verder met $0 antwoorden die er al waren, voor de dag $1.",
    .topic = "Onderwerp: $0",
    .yes_no = "j = ja, n = nee",
    .number = "een getal van $0 tot en met $1",
    .one_of = "één nummer",
    .several = "een of meer nummers, met komma's ertussen",
    .none_of_these = "geen van deze",
    .not_understood = "Dat is geen antwoord op deze vraag.",
    .why = "$0 Het gaat om: $1.",
    .skipped = "Overgeslagen.",
    .declined = "Genoteerd: wil niet antwoorden.",
    .nothing_before = "Er is niets om naar terug te gaan.",
    .back = "Terug: het antwoord op '$0' is weggehaald.",
    .back_to_skipped = "Terug naar '$0', die was overgeslagen.",
    .back_to_earlier = "Terug: het laatste antwoord van eerder is weggehaald.",
    .urgency = "Spoed nu $0; kan nog worden: $1.",
    .urgency_settled = "Spoed $0, dat staat vast.",
    .is_settled = "Spoed $0, verwijzing $1, groep $2.",
    .settled_word = "staat vast",
    .open_word = "nog open",
    .referrals = "Verwijzing op wat bekend is: $0.",
    .no_referrals = "Geen verwijzing op wat bekend is.",
    .settled = "Genoeg bekend: wat er nog open is, verandert spoed, verwijzing en groep niet meer.",
    .only_declined = "Er is niets meer te vragen. Wat niet beantwoord is, kan nog iets veranderen.",
    .stopped = "Gestopt; er zijn nog vragen open.",
    .saved = "Antwoorden bewaard in $0.",
    .asked = "Gevraagd: $0.",
    .counts = "Beantwoord: $0. Overgeslagen: $1. Nog open: $2.",
};

constexpr InterviewWords kEnglish = {
    .intro = "Only what can still change something is asked.",
    .keys =
        "Answer and press Enter. Enter alone skips the question. Besides:\n"
        "  - (minus): declines to answer\n"
        "  ? (question mark): why this question\n"
        "  < (less than): back to the question before\n"
        "  s: how it stands now\n"
        "  h: these keys\n"
        "  q: stop",
    .resumed = "Going on from $0 answers that were there, for the day $1.",
    .topic = "Topic: $0",
    .yes_no = "y = yes, n = no",
    .number = "a number from $0 to $1",
    .one_of = "one number",
    .several = "one or more numbers, separated by commas",
    .none_of_these = "none of these",
    .not_understood = "That is no answer to this question.",
    .why = "$0 It is about: $1.",
    .skipped = "Skipped.",
    .declined = "Noted: declines to answer.",
    .nothing_before = "There is nothing to go back to.",
    .back = "Back: the answer to '$0' was taken away.",
    .back_to_skipped = "Back to '$0', which was skipped.",
    .back_to_earlier = "Back: the last answer of before was taken away.",
    .urgency = "Urgency now $0; can still become: $1.",
    .urgency_settled = "Urgency $0, which is settled.",
    .is_settled = "Urgency $0, referral $1, group $2.",
    .settled_word = "settled",
    .open_word = "still open",
    .referrals = "Referral on what is known: $0.",
    .no_referrals = "No referral on what is known.",
    .settled = "Enough is known: what is still open changes urgency, referral and group no more.",
    .only_declined = "Nothing is left to ask. What was not answered can still change something.",
    .stopped = "Stopped; questions are still open.",
    .saved = "Answers kept in $0.",
    .asked = "Asked: $0.",
    .counts = "Answered: $0. Skipped: $1. Still open: $2.",
};

std::string UnitText(const v1::FactDescription& fact) {
  return fact.unit_codes().empty() ? "" : absl::StrCat(" ", fact.unit_codes(0));
}

std::string HowText(const v1::FactDescription& fact, const InterviewWords& words) {
  switch (fact.kind()) {
    case v1::FACT_KIND_BOOLEAN:
      return std::string(words.yes_no);
    case v1::FACT_KIND_INTEGER:
    case v1::FACT_KIND_DECIMAL:
      return absl::Substitute(words.number, fact.minimum(), absl::StrCat(fact.maximum(), UnitText(fact)));
    default:
      return std::string(fact.kind() == v1::FACT_KIND_ONE_OF ? words.one_of : words.several);
  }
}

}  // namespace

const InterviewWords& InterviewWordsFor(absl::string_view locale) { return locale == "nl" ? kDutch : kEnglish; }

std::string QuestionText(const v1::Question& question, const InterviewWords& words) {
  const v1::FactDescription& fact = question.fact();
  std::string text = absl::StrCat(WithoutControls(fact.question().text()), "\n");
  if (fact.has_help()) absl::StrAppend(&text, "  ", WithoutControls(fact.help().text()), "\n");
  for (int i = 0; i < fact.codes_size(); ++i) {
    absl::StrAppend(&text, "  ", i + 1, ". ", WithoutControls(fact.codes(i).label().text()), "\n");
  }
  if (fact.kind() == v1::FACT_KIND_SET_OF && fact.none_code().empty()) {
    absl::StrAppend(&text, "  0. ", words.none_of_these, "\n");
  }
  return absl::StrCat(text, "  (", HowText(fact, words), ")\n");
}

std::string WhyLine(const v1::Question& question, const InterviewWords& words) {
  const auto title = [](std::string* out, const v1::LocalizedText& text) { out->append(WithoutControls(text.text())); };
  return absl::StrCat(absl::Substitute(words.why, WithoutControls(question.because().text()),
                                       absl::StrJoin(question.finding_titles(), ", ", title)),
                      "\n");
}

std::string UrgencyLine(const v1::NextQuestions& next, const InterviewWords& words) {
  if (!next.has_settlement()) return "";
  const v1::Settlement& settlement = next.settlement();
  const std::string now = cli_internal::UrgencyName(settlement.urgency_supported());
  const std::string line =
      settlement.urgency_settled()
          ? absl::Substitute(words.urgency_settled, now)
          : absl::Substitute(words.urgency, now, cli_internal::UrgencyName(settlement.urgency_attainable()));
  return absl::StrCat(line, " ", WithoutControls(next.urgency_statement().text()), "\n");
}

std::string SettledLine(const v1::Settlement& settlement, const InterviewWords& words) {
  const auto word = [&](bool settled) { return settled ? words.settled_word : words.open_word; };
  return absl::StrCat(absl::Substitute(words.is_settled, word(settlement.urgency_settled()),
                                       word(settlement.referrals_settled()), word(settlement.subgroups_settled())),
                      "\n");
}

std::string ReferralsLine(const v1::Assessment& assessment, const InterviewWords& words) {
  if (assessment.referrals().empty()) return absl::StrCat(words.no_referrals, "\n");
  const auto recipient = [](std::string* out, const auto& referral) {
    out->append(WithoutControls(referral.recipient().text()));
  };
  return absl::StrCat(absl::Substitute(words.referrals, absl::StrJoin(assessment.referrals(), "; ", recipient)), "\n");
}

}  // namespace baken
