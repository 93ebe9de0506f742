#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "client/cli/text/sections.h"

namespace baken::cli_internal {
namespace {

// More would bury the urgency itself; the rest stands under "to ask".
constexpr size_t kQuestionsMax = 3;

Style StyleOf(v1::Urgency urgency) {
  if (urgency >= v1::URGENCY_U3) return Style::kAlarm;
  return urgency == v1::URGENCY_U2 ? Style::kWarning : Style::kStrong;
}

std::vector<std::string> MissingForUrgency(const v1::Assessment& assessment) {
  const auto& ids = assessment.urgency().missing_fact_ids();
  return {ids.begin(), ids.end()};
}

void WriteWhatCanRaise(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  const v1::UrgencyResult& urgency = assessment.urgency();
  if (urgency.attainable() <= urgency.supported()) return;
  const std::vector<std::string> missing = MissingForUrgency(assessment);
  page.Line(absl::Substitute(labels.urgency_can_rise, UrgencyName(urgency.attainable()), missing.size()), 2,
            Style::kWarning);
  const std::string questions = QuestionList(assessment, missing, kQuestionsMax, labels);
  if (!questions.empty()) page.Line(absl::Substitute(labels.ask_first, questions), 2);
}

// Every acute finding that answers still to come can turn: their names, so that nobody reads the lack of a warning as a
// lack of danger.
std::vector<std::string> OpenDangers(const v1::Assessment& assessment) {
  std::vector<std::string> titles;
  for (const v1::FindingResult& finding : assessment.findings()) {
    if (finding.category() == v1::FINDING_CATEGORY_ACUTE && !finding.decided()) {
      titles.push_back(finding.title().text());
    }
  }
  return titles;
}

void WriteNotEnoughKnown(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  const std::string known = UrgencyName(assessment.urgency().supported());
  page.Line(absl::StrCat(labels.not_known, ": ", assessment.outcome_statement().text()), 0, Style::kWarning);
  page.Item(absl::StrCat(labels.urgency, ": "), absl::Substitute(labels.urgency_unknown, known), 0, Style::kStrong);
  WriteWhatCanRaise(assessment, labels, page);
  const std::vector<std::string> open = OpenDangers(assessment);
  if (!open.empty()) page.Line(absl::Substitute(labels.not_ruled_out, absl::StrJoin(open, " · ")), 2);
}

}  // namespace

void WriteUrgency(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  if (assessment.outcome() == v1::OUTCOME_NOT_ENOUGH_KNOWN) {
    WriteNotEnoughKnown(assessment, labels, page);
    return;
  }
  const v1::UrgencyResult& urgency = assessment.urgency();
  const std::string name = UrgencyName(urgency.supported());
  // A low urgency must not read as settled while a higher one is attainable.
  const bool open = urgency.supported() < v1::URGENCY_U2 && urgency.attainable() > urgency.supported();
  if (open) {
    page.Line(absl::StrCat(absl::Substitute(labels.urgency_open, name), urgency.statement().text()), 0,
              Style::kWarning);
  } else {
    page.Item(absl::StrCat(labels.urgency, " ", name, ": "), urgency.statement().text(), 0,
              StyleOf(urgency.supported()));
  }
  WriteWhatCanRaise(assessment, labels, page);
  page.Line(assessment.outcome_statement().text());
}

void WriteWhy(const v1::Assessment& assessment, const Labels& labels, Said& said, Page& page) {
  page.Heading(labels.why);
  page.Line(labels.legend, 2, Style::kFaint);
  for (const v1::FindingResult& finding : assessment.findings()) {
    if (CarriesUrgency(assessment, finding) && IsRaised(finding)) WriteFinding(finding, labels, said, page);
  }
  // Which rules apply at all.
  if (assessment.has_scope()) WriteFinding(assessment.scope(), labels, said, page);
}

}  // namespace baken::cli_internal
