#include "rules/docs/docs.h"

#include <functional>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/docs/pages.h"
#include "rules/docs/style_sheet.h"

namespace baken {
namespace {

using docs_internal::Body;
using docs_internal::Dictionary;
using docs_internal::HtmlWriter;
using docs_internal::Navigation;
using docs_internal::Words;

// A page of the navigation, with how many things it describes.
struct Section {
  std::string file;
  absl::string_view title;
  int count = 0;
  Body body;
};

std::vector<Section> Sections(const Dictionary& d, const DocsOptions& options) {
  using Writer = void (*)(HtmlWriter&, const Dictionary&);
  const Words& w = d.words();
  const auto& pack = d.pack();
  const auto body = [&d](Writer write) { return [&d, write](HtmlWriter& html) { write(html, d); }; };
  return {
      {"findings.html", w.findings, pack.findings_size(), body(docs_internal::WriteFindingList)},
      {"criteria.html", w.criteria, pack.criteria_size(), body(docs_internal::WriteCriteria)},
      {"facts.html", w.facts, pack.facts_size(), body(docs_internal::WriteFacts)},
      {"instruments.html", w.instruments, pack.scales_size(), body(docs_internal::WriteInstruments)},
      {"referrals.html", w.referrals, pack.referrals_size(), body(docs_internal::WriteReferrals)},
      {"monitoring.html", w.monitoring, pack.monitoring_prompts_size(), body(docs_internal::WriteMonitoring)},
      {"advice.html", w.advice, pack.advice_size(), body(docs_internal::WriteAdvice)},
      {"documents.html", w.documents, pack.documents_size(), body(docs_internal::WriteDocuments)},
      {"profiles.html", w.profiles, pack.profiles_size(), body(docs_internal::WriteProfiles)},
      {"choices.html", w.choices, docs_internal::CountChoices(d), body(docs_internal::WriteChoices)},
      {"coverage.html", w.coverage, options.coverage.entries_size(),
       [&](HtmlWriter& html) { docs_internal::WriteCoverage(html, d, options.coverage); }},
      {"questions.html", w.questions, static_cast<int>(options.open_questions.size()),
       [&](HtmlWriter& html) { docs_internal::WriteQuestions(html, options.open_questions); }},
      {"cases.html", w.cases, static_cast<int>(d.loaded().cases().size()), body(docs_internal::WriteCases)},
      {"sources.html", w.sources, pack.sources_size(), body(docs_internal::WriteSources)},
  };
}

void WriteIndex(HtmlWriter& html, const Dictionary& dictionary, const std::vector<Section>& sections) {
  const Words& words = dictionary.words();
  html.Element("p", words.overview_intro, {{"class", "lead"}});
  {
    auto list = html.In("ul", {{"class", "counts"}});
    for (const Section& section : sections) {
      if (section.count == 0) continue;
      auto item = html.In("li");
      auto link = html.In("a", {{"href", section.file}});
      html.Element("strong", absl::StrCat(section.count));
      html.Text(section.title);
    }
  }
  auto list = html.In("dl");
  docs_internal::WriteTerm(html, words.id, dictionary.loaded().id());
  docs_internal::WriteTerm(html, words.version, dictionary.loaded().version());
  docs_internal::WriteTerm(html, words.digest, dictionary.loaded().digest());
  std::vector<std::string> roles;
  for (const auto& role : dictionary.pack().header().roles()) {
    roles.push_back(dictionary.Text(absl::StrCat("role.", role.id())));
  }
  docs_internal::WriteTerm(html, words.role, absl::StrJoin(roles, ", "));
}

}  // namespace

absl::StatusOr<std::vector<DocsFile>> MakeDocs(const LoadedPack& pack, const DocsOptions& options) {
  const std::optional<std::string> locale = pack.catalogue().Resolve(options.locale);
  if (!locale.has_value()) {
    return absl::InvalidArgumentError(absl::StrCat("no texts in locale '", options.locale, "'; there are ",
                                                   absl::StrJoin(pack.catalogue().locales(), ", ")));
  }
  const Dictionary dictionary(pack, *locale);
  const std::vector<Section> sections = Sections(dictionary, options);
  Navigation navigation = {{"index.html", std::string(dictionary.words().overview)}};
  for (const Section& section : sections) {
    if (section.count > 0) navigation.push_back({section.file, std::string(section.title)});
  }
  std::vector<DocsFile> files = {{"baken.css", std::string(docs_internal::StyleSheet())}};
  files.push_back(
      {"index.html", docs_internal::MakePage(dictionary, navigation, "index.html", dictionary.Text("pack.title"),
                                             [&](HtmlWriter& html) { WriteIndex(html, dictionary, sections); })});
  for (const Section& section : sections) {
    if (section.count == 0) continue;
    files.push_back({section.file, docs_internal::MakePage(dictionary, navigation, section.file,
                                                           std::string(section.title), section.body)});
  }
  for (const auto& finding : pack.definition().findings()) {
    files.push_back(
        {docs_internal::FindingPage(finding.id()),
         docs_internal::MakePage(dictionary, navigation, "findings.html", dictionary.FindingTitle(finding.id()),
                                 [&](HtmlWriter& html) { docs_internal::WriteFinding(html, dictionary, finding); })});
  }
  return files;
}

}  // namespace baken
