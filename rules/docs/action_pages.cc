#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "rules/docs/pages.h"

namespace baken::docs_internal {
namespace {

void WriteReferral(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Referral& referral) {
  const Words& words = dictionary.words();
  const auto text = [&](absl::string_view part) {
    return dictionary.Text(absl::StrCat("referral.", referral.id(), ".", part));
  };
  auto article = html.In("article", {{"id", Anchor("referral", referral.id())}});
  WriteHeading(html, "h2", text("recipient"), referral.id());
  WriteBrief(html, dictionary, absl::StrCat("referral.", referral.id()));
  html.Element("p", text("why"));
  {
    auto list = html.In("dl");
    WriteTerm(html, words.when, [&](HtmlWriter& c) { WriteClause(c, ExplainTrigger(dictionary, referral.trigger())); });
    WriteTerm(html, words.urgency, [&](HtmlWriter& c) { WriteUrgency(c, dictionary, referral.urgency()); });
    WriteTerm(html, words.due, DueText(dictionary, referral));
    WriteTerm(html, words.send_along, text("send_along"));
    WriteTerm(html, words.meanwhile, text("meanwhile"));
    std::string contact = text("contact");
    if (!contact.empty() && !referral.contact_checked_date().empty()) {
      absl::StrAppend(&contact, " (", absl::Substitute(words.checked, referral.contact_checked_date()), ")");
    }
    WriteTerm(html, words.contact, contact);
    std::vector<std::string> roles;
    for (const std::string& role : referral.may_send_roles()) {
      roles.push_back(dictionary.Text(absl::StrCat("role.", role)));
    }
    WriteTerm(html, words.may_send, absl::StrJoin(roles, ", "));
    if (!referral.replaces().empty()) {
      WriteTerm(html, words.replaces, [&](HtmlWriter& cell) {
        std::vector<Phrase> links;
        for (const std::string& id : referral.replaces()) {
          links.push_back(
              {dictionary.Text(absl::StrCat("referral.", id, ".recipient")), Href("referrals", "referral", id)});
        }
        WriteLinks(cell, links);
      });
    }
  }
  WriteBasis(html, dictionary, referral.basis());
}

void WritePrompt(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::MonitoringPrompt& prompt) {
  const Words& words = dictionary.words();
  const std::string prefix = absl::StrCat("monitoring.", prompt.id());
  auto article = html.In("article", {{"id", Anchor("monitoring", prompt.id())}});
  WriteHeading(html, "h2", dictionary.Text(prefix + ".what"), prompt.id());
  WriteBrief(html, dictionary, prefix);
  {
    auto list = html.In("dl");
    WriteTerm(html, words.when, [&](HtmlWriter& c) { WriteClause(c, ExplainTrigger(dictionary, prompt.trigger())); });
    WriteTerm(html, words.due, DueText(dictionary, prompt));
    if (prompt.has_repeat_every()) WriteTerm(html, words.repeat, dictionary.Period(prompt.repeat_every()));
    WriteTerm(html, words.until, dictionary.Text(prefix + ".until"));
    WriteTerm(html, words.by_whom, dictionary.Text(prefix + ".who"));
  }
  WriteBasis(html, dictionary, prompt.basis());
}

template <typename Element>
std::vector<Cell> AdviceRow(const Dictionary& dictionary, const std::string& text_id, const Element& element,
                            const Clause& when) {
  return {[&dictionary, text_id, &element](HtmlWriter& cell) {
            cell.Element("p", dictionary.Text(text_id));
            cell.Element("span", element.id(), {{"class", "id"}});
          },
          [when](HtmlWriter& cell) { WriteClause(cell, when); },
          [&dictionary, &element](HtmlWriter& cell) { WriteBasis(cell, dictionary, element.basis()); }};
}

void WriteAdviceFor(HtmlWriter& html, const Dictionary& dictionary, v1::Audience audience, absl::string_view title) {
  const Words& words = dictionary.words();
  const auto& all = dictionary.pack().advice();
  if (std::none_of(all.begin(), all.end(), [&](const auto& advice) { return advice.audience() == audience; })) return;
  html.Element("h2", title);
  TableWriter table(html, "", {std::string(words.text), std::string(words.when), std::string(words.grounds)});
  for (const auto& advice : all) {
    if (advice.audience() != audience) continue;
    table.Row(AdviceRow(dictionary, absl::StrCat("advice.", advice.id()), advice,
                        ExplainTrigger(dictionary, advice.trigger())),
              Anchor("advice", advice.id()));
  }
}

}  // namespace

void WriteReferrals(HtmlWriter& html, const Dictionary& dictionary) {
  for (const auto& referral : dictionary.pack().referrals()) WriteReferral(html, dictionary, referral);
}

void WriteMonitoring(HtmlWriter& html, const Dictionary& dictionary) {
  for (const auto& prompt : dictionary.pack().monitoring_prompts()) WritePrompt(html, dictionary, prompt);
}

void WriteAdvice(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  WriteAdviceFor(html, dictionary, v1::AUDIENCE_CLINICIAN, words.for_clinician);
  WriteAdviceFor(html, dictionary, v1::AUDIENCE_PERSON, words.for_person);
  WriteAdviceFor(html, dictionary, v1::AUDIENCE_ORGANISATION, words.for_organisation);
  if (dictionary.pack().caveats().empty()) return;
  html.Element("h2", words.caveats);
  TableWriter table(html, "", {std::string(words.text), std::string(words.when), std::string(words.grounds)});
  for (const auto& caveat : dictionary.pack().caveats()) {
    table.Row(AdviceRow(dictionary, absl::StrCat("caveat.", caveat.id()), caveat, ExplainCaveat(dictionary, caveat)),
              Anchor("caveat", caveat.id()));
  }
}

}  // namespace baken::docs_internal
