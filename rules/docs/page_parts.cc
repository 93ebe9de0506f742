#include "rules/docs/page_parts.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace baken::docs_internal {
namespace {

HtmlWriter::Scope OpenTable(HtmlWriter& html) { return html.In("table", {{"role", "table"}}); }

void WriteHead(HtmlWriter& html, const Dictionary& dictionary, const std::string& title) {
  auto head = html.In("head");
  html.Void("meta", {{"charset", "utf-8"}});
  html.Void("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.Element("title", absl::StrCat(title, " · ", dictionary.Text("pack.title")));
  html.Void("link", {{"rel", "stylesheet"}, {"href", "baken.css"}});
}

void WriteTop(HtmlWriter& html, const Dictionary& dictionary, const Navigation& navigation, absl::string_view section) {
  const Words& words = dictionary.words();
  html.Element("a", words.skip, {{"class", "skip"}, {"href", "#main"}});
  auto header = html.In("header");
  {
    auto pack = html.In("p", {{"class", "pack"}});
    html.Text(dictionary.Text("pack.title"));
    html.Element("span", absl::StrCat(" ", dictionary.loaded().version()));
  }
  html.Element("p", words.awaiting, {{"class", "awaiting"}});
  auto nav = html.In("nav", {{"aria-label", std::string(words.parts_of_docs)}});
  auto list = html.In("ul");
  for (const NavigationItem& item : navigation) {
    auto entry = html.In("li");
    html.Element("a", item.title, {{"href", item.file}, {"aria-current", item.file == section ? "page" : ""}});
  }
}

void WriteFooter(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  auto footer = html.In("footer");
  html.Element("p", absl::StrCat(words.made_for, ". ", dictionary.loaded().id(), " ", dictionary.loaded().version(),
                                 ". ", words.digest, ": ", dictionary.loaded().digest()));
}

}  // namespace

std::string MakePage(const Dictionary& dictionary, const Navigation& navigation, absl::string_view section,
                     const std::string& title, const Body& body) {
  HtmlWriter html;
  {
    auto root = html.In("html", {{"lang", dictionary.locale()}});
    WriteHead(html, dictionary, title);
    auto page = html.In("body");
    WriteTop(html, dictionary, navigation, section);
    {
      auto main = html.In("main", {{"id", "main"}});
      html.Element("h1", title);
      body(html);
    }
    WriteFooter(html, dictionary);
  }
  return html.Finish();
}

Cell TextCell(std::string text) {
  return [text = std::move(text)](HtmlWriter& html) { html.Text(text); };
}

Cell LinkCell(std::string text, std::string href) {
  return [text = std::move(text), href = std::move(href)](HtmlWriter& html) { html.Link(text, href); };
}

// Roles are stated because a table set out as blocks (on a narrow screen) is no longer one to a screen reader.
TableWriter::TableWriter(HtmlWriter& html, absl::string_view caption, std::vector<std::string> headings)
    : html_(html), headings_(std::move(headings)), table_(OpenTable(html)), body_([&]() -> HtmlWriter::Scope {
        if (!caption.empty()) html.Element("caption", caption);
        {
          auto head = html.In("thead", {{"role", "rowgroup"}});
          auto row = html.In("tr", {{"role", "row"}});
          for (const std::string& heading : headings_) {
            html.Element("th", heading, {{"scope", "col"}, {"role", "columnheader"}});
          }
        }
        return html.In("tbody", {{"role", "rowgroup"}});
      }()) {}

void TableWriter::Row(const std::vector<Cell>& cells, const std::string& id) {
  auto row = html_.In("tr", {{"role", "row"}, {"id", id}});
  for (size_t i = 0; i < cells.size(); ++i) {
    const std::string label = i < headings_.size() ? headings_[i] : "";
    auto cell = i == 0 ? html_.In("th", {{"scope", "row"}, {"role", "rowheader"}, {"data-label", label}})
                       : html_.In("td", {{"role", "cell"}, {"data-label", label}});
    cells[i](html_);
  }
}

void WriteTerm(HtmlWriter& html, absl::string_view term, absl::string_view text) {
  if (text.empty()) return;
  html.Element("dt", term);
  html.Element("dd", text);
}

void WriteTerm(HtmlWriter& html, absl::string_view term, const Cell& content) {
  html.Element("dt", term);
  auto value = html.In("dd");
  content(html);
}

void WriteHeading(HtmlWriter& html, const char* level, const std::string& title, const std::string& id,
                  const std::string& language) {
  auto heading = html.In(level);
  html.Link(title, "", language);
  if (id.empty() || id == title) return;
  html.Text(" ");
  html.Element("span", id, {{"class", "id"}});
}

void WriteClause(HtmlWriter& html, const Clause& clause) {
  {
    auto line = html.In("p", {{"class", clause.parts.empty() ? "test" : "group"}});
    for (const Phrase& phrase : clause.phrases) html.Link(phrase.text, phrase.href, phrase.language);
  }
  if (clause.parts.empty()) return;
  auto list = html.In("ul", {{"class", "when"}});
  for (const Clause& part : clause.parts) {
    auto item = html.In("li");
    WriteClause(html, part);
  }
}

void WriteBasis(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Basis& basis) {
  const Words& words = dictionary.words();
  if (basis.house_rule() || basis.references_size() > 0) {
    auto line = html.In("p", {{"class", "basis"}});
    if (basis.house_rule()) html.Element("span", words.house_choice, {{"class", "mark"}});
    bool first = true;
    for (const auto& reference : basis.references()) {
      html.Text(first ? (basis.house_rule() ? " " : "") : "; ");
      first = false;
      html.Link(reference.source(), Href("sources", "source", reference.source()));
      if (!reference.locator().empty()) html.Text(absl::StrCat(" ", reference.locator()));
    }
  }
  if (basis.note().empty()) return;
  auto note = html.In("p", {{"class", "note"}});
  html.Element("strong", absl::StrCat(words.note, ":"));
  html.Text(" ");
  html.Element("span", basis.note(), {{"lang", dictionary.AuthorLanguage()}});
}

void WriteUrgency(HtmlWriter& html, const Dictionary& dictionary, v1::Urgency urgency) {
  const std::string code = UrgencyCode(urgency);
  if (code.empty()) return;
  html.Element("span", absl::StrCat(code, " · ", dictionary.UrgencyText(urgency)),
               {{"class", absl::StrCat("urgency ", code)}});
}

void WriteBrief(HtmlWriter& html, const Dictionary& dictionary, const std::string& element) {
  const std::string brief = dictionary.Text(element + ".brief");
  if (brief.empty()) return;
  html.Element("p", absl::StrCat(dictionary.words().in_brief, ": ", brief), {{"class", "soft"}});
}

void WriteLinks(HtmlWriter& html, const std::vector<Phrase>& links) {
  auto list = html.In("ul", {{"class", "plain"}});
  for (const Phrase& link : links) {
    auto item = html.In("li");
    html.Link(link.text, link.href, link.language);
  }
}

}  // namespace baken::docs_internal
