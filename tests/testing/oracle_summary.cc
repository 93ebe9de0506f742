#include "tests/testing/oracle_summary.h"

#include <algorithm>
#include <map>
#include <set>

#include "rules/base/check.h"
#include "rules/base/civil_date.h"

namespace baken::oracle {
namespace {

bool IsThere(v1::LevelKind kind) { return kind == v1::LEVEL_KIND_POSITIVE || kind == v1::LEVEL_KIND_POSSIBLE; }

v1::Urgency UrgencyOf(const rules::v1::Level& level) { return std::max(level.urgency(), v1::URGENCY_U0); }

class Summariser {
 public:
  Summariser(const Pack& pack, const Conclusions& conclusions, std::string role, absl::CivilDay day)
      : pack_(pack), definition_(pack.definition()), conclusions_(conclusions), role_(std::move(role)), day_(day) {}

  Summary Run() {
    for (const auto& finding : definition_.findings()) AddFinding(finding);
    AddReferrals();
    AddPrompts();
    for (const auto& advice : definition_.advice()) {
      if (Applies(advice.trigger())) summary_.advice.push_back(advice.id());
    }
    summary_.outcome = DecideOutcome();
    return summary_;
  }

 private:
  const rules::v1::Level& LevelNamed(const rules::v1::Finding& finding, const std::string& id) const {
    for (const rules::v1::Level* level : pack_.Levels(finding)) {
      if (level->id() == id) return *level;
    }
    BAKEN_CHECK(false);
    return *pack_.Levels(finding)[0];
  }

  const rules::v1::Finding& FindingNamed(const std::string& id) const {
    const auto& findings = definition_.findings();
    return *std::find_if(findings.begin(), findings.end(), [&](const auto& finding) { return finding.id() == id; });
  }

  const rules::v1::Level& Supported(const rules::v1::Finding& finding) const {
    return LevelNamed(finding, conclusions_.findings.at(finding.id()).supported);
  }

  void AddFinding(const rules::v1::Finding& finding) {
    const rules::v1::Level& supported = Supported(finding);
    summary_.urgency = std::max(summary_.urgency, UrgencyOf(supported));
    for (const std::string& id : conclusions_.findings.at(finding.id()).attainable) {
      summary_.attainable_urgency = std::max(summary_.attainable_urgency, UrgencyOf(LevelNamed(finding, id)));
    }
    if (finding.category() == v1::FINDING_CATEGORY_SCOPE && supported.when().empty()) {
      summary_.flags.insert(summary_.flags.begin(), "DATA_INSUFFICIENT");
    }
    bool flag = finding.category() != v1::FINDING_CATEGORY_SCOPE && !finding.no_flag() &&
                finding.category() != v1::FINDING_CATEGORY_SUBGROUP && IsThere(supported.kind());
    if (!flag) return;
    summary_.flags.push_back(finding.flag_per_level() ? finding.id() + "_" + supported.id() : finding.id());
  }

  bool Holds(const rules::v1::Binding& binding) const {
    const rules::v1::Level& supported = Supported(FindingNamed(binding.finding()));
    if (binding.levels().empty()) return IsThere(supported.kind());
    return std::count(binding.levels().begin(), binding.levels().end(), supported.id()) > 0;
  }

  // Any of any_of, all of all_of, none of none_of, for the role.
  bool Applies(const rules::v1::Trigger& trigger) const {
    if (!trigger.roles().empty() && std::count(trigger.roles().begin(), trigger.roles().end(), role_) == 0)
      return false;
    bool any = false;
    for (const auto& binding : trigger.any_of()) any = any || Holds(binding);
    bool all = true;
    for (const auto& binding : trigger.all_of()) all = all && Holds(binding);
    bool none = true;
    for (const auto& binding : trigger.none_of()) none = none && !Holds(binding);
    return any && all && none;
  }

  std::string DueDay(const v1::Period& period) const { return FormatCivilDay(AddPeriod(day_, period)); }

  void AddReferrals() {
    std::set<std::string> covered;
    for (const auto& referral : definition_.referrals()) {
      if (!Applies(referral.trigger())) continue;
      covered.insert(referral.replaces().begin(), referral.replaces().end());
    }
    for (const auto& referral : definition_.referrals()) {
      if (!Applies(referral.trigger()) || covered.count(referral.id()) > 0) continue;
      summary_.referrals.emplace_back(referral.id(), DueDay(referral.due()));
    }
  }

  // Of several prompts on one topic the earliest due; of equals the first.
  void AddPrompts() {
    for (const auto& prompt : definition_.monitoring_prompts()) {
      if (!Applies(prompt.trigger())) continue;
      bool first = true;
      bool before = true;
      for (const auto& other : definition_.monitoring_prompts()) {
        if (other.id() == prompt.id()) {
          before = false;
        } else if (other.topic() == prompt.topic() && Applies(other.trigger())) {
          const std::string due = DueDay(other.due());
          if (due < DueDay(prompt.due()) || (before && due == DueDay(prompt.due()))) first = false;
        }
      }
      if (first) summary_.prompts.emplace_back(prompt.id(), DueDay(prompt.due()));
    }
  }

  v1::Outcome DecideOutcome() const {
    const bool known = !Supported(FindingNamed(definition_.header().scope_finding())).when().empty();
    const bool anything = !summary_.referrals.empty() || !summary_.prompts.empty() || !summary_.advice.empty();
    if (summary_.urgency >= v1::URGENCY_U2 || (known && anything)) return v1::OUTCOME_ADVICE;
    if (!known || summary_.attainable_urgency >= v1::URGENCY_U2) return v1::OUTCOME_NOT_ENOUGH_KNOWN;
    return v1::OUTCOME_NOTHING_TO_ADVISE;
  }

  const Pack& pack_;
  const rules::v1::PackFile& definition_;
  const Conclusions& conclusions_;
  const std::string role_;
  const absl::CivilDay day_;
  Summary summary_;
};

}  // namespace

bool IsRefused(const Pack& pack, const Conclusions& conclusions) {
  for (const auto& finding : pack.definition().findings()) {
    if (finding.id() != pack.definition().header().scope_finding()) continue;
    for (const rules::v1::Level* level : pack.Levels(finding)) {
      if (level->id() == conclusions.findings.at(finding.id()).supported) return level->refuses();
    }
  }
  BAKEN_CHECK(false);
  return false;
}

Summary Summarise(const Pack& pack, const Conclusions& conclusions, const std::string& role,
                  absl::CivilDay evaluation_date) {
  return Summariser(pack, conclusions, role, evaluation_date).Run();
}

}  // namespace baken::oracle
