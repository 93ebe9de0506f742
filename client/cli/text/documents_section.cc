#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/cli/text/sections.h"

namespace baken::cli_internal {
namespace {

absl::string_view StateLabel(v1::FeatureState state, const Labels& labels) {
  switch (state) {
    case v1::FEATURE_STATE_MATCHED:
      return labels.feature_matched;
    case v1::FEATURE_STATE_NOT_MATCHED:
      return labels.feature_not_matched;
    default:
      return labels.feature_unknown;
  }
}

void WriteType(const v1::ProfileTypeResult& type, const Labels& labels, Page& page) {
  const std::string note = type.has_note() ? absl::StrCat(": ", type.note().text()) : "";
  page.Item("• ", absl::StrCat(type.title().text(), note));
  for (const v1::ProfileFeatureResult& feature : type.features()) {
    const Style style = feature.state() == v1::FEATURE_STATE_MATCHED ? Style::kPlain : Style::kFaint;
    page.Item("– ", absl::StrCat(StateLabel(feature.state(), labels), ": ", feature.text().text()), 4, style);
  }
}

}  // namespace

// Any other answer says what scope it has.
bool IsPageAlone(const v1::Assessment& assessment) {
  return !assessment.documents().empty() && !assessment.has_scope() && assessment.findings().empty();
}

bool HoldsDocumentsOnly(const v1::Assessment& assessment) {
  const auto& findings = assessment.findings();
  const bool only_acute = std::all_of(findings.begin(), findings.end(), [](const v1::FindingResult& finding) {
    return finding.category() == v1::FINDING_CATEGORY_ACUTE;
  });
  return !assessment.documents().empty() && only_acute && assessment.referrals().empty() &&
         assessment.monitoring_prompts().empty() && assessment.advice().empty() && assessment.open_facts().empty() &&
         assessment.profiles().empty();
}

void WriteDocuments(const v1::Assessment& assessment, Page& page) {
  for (const v1::Document& document : assessment.documents()) {
    page.Title(document.title().text());
    for (const v1::DocumentSection& section : document.sections()) {
      page.Heading(section.heading().text());
      for (const v1::DocumentLine& line : section.lines()) page.Item("• ", line.text());
    }
  }
}

void WriteProfiles(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  for (const v1::ProfileResult& profile : assessment.profiles()) {
    // Of a profile that lists only what matches, nothing did.
    if (profile.types().empty()) continue;
    page.Heading(profile.title().text());
    page.Line(profile.note().text(), 2);
    for (const v1::ProfileTypeResult& type : profile.types()) WriteType(type, labels, page);
  }
}

}  // namespace baken::cli_internal
