#include "absl/strings/str_cat.h"
#include "rules/docs/pages.h"

namespace baken::docs_internal {
namespace {

// The label of the code that stands for none, where the fact has one.
std::string NoneText(const Dictionary& dictionary, const rules::v1::Fact* fact) {
  const std::string code = fact == nullptr ? "" : dictionary.NoneCode(*fact);
  return code.empty() ? std::string(dictionary.words().none) : dictionary.CodeLabel(*fact, code);
}

std::string ConclusionText(const Dictionary& dictionary, const rules::v1::Conclusion& conclusion) {
  const Words& words = dictionary.words();
  const rules::v1::Fact* fact = dictionary.facts.Find(conclusion.fact());
  std::string value(conclusion.boolean() ? words.yes : words.no);
  if (conclusion.has_number()) {
    value = dictionary.Number(conclusion.number(), fact == nullptr ? "" : fact->number().unit_code());
  }
  if (conclusion.has_none()) value = NoneText(dictionary, fact);
  if (fact != nullptr && conclusion.has_code()) value = dictionary.CodeLabel(*fact, conclusion.code());
  if (fact != nullptr && conclusion.has_includes()) value = dictionary.CodeLabel(*fact, conclusion.includes());
  return absl::StrCat(dictionary.FactLabel(conclusion.fact()), ": ", value);
}

void WriteImplications(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  if (dictionary.pack().implications().empty()) return;
  html.Element("h2", words.implications);
  TableWriter table(html, "", {std::string(words.condition), std::string(words.then), std::string(words.grounds)});
  for (const auto& implication : dictionary.pack().implications()) {
    table.Row({[&](HtmlWriter& cell) { WriteClause(cell, ExplainCondition(dictionary, implication.when())); },
               [&](HtmlWriter& cell) {
                 for (const auto& conclusion : implication.then()) {
                   auto line = cell.In("p");
                   cell.Link(ConclusionText(dictionary, conclusion), Href("facts", "fact", conclusion.fact()));
                 }
                 if (implication.skip_rule()) cell.Element("p", words.skip_rule, {{"class", "soft"}});
               },
               [&](HtmlWriter& cell) {
                 cell.Element("span", implication.id(), {{"class", "id"}});
                 WriteBasis(cell, dictionary, implication.basis());
               }},
              Anchor("implication", implication.id()));
  }
}

void WriteImpossible(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  if (dictionary.pack().impossible().empty()) return;
  html.Element("h2", words.impossible);
  TableWriter table(html, "", {std::string(words.text), std::string(words.condition), std::string(words.grounds)});
  for (const auto& impossible : dictionary.pack().impossible()) {
    table.Row({TextCell(dictionary.Text(absl::StrCat("impossible.", impossible.id()))),
               [&](HtmlWriter& cell) { WriteClause(cell, ExplainCondition(dictionary, impossible.when())); },
               [&](HtmlWriter& cell) {
                 cell.Element("span", impossible.id(), {{"class", "id"}});
                 WriteBasis(cell, dictionary, impossible.basis());
               }},
              Anchor("impossible", impossible.id()));
  }
}

}  // namespace

void WriteFamily(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Family& family) {
  const Words& words = dictionary.words();
  TableWriter table(html, "", {std::string(words.instruments), std::string(words.positive)});
  for (const auto& member : family.members()) {
    table.Row({LinkCell(dictionary.ScaleTitle(member.scale()), Href("instruments", "scale", member.scale())),
               [&](HtmlWriter& cell) { WriteClause(cell, ExplainCondition(dictionary, member.positive_when())); }});
  }
}

void WriteCriteria(HtmlWriter& html, const Dictionary& dictionary) {
  html.Element("p", dictionary.words().criteria_intro, {{"class", "lead"}});
  for (const auto& criterion : dictionary.pack().criteria()) {
    auto article = html.In("article", {{"id", Anchor("criterion", criterion.id())}});
    WriteHeading(html, "h2", dictionary.CriterionName(criterion.id()), criterion.id());
    WriteClause(html, ExplainCondition(dictionary, criterion.when()));
    WriteBasis(html, dictionary, criterion.basis());
  }
  WriteImplications(html, dictionary);
  WriteImpossible(html, dictionary);
}

}  // namespace baken::docs_internal
