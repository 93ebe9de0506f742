#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"
#include "client/cli/text/sections.h"

namespace baken::cli_internal {
namespace {

// Enough for one conversation; the next answer brings the next questions.
constexpr size_t kGroupsMax = 8;
constexpr size_t kUrgentQuestionsMax = 4;

struct Group {
  std::string id;
  std::string title;
  bool urgent = false;
  std::vector<const v1::OpenFact*> questions;
};

// In the order of the answer, which is by importance; what can raise the urgency first, groups and questions.
std::vector<Group> GroupQuestions(const v1::Assessment& assessment) {
  std::vector<Group> groups;
  for (const v1::OpenFact& open : assessment.open_facts()) {
    auto group =
        std::find_if(groups.begin(), groups.end(), [&open](const Group& known) { return known.id == open.group_id(); });
    if (group == groups.end()) {
      groups.push_back({.id = open.group_id(), .title = open.group_title().text(), .urgent = false, .questions = {}});
      group = std::prev(groups.end());
    }
    group->urgent = group->urgent || open.can_raise_urgency();
    group->questions.push_back(&open);
  }
  std::stable_partition(groups.begin(), groups.end(), [](const Group& group) { return group.urgent; });
  for (Group& group : groups) {
    std::stable_partition(group.questions.begin(), group.questions.end(),
                          [](const v1::OpenFact* open) { return open->can_raise_urgency(); });
  }
  return groups;
}

void WriteUrgentGroup(const Group& group, const Labels& labels, Page& page) {
  page.Line(absl::StrCat(group.title, " (!)"), 2, Style::kStrong);
  for (size_t i = 0; i < std::min(group.questions.size(), kUrgentQuestionsMax); ++i) {
    page.Item(group.questions[i]->can_raise_urgency() ? "! " : "? ", group.questions[i]->question().text(), 4);
  }
  if (group.questions.size() > kUrgentQuestionsMax) {
    page.Line(absl::Substitute(labels.and_more, group.questions.size() - kUrgentQuestionsMax), 4, Style::kFaint);
  }
}

// One line: what to begin with.
void WriteOtherGroup(const Group& group, const Labels& labels, Page& page) {
  const size_t more = group.questions.size() - 1;
  page.Item("? ",
            absl::StrCat(group.title, ": ", group.questions[0]->question().text(),
                         more == 0 ? "" : absl::StrCat(" ", absl::Substitute(labels.and_more, more))),
            2);
}

}  // namespace

void WriteQuestions(const v1::Assessment& assessment, const Labels& labels, Page& page) {
  const std::vector<Group> groups = GroupQuestions(assessment);
  if (groups.empty()) return;
  // Groups that can raise the urgency stand first; what the mark means is said once.
  const std::string mark = groups[0].urgent ? absl::StrCat(" · ! ", labels.raises_urgency) : "";
  page.Heading(absl::StrCat(absl::Substitute(labels.to_ask, assessment.open_facts_size()), mark));
  for (size_t i = 0; i < std::min(groups.size(), kGroupsMax); ++i) {
    if (groups[i].urgent) {
      WriteUrgentGroup(groups[i], labels, page);
    } else {
      WriteOtherGroup(groups[i], labels, page);
    }
  }
  size_t left_out = 0;
  for (size_t i = kGroupsMax; i < groups.size(); ++i) left_out += groups[i].questions.size();
  if (left_out > 0) {
    page.Line(absl::Substitute(labels.more_groups, left_out, groups.size() - kGroupsMax), 2, Style::kFaint);
  }
}

}  // namespace baken::cli_internal
