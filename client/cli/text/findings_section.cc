#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "client/cli/text/sections.h"

namespace baken::cli_internal {
namespace {

bool IsFlagCategory(v1::FindingCategory category) {
  return category != v1::FINDING_CATEGORY_SCOPE && category != v1::FINDING_CATEGORY_SUBGROUP &&
         category != v1::FINDING_CATEGORY_DESCRIPTIVE;
}

void WriteList(const std::vector<const v1::FindingResult*>& findings, absl::string_view heading, const Labels& labels,
               Page& page) {
  if (findings.empty()) return;
  page.Heading(heading);
  for (const v1::FindingResult* finding : findings) WriteFinding(*finding, labels, page);
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

// Groups that are not there take one line together, or none.
void WriteInOneLine(const std::vector<const v1::FindingResult*>& findings, absl::string_view label, Page& page) {
  if (findings.empty()) return;
  const std::string text = absl::StrJoin(findings, "; ", [](std::string* out, const v1::FindingResult* finding) {
    absl::StrAppend(out, finding->title().text(), " (", finding->supported().statement().text(), ")");
  });
  page.Line(absl::Substitute(label, text), 2, Style::kFaint);
}

}  // namespace

void WriteFlags(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  std::vector<const v1::FindingResult*> raised;
  for (const v1::FindingResult& finding : assessment.findings()) {
    if (IsFlagCategory(finding.category()) && IsRaised(finding) && !CarriesUrgency(assessment, finding)) {
      raised.push_back(&finding);
    }
  }
  WriteList(raised, labels.flags, labels, page);
}

void WriteSubgroups(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  std::vector<const v1::FindingResult*> there = Subgroups(assessment, v1::LEVEL_KIND_POSITIVE);
  const std::vector<const v1::FindingResult*> possible = Subgroups(assessment, v1::LEVEL_KIND_POSSIBLE);
  const std::vector<const v1::FindingResult*> against = Subgroups(assessment, v1::LEVEL_KIND_AGAINST);
  const std::vector<const v1::FindingResult*> not_assessed = Subgroups(assessment, v1::LEVEL_KIND_NOT_ASSESSED);
  there.insert(there.end(), possible.begin(), possible.end());
  if (there.empty() && against.empty() && not_assessed.empty()) return;
  page.Heading(labels.subgroups);
  for (const v1::FindingResult* finding : there) WriteFinding(*finding, labels, page);
  WriteInOneLine(against, labels.subgroups_against, page);
  WriteInOneLine(not_assessed, labels.subgroups_not_assessed, page);
}

void WriteDescriptive(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  std::vector<const v1::FindingResult*> raised;
  for (const v1::FindingResult& finding : assessment.findings()) {
    if (finding.category() == v1::FINDING_CATEGORY_DESCRIPTIVE && IsRaised(finding)) raised.push_back(&finding);
  }
  WriteList(raised, labels.descriptive, labels, page);
}

}  // namespace baken::cli_internal
