#include <map>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/substitute.h"
#include "rules/docs/house_choices.h"
#include "rules/docs/pages.h"

namespace baken::docs_internal {
namespace {

void WriteParameters(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  if (dictionary.pack().parameters().empty()) return;
  html.Element("h2", words.parameters);
  TableWriter table(
      html, "",
      {std::string(words.element), std::string(words.value), std::string(words.bounds), std::string(words.grounds)});
  for (const auto& parameter : dictionary.pack().parameters()) {
    const std::string bounds = parameter.minimum().empty()
                                   ? std::string(words.fixed)
                                   : absl::Substitute(words.adjustable, dictionary.Number(parameter.minimum()),
                                                      dictionary.Number(parameter.maximum(), parameter.unit_code()));
    table.Row({[&](HtmlWriter& cell) {
                 // The id is what a site profile names it by.
                 cell.Element("span", dictionary.ParameterName(parameter.id()), {{"title", parameter.id()}});
               },
               TextCell(dictionary.Number(parameter.value(), parameter.unit_code())), TextCell(bounds),
               [&](HtmlWriter& cell) { WriteBasis(cell, dictionary, parameter.basis()); }},
              Anchor("parameter", parameter.id()));
  }
}

// Numbers that stand in a rule are changed there; of these a site may choose within the bounds.
void WriteDueTimes(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  const auto& pack = dictionary.pack();
  std::vector<std::vector<Cell>> rows;
  const auto add = [&](const auto& action, const char* kind, const char* part) {
    if (!action.has_earliest()) return;
    rows.push_back(
        {LinkCell(dictionary.Text(absl::StrCat(kind, ".", action.id(), part)), Href(PlaceOf(kind), kind, action.id())),
         TextCell(dictionary.Period(action.due())),
         TextCell(absl::Substitute(words.adjustable, dictionary.Period(action.earliest()),
                                   dictionary.Period(action.latest())))});
  };
  for (const auto& referral : pack.referrals()) add(referral, "referral", ".recipient");
  for (const auto& prompt : pack.monitoring_prompts()) add(prompt, "monitoring", ".what");
  if (rows.empty()) return;
  html.Element("h2", words.due_times);
  TableWriter table(html, "", {std::string(words.element), std::string(words.due), std::string(words.bounds)});
  for (const auto& row : rows) table.Row(row);
}

void WriteChoiceTables(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  std::map<absl::string_view, int> counts;
  const std::vector<HouseChoice> choices = FindHouseChoices(dictionary);
  for (const HouseChoice& choice : choices) ++counts[choice.kind];
  for (size_t i = 0; i < choices.size();) {
    const absl::string_view kind = choices[i].kind;
    html.Element("h2", absl::StrCat(TitleOf(words, kind), " (", counts[kind], ")"));
    TableWriter table(html, "", {std::string(words.element), std::string(words.grounds)});
    for (; i < choices.size() && choices[i].kind == kind; ++i) {
      const HouseChoice& choice = choices[i];
      table.Row({LinkCell(choice.name, choice.href), [&](HtmlWriter& cell) {
                   if (!choice.setting.empty()) cell.Element("p", choice.setting);
                   WriteBasis(cell, dictionary, *choice.basis);
                 }});
    }
  }
}

// Where an element named in coverage is described; empty for kinds that have no place of their own.
std::string ElementHref(const std::string& element) {
  const std::vector<std::string> parts = absl::StrSplit(element, '.');
  if (parts.size() < 2) return "";
  const std::string& id = parts[1];
  if (parts[0] == "finding") {
    return parts.size() > 2 ? absl::StrCat(FindingPage(id), "#level-", parts[2]) : FindingPage(id);
  }
  const absl::string_view file = PlaceOf(parts[0]);
  return file.empty() ? "" : Href(file, parts[0], id);
}

}  // namespace

int CountChoices(const Dictionary& dictionary) {
  return static_cast<int>(FindHouseChoices(dictionary).size()) + dictionary.pack().parameters_size();
}

void WriteChoices(HtmlWriter& html, const Dictionary& dictionary) {
  html.Element("p", dictionary.words().choices_intro, {{"class", "lead"}});
  WriteParameters(html, dictionary);
  WriteDueTimes(html, dictionary);
  WriteChoiceTables(html, dictionary);
}

void WriteSources(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  TableWriter table(html, "", {std::string(words.id), std::string(words.sources), std::string(words.citation)});
  for (const auto& source : dictionary.pack().sources()) {
    const bool address = absl::StartsWith(source.identifier(), "http");
    table.Row({[&](HtmlWriter& cell) {
                 cell.Element("span", source.id(), {{"class", "id"}});
               },
               TextCell(source.citation()), LinkCell(source.identifier(), address ? source.identifier() : "")},
              Anchor("source", source.id()));
  }
}

void WriteQuestions(HtmlWriter& html, const std::vector<std::string>& questions) {
  auto list = html.In("ol", {{"class", "plain"}});
  for (const std::string& question : questions) html.Element("li", question);
}

void WriteCoverage(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Coverage& coverage) {
  const Words& words = dictionary.words();
  html.Element("p", words.coverage_intro, {{"class", "lead"}});
  TableWriter table(html, "", {std::string(words.id), std::string(words.topic), std::string(words.carried_by)});
  for (const auto& entry : coverage.entries()) {
    table.Row({[&](HtmlWriter& cell) {
                 cell.Text(absl::StrCat(entry.id(), " "));
                 cell.Element("span", entry.locator(), {{"class", "soft"}});
               },
               TextCell(entry.topic()),
               [&](HtmlWriter& cell) {
                 std::vector<Phrase> links;
                 for (const std::string& element : entry.elements()) links.push_back({element, ElementHref(element)});
                 if (!links.empty()) WriteLinks(cell, links);
                 if (!entry.background().empty()) cell.Text(absl::StrCat(words.background, ": ", entry.background()));
                 if (!entry.not_implemented().empty()) {
                   cell.Text(absl::StrCat(words.not_implemented, ": ", entry.not_implemented()));
                 }
               }},
              Anchor("item", entry.id()));
  }
}

}  // namespace baken::docs_internal
