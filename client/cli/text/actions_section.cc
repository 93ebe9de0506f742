#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "client/cli/text/sections.h"

namespace baken::cli_internal {
namespace {

constexpr int kDetailIndent = 4;

void WriteDetail(absl::string_view label, const v1::LocalizedText& text, Page& page) {
  if (!text.text().empty()) page.Line(absl::Substitute(label, text.text()), kDetailIndent);
}

void WriteReferral(const v1::Referral& referral, const Labels& labels, Page& page) {
  const std::string due =
      absl::Substitute(labels.due, referral.recipient().text(), DayText(referral.due_date(), labels));
  const Style style = referral.urgency() >= v1::URGENCY_U3 ? Style::kAlarm : Style::kStrong;
  page.Item("• ", absl::StrCat(due, " (", UrgencyName(referral.urgency()), ")"), 2, style);
  page.Line(absl::StrCat(referral.why().text(), ChoiceMark(referral.basis())), kDetailIndent);
  WriteDetail(labels.send_along, referral.send_along(), page);
  WriteDetail(labels.meanwhile, referral.meanwhile(), page);
  if (!referral.contact().text().empty()) {
    const std::string& checked = referral.contact_checked_date();
    const std::string contact =
        checked.empty() ? referral.contact().text()
                        : absl::Substitute(labels.contact_checked, referral.contact().text(), DayText(checked, labels));
    page.Line(absl::Substitute(labels.contact, contact), kDetailIndent);
  }
  if (!referral.may_send()) page.Line(labels.not_by_this_role, kDetailIndent);
}

std::string PeriodText(const v1::Period& period, const Labels& labels) {
  const bool one = period.count() == 1;
  switch (period.unit()) {
    case v1::PERIOD_UNIT_DAY:
      return absl::Substitute(one ? labels.day : labels.days, period.count());
    case v1::PERIOD_UNIT_WEEK:
      return absl::Substitute(one ? labels.week : labels.weeks, period.count());
    case v1::PERIOD_UNIT_MONTH:
      return absl::Substitute(one ? labels.month : labels.months, period.count());
    case v1::PERIOD_UNIT_YEAR:
      return absl::Substitute(one ? labels.year : labels.years, period.count());
    default:
      return absl::StrCat(period.count());
  }
}

// Who follows most of what is to be followed, so that it is said once; empty when nobody follows two things.
std::string WhoFollowsMost(const v1::Assessment& assessment) {
  std::map<std::string, int> counts;
  std::string most;
  for (const v1::MonitoringPrompt& prompt : assessment.monitoring_prompts()) {
    const std::string& who = prompt.who().text();
    if (who.empty()) return "";  // Under a heading with a name it would seem to be for that one.
    if (++counts[who] > 1 && (most.empty() || counts[who] > counts[most])) most = who;
  }
  return most;
}

std::string PromptText(const v1::MonitoringPrompt& prompt, const std::string& said, const Labels& labels) {
  std::vector<std::string> extra;
  if (prompt.who().text() != said && !prompt.who().text().empty()) extra.push_back(prompt.who().text());
  if (prompt.has_repeat_every()) {
    extra.push_back(absl::Substitute(labels.repeat, PeriodText(prompt.repeat_every(), labels)));
  }
  if (!prompt.until().text().empty()) extra.push_back(prompt.until().text());
  const std::string mark = ChoiceMark(prompt.basis());
  return extra.empty() ? absl::StrCat(prompt.what().text(), mark)
                       : absl::StrCat(prompt.what().text(), " [", absl::StrJoin(extra, "; "), "]", mark);
}

}  // namespace

void WriteReferrals(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  if (assessment.referrals().empty()) return;
  page.Heading(labels.referrals);
  for (const v1::Referral& referral : assessment.referrals()) WriteReferral(referral, labels, page);
}

void WriteMonitoring(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  if (assessment.monitoring_prompts().empty()) return;
  const std::string who = WhoFollowsMost(assessment);
  page.Heading(who.empty() ? std::string(labels.monitoring) : absl::Substitute(labels.monitoring_by, who));
  // Dates of the form YYYY-MM-DD sort as text.
  std::map<std::string, std::vector<const v1::MonitoringPrompt*>> by_date;
  for (const v1::MonitoringPrompt& prompt : assessment.monitoring_prompts()) {
    by_date[prompt.due_date()].push_back(&prompt);
  }
  for (const auto& [date, prompts] : by_date) {
    std::string lead = absl::StrCat(DayText(date, labels), "  ");
    for (const v1::MonitoringPrompt* prompt : prompts) {
      page.Item(lead, PromptText(*prompt, who, labels));
      lead = std::string(static_cast<size_t>(DisplayWidth(lead)), ' ');
    }
  }
}

}  // namespace baken::cli_internal
