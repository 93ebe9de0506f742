#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/text/sections.h"

namespace baken::cli_internal {
namespace {

bool IsFlagCategory(v1::FindingCategory category) {
  return category != v1::FINDING_CATEGORY_SCOPE && category != v1::FINDING_CATEGORY_SUBGROUP &&
         category != v1::FINDING_CATEGORY_DESCRIPTIVE;
}

void WriteList(const std::vector<const v1::FindingResult*>& findings, absl::string_view heading, const Labels& labels,
               Said& said, Page& page) {
  if (findings.empty()) return;
  page.Heading(heading);
  for (const v1::FindingResult* finding : findings) WriteFinding(*finding, labels, said, page);
}

std::vector<const v1::FindingResult*> Subgroups(const v1::Assessment& assessment, v1::LevelKind kind) {
  std::vector<const v1::FindingResult*> found;
  for (const v1::FindingResult& finding : assessment.findings()) {
    if (finding.category() == v1::FINDING_CATEGORY_SUBGROUP && finding.supported().kind() == kind) {
      found.push_back(&finding);
    }
  }
  return found;
}

// Groups that are not there take a line per reason that they share, or none.
void WriteByStatement(const std::vector<const v1::FindingResult*>& findings, Page& page) {
  std::vector<std::pair<std::string, std::vector<std::string>>> titles_by_statement;
  for (const v1::FindingResult* finding : findings) {
    const std::string& statement = finding->supported().statement().text();
    auto known = std::find_if(titles_by_statement.begin(), titles_by_statement.end(),
                              [&statement](const auto& entry) { return entry.first == statement; });
    if (known == titles_by_statement.end()) known = titles_by_statement.insert(known, {statement, {}});
    known->second.push_back(finding->title().text());
  }
  for (const auto& [statement, titles] : titles_by_statement) {
    page.Item("– ", absl::StrCat(absl::StrJoin(titles, " · "), ": ", statement), 2, Style::kFaint);
  }
}

}  // namespace

void WriteFlags(const v1::Assessment& assessment, const Labels& labels, Said& said, Page& page) {
  std::vector<const v1::FindingResult*> raised;
  for (const v1::FindingResult& finding : assessment.findings()) {
    if (IsFlagCategory(finding.category()) && IsRaised(finding) && !CarriesUrgency(assessment, finding)) {
      raised.push_back(&finding);
    }
  }
  WriteList(raised, labels.flags, labels, said, page);
}

void WriteSubgroups(const v1::Assessment& assessment, const Labels& labels, Said& said, Page& page) {
  std::vector<const v1::FindingResult*> there = Subgroups(assessment, v1::LEVEL_KIND_POSITIVE);
  const std::vector<const v1::FindingResult*> possible = Subgroups(assessment, v1::LEVEL_KIND_POSSIBLE);
  const std::vector<const v1::FindingResult*> against = Subgroups(assessment, v1::LEVEL_KIND_AGAINST);
  const std::vector<const v1::FindingResult*> not_assessed = Subgroups(assessment, v1::LEVEL_KIND_NOT_ASSESSED);
  there.insert(there.end(), possible.begin(), possible.end());
  if (there.empty() && against.empty() && not_assessed.empty()) return;
  page.Heading(labels.subgroups);
  for (const v1::FindingResult* finding : there) WriteFinding(*finding, labels, said, page);
  WriteByStatement(against, page);
  WriteByStatement(not_assessed, page);
}

void WriteDescriptive(const v1::Assessment& assessment, const Labels& labels, Said& said, Page& page) {
  std::vector<const v1::FindingResult*> raised;
  for (const v1::FindingResult& finding : assessment.findings()) {
    if (finding.category() == v1::FINDING_CATEGORY_DESCRIPTIVE && IsRaised(finding)) raised.push_back(&finding);
  }
  WriteList(raised, labels.descriptive, labels, said, page);
}

}  // namespace baken::cli_internal
