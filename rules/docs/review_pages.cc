#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/substitute.h"
#include "rules/docs/pages.h"

namespace baken::docs_internal {
namespace {

void WriteParameters(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  if (dictionary.pack().parameters().empty()) return;
  html.Element("h2", words.parameters);
  TableWriter table(
      html, "",
      {std::string(words.id), std::string(words.value), std::string(words.bounds), std::string(words.grounds)});
  for (const auto& parameter : dictionary.pack().parameters()) {
    const std::string bounds = parameter.minimum().empty()
                                   ? std::string(words.fixed)
                                   : absl::Substitute(words.adjustable, dictionary.Number(parameter.minimum()),
                                                      dictionary.Number(parameter.maximum(), parameter.unit_code()));
    table.Row({[&](HtmlWriter& cell) {
                 cell.Element("span", parameter.id(), {{"class", "id"}});
               },
               TextCell(dictionary.Number(parameter.value(), parameter.unit_code())), TextCell(bounds),
               [&](HtmlWriter& cell) { WriteBasis(cell, dictionary, parameter.basis()); }},
              Anchor("parameter", parameter.id()));
  }
}

// A table of those elements of one kind that are house choices.
class ChoiceTable {
 public:
  ChoiceTable(HtmlWriter& html, const Dictionary& dictionary) : html_(html), dictionary_(dictionary) {}

  // All that was ever added.
  int count() const { return count_; }

  void Add(const std::string& name, const std::string& href, const rules::v1::Basis& basis) {
    if (!basis.house_rule()) return;
    ++count_;
    rows_.push_back({name, href, &basis});
  }

  // Writes what was added, under a heading, and starts anew.
  void Flush(absl::string_view title) {
    const Words& words = dictionary_.words();
    if (!rows_.empty()) {
      html_.Element("h2", absl::StrCat(title, " (", rows_.size(), ")"));
      TableWriter table(html_, "", {std::string(words.element), std::string(words.grounds)});
      for (const Choice& row : rows_) {
        table.Row({LinkCell(row.name, row.href), [&](HtmlWriter& cell) { WriteBasis(cell, dictionary_, *row.basis); }});
      }
    }
    rows_.clear();
  }

