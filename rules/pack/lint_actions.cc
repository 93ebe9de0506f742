#include <map>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "rules/base/civil_date.h"
#include "rules/pack/lint.h"
#include "rules/pack/periods.h"

namespace baken::pack_internal {
namespace {

using rules::v1::PackFile;

class ActionLinter {
 public:
  ActionLinter(const PackFile& pack, std::vector<PlanError>& errors) : pack_(pack), errors_(errors) {
    for (const auto& role : pack.header().roles()) roles_.insert(role.id());
    for (const auto& finding : pack.findings()) {
      std::set<std::string>& levels = levels_[finding.id()];
      for (const auto& level : finding.levels()) levels.insert(level.id());
      for (const auto& list : pack.level_lists()) {
        if (list.id() != finding.front_levels()) continue;
        for (const auto& level : list.levels()) levels.insert(level.id());
      }
    }
  }

  void Run() {
    for (int i = 0; i < pack_.header().silent_while_size(); ++i) {
      CheckBinding(pack_.header().silent_while(i), {{"header", -1}, {"silent_while", i}});
    }
    for (int i = 0; i < pack_.referrals_size(); ++i) CheckReferral(i);
    for (int i = 0; i < pack_.monitoring_prompts_size(); ++i) CheckPrompt(i);
    for (int i = 0; i < pack_.advice_size(); ++i) {
      ElementPath path = {{"advice", i}};
      CheckTrigger(pack_.advice(i).trigger(), path);
      if (pack_.advice(i).audience() == v1::AUDIENCE_UNSPECIFIED) Fail(path, "an audience is needed");
    }
    for (int i = 0; i < pack_.documents_size(); ++i) CheckEntries(i);
    bool partial_knowledge = false;
    for (int i = 0; i < pack_.caveats_size(); ++i) {
      CheckCaveat(i);
      partial_knowledge = partial_knowledge || pack_.caveats(i).on_partial_knowledge();
    }
    if (!partial_knowledge) Fail({{"header", -1}}, "a caveat with on_partial_knowledge is needed");
  }

 private:
  void CheckReferral(int i) {
    const auto& referral = pack_.referrals(i);
    ElementPath path = {{"referrals", i}};
    CheckTrigger(referral.trigger(), path);
    CheckPeriod(referral.due(), path, true);
    CheckBounds(referral, path);
    if (referral.urgency() == v1::URGENCY_UNSPECIFIED) Fail(path, "an urgency is needed");
    CheckRoles(referral.may_send_roles(), path);
    for (const std::string& replaced : referral.replaces()) {
      bool known = false;
      for (const auto& other : pack_.referrals())
        known = known || (other.id() == replaced && replaced != referral.id());
      if (!known) Fail(path, absl::StrCat("replaces no other referral '", replaced, "'"));
    }
    if (!referral.contact_checked_date().empty() && !ParseCivilDay(referral.contact_checked_date()).has_value()) {
      Fail(path, "contact_checked_date must be a day written YYYY-MM-DD");
    }
  }

  void CheckPrompt(int i) {
    const auto& prompt = pack_.monitoring_prompts(i);
    ElementPath path = {{"monitoring_prompts", i}};
    CheckTrigger(prompt.trigger(), path);
    CheckPeriod(prompt.due(), path, true);
    CheckBounds(prompt, path);
    CheckPeriod(prompt.repeat_every(), path, false);
    if (prompt.topic().empty()) Fail(path, "a topic is needed");
  }

  void CheckCaveat(int i) {
    const auto& caveat = pack_.caveats(i);
    ElementPath path = {{"caveats", i}};
    for (const std::string& finding : caveat.findings()) {
      if (levels_.count(finding) == 0) Fail(path, absl::StrCat("no finding '", finding, "'"));
    }
    if (caveat.on_partial_knowledge() && caveat.id() != "PARTIAL_KNOWLEDGE") {
      Fail(path, "the caveat on partial knowledge has id PARTIAL_KNOWLEDGE");
    }
    if (caveat.has_trigger()) CheckTrigger(caveat.trigger(), path);
    if (caveat.findings().empty() && !caveat.has_trigger() && !caveat.on_partial_knowledge()) {
      Fail(path, "a caveat needs an occasion");
    }
  }

  void CheckEntries(int document) {
    for (int s = 0; s < pack_.documents(document).sections_size(); ++s) {
      const auto& entries = pack_.documents(document).sections(s).entries();
      for (int e = 0; e < entries.size(); ++e) {
        if (!entries[e].has_trigger()) continue;
        CheckTrigger(entries[e].trigger(), {{"documents", document}, {"sections", s}, {"entries", e}});
      }
    }
  }

  // What a site profile may set.
  template <typename Action>
  void CheckBounds(const Action& action, const ElementPath& path) {
    if (action.has_earliest() != action.has_latest()) return Fail(path, "earliest and latest go together");
    if (!action.has_earliest()) return;
    CheckPeriod(action.earliest(), path, false, true);
    CheckPeriod(action.latest(), path, false, true);
    if (!IsNeverLater(action.earliest(), action.due()) || !IsNeverLater(action.due(), action.latest())) {
      Fail(path, "due must lie in [earliest, latest], from whichever day it is counted");
    }
  }

  void CheckTrigger(const rules::v1::Trigger& trigger, const ElementPath& path) {
    if (trigger.any_of().empty()) Fail(path, "a trigger needs any_of");
    CheckBindings(trigger.any_of(), "any_of", path);
    CheckBindings(trigger.none_of(), "none_of", path);
    CheckBindings(trigger.all_of(), "all_of", path);
    CheckRoles(trigger.roles(), path);
  }

  template <typename List>
  void CheckBindings(const List& bindings, const char* field, const ElementPath& path) {
    for (int i = 0; i < bindings.size(); ++i) {
      ElementPath at = path;
      at.push_back({"trigger", -1});
      at.push_back({field, i});
      CheckBinding(bindings[i], at);
    }
  }

  void CheckBinding(const rules::v1::Binding& binding, const ElementPath& path) {
    auto found = levels_.find(binding.finding());
    if (found == levels_.end()) return Fail(path, absl::StrCat("no finding '", binding.finding(), "'"));
    for (const std::string& level : binding.levels()) {
      if (found->second.count(level) == 0) {
        Fail(path, absl::StrCat("finding '", binding.finding(), "' has no level '", level, "'"));
      }
    }
  }

  template <typename List>
  void CheckRoles(const List& roles, const ElementPath& path) {
    for (const std::string& role : roles) {
      if (roles_.count(role) == 0) Fail(path, absl::StrCat("no role '", role, "'"));
    }
  }

  void CheckPeriod(const v1::Period& period, const ElementPath& path, bool required, bool may_be_none = false) {
    bool given = period.unit() != v1::PERIOD_UNIT_UNSPECIFIED;
    if (required && !given) Fail(path, "due is needed");
    if (period.count() < 0 || period.count() > 1000) Fail(path, "a period counts [0, 1000]");
    if (!required && !may_be_none && given && period.count() == 0) Fail(path, "a repetition needs a count above 0");
  }

  void Fail(ElementPath path, std::string message) { errors_.push_back({std::move(path), -1, std::move(message)}); }

  const PackFile& pack_;
  std::vector<PlanError>& errors_;
  std::set<std::string> roles_;
  std::map<std::string, std::set<std::string>> levels_;
};

}  // namespace

void LintActions(const PackFile& pack, std::vector<PlanError>& errors) { ActionLinter(pack, errors).Run(); }

}  // namespace baken::pack_internal
