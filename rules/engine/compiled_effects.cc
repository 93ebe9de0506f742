// What single values do, put together beforehand.
#include <algorithm>
#include <cstring>
#include <limits>

#include "rules/engine/compiled_tables.h"

namespace baken::engine_internal {
namespace {

constexpr int64_t kWord = 8;
// Above this many values the rows are looked up by class.
constexpr int64_t kValuesMax = 512;

int64_t ValueCount(const Compiled& compiled, size_t variable) {
  const Variable& definition = compiled.program.variables[variable];
  if (definition.kind == VariableKind::kOneOf) return static_cast<int64_t>(compiled.program.CodeCount(definition));
  return definition.maximum - definition.minimum + 1;
}

bool Fits(int64_t low, int64_t high) {
  constexpr int64_t kMost = std::numeric_limits<int>::max() / 2;
  return low >= -kMost && high <= kMost;
}

// At most one scale whose sum it adds to, and the whole which that one is part of.
bool IsSimple(const Compiled& compiled, size_t v) {
  const CompiledVariable& variable = compiled.variables[v];
  if (variable.kind == VariableKind::kSet || variable.searched || variable.paired) return false;
  const bool is_total = variable.total_group != static_cast<int16_t>(compiled.program.scales.size());
  if (is_total && variable.use_count > 0) return false;
  if (variable.stride > kWord || variable.use_count > 2 || ValueCount(compiled, v) > kValuesMax) return false;
  if (!Fits(variable.minimum, variable.maximum)) return false;
  const auto first = compiled.uses.begin() + variable.first_use;
  const auto last = first + variable.use_count;
  const bool fits = std::all_of(first, last, [](const CompiledUse& use) { return Fits(use.low, use.high); });
  const auto counting = std::count_if(first, last, [](const CompiledUse& use) { return use.counts; });
  return fits && counting == (variable.use_count > 0 ? 1 : 0) &&
         (variable.use_count < 2 || first->group == std::next(first)->group);
}

CompiledEffect EffectOf(const Compiled& compiled, const CompiledVariable& variable, int64_t value) {
  const auto none = static_cast<int16_t>(compiled.program.scales.size());
  CompiledEffect effect;
  effect.scale = effect.whole = none;
  effect.group = variable.total_group;
  effect.slot = variable.first_slot;
  if (variable.leaf_count > 0) {
    const int row_class = compiled.classes[static_cast<size_t>(variable.first_class + value)];
    std::memcpy(&effect.row, &compiled.rows[static_cast<size_t>(variable.first_row + row_class * variable.stride)],
                sizeof(effect.row));
  }
  for (int i = 0; i < variable.use_count; ++i) {
    const CompiledUse& use = compiled.uses[static_cast<size_t>(variable.first_use + i)];
    effect.group = static_cast<int16_t>(use.group);
    (use.counts ? effect.scale : effect.whole) = static_cast<int16_t>(use.scale);
    if (!use.counts) continue;
    const int64_t earned =
        use.points < 0 ? variable.minimum + value : compiled.points[static_cast<size_t>(use.points + value)];
    effect.low = static_cast<int>(earned - use.low);
    effect.high = static_cast<int>(earned - use.high);
  }
  return effect;
}

}  // namespace

void AddEffects(Compiled& compiled) {
  for (size_t v = 0; v < compiled.variables.size(); ++v) {
    CompiledVariable& variable = compiled.variables[v];
    variable.simple = IsSimple(compiled, v);
    if (!variable.simple) continue;
    variable.first_effect = static_cast<int>(compiled.effects.size());
    const int64_t count = ValueCount(compiled, v);
    for (int64_t value = 0; value < count; ++value) compiled.effects.push_back(EffectOf(compiled, variable, value));
  }
}

}  // namespace baken::engine_internal
