#include "rules/explain/grounds.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <memory>

#include "rules/engine/dependencies.h"
#include "rules/engine/engines.h"
#include "rules/engine/minimal_sets.h"
#include "rules/explain/effects.h"

namespace baken::explain_internal {
namespace {

constexpr int kTestsMax = 1000;

// Searches among the known facts that can bear on the finding. `enough` sees the finding's levels on some of them.
FactSets Search(const Situation& situation, int finding, const std::function<bool(const Verdict&)>& enough) {
  const std::vector<int> bearing = BearingFacts(situation.program(), finding);
  const std::vector<int>& known = situation.known().facts();
  std::vector<size_t> candidates;  // Places in `known`.
  for (size_t i = 0; i < known.size(); ++i) {
    if (std::binary_search(bearing.begin(), bearing.end(), known[i])) candidates.push_back(i);
  }
  const std::unique_ptr<Engine> engine = situation.pack().engines().Incremental();
  const auto on = [&](const std::vector<bool>& members) {
    std::vector<bool> kept(known.size(), false);
    for (size_t c = 0; c < candidates.size(); ++c) kept[candidates[c]] = members[c];
    return enough(engine->Conclude(situation.known().Only(kept))[static_cast<size_t>(finding)]);
  };
  const MinimalSets found = FindMinimalSets(static_cast<int>(candidates.size()), on, kSetsMax, kTestsMax);
  FactSets result;
  result.complete = found.complete;
  for (const std::vector<int>& set : found.sets) {
    std::vector<int>& facts = result.sets.emplace_back();
    for (int member : set) facts.push_back(known[candidates[static_cast<size_t>(member)]]);
  }
  return result;
}

}  // namespace

FactSets FindWhy(const Situation& situation, int finding) {
  const FindingState& now = situation.evaluation().findings[static_cast<size_t>(finding)];
  const auto& levels = situation.program().findings[static_cast<size_t>(finding)].levels;
  const bool is_default = now.supported + 1 == static_cast<int>(levels.size());
  if (is_default && !now.decided) return {};
  return Search(situation, finding, [&](const Verdict& verdict) {
    return verdict.supported == now.supported && (!is_default || std::has_single_bit(verdict.attainable));
  });
}

FactSets FindWhyNot(const Situation& situation, int finding, int level) {
  const size_t index = static_cast<size_t>(level);
  if (situation.evaluation().findings[static_cast<size_t>(finding)].attainable[index]) return {};
  return Search(situation, finding, [&](const Verdict& verdict) { return (verdict.attainable >> index & 1) == 0; });
}

v1::Grounds DescribeGrounds(const Situation& situation, const std::vector<int>& facts) {
  v1::Grounds grounds;
  for (int fact : facts) *grounds.add_readings() = DescribeFact(situation, situation.evaluation(), fact);
  return grounds;
}

}  // namespace baken::explain_internal
