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
    .keys = "Enter: overslaan · -: wil niet antwoorden · ?: waarom deze vraag · <: terug · s: stand · q: stoppen",
    .yes_no = "j = ja, n = nee",
    .number = "een getal van $0 tot en met $1",
    .one_of = "één nummer",
    .several = "een of meer nummers, met komma's ertussen",
    .not_understood = "Dat is geen antwoord op deze vraag.",
    .why = "$0 Het gaat om: $1.",
    .nothing_before = "Er is niets om naar terug te gaan.",
    .back = "Terug: het antwoord op '$0' is weggehaald.",
    .urgency = "Spoed nu $0; kan nog worden: $1.",
    .settled = "Genoeg bekend: wat er nog open is, verandert spoed, verwijzing en groep niet meer.",
    .only_declined = "Er is niets meer te vragen. Wat niet beantwoord is, kan nog iets veranderen.",
    .stopped = "Gestopt; er zijn nog vragen open.",
    .saved = "Antwoorden bewaard in $0.",
    .asked = "Gevraagd: $0.",
    .open = "Nog open: $0.",
};

constexpr InterviewWords kEnglish = {
    .intro = "Only what can still change something is asked.",
    .keys = "Enter: skip · -: declines to answer · ?: why this question · <: back · s: state · q: stop",
    .yes_no = "y = yes, n = no",
    .number = "a number from $0 to $1",
    .one_of = "one number",
    .several = "one or more numbers, separated by commas",
    .not_understood = "That is no answer to this question.",
    .why = "$0 It is about: $1.",
    .nothing_before = "There is nothing to go back to.",
    .back = "Back: the answer to '$0' was taken away.",
    .urgency = "Urgency now $0; can still become: $1.",
    .settled = "Enough is known: what is still open changes urgency, referral and group no more.",
    .only_declined = "Nothing is left to ask. What was not answered can still change something.",
    .stopped = "Stopped; questions are still open.",
    .saved = "Answers kept in $0.",
    .asked = "Asked: $0.",
    .open = "Still open: $0.",
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
  return absl::StrCat(text, "  (", HowText(fact, words), ")\n");
}

std::string UrgencyLine(const v1::NextQuestions& next, const InterviewWords& words) {
  const v1::Settlement& settlement = next.settlement();
  return absl::StrCat(absl::Substitute(words.urgency, cli_internal::UrgencyName(settlement.urgency_supported()),
                                       cli_internal::UrgencyName(settlement.urgency_attainable())),
                      " ", WithoutControls(next.urgency_statement().text()), "\n");
}

}  // namespace baken
