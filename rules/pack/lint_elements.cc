#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "rules/base/civil_date.h"
#include "rules/base/version.h"
#include "rules/pack/lint.h"
#include "rules/pack/names.h"

namespace baken::pack_internal {
namespace {

using rules::v1::PackFile;

class ElementLinter {
 public:
  ElementLinter(const PackFile& pack, std::vector<PlanError>& errors) : pack_(pack), errors_(errors) {
    for (const auto& source : pack.sources()) sources_.insert(source.id());
  }

  void Run() {
    Header();
    Sources();
    Each("groups", pack_.groups(), false);
    Each("domains", pack_.domains(), false);
    EachWithBasis("facts", pack_.facts(), false);
    EachWithBasis("parameters", pack_.parameters(), true);
    EachWithBasis("scales", pack_.scales(), false);
    EachWithBasis("families", pack_.families(), false);
    EachWithBasis("implications", pack_.implications(), false);
    EachWithBasis("impossible", pack_.impossible(), false);
    EachWithBasis("criteria", pack_.criteria(), false);
    Each("level_lists", pack_.level_lists(), false);
    EachWithBasis("findings", pack_.findings(), true);
    EachWithBasis("referrals", pack_.referrals(), false);
    EachWithBasis("monitoring_prompts", pack_.monitoring_prompts(), false);
    EachWithBasis("advice", pack_.advice(), false);
    EachWithBasis("caveats", pack_.caveats(), true);
    EachWithBasis("documents", pack_.documents(), false);
    EachWithBasis("profiles", pack_.profiles(), false);
    Findings();
    Documents();
    Profiles();
  }

 private:
  void Header() {
    ElementPath path = {{"header", -1}};
    const auto& header = pack_.header();
    if (!IsPackId(header.id())) Fail(path, "id must be lower-case letters, digits and hyphens");
    if (!IsExactVersion(header.version())) Fail(path, "version must be MAJOR.MINOR.PATCH");
    if (!SatisfiesVersion(header.requires_baken())) {
      Fail(path, absl::StrCat("requires_baken must be MAJOR.MINOR of at most this version, ", BuildVersion()));
    }
    if (header.locales().empty()) Fail(path, "at least one locale is needed");
    if (header.roles().empty()) Fail(path, "at least one role is needed");
    Views();
  }

  void Views() {
    const auto& header = pack_.header();
    std::set<std::string> views;
    for (int i = 0; i < header.views_size(); ++i) {
      if (!views.insert(header.views(i).id()).second) Fail({{"header", -1}, {"views", i}}, "view id stands twice");
    }
    std::set<std::string> roles;
    for (int i = 0; i < header.roles_size(); ++i) {
      ElementPath path = {{"header", -1}, {"roles", i}};
      const auto& role = header.roles(i);
      if (!IsId(role.id(), false) || !roles.insert(role.id()).second)
        Fail(path, "role id is malformed or stands twice");
      if (role.views().empty()) Fail(path, "a role needs at least one view");
      for (const std::string& view : role.views()) {
        if (views.count(view) == 0) Fail(path, absl::StrCat("no view '", view, "'"));
      }
    }
  }

  void Sources() {
    std::set<std::string> seen;
    for (int i = 0; i < pack_.sources_size(); ++i) {
      if (!seen.insert(pack_.sources(i).id()).second) Fail({{"sources", i}}, "source id stands twice");
      if (pack_.sources(i).citation().empty()) Fail({{"sources", i}}, "a citation is needed");
    }
  }

  template <typename List>
  void Each(const char* field, const List& list, bool upper_allowed, const ElementPath& parent = {}) {
    std::set<std::string> seen;
    for (int i = 0; i < list.size(); ++i) {
      ElementPath path = Inside(parent, field, i);
      const std::string& id = list[i].id();
      if (!IsId(id, upper_allowed)) Fail(path, absl::StrCat("id '", id, "' is malformed"));
      if (!seen.insert(id).second) Fail(path, absl::StrCat("id '", id, "' stands twice"));
    }
  }

  static ElementPath Inside(ElementPath parent, const char* field, int i) {
    parent.push_back({field, i});
    return parent;
  }

  template <typename List>
  void EachWithBasis(const char* field, const List& list, bool upper_allowed) {
    Each(field, list, upper_allowed);
    for (int i = 0; i < list.size(); ++i) Basis(list[i].basis(), {{field, i}});
  }

