#include "rules/pack/text_ids.h"

#include <iterator>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"

namespace baken {
namespace {

std::vector<std::string> DocumentTexts(const rules::v1::Document& document) {
  const std::string prefix = absl::StrCat("document.", document.id());
  std::vector<std::string> ids = {prefix + ".title"};
  for (const auto& section : document.sections()) {
    ids.push_back(absl::StrCat(prefix, ".", section.id(), ".heading"));
    for (const auto& entry : section.entries()) {
      ids.push_back(absl::StrCat(prefix, ".", section.id(), ".", entry.id()));
    }
  }
  return ids;
}

class TextLister {
 public:
  explicit TextLister(const rules::v1::PackFile& pack) : pack_(pack) {}

  std::vector<TextNeed> Run() {
    General();
    Facts();
    Rules();
    Actions();
    Documents();
    Profiles();
    std::vector<TextNeed> brief = ListBriefTexts(pack_);
    needs_.insert(needs_.end(), std::make_move_iterator(brief.begin()), std::make_move_iterator(brief.end()));
    return std::move(needs_);
  }

 private:
  void General() {
    at_ = {{"header", -1}};
    Need("pack.title");
    for (const auto& role : pack_.header().roles()) Need(absl::StrCat("role.", role.id()));
    for (const auto& view : pack_.header().views()) Need(absl::StrCat("view.", view.id()));
    for (const char* urgency : {"U0", "U1", "U2", "U3", "U4"}) Need(absl::StrCat("urgency.", urgency));
    // While a higher one is attainable; above U4 there is none.
    for (const char* urgency : {"U0", "U1", "U2", "U3"}) Need(absl::StrCat("urgency.", urgency, ".open"));
    for (const char* outcome : {"REFUSED", "ADVICE", "NOT_ENOUGH_KNOWN", "NOTHING_TO_ADVISE"}) {
      Need(absl::StrCat("outcome.", outcome));
    }
    for (const char* purpose : {"URGENCY", "REFERRAL", "SUBGROUP", "FINDING"}) {
      Need(absl::StrCat("interview.because.", purpose));
    }
    for (const char* kind :
         {"ANSWER_AGAINST_IMPLICATION", "IMPLICATIONS_DISAGREE", "NONE_BESIDE_OTHER", "TOTAL_OUTSIDE_ITEMS"}) {
      Need(absl::StrCat("contradiction.", kind));
    }
    Need("discrepancy.family");
    Need("value.boolean.true");
    Need("value.boolean.false");
    May("format.decimal_separator");
    for (int month = 1; month <= 12; ++month) May(absl::StrCat("format.month.", month));
    for (int i = 0; i < pack_.groups_size(); ++i) {
      at_ = {{"groups", i}};
      Need(absl::StrCat("group.", pack_.groups(i).id(), ".title"));
    }
  }

  void Facts() {
    for (int i = 0; i < pack_.domains_size(); ++i) {
      at_ = {{"domains", i}};
      for (const std::string& code : pack_.domains(i).codes()) {
        Need(absl::StrCat("value.", pack_.domains(i).id(), ".", code));
      }
    }
    std::set<std::string> units;
    bool sets = false;
    for (int i = 0; i < pack_.facts_size(); ++i) {
      const auto& fact = pack_.facts(i);
      at_ = {{"facts", i}};
      Need(absl::StrCat("fact.", fact.id(), ".label"));
      Need(absl::StrCat("fact.", fact.id(), ".question"));
      May(absl::StrCat("fact.", fact.id(), ".help"));
      for (const std::string& code : fact.one_of().codes()) Need(CodeTextId(fact, code));
      for (const std::string& code : fact.set_of().codes()) Need(CodeTextId(fact, code));
      sets = sets || fact.has_set_of();
      MayUnit(fact.number().unit_code(), units);
      for (const auto& other : fact.number().other_units()) MayUnit(other.unit_code(), units);
    }
    at_ = {{"header", -1}};
    if (sets) {
      Need("value.partial");
      Need("value.partial_empty");
      Need("value.none");
    }
    if (!pack_.scales().empty()) Need("value.from_items");
    for (int i = 0; i < pack_.scales_size(); ++i) {
      at_ = {{"scales", i}};
      Need(absl::StrCat("scale.", pack_.scales(i).id(), ".title"));
    }
    for (int i = 0; i < pack_.families_size(); ++i) {
      at_ = {{"families", i}};
      Need(absl::StrCat("family.", pack_.families(i).id(), ".title"));
    }
  }

