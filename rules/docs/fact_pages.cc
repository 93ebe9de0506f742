#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "rules/docs/pages.h"

namespace baken::docs_internal {
namespace {

std::string NumberAnswers(const Dictionary& dictionary, const rules::v1::NumberType& number) {
  std::string text = absl::Substitute(dictionary.words().whole_or_step, dictionary.Number(number.minimum()),
                                      dictionary.Number(number.maximum(), number.unit_code()),
                                      dictionary.Number(number.step().empty() ? "1" : number.step()));
  std::vector<std::string> others;
  for (const auto& unit : number.other_units()) others.push_back(dictionary.UnitName(unit.unit_code()));
  if (!others.empty()) absl::StrAppend(&text, ". ", dictionary.words().other_units, ": ", absl::StrJoin(others, ", "));
  return text;
}

void WriteCodes(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Fact& fact) {
  const Words& words = dictionary.words();
  if (fact.has_set_of()) html.Element("p", words.several_possible, {{"class", "soft"}});
  const std::string none = dictionary.NoneCode(fact);
  auto list = html.In("ul", {{"class", "plain"}});
  for (const std::string& code : dictionary.Codes(fact)) {
    auto item = html.In("li");
    html.Text(absl::StrCat(dictionary.CodeLabel(fact, code), " "));
    html.Element("span", code, {{"class", "id"}});
    if (code == none) html.Element("span", absl::StrCat(" (", words.none_code, ")"), {{"class", "soft"}});
  }
}

void WriteCodeTable(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::ExternalCodesType& codes) {
  const rules::v1::Fact* target = dictionary.facts.Find(codes.target_fact());
  html.Element("p", codes.system(), {{"class", "id"}});
  auto list = html.In("ul", {{"class", "plain"}});
  for (const auto& line : codes.prefixes()) {
    std::vector<std::string> labels;
    for (const std::string& code : line.codes()) {
      labels.push_back(target == nullptr ? code : dictionary.CodeLabel(*target, code));
    }
    html.Element("li", absl::StrCat(line.prefix(), "…: ", absl::StrJoin(labels, ", ")));
  }
}

void WriteAnswers(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Fact& fact) {
  const Words& words = dictionary.words();
  if (fact.has_boolean()) html.Text(absl::StrCat(words.yes, ", ", words.no));
  if (fact.has_number()) html.Text(NumberAnswers(dictionary, fact.number()));
  if (fact.has_one_of() || fact.has_set_of()) WriteCodes(html, dictionary, fact);
  if (fact.has_external_codes()) WriteCodeTable(html, dictionary, fact.external_codes());
}

void WriteFact(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Fact& fact) {
  const Words& words = dictionary.words();
  auto article = html.In("article", {{"id", Anchor("fact", fact.id())}});
  WriteHeading(html, "h3", dictionary.FactLabel(fact.id()), fact.id());
  WriteBrief(html, dictionary, absl::StrCat("fact.", fact.id()));
  if (fact.danger() != rules::v1::DANGER_ORDER_UNSPECIFIED)
    html.Element("span", words.danger, {{"class", "urgency U3"}});
  {
    auto list = html.In("dl");
    WriteTerm(html, words.question, dictionary.Text(absl::StrCat("fact.", fact.id(), ".question")));
    WriteTerm(html, words.answers, [&](HtmlWriter& cell) { WriteAnswers(cell, dictionary, fact); });
    WriteTerm(html, words.help, dictionary.Text(absl::StrCat("fact.", fact.id(), ".help")));
  }
  if (fact.derived()) html.Element("p", words.derived);
  WriteBasis(html, dictionary, fact.basis());
}

void WriteBands(HtmlWriter& html, const rules::v1::Scale& scale) {
  auto list = html.In("ul", {{"class", "plain"}});
  for (const auto& band : scale.bands()) {
    auto item = html.In("li");
    html.Text(absl::StrCat("[", band.minimum(), ", ", band.maximum(), "] "));
    html.Element("span", band.id(), {{"class", "id"}});
  }
}

std::string PointsText(const Dictionary& dictionary, const rules::v1::ScaleItem& item) {
  const Words& words = dictionary.words();
  const rules::v1::Fact* fact = dictionary.facts.Find(item.fact());
  std::vector<std::string> points;
  for (const auto& one : item.points()) {
    std::string answer = one.answer();
    if (fact != nullptr && fact->has_one_of()) answer = dictionary.CodeLabel(*fact, answer);
    if (answer == "true") answer = std::string(words.yes);
    if (answer == "false") answer = std::string(words.no);
    points.push_back(absl::StrCat(answer, " = ", one.points()));
  }
  return points.empty() ? "" : absl::StrCat(" (", words.points, ": ", absl::StrJoin(points, ", "), ")");
}

void WriteItems(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Scale& scale) {
  auto list = html.In("ul", {{"class", "plain"}});
  for (const auto& item : scale.items()) {
    auto entry = html.In("li");
    html.Link(dictionary.FactLabel(item.fact()), Href("facts", "fact", item.fact()));
    html.Text(PointsText(dictionary, item));
  }
}

void WriteScale(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Scale& scale) {
  const Words& words = dictionary.words();
  auto article = html.In("article", {{"id", Anchor("scale", scale.id())}});
  WriteHeading(html, "h2", dictionary.ScaleTitle(scale.id()), scale.id());
  {
    auto list = html.In("dl");
    WriteTerm(html, words.score_range, absl::StrCat("[", scale.minimum(), ", ", scale.maximum(), "]"));
    if (!scale.bands().empty()) WriteTerm(html, words.bands, [&](HtmlWriter& c) { WriteBands(c, scale); });
    WriteTerm(html, words.total,
              LinkCell(dictionary.FactLabel(scale.total_fact()), Href("facts", "fact", scale.total_fact())));
    if (!scale.items().empty()) WriteTerm(html, words.items, [&](HtmlWriter& c) { WriteItems(c, dictionary, scale); });
    if (!scale.part_of().empty()) {
      WriteTerm(html, words.part_of,
                LinkCell(dictionary.ScaleTitle(scale.part_of()), Href("instruments", "scale", scale.part_of())));
    }
    WriteTerm(html, words.licence, scale.licence());
  }
  WriteBasis(html, dictionary, scale.basis());
}

}  // namespace

void WriteFacts(HtmlWriter& html, const Dictionary& dictionary) {
  for (const auto& group : dictionary.pack().groups()) {
    html.Element("h2", dictionary.Text(absl::StrCat("group.", group.id(), ".title")),
                 {{"id", Anchor("group", group.id())}});
    for (const auto& fact : dictionary.pack().facts()) {
      if (fact.group() == group.id()) WriteFact(html, dictionary, fact);
    }
  }
}

void WriteInstruments(HtmlWriter& html, const Dictionary& dictionary) {
  for (const auto& scale : dictionary.pack().scales()) WriteScale(html, dictionary, scale);
  if (dictionary.pack().families().empty()) return;
  html.Element("h2", dictionary.words().families);
  for (const auto& family : dictionary.pack().families()) {
    auto article = html.In("article", {{"id", Anchor("family", family.id())}});
    WriteHeading(html, "h3", dictionary.FamilyTitle(family.id()), family.id());
    WriteFamily(html, dictionary, family);
    WriteBasis(html, dictionary, family.basis());
  }
}

}  // namespace baken::docs_internal