  void Basis(const rules::v1::Basis& basis, const ElementPath& path) {
    if (basis.references().empty() && !basis.house_rule()) {
      Fail(path, "a basis is needed: a reference, or house_rule: true");
    }
    References(basis, path);
  }

  void References(const rules::v1::Basis& basis, const ElementPath& path) {
    for (int i = 0; i < basis.references_size(); ++i) {
      if (sources_.count(basis.references(i).source()) > 0) continue;
      ElementPath at = path;
      at.push_back({"basis", -1});
      at.push_back({"references", i});
      Fail(at, absl::StrCat("no source '", basis.references(i).source(), "'"));
    }
  }

  void Findings() {
    for (int i = 0; i < pack_.findings_size(); ++i) {
      const auto& finding = pack_.findings(i);
      ElementPath path = {{"findings", i}};
      if (finding.category() == v1::FINDING_CATEGORY_UNSPECIFIED) Fail(path, "a category is needed");
      bool is_scope = finding.id() == pack_.header().scope_finding();
      if (is_scope != (finding.category() == v1::FINDING_CATEGORY_SCOPE)) {
        Fail(path, "the scope finding, and only that, has category SCOPE");
      }
      if (finding.owner().empty()) Fail(path, "an owner is needed");
      if (!ParseCivilDay(finding.review_date()).has_value()) Fail(path, "review_date must be a day written YYYY-MM-DD");
      for (const auto& level : finding.levels()) {
        if (level.refuses() && !is_scope) Fail(path, "only the scope finding may refuse");
      }
      Codings(finding.codings(), path);
    }
  }

  template <typename List>
  void Codings(const List& codings, const ElementPath& parent) {
    std::set<std::string> seen;
    for (int i = 0; i < codings.size(); ++i) {
      ElementPath path = Inside(parent, "codings", i);
      if (codings[i].system().empty() || codings[i].code().empty()) Fail(path, "a coding needs a system and a code");
      if (!seen.insert(absl::StrCat(codings[i].system(), "|", codings[i].code())).second) {
        Fail(path, "coding stands twice");
      }
    }
  }

  // An entry without a basis of its own stands on that of the document.
  void Documents() {
    for (int d = 0; d < pack_.documents_size(); ++d) {
      ElementPath path = {{"documents", d}};
      Each("sections", pack_.documents(d).sections(), false, path);
      for (int s = 0; s < pack_.documents(d).sections_size(); ++s) {
        ElementPath section = Inside(path, "sections", s);
        const auto& entries = pack_.documents(d).sections(s).entries();
        Each("entries", entries, false, section);
        for (int e = 0; e < entries.size(); ++e) {
          if (entries[e].id() == "heading") Fail(Inside(section, "entries", e), "id 'heading' is the section's own");
          References(entries[e].basis(), Inside(section, "entries", e));
        }
      }
    }
  }

  void Profiles() {
    for (int p = 0; p < pack_.profiles_size(); ++p) {
      ElementPath path = {{"profiles", p}};
      const auto& types = pack_.profiles(p).types();
      if (types.empty()) Fail(path, "a profile needs types");
      Each("types", types, false, path);
      for (int t = 0; t < types.size(); ++t) ProfileType(types[t], Inside(path, "types", t));
    }
  }

  void ProfileType(const rules::v1::ProfileType& type, const ElementPath& path) {
    Basis(type.basis(), path);
    if (type.features().empty() != type.never_given()) {
      Fail(path, type.never_given() ? "a type that is never given has no features"
                                    : "a type without features must say never_given: true");
    }
    Each("features", type.features(), false, path);
    for (int f = 0; f < type.features_size(); ++f) {
      const std::string& id = type.features(f).id();
      if (id == "title" || id == "note") Fail(Inside(path, "features", f), absl::StrCat("id '", id, "' is the type's"));
      References(type.features(f).basis(), Inside(path, "features", f));
    }
  }

  void Fail(ElementPath path, std::string message) { errors_.push_back({std::move(path), -1, std::move(message)}); }

  const PackFile& pack_;
  std::vector<PlanError>& errors_;
  std::set<std::string> sources_;
};

}  // namespace

void LintElements(const PackFile& pack, std::vector<PlanError>& errors) { ElementLinter(pack, errors).Run(); }

}  // namespace baken::pack_internal
