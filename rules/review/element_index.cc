#include "rules/review/element_index.h"

#include "absl/strings/str_cat.h"

namespace baken::review_internal {
namespace {

bool IsGiven(const rules::v1::Basis& basis) { return basis.references_size() > 0 || basis.house_rule(); }

}  // namespace

template <typename List>
void ElementIndex::AddAll(absl::string_view kind, const List& list) {
  for (const auto& element : list) has_basis_[absl::StrCat(kind, ".", element.id())] = IsGiven(element.basis());
}

ElementIndex::ElementIndex(const rules::v1::PackFile& pack) {
  AddFacts(pack);
  AddFindings(pack);
  AddProfiles(pack);
  AddAll("scale", pack.scales());
  AddAll("family", pack.families());
  AddAll("parameter", pack.parameters());
  AddAll("criterion", pack.criteria());
  AddAll("implication", pack.implications());
  AddAll("impossible", pack.impossible());
  AddAll("referral", pack.referrals());
  AddAll("monitoring", pack.monitoring_prompts());
  AddAll("advice", pack.advice());
  AddAll("caveat", pack.caveats());
  AddAll("document", pack.documents());
  for (const auto& role : pack.header().roles()) has_basis_[absl::StrCat("role.", role.id())] = true;
  for (const auto& view : pack.header().views()) has_basis_[absl::StrCat("view.", view.id())] = true;
  for (const auto& group : pack.groups()) has_basis_[absl::StrCat("group.", group.id())] = true;
}

void ElementIndex::AddFacts(const rules::v1::PackFile& pack) {
  AddAll("fact", pack.facts());
  for (const auto& fact : pack.facts()) {
    for (const auto* codes : {&fact.one_of().codes(), &fact.set_of().codes()}) {
      for (const std::string& code : *codes) {
        has_basis_[absl::StrCat("value.", fact.id(), ".", code)] = IsGiven(fact.basis());
      }
    }
  }
  // A domain is a list of words; the facts that use it carry the authority.
  for (const auto& domain : pack.domains()) {
    for (const std::string& code : domain.codes()) has_basis_[absl::StrCat("value.", domain.id(), ".", code)] = true;
  }
}

void ElementIndex::AddFindings(const rules::v1::PackFile& pack) {
  AddAll("finding", pack.findings());
  for (const auto& finding : pack.findings()) {
    auto add = [&](const auto& levels) {
      for (const auto& level : levels) {
        has_basis_[absl::StrCat("finding.", finding.id(), ".", level.id())] =
            IsGiven(level.basis()) || IsGiven(finding.basis());
      }
    };
    add(finding.levels());
    for (const auto& list : pack.level_lists()) {
      if (list.id() == finding.front_levels()) add(list.levels());
    }
  }
}

void ElementIndex::AddProfiles(const rules::v1::PackFile& pack) {
  for (const auto& profile : pack.profiles()) {
    for (const auto& type : profile.types()) {
      const std::string name = absl::StrCat("profile.", profile.id(), ".", type.id());
      const bool of_type = IsGiven(type.basis()) || IsGiven(profile.basis());
      has_basis_[name] = of_type;
      for (const auto& feature : type.features()) {
        has_basis_[absl::StrCat(name, ".", feature.id())] = of_type || IsGiven(feature.basis());
      }
    }
  }
}

ElementIndex::Standing ElementIndex::Find(absl::string_view name) const {
  auto found = has_basis_.find(name);
  if (found == has_basis_.end()) return Standing::kUnknown;
  return found->second ? Standing::kGood : Standing::kWithoutBasis;
}

}  // namespace baken::review_internal
