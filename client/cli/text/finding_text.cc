#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/substitute.h"
#include "client/cli/text/sections.h"

namespace baken::cli_internal {
namespace {

std::string ReadingText(const v1::FactReading& reading, const Labels& labels) {
  std::vector<absl::string_view> marks;
  if (reading.implied()) marks.push_back(labels.implied);
  if (reading.contradictory()) marks.push_back(labels.contradictory);
  const std::string marked = marks.empty() ? "" : absl::StrCat(" (", absl::StrJoin(marks, ", "), ")");
  return absl::StrCat(reading.label().text(), ": ", reading.value_text(), marked);
}

// A declined question is not among the open ones; of that the answer has the name only.
std::string QuestionText(const v1::Assessment& assessment, const std::string& fact_id, const Labels& labels) {
  for (const v1::OpenFact& open : assessment.open_facts()) {
    if (open.fact_id() == fact_id) return open.question().text();
  }
  for (const v1::FactName& declined : assessment.declined_facts()) {
    if (declined.fact_id() == fact_id) return absl::Substitute(labels.declined_question, declined.label().text());
  }
  return "";  // The view shows no questions; an id would tell a reader nothing.
}

}  // namespace

std::string ChoiceMark(const v1::Basis& basis) { return basis.house_rule() ? " *" : ""; }

std::string DayText(const std::string& date, const Labels& labels) {
  int year = 0;
  int month = 0;
  int day = 0;
  const std::vector<std::string> parts = absl::StrSplit(date, '-');
  const bool numbers = parts.size() == 3 && absl::SimpleAtoi(parts[0], &year) && absl::SimpleAtoi(parts[1], &month) &&
                       absl::SimpleAtoi(parts[2], &day);
  if (!numbers || month < 1 || month > 12) return date;
  return absl::StrCat(day, " ", labels.month_names[static_cast<size_t>(month - 1)], " ", year);
}

std::string UrgencyName(v1::Urgency urgency) {
  // URGENCY_U0 has number 1.
  return urgency == v1::URGENCY_UNSPECIFIED ? "U?" : absl::StrCat("U", static_cast<int>(urgency) - 1);
}

bool IsRaised(const v1::FindingResult& finding) {
  const v1::LevelKind kind = finding.supported().kind();
  return kind == v1::LEVEL_KIND_POSITIVE || kind == v1::LEVEL_KIND_POSSIBLE;
}

bool CarriesUrgency(const v1::Assessment& assessment, const v1::FindingResult& finding) {
  const auto& ids = assessment.urgency().finding_ids();
  return assessment.urgency().supported() > v1::URGENCY_U0 &&
         std::find(ids.begin(), ids.end(), finding.finding_id()) != ids.end();
}

void WriteFinding(const v1::FindingResult& finding, const Labels& labels, Said& said, Page& page) {
  const std::string readings = ReadingsText(finding.reason(), labels, said);
  page.Item("• ", absl::StrCat(finding.title().text(), ": ", finding.supported().statement().text(),
                               finding.decided() ? "" : " °", ChoiceMark(finding.basis()),
                               readings.empty() ? "" : absl::Substitute(labels.grounds, readings)));
}

std::string ReadingsText(const v1::Reason& reason, const Labels& labels, Said& said) {
  return absl::StrJoin(reason.readings(), "; ", [&](std::string* out, const v1::FactReading& reading) {
    const std::string text = ReadingText(reading, labels);
    out->append(said.insert(text).second ? text : reading.label().text());
  });
}

std::string QuestionList(const v1::Assessment& assessment, const std::vector<std::string>& fact_ids, size_t shown_max,
                         const Labels& labels) {
  std::vector<std::string> shown;
  for (const std::string& id : fact_ids) {
    const std::string question = QuestionText(assessment, id, labels);
    if (!question.empty() && shown.size() < shown_max) shown.push_back(question);
  }
  if (!shown.empty() && fact_ids.size() > shown.size()) {
    shown.push_back(absl::Substitute(labels.and_more, fact_ids.size() - shown.size()));
  }
  return absl::StrJoin(shown, " · ");
}

}  // namespace baken::cli_internal
