#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/docs/pages.h"

namespace baken::docs_internal {
namespace {

// What a section draws from the answer, by name.
std::vector<Phrase> DrawnLines(const Dictionary& dictionary, const rules::v1::DocumentSection& section) {
  const Words& words = dictionary.words();
  std::vector<Phrase> lines;
  for (const std::string& id : section.facts()) {
    lines.push_back({dictionary.FactLabel(id), Href("facts", "fact", id)});
  }
  for (const std::string& id : section.scales()) {
    lines.push_back({dictionary.ScaleTitle(id), Href("instruments", "scale", id)});
  }
  if (section.urgency()) lines.push_back({std::string(words.urgency)});
  for (int category : section.finding_categories()) {
    lines.push_back(
        {absl::StrCat(words.findings, ": ", dictionary.CategoryName(static_cast<v1::FindingCategory>(category)))});
  }
  for (const std::string& id : section.findings()) lines.push_back({dictionary.FindingTitle(id), FindingPage(id)});
  if (section.contradictions()) lines.push_back({std::string(words.contradictions)});
  if (section.referrals()) lines.push_back({std::string(words.referrals), "referrals.html"});
  if (section.monitoring()) lines.push_back({std::string(words.monitoring), "monitoring.html"});
  for (int audience : section.advice()) {
    absl::string_view whom = words.for_clinician;
    if (audience == v1::AUDIENCE_PERSON) whom = words.for_person;
    if (audience == v1::AUDIENCE_ORGANISATION) whom = words.for_organisation;
    lines.push_back({absl::StrCat(words.advice, ": ", whom), "advice.html"});
  }
  if (section.codings()) lines.push_back({std::string(words.codes)});
  if (section.open_facts()) lines.push_back({std::string(words.open_facts)});
  for (const std::string& id : section.not_asked()) {
    lines.push_back({absl::StrCat(words.if_not_asked, ": ", dictionary.FactLabel(id)), Href("facts", "fact", id)});
  }
  return lines;
}

void WriteSection(HtmlWriter& html, const Dictionary& dictionary, const std::string& prefix,
                  const rules::v1::DocumentSection& section) {
  html.Element("h3", dictionary.Text(prefix + ".heading"));
  for (const auto& entry : section.entries()) {
    html.Element("p", dictionary.Text(absl::StrCat(prefix, ".", entry.id())));
    if (entry.has_trigger()) WriteClause(html, ExplainTrigger(dictionary, entry.trigger()));
    WriteBasis(html, dictionary, entry.basis());
  }
  const std::vector<Phrase> lines = DrawnLines(dictionary, section);
  if (!lines.empty()) WriteLinks(html, lines);
}

// The views that hold a document, and who may ask for them.
std::string ViewsThatHold(const Dictionary& dictionary, const std::string& document) {
  std::vector<std::string> names;
  for (const auto& view : dictionary.pack().header().views()) {
    for (const std::string& id : view.documents()) {
      if (id == document) names.push_back(dictionary.Text(absl::StrCat("view.", view.id())));
    }
  }
  return absl::StrJoin(names, ", ");
}

void WriteType(HtmlWriter& html, const Dictionary& dictionary, const std::string& prefix,
               const rules::v1::ProfileType& type) {
  const Words& words = dictionary.words();
  html.Element("h3", dictionary.Text(prefix + ".title"));
  const std::string note = dictionary.Text(prefix + ".note");
  if (!note.empty()) html.Element("p", note);
  if (type.never_given()) html.Element("p", words.never_given, {{"class", "soft"}});
  WriteBasis(html, dictionary, type.basis());
  if (type.features().empty()) return;
  TableWriter table(html, "", {std::string(words.text), std::string(words.condition)});
  for (const auto& feature : type.features()) {
    table.Row({TextCell(dictionary.Text(absl::StrCat(prefix, ".", feature.id()))), [&](HtmlWriter& cell) {
                 WriteClause(cell, ExplainCondition(dictionary, feature.when()));
                 WriteBasis(cell, dictionary, feature.basis());
               }});
  }
}

}  // namespace

void WriteDocuments(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  for (const auto& document : dictionary.pack().documents()) {
    const std::string prefix = absl::StrCat("document.", document.id());
    auto article = html.In("article", {{"id", Anchor("document", document.id())}});
    WriteHeading(html, "h2", dictionary.Text(prefix + ".title"), document.id());
    if (document.discreet()) html.Element("p", words.discreet, {{"class", "note"}});
    const std::string views = ViewsThatHold(dictionary, document.id());
    if (!views.empty()) html.Element("p", absl::StrCat(words.views, ": ", views), {{"class", "soft"}});
    WriteBasis(html, dictionary, document.basis());
    for (const auto& section : document.sections()) {
      WriteSection(html, dictionary, absl::StrCat(prefix, ".", section.id()), section);
    }
  }
}

void WriteProfiles(HtmlWriter& html, const Dictionary& dictionary) {
  html.Element("p", dictionary.words().profiles_intro, {{"class", "lead"}});
  for (const auto& profile : dictionary.pack().profiles()) {
    const std::string prefix = absl::StrCat("profile.", profile.id());
    auto article = html.In("article", {{"id", Anchor("profile", profile.id())}});
    WriteHeading(html, "h2", dictionary.Text(prefix + ".title"), profile.id());
    html.Element("p", dictionary.Text(prefix + ".note"));
    WriteBasis(html, dictionary, profile.basis());
    for (const auto& type : profile.types()) {
      WriteType(html, dictionary, absl::StrCat(prefix, ".", type.id()), type);
    }
  }
}

}  // namespace baken::docs_internal
