#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "rules/engine/plan_context.h"

namespace baken::engine_internal {
namespace {

constexpr int64_t kAnswersMax = 1000;

const Variable* FactVariable(const PlanContext& context, const std::string& fact_id, int& variable) {
  int fact = context.program.FindFact(fact_id);
  variable = fact < 0 ? -1 : context.program.facts[static_cast<size_t>(fact)].variable;
  return variable < 0 ? nullptr : &context.program.variables[static_cast<size_t>(variable)];
}

// The possible answers to an item as text, in the order in which ScaleItem::points counts them.
std::vector<std::string> Answers(const PlanContext& context, const Variable& variable) {
  std::vector<std::string> answers;
  if (variable.kind == VariableKind::kBoolean) return {"false", "true"};
  if (variable.kind == VariableKind::kOneOf) return context.table.domains[static_cast<size_t>(variable.domain)].codes;
  for (int64_t v = variable.minimum; v <= variable.maximum; ++v) answers.push_back(variable.grid.ToText(v));
  return answers;
}

void PlanPoints(PlanContext& context, const rules::v1::ScaleItem& item, const Variable& variable,
                const ElementPath& path, ScaleItem& planned) {
  std::vector<std::string> answers = Answers(context, variable);
  planned.points.assign(answers.size(), 0);
  std::set<std::string> seen;
  for (const auto& points : item.points()) {
    auto found = std::find(answers.begin(), answers.end(), points.answer());
    if (found == answers.end() || !seen.insert(points.answer()).second) {
      context.Fail(path, absl::StrCat("'", points.answer(), "' is no answer to '", item.fact(), "', or stands twice"));
      continue;
    }
    planned.points[static_cast<size_t>(found - answers.begin())] = points.points();
  }
  if (seen.size() != answers.size()) context.Fail(path, "points are needed for every answer");
}

void PlanItem(PlanContext& context, const rules::v1::ScaleItem& item, const ElementPath& path, ProgramScale& scale) {
  ScaleItem planned;
  const Variable* variable = FactVariable(context, item.fact(), planned.variable);
  if (variable == nullptr || variable->kind == VariableKind::kSet) {
    context.Fail(path, absl::StrCat("item '", item.fact(), "' is no number, yes/no or one-of fact"));
    return;
  }
  bool whole_number = variable->kind == VariableKind::kNumber && variable->grid.whole();
  if (variable->kind == VariableKind::kNumber &&
      (!whole_number || variable->maximum - variable->minimum > kAnswersMax)) {
    context.Fail(path,
                 absl::StrCat("item '", item.fact(), "' needs a whole step and at most ", kAnswersMax, " answers"));
    return;
  }
  // A step of 2 counts steps, not points: spell the points out.
  bool identity = variable->kind == VariableKind::kBoolean || (whole_number && variable->grid.step().mantissa == 1);
  if (item.points_size() > 0) {
    PlanPoints(context, item, *variable, path, planned);
  } else if (variable->kind == VariableKind::kNumber && !identity) {
    for (int64_t v = variable->minimum; v <= variable->maximum; ++v)
      planned.points.push_back(v * variable->grid.step().mantissa);
  } else if (!identity) {
    context.Fail(path, "a one-of item needs points");
  }
  scale.items.push_back(std::move(planned));
}

int64_t ItemBound(const Program& program, const ScaleItem& item, bool highest) {
  const Variable& variable = program.variables[static_cast<size_t>(item.variable)];
  if (item.points.empty()) return highest ? variable.maximum : variable.minimum;
  auto [low, high] = std::minmax_element(item.points.begin(), item.points.end());
  return highest ? *high : *low;
}

void CheckRange(PlanContext& context, const rules::v1::Scale& scale, const ProgramScale& planned,
                const ElementPath& path) {
  if (scale.minimum() >= scale.maximum()) context.Fail(path, "minimum is not below maximum");
  int64_t low = 0;
  int64_t high = 0;
  for (const ScaleItem& item : planned.items) {
    low += ItemBound(context.program, item, false);
    high += ItemBound(context.program, item, true);
  }
  if (!planned.items.empty() && (low != scale.minimum() || high != scale.maximum())) {
    context.Fail(path, absl::StrCat("range [", scale.minimum(), ", ", scale.maximum(), "] is not that of its items, [",
                                    low, ", ", high, "]"));
  }
  int64_t next = scale.minimum();
  for (const auto& band : scale.bands()) {
    if (band.minimum() != next || band.maximum() < band.minimum()) {
      context.Fail(path, absl::StrCat("band '", band.id(), "' leaves a gap or overlaps: it must start at ", next));
    }
    next = band.maximum() + 1;
  }
  if (scale.bands_size() > 0 && next != scale.maximum() + 1)
    context.Fail(path, "the last band does not end at the maximum");
}

void PlanTotal(PlanContext& context, const rules::v1::Scale& scale, const ElementPath& path, ProgramScale& planned) {
  const Variable* total = FactVariable(context, scale.total_fact(), planned.total_variable);
  bool fits = total != nullptr && total->kind == VariableKind::kNumber && total->grid == Grid() &&
              total->minimum == scale.minimum() && total->maximum == scale.maximum();
  if (!fits) {
    context.Fail(path, absl::StrCat("total_fact '", scale.total_fact(), "' is no whole number in [", scale.minimum(),
                                    ", ", scale.maximum(), "]"));
  }
}

void PlanScale(PlanContext& context, int i) {
  const auto& scale = context.pack.scales(i);
  ElementPath path = {{"scales", i}};
  ProgramScale planned;
  planned.id = scale.id();
  for (int k = 0; k < scale.items_size(); ++k) {
    PlanItem(context, scale.items(k), {{"scales", i}, {"items", k}}, planned);
  }
  PlanTotal(context, scale, path, planned);
  CheckRange(context, scale, planned, path);
  Variable variable;
  variable.id = scale.id();
  variable.kind = VariableKind::kNumber;
  variable.origin = VariableOrigin::kScale;
  variable.element = i;
  variable.minimum = scale.minimum();
  variable.maximum = std::max(scale.minimum() + 1, scale.maximum());
  planned.variable = static_cast<int>(context.program.variables.size());
  Symbol symbol;
  symbol.kind = SymbolKind::kNumber;
  symbol.index = planned.variable;
  symbol.minimum = variable.minimum;
  symbol.maximum = variable.maximum;
  symbol.may_contradict = true;
  bool fresh = context.table.symbols.emplace(scale.id(), symbol).second;
  if (!fresh || !context.scale_index.emplace(scale.id(), i).second) context.Fail(path, "name is taken");
  context.program.variables.push_back(std::move(variable));
  context.program.scales.push_back(std::move(planned));
}

bool HasItem(const std::vector<ScaleItem>& items, int variable) {
  return std::any_of(items.begin(), items.end(), [&](const ScaleItem& item) { return item.variable == variable; });
}

void LinkPart(PlanContext& context, int part) {
  const auto& definition = context.pack.scales(part);
  ElementPath path = {{"scales", part}};
  auto found = context.scale_index.find(definition.part_of());
  if (found == context.scale_index.end() || found->second == part) {
    context.Fail(path, absl::StrCat("part_of names no scale '", definition.part_of(), "'"));
    return;
  }
  ProgramScale& small = context.program.scales[static_cast<size_t>(part)];
  ProgramScale& large = context.program.scales[static_cast<size_t>(found->second)];
  if (!context.pack.scales(found->second).part_of().empty()) context.Fail(path, "a part may not have parts");
  for (const ScaleItem& item : small.items) {
    if (!HasItem(large.items, item.variable)) context.Fail(path, "an item is not among those of the larger scale");
    for (int other : large.parts) {
      if (HasItem(context.program.scales[static_cast<size_t>(other)].items, item.variable)) {
        context.Fail(path, "two parts share an item");
      }
    }
  }
  if (small.items.empty()) context.Fail(path, "a part needs items");
  small.part_of = found->second;
  large.parts.push_back(part);
}

}  // namespace

void PlanScales(PlanContext& context) {
  for (int i = 0; i < context.pack.scales_size(); ++i) PlanScale(context, i);
  for (int i = 0; i < context.pack.scales_size(); ++i) {
    if (!context.pack.scales(i).part_of().empty()) LinkPart(context, i);
  }
  for (ProgramScale& scale : context.program.scales) {
    for (const ScaleItem& item : scale.items) {
      bool in_part = std::any_of(scale.parts.begin(), scale.parts.end(), [&](int part) {
        return HasItem(context.program.scales[static_cast<size_t>(part)].items, item.variable);
      });
      if (!in_part) scale.own_items.push_back(item);
    }
  }
}

}  // namespace baken::engine_internal
