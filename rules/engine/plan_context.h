// What the steps of planning share. Internal to rules/engine.
#ifndef BAKEN_RULES_ENGINE_PLAN_CONTEXT_H_
#define BAKEN_RULES_ENGINE_PLAN_CONTEXT_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "baken/rules/v1/pack.pb.h"
#include "rules/engine/plan_error.h"
#include "rules/engine/program.h"
#include "rules/logic/symbols.h"

namespace baken::engine_internal {

struct PlanContext {
  const rules::v1::PackFile& pack;
  Program& program;
  std::vector<PlanError>& errors;
  SymbolTable table;
  absl::flat_hash_map<std::string, int> domain_index;      // Shared domains by id.
  absl::flat_hash_map<std::string, int> domain_none_code;  // Their none code.
  absl::flat_hash_map<std::string, int> scale_index;

  void Fail(ElementPath path, std::string message, int offset = -1) {
    errors.push_back({std::move(path), offset, std::move(message)});
  }
};

// Facts, domains, parameters and reserved names: variables and symbols (plan_facts.cc).
void PlanFacts(PlanContext& context);
// Scales: variables, symbols, items (plan_scales.cc).
void PlanScales(PlanContext& context);
// Everything with a condition (plan_rules.cc).
void PlanRules(PlanContext& context);

}  // namespace baken::engine_internal

#endif  // BAKEN_RULES_ENGINE_PLAN_CONTEXT_H_
