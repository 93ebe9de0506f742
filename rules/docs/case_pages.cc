#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "rules/docs/pages.h"

namespace baken::docs_internal {
namespace {

std::string AnswerText(const Dictionary& dictionary, const v1::Answer& answer) {
  const Words& words = dictionary.words();
  const rules::v1::Fact* fact = dictionary.facts.Find(answer.fact_id());
  const std::string label = fact == nullptr ? answer.fact_id() : dictionary.FactLabel(fact->id());
  const std::string day = answer.effective_date().empty()
                              ? ""
                              : absl::StrCat(" (", absl::Substitute(words.established, answer.effective_date()), ")");
  if (answer.has_declined()) return absl::StrCat(label, ": ", words.declined, day);
  const v1::FactValue& value = answer.value();
  std::string text(value.boolean() ? words.yes : words.no);
  if (value.kind_case() == v1::FactValue::kInteger) {
    text = dictionary.Number(absl::StrCat(value.integer()), value.unit_code());
  }
  if (value.kind_case() == v1::FactValue::kDecimal) {
    text = dictionary.Number(absl::StrFormat("%.15g", value.decimal()), value.unit_code());
  }
  if (fact != nullptr && value.kind_case() == v1::FactValue::kCode) text = dictionary.CodeLabel(*fact, value.code());
  if (value.has_code_set()) {
    std::vector<std::string> labels;
    for (const std::string& code : value.code_set().codes()) {
      const std::string known = fact == nullptr ? "" : dictionary.CodeLabel(*fact, code);
      labels.push_back(known.empty() ? code : known);
    }
    text = absl::StrJoin(labels, ", ");
    if (value.code_set().completeness() == v1::COMPLETENESS_PARTIAL) text += ", …";
  }
  return absl::StrCat(label, ": ", text, day);
}

// Everything a case pins, and what it forbids.
std::vector<Phrase> ExpectedLines(const Dictionary& dictionary, const rules::v1::Expectation& expected) {
  const Words& words = dictionary.words();
  std::vector<Phrase> lines;
  const auto add = [&lines](absl::string_view kind, const std::string& text, const std::string& href) {
    lines.push_back({absl::StrCat(kind, ": ", text), href});
  };
  const auto referral = [&dictionary](const std::string& id) {
    return dictionary.Text(absl::StrCat("referral.", id, ".recipient"));
  };
  const auto denied = [&words](const std::string& text) { return absl::Substitute(words.not_value, text); };
  if (expected.outcome() != v1::OUTCOME_UNSPECIFIED) {
    const std::string name = v1::Outcome_Name(expected.outcome());
    lines.push_back({dictionary.Text(absl::StrCat("outcome.", name.substr(std::string("OUTCOME_").size())))});
  }
  if (expected.urgency() != v1::URGENCY_UNSPECIFIED) add(words.urgency, UrgencyCode(expected.urgency()), "");
  if (expected.attainable_urgency() != v1::URGENCY_UNSPECIFIED) {
    add(words.urgency, absl::StrCat(words.attainable, " ", UrgencyCode(expected.attainable_urgency())), "");
  }
  for (const auto& finding : expected.findings()) {
    std::string levels = finding.supported();
    if (!finding.attainable().empty()) {
      absl::StrAppend(&levels, " (", words.attainable, " ", absl::StrJoin(finding.attainable(), ", "), ")");
    }
    add(dictionary.FindingTitle(finding.finding()), levels, FindingPage(finding.finding()));
  }
  for (const std::string& id : expected.referrals()) {
    add(words.referrals, referral(id), Href("referrals", "referral", id));
  }
  for (const std::string& id : expected.absent_referrals()) {
    add(words.referrals, denied(referral(id)), Href("referrals", "referral", id));
  }
  for (const std::string& id : expected.monitoring_prompts()) {
    add(words.monitoring, dictionary.Text(absl::StrCat("monitoring.", id, ".what")),
        Href("monitoring", "monitoring", id));
  }
  for (const std::string& id : expected.advice()) {
    add(words.advice, dictionary.Text(absl::StrCat("advice.", id)), Href("advice", "advice", id));
  }
  for (const std::string& id : expected.absent_advice()) {
    add(words.advice, denied(dictionary.Text(absl::StrCat("advice.", id))), Href("advice", "advice", id));
  }
  if (!expected.flags().empty()) add(words.flags, absl::StrJoin(expected.flags(), ", "), "");
  if (expected.flags_exact()) add(words.flags, std::string(words.no_other_flags), "");
  if (!expected.absent_flags().empty()) add(words.flags, denied(absl::StrJoin(expected.absent_flags(), ", ")), "");
  for (const std::string& id : expected.open_facts()) {
    add(words.open_facts, dictionary.FactLabel(id), Href("facts", "fact", id));
  }
  if (expected.nothing_asked()) add(words.open_facts, std::string(words.nothing_asked), "");
  if (!expected.contradictions().empty()) add(words.contradictions, absl::StrJoin(expected.contradictions(), ", "), "");
  return lines;
}

void WriteCase(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Case& example) {
  const Words& words = dictionary.words();
  auto article = html.In("article", {{"id", Anchor("case", example.id())}});
  WriteHeading(html, "h2", example.title(), example.id(), dictionary.AuthorLanguage());
  if (!example.note().empty()) {
    html.Element("p", example.note(), {{"class", "soft"}, {"lang", dictionary.AuthorLanguage()}});
  }
  auto list = html.In("dl");
  WriteTerm(html, words.role, dictionary.Text(absl::StrCat("role.", example.role())));
  std::vector<std::string> answers;
  for (const auto& answer : example.request().answers()) answers.push_back(AnswerText(dictionary, answer));
  WriteTerm(html, words.answered, absl::StrJoin(answers, "; "));
  const std::vector<Phrase> lines = ExpectedLines(dictionary, example.expected());
  if (!lines.empty()) WriteTerm(html, words.expected, [&](HtmlWriter& cell) { WriteLinks(cell, lines); });
}

}  // namespace

void WriteCases(HtmlWriter& html, const Dictionary& dictionary) {
  html.Element("p", dictionary.words().cases_intro, {{"class", "lead"}});
  for (const auto& example : dictionary.loaded().cases()) WriteCase(html, dictionary, example);
}

}  // namespace baken::docs_internal