 private:
  struct Choice {
    std::string name;
    std::string href;
    const rules::v1::Basis* basis;
  };
  HtmlWriter& html_;
  const Dictionary& dictionary_;
  std::vector<Choice> rows_;
  int count_ = 0;
};

void AddRules(const Dictionary& dictionary, ChoiceTable& choices) {
  const Words& words = dictionary.words();
  for (const auto& finding : dictionary.pack().findings()) {
    const std::string title = dictionary.FindingTitle(finding.id());
    choices.Add(title, FindingPage(finding.id()), finding.basis());
    for (const auto& level : finding.levels()) {
      choices.Add(absl::StrCat(title, ", ", level.id()), absl::StrCat(FindingPage(finding.id()), "#level-", level.id()),
                  level.basis());
    }
  }
  choices.Flush(words.findings);
  for (const auto& criterion : dictionary.pack().criteria()) {
    choices.Add(dictionary.CriterionName(criterion.id()), Href("criteria", "criterion", criterion.id()),
                criterion.basis());
  }
  choices.Flush(words.criteria);
  for (const auto& implication : dictionary.pack().implications()) {
    choices.Add(implication.id(), Href("criteria", "implication", implication.id()), implication.basis());
  }
  choices.Flush(words.implications);
}

void AddQuestions(const Dictionary& dictionary, ChoiceTable& choices) {
  const Words& words = dictionary.words();
  for (const auto& fact : dictionary.pack().facts()) {
    choices.Add(dictionary.FactLabel(fact.id()), Href("facts", "fact", fact.id()), fact.basis());
  }
  choices.Flush(words.facts);
  for (const auto& scale : dictionary.pack().scales()) {
    choices.Add(dictionary.ScaleTitle(scale.id()), Href("instruments", "scale", scale.id()), scale.basis());
  }
  for (const auto& family : dictionary.pack().families()) {
    choices.Add(dictionary.FamilyTitle(family.id()), Href("instruments", "family", family.id()), family.basis());
  }
  choices.Flush(words.instruments);
}

void AddActions(const Dictionary& dictionary, ChoiceTable& choices) {
  const Words& words = dictionary.words();
  for (const auto& referral : dictionary.pack().referrals()) {
    choices.Add(dictionary.Text(absl::StrCat("referral.", referral.id(), ".recipient")),
                Href("referrals", "referral", referral.id()), referral.basis());
  }
  choices.Flush(words.referrals);
  for (const auto& prompt : dictionary.pack().monitoring_prompts()) {
    choices.Add(dictionary.Text(absl::StrCat("monitoring.", prompt.id(), ".what")),
                Href("monitoring", "monitoring", prompt.id()), prompt.basis());
  }
  choices.Flush(words.monitoring);
  for (const auto& advice : dictionary.pack().advice()) {
    choices.Add(dictionary.Text(absl::StrCat("advice.", advice.id())), Href("advice", "advice", advice.id()),
                advice.basis());
  }
  choices.Flush(words.advice);
}

std::string AnswerText(const Dictionary& dictionary, const v1::Answer& answer) {
  const Words& words = dictionary.words();
  const rules::v1::Fact* fact = dictionary.facts.Find(answer.fact_id());
  const std::string label = fact == nullptr ? answer.fact_id() : dictionary.FactLabel(fact->id());
  if (answer.has_declined()) return absl::StrCat(label, ": ", words.declined);
  const v1::FactValue& value = answer.value();
  std::string text(value.boolean() ? words.yes : words.no);
  if (value.kind_case() == v1::FactValue::kInteger) {
    text = dictionary.Number(absl::StrCat(value.integer()), value.unit_code());
  }
  if (value.kind_case() == v1::FactValue::kDecimal) {
    text = dictionary.Number(absl::StrCat(value.decimal()), value.unit_code());
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
  return absl::StrCat(label, ": ", text);
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
  for (const auto& finding : expected.findings()) {
    add(dictionary.FindingTitle(finding.finding()), finding.supported(), FindingPage(finding.finding()));
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
  if (!expected.absent_flags().empty()) add(words.flags, denied(absl::StrJoin(expected.absent_flags(), ", ")), "");
  for (const std::string& id : expected.open_facts()) {
    add(words.open_facts, dictionary.FactLabel(id), Href("facts", "fact", id));
  }
  if (!expected.contradictions().empty()) add(words.contradictions, absl::StrJoin(expected.contradictions(), ", "), "");
  return lines;
}

void WriteCase(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Case& example) {
  const Words& words = dictionary.words();
  auto article = html.In("article", {{"id", Anchor("case", example.id())}});
  WriteHeading(html, "h2", example.title(), example.id());
  if (!example.note().empty()) html.Element("p", example.note(), {{"class", "soft"}});
  auto list = html.In("dl");
  WriteTerm(html, words.role, dictionary.Text(absl::StrCat("role.", example.role())));
  std::vector<std::string> answers;
  for (const auto& answer : example.request().answers()) answers.push_back(AnswerText(dictionary, answer));
  WriteTerm(html, words.answered, absl::StrJoin(answers, "; "));
  const std::vector<Phrase> lines = ExpectedLines(dictionary, example.expected());
  if (!lines.empty()) WriteTerm(html, words.expected, [&](HtmlWriter& cell) { WriteLinks(cell, lines); });
}

// Where an element named in coverage is described; empty for kinds that have no place of their own.
std::string ElementHref(const std::string& element) {
  const std::vector<std::string> parts = absl::StrSplit(element, '.');
  if (parts.size() < 2) return "";
  const std::string& id = parts[1];
  if (parts[0] == "finding") {
    return parts.size() > 2 ? absl::StrCat(FindingPage(id), "#level-", parts[2]) : FindingPage(id);
  }
  static constexpr const char* kPlaces[][2] = {
      {"fact", "facts"},         {"group", "facts"},           {"scale", "instruments"},    {"family", "instruments"},
      {"parameter", "choices"},  {"criterion", "criteria"},    {"implication", "criteria"}, {"impossible", "criteria"},
      {"referral", "referrals"}, {"monitoring", "monitoring"}, {"advice", "advice"},        {"caveat", "advice"},
      {"document", "documents"}, {"profile", "profiles"}};
  for (const auto& [kind, file] : kPlaces) {
    if (parts[0] == kind) return Href(file, kind, id);
  }
  return "";
}

}  // namespace

// By writing them to nowhere: what is counted is what is shown.
int CountChoices(const Dictionary& dictionary) {
  HtmlWriter nowhere;
  ChoiceTable choices(nowhere, dictionary);
  AddRules(dictionary, choices);
  AddQuestions(dictionary, choices);
  AddActions(dictionary, choices);
  return choices.count() + dictionary.pack().parameters_size();
}

void WriteChoices(HtmlWriter& html, const Dictionary& dictionary) {
  html.Element("p", dictionary.words().choices_intro, {{"class", "lead"}});
  WriteParameters(html, dictionary);
  ChoiceTable choices(html, dictionary);
  AddRules(dictionary, choices);
  AddQuestions(dictionary, choices);
  AddActions(dictionary, choices);
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

void WriteCases(HtmlWriter& html, const Dictionary& dictionary) {
  html.Element("p", dictionary.words().cases_intro, {{"class", "lead"}});
  for (const auto& example : dictionary.loaded().cases()) WriteCase(html, dictionary, example);
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
