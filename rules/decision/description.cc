#include "rules/decision/description.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/base/error_details.h"
#include "rules/decision/copies.h"
#include "rules/pack/text_ids.h"

namespace baken {
namespace {

using decision_internal::CopyBasis;
using decision_internal::CopyCodings;

class Describer {
 public:
  Describer(const LoadedPack& pack, std::string locale)
      : pack_(pack), definition_(pack.definition()), locale_(std::move(locale)) {}

  v1::PackDescription Run() {
    v1::PackDescription result;
    *result.mutable_pack() = pack_.reference();
    *result.mutable_title() = Text("pack.title");
    for (const std::string& locale : pack_.catalogue().locales()) result.add_locales(locale);
    for (int i = 0; i < definition_.facts_size(); ++i) DescribeFact(i, *result.add_facts());
    for (int i = 0; i < definition_.findings_size(); ++i) DescribeFinding(i, *result.add_findings());
    for (const auto& scale : definition_.scales()) DescribeScale(scale, *result.add_instruments());
    for (const auto& source : definition_.sources()) {
      v1::Source& added = *result.add_sources();
      added.set_source_id(source.id());
      added.set_citation(source.citation());
      added.set_identifier(source.identifier());
    }
    for (const auto& role : definition_.header().roles()) {
      v1::RoleDescription& added = *result.add_roles();
      added.set_role_id(role.id());
      *added.mutable_title() = Text(absl::StrCat("role.", role.id()));
      added.set_receives_personal_output(role.receives_personal_output());
      *added.mutable_view_ids() = role.views();
    }
    return result;
  }

  void DescribeFact(int index, v1::FactDescription& result) {
    const auto& fact = definition_.facts(index);
    const ProgramFact& planned = pack_.program().facts[static_cast<size_t>(index)];
    const std::string prefix = absl::StrCat("fact.", fact.id());
    result.set_fact_id(fact.id());
    *result.mutable_label() = Text(prefix + ".label");
    *result.mutable_question() = Text(prefix + ".question");
    if (pack_.catalogue().Find(locale_, prefix + ".help") != nullptr) *result.mutable_help() = Text(prefix + ".help");
    result.set_group_id(fact.group());
    result.set_deprecated(fact.deprecated());
    CopyCodings(fact, result);
    *result.mutable_basis() = CopyBasis(fact.basis());
    if (planned.variable < 0) {
      result.set_kind(v1::FACT_KIND_EXTERNAL_CODES);
      return;
    }
    DescribeType(fact, planned, pack_.program().variables[static_cast<size_t>(planned.variable)], result);
  }

 private:
  void DescribeType(const rules::v1::Fact& fact, const ProgramFact& planned, const Variable& variable,
                    v1::FactDescription& result) {
    switch (variable.kind) {
      case VariableKind::kBoolean:
        return result.set_kind(v1::FACT_KIND_BOOLEAN);
      case VariableKind::kNumber:
        result.set_kind(variable.grid.whole() ? v1::FACT_KIND_INTEGER : v1::FACT_KIND_DECIMAL);
        result.set_minimum(variable.grid.ToText(variable.minimum));
        result.set_maximum(variable.grid.ToText(variable.maximum));
        result.set_step(variable.grid.ToText(1));
        for (const ProgramUnit& unit : planned.units) {
          if (!unit.code.empty()) result.add_unit_codes(unit.code);
        }
        return;
      case VariableKind::kOneOf:
      case VariableKind::kSet:
        break;
    }
    result.set_kind(variable.kind == VariableKind::kOneOf ? v1::FACT_KIND_ONE_OF : v1::FACT_KIND_SET_OF);
    const auto& codes = pack_.program().domains[static_cast<size_t>(variable.domain)].codes;
    for (const std::string& code : codes) {
      v1::CodeDescription& added = *result.add_codes();
      added.set_code(code);
      *added.mutable_label() = Text(CodeTextId(fact, code));
    }
    if (variable.none_code >= 0) result.set_none_code(codes[static_cast<size_t>(variable.none_code)]);
  }

  void DescribeFinding(int index, v1::FindingDescription& result) {
    const auto& finding = definition_.findings(index);
    result.set_finding_id(finding.id());
    result.set_category(finding.category());
    *result.mutable_title() = Text(absl::StrCat("finding.", finding.id(), ".title"));
    for (const ProgramLevel& level : pack_.program().findings[static_cast<size_t>(index)].levels) {
      v1::LevelDescription& added = *result.add_levels();
      added.set_level_id(level.id);
      added.set_kind(level.kind);
      *added.mutable_statement() = Text(level.text_id);
      added.set_urgency(level.urgency);
      added.set_condition(level.condition);
    }
    *result.mutable_basis() = CopyBasis(finding.basis());
    CopyCodings(finding, result);
  }

  void DescribeScale(const rules::v1::Scale& scale, v1::InstrumentDescription& result) {
    result.set_scale_id(scale.id());
    *result.mutable_title() = Text(absl::StrCat("scale.", scale.id(), ".title"));
    for (const auto& item : scale.items()) result.add_item_fact_ids(item.fact());
    result.set_total_fact_id(scale.total_fact());
    for (const auto& band : scale.bands()) {
      v1::BandDescription& added = *result.add_bands();
      added.set_band_id(band.id());
      added.set_minimum(band.minimum());
      added.set_maximum(band.maximum());
    }
    *result.mutable_basis() = CopyBasis(scale.basis());
    result.set_licence(scale.licence());
  }

  v1::LocalizedText Text(const std::string& id) const {
    v1::LocalizedText text;
    text.set_text_id(id);
    text.set_text(*pack_.catalogue().Find(locale_, id));
    return text;
  }

  const LoadedPack& pack_;
  const rules::v1::PackFile& definition_;
  const std::string locale_;
};

}  // namespace

absl::StatusOr<v1::PackDescription> DescribePack(const LoadedPack& pack, absl::string_view locale) {
  std::optional<std::string> resolved = pack.catalogue().Resolve(locale);
  if (!resolved.has_value()) {
    Violations violations;
    violations.Add("locale", absl::StrCat("must be one of: ", absl::StrJoin(pack.catalogue().locales(), ", ")));
    return InvalidRequestError("INVALID_REQUEST", violations);
  }
  return Describer(pack, *resolved).Run();
}

v1::FactDescription DescribeFact(const LoadedPack& pack, const std::string& locale, int fact) {
  v1::FactDescription description;
  Describer(pack, locale).DescribeFact(fact, description);
  return description;
}

}  // namespace baken
