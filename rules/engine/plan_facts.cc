#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rules/base/age_name.h"
#include "rules/engine/plan_context.h"

namespace baken::engine_internal {
namespace {

constexpr int kAgeDaysMax = 36500;

// Adds a domain, also a faulty one, so that later steps have something to look at.
int AddDomain(PlanContext& context, const google::protobuf::RepeatedPtrField<std::string>& codes,
              const ElementPath& path) {
  DomainCodes domain;
  for (const std::string& code : codes) {
    if (domain.Find(code) >= 0) context.Fail(path, absl::StrCat("code '", code, "' stands twice"));
    domain.codes.push_back(code);
  }
  if (domain.codes.empty() || domain.codes.size() > kCodesMax) {
    context.Fail(path, absl::StrCat("a domain has 1 to ", kCodesMax, " codes"));
    domain.codes.resize(std::min<size_t>(domain.codes.size(), kCodesMax));
  }
  context.table.domains.push_back(std::move(domain));
  return static_cast<int>(context.table.domains.size()) - 1;
}

int NoneCode(PlanContext& context, int domain, const std::string& none_code, const ElementPath& path) {
  if (none_code.empty() || domain < 0) return -1;
  int position = context.table.domains[static_cast<size_t>(domain)].Find(none_code);
  if (position < 0) context.Fail(path, absl::StrCat("none_code '", none_code, "' is none of the codes"));
  return position;
}

void PlanDomains(PlanContext& context) {
  for (int i = 0; i < context.pack.domains_size(); ++i) {
    const auto& domain = context.pack.domains(i);
    ElementPath path = {{"domains", i}};
    int index = AddDomain(context, domain.codes(), path);
    if (!context.domain_index.emplace(domain.id(), index).second) context.Fail(path, "domain id stands twice");
    context.domain_none_code[domain.id()] = NoneCode(context, index, domain.none_code(), path);
  }
}

// The domain of a one-of or set, own or shared.
template <typename Type>
int ResolveDomain(PlanContext& context, const Type& type, const ElementPath& path) {
  if (type.domain().empty() == type.codes().empty()) {
    context.Fail(path, "exactly one of domain and codes is needed");
    return AddDomain(context, type.codes(), path);
  }
  if (type.domain().empty()) return AddDomain(context, type.codes(), path);
  auto found = context.domain_index.find(type.domain());
  if (found != context.domain_index.end()) return found->second;
  context.Fail(path, absl::StrCat("no domain '", type.domain(), "'"));
  return AddDomain(context, type.codes(), path);
}

int64_t Bound(PlanContext& context, const Grid& grid, const std::string& text, const char* what,
              const ElementPath& path) {
  std::optional<Decimal> decimal = ParseDecimal(text);
  std::optional<int64_t> steps = decimal.has_value() ? grid.FromDecimal(*decimal) : std::nullopt;
  if (!steps.has_value()) context.Fail(path, absl::StrCat(what, " is no whole multiple of the step"));
  return steps.value_or(0);
}

void PlanNumber(PlanContext& context, const rules::v1::NumberType& type, const ElementPath& path, Variable& variable) {
  variable.kind = VariableKind::kNumber;
  std::optional<Decimal> step = ParseDecimal(type.step().empty() ? "1" : type.step());
  if (!step.has_value() || step->mantissa <= 0) {
    context.Fail(path, "step is no decimal above 0");
    return;
  }
  variable.grid = Grid(*step);
  variable.minimum = Bound(context, variable.grid, type.minimum(), "minimum", path);
  variable.maximum = Bound(context, variable.grid, type.maximum(), "maximum", path);
  if (variable.minimum >= variable.maximum) context.Fail(path, "minimum is not below maximum");
  if (!variable.grid.whole()) Bound(context, variable.grid, "1", "with a broken step, 1", path);
  std::set<std::string> units = {type.unit_code()};
  for (const auto& unit : type.other_units()) {
    if (Bound(context, variable.grid, unit.factor(), "factor", path) <= 0) context.Fail(path, "factor is not above 0");
    if (!units.insert(unit.unit_code()).second)
      context.Fail(path, absl::StrCat("unit '", unit.unit_code(), "' stands twice"));
  }
  if (type.other_units_size() > 0 && type.unit_code().empty()) context.Fail(path, "other_units need a unit_code");
}

std::vector<ProgramUnit> Units(const rules::v1::NumberType& type, const Grid& grid) {
  std::vector<ProgramUnit> units = {{type.unit_code(), Decimal{1, 0}, grid.FromDecimal(Decimal{1, 0}).value_or(0)}};
  for (const auto& unit : type.other_units()) {
    Decimal factor = ParseDecimal(unit.factor()).value_or(Decimal{});
    units.push_back({unit.unit_code(), factor, grid.FromDecimal(factor).value_or(0)});
  }
  return units;
}

void PlanType(PlanContext& context, const rules::v1::Fact& fact, const ElementPath& path, Variable& variable) {
  switch (fact.type_case()) {
    case rules::v1::Fact::kBoolean:
      variable.kind = VariableKind::kBoolean;
      break;
    case rules::v1::Fact::kNumber:
      PlanNumber(context, fact.number(), path, variable);
      break;
    case rules::v1::Fact::kOneOf:
      variable.kind = VariableKind::kOneOf;
      variable.domain = ResolveDomain(context, fact.one_of(), path);
      break;
    case rules::v1::Fact::kSetOf: {
      variable.kind = VariableKind::kSet;
      const auto& type = fact.set_of();
      variable.domain = ResolveDomain(context, type, path);
      auto shared = context.domain_none_code.find(type.domain());
      variable.none_code = type.domain().empty() ? NoneCode(context, variable.domain, type.none_code(), path)
                           : shared == context.domain_none_code.end() ? -1
                                                                      : shared->second;
      break;
    }
    default:
      context.Fail(path, "a type is needed");
  }
}

void AddSymbol(PlanContext& context, const std::string& name, Symbol symbol, const ElementPath& path) {
  static const std::set<std::string> reserved = {"true", "false", "in", "requester_role", "data_contradictory"};
  bool taken =
      (reserved.count(name) > 0 && name != "requester_role") || !context.table.symbols.emplace(name, symbol).second;
  if (taken) context.Fail(path, absl::StrCat("name '", name, "' is reserved or stands twice"));
}

int AddVariable(PlanContext& context, Variable variable, const std::string& unit_code, const ElementPath& path) {
  int index = static_cast<int>(context.program.variables.size());
  Symbol symbol;
  switch (variable.kind) {
    case VariableKind::kBoolean:
      symbol.kind = SymbolKind::kBoolean;
      break;
    case VariableKind::kNumber:
      symbol.kind = SymbolKind::kNumber;
      break;
    case VariableKind::kOneOf:
      symbol.kind = SymbolKind::kOneOf;
      break;
    case VariableKind::kSet:
      symbol.kind = SymbolKind::kSet;
      break;
  }
  symbol.index = index;
  symbol.grid = variable.grid;
  symbol.minimum = variable.minimum;
  symbol.maximum = variable.maximum;
  symbol.unit_code = unit_code;
  symbol.domain = variable.domain;
  symbol.may_contradict = variable.origin == VariableOrigin::kFact;
  AddSymbol(context, variable.id, symbol, path);
  context.program.variables.push_back(std::move(variable));
  return index;
}

int AddAge(PlanContext& context, const std::string& fact_id, int element, const ElementPath& path) {
  Variable age;
  age.id = AgeName(fact_id);
  age.kind = VariableKind::kNumber;
  age.origin = VariableOrigin::kAge;
  age.element = element;
  age.maximum = kAgeDaysMax;
  return AddVariable(context, std::move(age), "d", path);
}

void PlanFact(PlanContext& context, int i) {
  const auto& fact = context.pack.facts(i);
  ElementPath path = {{"facts", i}};
  ProgramFact planned;
  planned.id = fact.id();
  if (!context.program.fact_index.emplace(fact.id(), i).second) context.Fail(path, "fact id stands twice");
  if (fact.type_case() != rules::v1::Fact::kExternalCodes) {
    Variable variable;
    variable.id = fact.id();
    variable.element = i;
    variable.derived = fact.derived();
    PlanType(context, fact, path, variable);
    if (fact.has_number()) planned.units = Units(fact.number(), variable.grid);
    const std::string unit_code = fact.has_number() ? fact.number().unit_code() : "";
    planned.variable = AddVariable(context, std::move(variable), unit_code, path);
    if (fact.keeps_age()) planned.age_variable = AddAge(context, fact.id(), i, path);
  }
  context.program.facts.push_back(std::move(planned));
}

void CheckExternalCodes(PlanContext& context, int i) {
  const auto& type = context.pack.facts(i).external_codes();
  ElementPath path = {{"facts", i}, {"external_codes", -1}};
  int target = context.program.FindFact(type.target_fact());
  int variable = target < 0 ? -1 : context.program.facts[static_cast<size_t>(target)].variable;
  if (variable < 0 || context.program.variables[static_cast<size_t>(variable)].kind != VariableKind::kSet) {
    context.Fail(path, absl::StrCat("target_fact '", type.target_fact(), "' is no set fact"));
    return;
  }
  int domain = context.program.variables[static_cast<size_t>(variable)].domain;
  for (int p = 0; domain >= 0 && p < type.prefixes_size(); ++p) {
    const auto& prefix = type.prefixes(p);
    ElementPath at = path;
    at.push_back({"prefixes", p});
    if (prefix.prefix().empty() || static_cast<int>(prefix.prefix().size()) > type.code_length()) {
      context.Fail(at, "a prefix has 1 to code_length characters");
    }
    for (const std::string& code : prefix.codes()) {
      if (context.table.domains[static_cast<size_t>(domain)].Find(code) < 0) {
        context.Fail(at, absl::StrCat("'", code, "' is no code of '", type.target_fact(), "'"));
      }
    }
  }
}

// The order of asking: groups in order, within a group facts in order.
void PlanAskOrder(PlanContext& context) {
  absl::flat_hash_map<std::string, int> group_index;
  for (int g = 0; g < context.pack.groups_size(); ++g) group_index.emplace(context.pack.groups(g).id(), g);
  std::vector<int> order(context.program.facts.size());
  std::iota(order.begin(), order.end(), 0);
  for (int i = 0; i < context.pack.facts_size(); ++i) {
    auto found = group_index.find(context.pack.facts(i).group());
    if (found == group_index.end()) {
      context.Fail({{"facts", i}}, absl::StrCat("no question group '", context.pack.facts(i).group(), "'"));
      continue;
    }
    context.program.facts[static_cast<size_t>(i)].group = found->second;
  }
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return context.program.facts[static_cast<size_t>(a)].group < context.program.facts[static_cast<size_t>(b)].group;
  });
  for (size_t rank = 0; rank < order.size(); ++rank) {
    context.program.facts[static_cast<size_t>(order[rank])].ask_rank = static_cast<int>(rank);
  }
}