  void Rules() {
    for (int i = 0; i < pack_.parameters_size(); ++i) {
      at_ = {{"parameters", i}};
      May(absl::StrCat("parameter.", pack_.parameters(i).id(), ".title"));
    }
    for (int i = 0; i < pack_.criteria_size(); ++i) {
      at_ = {{"criteria", i}};
      May(absl::StrCat("criterion.", pack_.criteria(i).id(), ".title"));
    }
    for (int i = 0; i < pack_.impossible_size(); ++i) {
      at_ = {{"impossible", i}};
      Need(absl::StrCat("impossible.", pack_.impossible(i).id()));
    }
    for (int i = 0; i < pack_.level_lists_size(); ++i) {
      at_ = {{"level_lists", i}};
      for (const auto& level : pack_.level_lists(i).levels()) {
        Need(absl::StrCat("levels.", pack_.level_lists(i).id(), ".", level.id()));
      }
    }
    std::set<std::string> systems;
    for (int i = 0; i < pack_.findings_size(); ++i) {
      const auto& finding = pack_.findings(i);
      at_ = {{"findings", i}};
      Need(absl::StrCat("finding.", finding.id(), ".title"));
      for (const auto& level : finding.levels()) Need(absl::StrCat("finding.", finding.id(), ".", level.id()));
      for (const auto& coding : finding.codings()) {
        if (systems.insert(coding.system()).second) May(absl::StrCat("system.", coding.system()));
      }
    }
  }

  void Actions() {
    for (int i = 0; i < pack_.referrals_size(); ++i) {
      at_ = {{"referrals", i}};
      const std::string prefix = absl::StrCat("referral.", pack_.referrals(i).id());
      Need(prefix + ".recipient");
      Need(prefix + ".why");
      for (const char* part : {".send_along", ".meanwhile", ".contact"}) May(prefix + part);
    }
    for (int i = 0; i < pack_.monitoring_prompts_size(); ++i) {
      at_ = {{"monitoring_prompts", i}};
      const std::string prefix = absl::StrCat("monitoring.", pack_.monitoring_prompts(i).id());
      Need(prefix + ".what");
      Need(prefix + ".who");
      May(prefix + ".until");
    }
    for (int i = 0; i < pack_.advice_size(); ++i) {
      at_ = {{"advice", i}};
      Need(absl::StrCat("advice.", pack_.advice(i).id()));
    }
    for (int i = 0; i < pack_.caveats_size(); ++i) {
      at_ = {{"caveats", i}};
      Need(absl::StrCat("caveat.", pack_.caveats(i).id()));
    }
  }

  void Documents() {
    bool names_unasked = false;
    bool tells_urgency = false;
    bool keeps_empty = false;
    for (int i = 0; i < pack_.documents_size(); ++i) {
      at_ = {{"documents", i}};
      for (std::string& id : DocumentTexts(pack_.documents(i))) Need(std::move(id));
      for (const auto& section : pack_.documents(i).sections()) {
        names_unasked = names_unasked || !section.not_asked().empty();
        tells_urgency = tells_urgency || section.urgency();
        keeps_empty = keeps_empty || section.keep_when_empty();
      }
    }
    if (tells_urgency) {
      Need("document.urgency_can_rise");
      Need("document.urgency_ask_first");
    }
    if (keeps_empty) Need("document.empty_section");
    if (!names_unasked) return;
    Need("document.not_asked");
    Need("document.partly_known");
    Need("document.declined");
  }

  void Profiles() {
    for (int i = 0; i < pack_.profiles_size(); ++i) {
      at_ = {{"profiles", i}};
      const std::string prefix = absl::StrCat("profile.", pack_.profiles(i).id());
      Need(prefix + ".title");
      Need(prefix + ".note");
      for (const auto& type : pack_.profiles(i).types()) {
        const std::string of_type = absl::StrCat(prefix, ".", type.id());
        Need(of_type + ".title");
        // Why a type is never given is no detail to leave out.
        needs_.push_back({of_type + ".note", at_, !type.never_given()});
        for (const auto& feature : type.features()) Need(absl::StrCat(of_type, ".", feature.id()));
      }
    }
  }

  // Each unit once.
  void MayUnit(const std::string& unit_code, std::set<std::string>& units) {
    if (!units.insert(unit_code).second) return;
    May(absl::StrCat("unit.", unit_code));
    May(absl::StrCat("unit.", unit_code, ".one"));
  }

  void Need(std::string id) { needs_.push_back({std::move(id), at_, false}); }
  void May(std::string id) { needs_.push_back({std::move(id), at_, true}); }

  const rules::v1::PackFile& pack_;
  std::vector<TextNeed> needs_;
  ElementPath at_;
};

}  // namespace

std::vector<TextNeed> ListTexts(const rules::v1::PackFile& pack) { return TextLister(pack).Run(); }

std::vector<std::string> ListDiscreetTexts(const rules::v1::PackFile& pack) {
  std::vector<std::string> ids;
  for (const auto& document : pack.documents()) {
    if (!document.discreet()) continue;
    for (std::string& id : DocumentTexts(document)) ids.push_back(std::move(id));
  }
  return ids;
}

std::string CodeTextId(const rules::v1::Fact& fact, const std::string& code) {
  const std::string& domain = fact.has_one_of() ? fact.one_of().domain() : fact.set_of().domain();
  return absl::StrCat("value.", domain.empty() ? fact.id() : domain, ".", code);
}

}  // namespace baken
