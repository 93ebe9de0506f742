#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/docs/condition_reads.h"
#include "rules/docs/pages.h"

namespace baken::docs_internal {
namespace {

v1::Urgency HighestUrgency(const rules::v1::Finding& finding) {
  v1::Urgency highest = v1::URGENCY_UNSPECIFIED;
  for (const auto& level : finding.levels()) highest = std::max(highest, level.urgency());
  return highest;
}

// A document shows a finding by name, with its category, or by its codes.
bool Shows(const rules::v1::Document& document, const rules::v1::Finding& finding) {
  return std::any_of(document.sections().begin(), document.sections().end(),
                     [&finding](const rules::v1::DocumentSection& section) {
                       const auto& named = section.findings();
                       const auto& categories = section.finding_categories();
                       return std::find(named.begin(), named.end(), finding.id()) != named.end() ||
                              std::find(categories.begin(), categories.end(), finding.category()) != categories.end() ||
                              (section.codings() && !finding.codings().empty());
                     });
}

// A view shows a finding among the findings, or in one of its documents.
bool Shows(const Dictionary& dictionary, const rules::v1::View& view, const rules::v1::Finding& finding) {
  const auto& parts = view.parts();
  if (std::find(parts.begin(), parts.end(), rules::v1::ANSWER_PART_FINDINGS) != parts.end()) return true;
  return std::any_of(view.documents().begin(), view.documents().end(), [&](const std::string& id) {
    const rules::v1::Document* document = dictionary.documents.Find(id);
    return document != nullptr && Shows(*document, finding);
  });
}

// A role sees a finding when it gets personal output, and one of its views shows it or it is always shown.
std::vector<std::string> RolesThatSee(const Dictionary& dictionary, const rules::v1::Finding& finding) {
  const auto& header = dictionary.pack().header();
  const bool always =
      finding.category() == v1::FINDING_CATEGORY_ACUTE || finding.category() == v1::FINDING_CATEGORY_SCOPE;
  const auto shows = [&](const std::string& id) {
    return std::any_of(header.views().begin(), header.views().end(), [&](const rules::v1::View& view) {
      return view.id() == id && Shows(dictionary, view, finding);
    });
  };
  std::vector<std::string> roles;
  for (const auto& role : header.roles()) {
    const bool sees = role.receives_personal_output()
                          ? always || std::any_of(role.views().begin(), role.views().end(), shows)
                          : finding.stated_when_refused();
    if (sees) roles.push_back(dictionary.Text(absl::StrCat("role.", role.id())));
  }
  return roles;
}

void WriteFacts(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Finding& finding) {
  const Words& words = dictionary.words();
  auto list = html.In("dl");
  WriteTerm(html, words.id, finding.id());
  WriteTerm(html, words.category, dictionary.CategoryName(finding.category()));
  if (HighestUrgency(finding) != v1::URGENCY_UNSPECIFIED) {
    WriteTerm(html, words.urgency, [&](HtmlWriter& cell) { WriteUrgency(cell, dictionary, HighestUrgency(finding)); });
  }
  WriteTerm(html, words.seen_by, absl::StrJoin(RolesThatSee(dictionary, finding), ", "));
  std::vector<std::string> codes;
  for (const auto& coding : finding.codings()) {
    codes.push_back(absl::StrCat(coding.code(), " ", coding.display(), " (", coding.system(), ")"));
  }
  WriteTerm(html, words.codes, absl::StrJoin(codes, "; "));
  WriteTerm(html, words.owner, finding.owner());
  WriteTerm(html, words.review, finding.review_date());
}

// Of a level that is one named condition the condition itself stands here too: its name alone says little.
void WriteLevelCondition(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Level& level) {
  if (level.when().empty()) return html.Element("p", dictionary.words().otherwise);
  WriteClause(html, ExplainCondition(dictionary, level.when()));
  if (const rules::v1::Criterion* criterion = dictionary.criteria.Find(level.when())) {
    WriteClause(html, ExplainCondition(dictionary, criterion->when()));
  }
}

void WriteLevelTable(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Finding& finding) {
  const Words& words = dictionary.words();
  html.Element("h2", words.when);
  TableWriter table(html, words.levels_intro,
                    {std::string(words.result), std::string(words.condition), std::string(words.urgency)});
  int order = 0;
  for (const rules::v1::Level* level : dictionary.Levels(finding)) {
    ++order;
    table.Row(
        {[&](HtmlWriter& cell) {
           cell.Element("p", absl::StrCat(order, ". ", dictionary.LevelKindName(level->kind())), {{"class", "kind"}});
           cell.Element("p", dictionary.LevelText(finding, level->id()));
           WriteBrief(cell, dictionary, absl::StrCat("finding.", finding.id(), ".", level->id()));
           cell.Element("span", level->id(), {{"class", "id"}});
         },
         [&](HtmlWriter& cell) {
           WriteLevelCondition(cell, dictionary, *level);
           WriteBasis(cell, dictionary, level->basis());
         },
         [&](HtmlWriter& cell) {
           if (level->urgency() == v1::URGENCY_UNSPECIFIED) {
             cell.Element("span", "–", {{"class", "soft"}});
           } else {
             WriteUrgency(cell, dictionary, level->urgency());
           }
         }},
        Anchor("level", level->id()));
  }
}

void WriteTerms(HtmlWriter& html, const Dictionary& dictionary, const ConditionReads& reads) {
  if (reads.criteria().empty() && reads.families().empty()) return;
  html.Element("h2", dictionary.words().terms);
  for (const std::string& id : reads.criteria()) {
    const rules::v1::Criterion& criterion = *dictionary.criteria.Find(id);
    WriteHeading(html, "h3", dictionary.CriterionName(id), "");
    WriteClause(html, ExplainCondition(dictionary, criterion.when()));
    WriteBasis(html, dictionary, criterion.basis());
  }
  for (const std::string& id : reads.families()) {
    html.Element("h3", dictionary.FamilyTitle(id));
    WriteFamily(html, dictionary, *dictionary.families.Find(id));
  }
}

void WriteBoundaries(HtmlWriter& html, const Dictionary& dictionary, const ConditionReads& reads) {
  if (reads.boundaries().empty()) return;
  html.Element("h2", dictionary.words().boundaries);
  auto list = html.In("ul", {{"class", "plain"}});
  for (const Clause& clause : reads.boundaries()) {
    auto item = html.In("li");
    WriteClause(html, clause);
  }
}

void WriteQuestionsRead(HtmlWriter& html, const Dictionary& dictionary, const ConditionReads& reads) {
  if (reads.facts().empty() && reads.scales().empty()) return;
  html.Element("h2", dictionary.words().reads);
  std::vector<Phrase> links;
  for (const std::string& id : reads.facts()) links.push_back({dictionary.FactLabel(id), Href("facts", "fact", id)});
  for (const std::string& id : reads.scales()) {
    links.push_back({dictionary.ScaleTitle(id), Href("instruments", "scale", id)});
  }
  WriteLinks(html, links);
}

bool Binds(const rules::v1::Trigger& trigger, const std::string& finding) {
  const auto names = [&finding](const rules::v1::Binding& binding) { return binding.finding() == finding; };
  return std::any_of(trigger.any_of().begin(), trigger.any_of().end(), names) ||
         std::any_of(trigger.all_of().begin(), trigger.all_of().end(), names);
}

// The actions that this finding brings about.
std::vector<Phrase> ActionsOf(const Dictionary& dictionary, const std::string& finding) {
  const Words& words = dictionary.words();
  std::vector<Phrase> links;
  const auto add = [&links](absl::string_view kind, const std::string& text, std::string href) {
    links.push_back({absl::StrCat(kind, ": ", text), std::move(href)});
  };
  for (const auto& referral : dictionary.pack().referrals()) {
    if (!Binds(referral.trigger(), finding)) continue;
    add(words.referrals,
        absl::StrCat(dictionary.Text(absl::StrCat("referral.", referral.id(), ".recipient")), " (",
                     dictionary.Period(referral.due()), ")"),
        Href("referrals", "referral", referral.id()));
  }
  for (const auto& prompt : dictionary.pack().monitoring_prompts()) {
    if (!Binds(prompt.trigger(), finding)) continue;
    add(words.monitoring,
        absl::StrCat(dictionary.Text(absl::StrCat("monitoring.", prompt.id(), ".what")), " (",
                     dictionary.Period(prompt.due()), ")"),
        Href("monitoring", "monitoring", prompt.id()));
  }
  for (const auto& advice : dictionary.pack().advice()) {
    if (!Binds(advice.trigger(), finding)) continue;
    add(words.advice, dictionary.Text(absl::StrCat("advice.", advice.id())), Href("advice", "advice", advice.id()));
  }
  for (const auto& caveat : dictionary.pack().caveats()) {
    const auto& bound = caveat.findings();
    if (std::find(bound.begin(), bound.end(), finding) == bound.end() && !Binds(caveat.trigger(), finding)) continue;
    add(words.caveats, dictionary.Text(absl::StrCat("caveat.", caveat.id())), Href("advice", "caveat", caveat.id()));
  }
  return links;
}

void WriteFollows(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Finding& finding) {
  html.Element("h2", dictionary.words().follows);
  const std::vector<Phrase> links = ActionsOf(dictionary, finding.id());
  if (links.empty()) return html.Element("p", dictionary.words().nothing_follows);
  WriteLinks(html, links);
}

void WriteCasesThatPin(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Finding& finding) {
  html.Element("h2", dictionary.words().pinned_by);
  std::vector<Phrase> links;
  for (const auto& example : dictionary.loaded().cases()) {
    for (const auto& expected : example.expected().findings()) {
      if (expected.finding() != finding.id()) continue;
      links.push_back({absl::StrCat(expected.supported(), ": ", example.title()), Href("cases", "case", example.id()),
                       dictionary.AuthorLanguage()});
    }
  }
  if (links.empty()) return html.Element("p", dictionary.words().no_cases);
  WriteLinks(html, links);
}

}  // namespace

void WriteFindingList(HtmlWriter& html, const Dictionary& dictionary) {
  const Words& words = dictionary.words();
  // In the order of the categories, which is that of an answer.
  std::map<v1::FindingCategory, std::vector<const rules::v1::Finding*>> by_category;
  for (const auto& finding : dictionary.pack().findings()) by_category[finding.category()].push_back(&finding);
  for (const auto& [category, findings] : by_category) {
    html.Element("h2", dictionary.CategoryName(category));
    TableWriter table(html, "", {std::string(words.findings), std::string(words.urgency), std::string(words.grounds)});
    for (const rules::v1::Finding* finding : findings) {
      table.Row({LinkCell(dictionary.FindingTitle(finding->id()), FindingPage(finding->id())),
                 [&](HtmlWriter& cell) {
                   const std::string code = UrgencyCode(HighestUrgency(*finding));
                   cell.Element("span", code.empty() ? "–" : code,
                                {{"class", code.empty() ? "soft" : absl::StrCat("urgency ", code)}});
                 },
                 [&](HtmlWriter& cell) { WriteBasis(cell, dictionary, finding->basis()); }});
    }
  }
}

void WriteFinding(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Finding& finding) {
  WriteFacts(html, dictionary, finding);
  WriteLevelTable(html, dictionary, finding);
  ConditionReads reads(dictionary);
  for (const rules::v1::Level* level : dictionary.Levels(finding)) reads.Add(level->when());
  WriteFollows(html, dictionary, finding);
  html.Element("h2", dictionary.words().grounds);
  WriteBasis(html, dictionary, finding.basis());
  WriteTerms(html, dictionary, reads);
  WriteBoundaries(html, dictionary, reads);
  WriteQuestionsRead(html, dictionary, reads);
  WriteCasesThatPin(html, dictionary, finding);
}

}  // namespace baken::docs_internal