void PlanParameters(PlanContext& context) {
  for (int i = 0; i < context.pack.parameters_size(); ++i) {
    const auto& parameter = context.pack.parameters(i);
    Symbol symbol;
    symbol.kind = SymbolKind::kParameter;
    std::optional<Decimal> value = ParseDecimal(parameter.value());
    if (!value.has_value()) context.Fail({{"parameters", i}}, "value is no decimal");
    symbol.value = value.value_or(Decimal{});
    AddSymbol(context, parameter.id(), symbol, {{"parameters", i}});
  }
}

void PlanRoles(PlanContext& context) {
  google::protobuf::RepeatedPtrField<std::string> codes;
  for (const auto& role : context.pack.header().roles()) *codes.Add() = role.id();
  Variable variable;
  variable.id = "requester_role";
  variable.kind = VariableKind::kOneOf;
  variable.origin = VariableOrigin::kRequesterRole;
  ElementPath path = {{"header", -1}};
  variable.domain = AddDomain(context, codes, path);
  context.program.role_variable = AddVariable(context, std::move(variable), "", path);
}

}  // namespace

void PlanFacts(PlanContext& context) {
  PlanDomains(context);
  PlanRoles(context);
  for (int i = 0; i < context.pack.facts_size(); ++i) PlanFact(context, i);
  for (int i = 0; i < context.pack.facts_size(); ++i) {
    if (context.pack.facts(i).has_external_codes()) CheckExternalCodes(context, i);
  }
  PlanParameters(context);
  PlanAskOrder(context);
}

}  // namespace baken::engine_internal
