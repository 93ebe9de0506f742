#include "client/cli/text/assessment_text.h"

#include "client/cli/text/labels.h"
#include "client/cli/text/sections.h"

namespace baken {
namespace {

using namespace cli_internal;  // NOLINT(google-build-using-namespace): the sections of this very text.

// The requester gets nothing about a person: the refusal, and what holds for everyone.
void WriteRefused(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  page.Line(assessment.outcome_statement().text(), 0, Style::kStrong);
  for (const v1::FindingResult& finding : assessment.findings()) {
    if (IsRaised(finding)) page.Line(finding.supported().statement().text());
  }
  WriteAdvice(assessment, labels, v1::AUDIENCE_ORGANISATION, page);
  WriteDocuments(assessment, page);
  WriteCaveats(assessment, labels, page);
}

// What the professional writes down or sends, and above it what cannot wait or is not settled.
void WriteDocumentsOnly(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  const v1::UrgencyResult& urgency = assessment.urgency();
  const bool settled = urgency.supported() < v1::URGENCY_U2 && urgency.attainable() <= urgency.supported();
  if (!settled || assessment.outcome() == v1::OUTCOME_NOT_ENOUGH_KNOWN) WriteUrgency(assessment, labels, page);
  WriteContradictions(assessment, labels, page);
  WriteDocuments(assessment, page);
  WriteCaveats(assessment, labels, page);
}

void WriteAnswer(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  WriteUrgency(assessment, labels, page);
  Said said;
  WriteWhy(assessment, labels, said, page);
  WriteContradictions(assessment, labels, page);
  WriteReferrals(assessment, labels, page);
  WriteMonitoring(assessment, labels, page);
  WriteFlags(assessment, labels, said, page);
  WriteSubgroups(assessment, labels, said, page);
  WriteDescriptive(assessment, labels, said, page);
  WriteAdvice(assessment, labels, v1::AUDIENCE_CLINICIAN, page);
  WriteAdvice(assessment, labels, v1::AUDIENCE_PERSON, page);
  WriteQuestions(assessment, labels, page);
  WriteProfiles(assessment, labels, page);
  WriteDocuments(assessment, page);
  WriteCaveats(assessment, labels, page);
  WriteSources(assessment, labels, page);
}

}  // namespace

std::string AssessmentText(const v1::AssessResponse& response, absl::string_view title, const PageOptions& options) {
  const v1::Assessment& assessment = response.assessment();
  const Labels& labels = LabelsFor(assessment.locale());
  Page page(options);
  // The page goes to someone who must not read anything beside it, the name of a file or a pack included.
  if (IsPageAlone(assessment)) {
    WriteDocuments(assessment, page);
    return page.text();
  }
  if (!title.empty()) page.Title(title);
  if (assessment.outcome() == v1::OUTCOME_REFUSED) {
    WriteRefused(assessment, labels, page);
  } else if (HoldsDocumentsOnly(assessment)) {
    WriteDocumentsOnly(assessment, labels, page);
  } else {
    WriteAnswer(assessment, labels, page);
  }
  WriteFooter(assessment, response.delivery(), labels, page);
  return page.text();
}

}  // namespace baken
