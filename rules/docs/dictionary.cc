#include "rules/docs/dictionary.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "rules/pack/number_text.h"
#include "rules/pack/text_ids.h"

namespace baken::docs_internal {

Dictionary::Dictionary(const LoadedPack& pack, std::string locale)
    : domains(pack.definition().domains()),
      facts(pack.definition().facts()),
      parameters(pack.definition().parameters()),
      scales(pack.definition().scales()),
      families(pack.definition().families()),
      criteria(pack.definition().criteria()),
      level_lists(pack.definition().level_lists()),
      findings(pack.definition().findings()),
      documents(pack.definition().documents()),
      loaded_(pack),
      locale_(std::move(locale)),
      words_(WordsFor(locale_)) {}

std::string Dictionary::Text(absl::string_view id) const {
  const std::string* text = loaded_.catalogue().Find(locale_, id);
  return text == nullptr ? "" : *text;
}

std::string Dictionary::AuthorLanguage() const {
  const std::string& first = pack().header().locales(0);
  return first == locale_ ? "" : first;
}

std::string Dictionary::FactLabel(absl::string_view id) const { return Text(absl::StrCat("fact.", id, ".label")); }

std::string Dictionary::CodeLabel(const rules::v1::Fact& fact, const std::string& code) const {
  return Text(CodeTextId(fact, code));
}

std::vector<std::string> Dictionary::Codes(const rules::v1::Fact& fact) const {
  const std::string& domain = fact.has_one_of() ? fact.one_of().domain() : fact.set_of().domain();
  const rules::v1::Domain* shared = domains.Find(domain);
  const auto& own = fact.has_one_of() ? fact.one_of().codes() : fact.set_of().codes();
  const auto& codes = shared != nullptr ? shared->codes() : own;
  return {codes.begin(), codes.end()};
}

std::string Dictionary::NoneCode(const rules::v1::Fact& fact) const {
  const rules::v1::Domain* shared = domains.Find(fact.set_of().domain());
  return shared == nullptr ? fact.set_of().none_code() : shared->none_code();
}

std::string Dictionary::ScaleTitle(absl::string_view id) const { return Text(absl::StrCat("scale.", id, ".title")); }

std::string Dictionary::FamilyTitle(absl::string_view id) const { return Text(absl::StrCat("family.", id, ".title")); }

std::string Dictionary::FindingTitle(absl::string_view id) const {
  return Text(absl::StrCat("finding.", id, ".title"));
}

std::string Dictionary::LevelText(const rules::v1::Finding& finding, absl::string_view level) const {
  const std::string own = Text(absl::StrCat("finding.", finding.id(), ".", level));
  return !own.empty() ? own : Text(absl::StrCat("levels.", finding.front_levels(), ".", level));
}

std::string Dictionary::CriterionName(absl::string_view id) const {
  const std::string title = Text(absl::StrCat("criterion.", id, ".title"));
  return !title.empty() ? title : absl::StrReplaceAll(id, {{"_", " "}});
}

std::string Dictionary::ParameterName(absl::string_view id) const {
  const std::string title = Text(absl::StrCat("parameter.", id, ".title"));
  return !title.empty() ? title : std::string(id);
}

std::string Dictionary::UrgencyText(v1::Urgency urgency) const {
  return Text(absl::StrCat("urgency.", UrgencyCode(urgency)));
}

std::string Dictionary::LevelKindName(v1::LevelKind kind) const {
  switch (kind) {
    case v1::LEVEL_KIND_POSITIVE:
      return std::string(words_.present);
    case v1::LEVEL_KIND_POSSIBLE:
      return std::string(words_.possible);
    case v1::LEVEL_KIND_AGAINST:
      return std::string(words_.against);
    case v1::LEVEL_KIND_NONE:
      return std::string(words_.nothing_known);
    default:
      return std::string(words_.not_assessed);
  }
}

std::string Dictionary::CategoryName(v1::FindingCategory category) const {
  switch (category) {
    case v1::FINDING_CATEGORY_SCOPE:
      return std::string(words_.category_scope);
    case v1::FINDING_CATEGORY_ACUTE:
      return std::string(words_.category_acute);
    case v1::FINDING_CATEGORY_SOMATIC:
      return std::string(words_.category_somatic);
    case v1::FINDING_CATEGORY_COMORBIDITY:
      return std::string(words_.category_comorbidity);
    case v1::FINDING_CATEGORY_USE:
      return std::string(words_.category_use);
    case v1::FINDING_CATEGORY_COMBINATION:
      return std::string(words_.category_combination);
    case v1::FINDING_CATEGORY_SOCIAL:
      return std::string(words_.category_social);
    case v1::FINDING_CATEGORY_WORK:
      return std::string(words_.category_work);
    case v1::FINDING_CATEGORY_SUBGROUP:
      return std::string(words_.category_subgroup);
    default:
      return std::string(words_.category_descriptive);
  }
}

std::string Dictionary::Number(absl::string_view decimal, absl::string_view unit_code) const {
  const std::string number = DigitsText(loaded_.catalogue(), locale_, decimal);
  const std::string unit = UnitName(unit_code, decimal);
  return unit.empty() ? number : absl::StrCat(number, " ", unit);
}

// The pack's own word, else a plain one for spans of time, else the UCUM code.
std::string Dictionary::UnitName(absl::string_view unit_code, absl::string_view decimal) const {
  std::string text = UnitText(loaded_.catalogue(), locale_, decimal, unit_code);
  if (!text.empty() || unit_code.empty() || unit_code == "1") return text;
  if (unit_code == "h") return std::string(words_.hours);
  if (unit_code == "d") return std::string(words_.days);
  if (unit_code == "wk") return std::string(words_.weeks);
  if (unit_code == "mo") return std::string(words_.months);
  if (unit_code == "a") return std::string(words_.years);
  return unit_code == "Cel" ? "°C" : std::string(unit_code);
}

std::string Dictionary::Period(const v1::Period& period) const {
  if (period.count() == 0) return std::string(words_.same_day);
  const bool one = period.count() == 1;
  absl::string_view unit = one ? words_.day : words_.days;
  if (period.unit() == v1::PERIOD_UNIT_WEEK) unit = one ? words_.week : words_.weeks;
  if (period.unit() == v1::PERIOD_UNIT_MONTH) unit = one ? words_.month : words_.months;
  if (period.unit() == v1::PERIOD_UNIT_YEAR) unit = one ? words_.year : words_.years;
  return absl::StrCat(period.count(), " ", unit);
}

std::vector<const rules::v1::Level*> Dictionary::Levels(const rules::v1::Finding& finding) const {
  std::vector<const rules::v1::Level*> levels;
  if (const rules::v1::LevelList* front = level_lists.Find(finding.front_levels())) {
    for (const auto& level : front->levels()) levels.push_back(&level);
  }
  for (const auto& level : finding.levels()) levels.push_back(&level);
  return levels;
}

std::string FindingPage(absl::string_view id) { return absl::StrCat("finding-", id, ".html"); }

std::string Anchor(absl::string_view kind, absl::string_view id) { return absl::StrCat(kind, "-", id); }

std::string Href(absl::string_view file, absl::string_view kind, absl::string_view id) {
  return absl::StrCat(file, ".html#", Anchor(kind, id));
}

std::string UrgencyCode(v1::Urgency urgency) {
  return urgency == v1::URGENCY_UNSPECIFIED ? "" : absl::StrCat("U", static_cast<int>(urgency) - 1);
}

}  // namespace baken::docs_internal
