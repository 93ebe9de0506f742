#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "rules/engine/level_kinds.h"
#include "rules/pack/text_ids.h"

namespace baken {
namespace {

template <typename List, typename Value>
bool IsIn(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

class BriefLister {
 public:
  explicit BriefLister(const rules::v1::PackFile& pack) : pack_(pack) {
    for (int i = 0; i < pack.documents_size(); ++i) {
      if (!pack.documents(i).brief()) continue;
      at_ = {{"documents", i}};
      sections_.insert(sections_.end(), pack.documents(i).sections().begin(), pack.documents(i).sections().end());
    }
  }

  std::vector<TextNeed> Run() {
    if (sections_.empty()) return {};
    for (const char* id : {"document.denied", "document.by_day", "document.today", "document.now"}) Need(id);
    for (const char* urgency : {"U0", "U1", "U2", "U3", "U4"}) Need(absl::StrCat("urgency.", urgency, ".brief"));
    May("format.date");
    for (const auto& fact : pack_.facts()) May(absl::StrCat("fact.", fact.id(), ".brief"));
    for (const auto& scale : pack_.scales()) May(absl::StrCat("scale.", scale.id(), ".brief"));
    for (const auto& referral : pack_.referrals()) May(absl::StrCat("referral.", referral.id(), ".brief"));
    for (const auto& prompt : pack_.monitoring_prompts()) Need(absl::StrCat("monitoring.", prompt.id(), ".brief"));
    for (const auto& finding : pack_.findings()) NeedLevels(finding);
    return std::move(needs_);
  }

 private:
  // Of a finding that a brief document may hold, each level that says that something is there.
  void NeedLevels(const rules::v1::Finding& finding) {
    const bool held = std::any_of(sections_.begin(), sections_.end(), [&](const auto& section) {
      return IsIn(section.findings(), finding.id()) || IsIn(section.finding_categories(), finding.category());
    });
    if (!held) return;
    for (const auto& level : finding.levels()) {
      if (IsThere(level.kind())) Need(absl::StrCat("finding.", finding.id(), ".", level.id(), ".brief"));
    }
  }

  void Need(std::string id) { needs_.push_back({std::move(id), at_, false}); }
  void May(std::string id) { needs_.push_back({std::move(id), at_, true}); }

  const rules::v1::PackFile& pack_;
  std::vector<rules::v1::DocumentSection> sections_;  // Of brief documents.
  std::vector<TextNeed> needs_;
  ElementPath at_;
};

}  // namespace

std::vector<TextNeed> ListBriefTexts(const rules::v1::PackFile& pack) { return BriefLister(pack).Run(); }

}  // namespace baken
