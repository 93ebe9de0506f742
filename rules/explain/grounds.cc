#include "rules/explain/grounds.h"

#include <algorithm>
#include <functional>

#include "rules/engine/dependencies.h"
#include "rules/engine/minimal_sets.h"
#include "rules/explain/effects.h"

namespace baken::explain_internal {
namespace {

constexpr int kTestsMax = 1000;

// Searches among the known facts that can bear on the finding. `enough` sees the finding's state on some of them.
FactSets Search(const Situation& situation, int finding, const std::function<bool(const FindingState&)>& enough) {
  const std::vector<int> bearing = BearingFacts(situation.program(), finding);
  const std::vector<int>& known = situation.known().facts();
  std::vector<size_t> candidates;  // Places in `known`.
  for (size_t i = 0; i < known.size(); ++i) {
    if (std::binary_search(bearing.begin(), bearing.end(), known[i])) candidates.push_back(i);
  }
  const auto on = [&](const std::vector<bool>& members) {
    std::vector<bool> kept(known.size(), false);
    for (size_t c = 0; c < candidates.size(); ++c) kept[candidates[c]] = members[c];
    const Evaluation evaluation = Evaluate(situation.program(), situation.known().Only(kept));
    return enough(evaluation.findings[static_cast<size_t>(finding)]);
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
  const FindingState& now = situation.now().evaluation.findings[static_cast<size_t>(finding)];
  const auto& levels = situation.program().findings[static_cast<size_t>(finding)].levels;
  const bool is_default = now.supported + 1 == static_cast<int>(levels.size());
  if (is_default && !now.decided) return {};
  return Search(situation, finding, [&](const FindingState& state) {
    return state.supported == now.supported && (!is_default || state.decided);
  });
}

FactSets FindWhyNot(const Situation& situation, int finding, int level) {
  const size_t index = static_cast<size_t>(level);
  if (situation.now().evaluation.findings[static_cast<size_t>(finding)].attainable[index]) return {};
  return Search(situation, finding, [&](const FindingState& state) { return !state.attainable[index]; });
}

v1::Grounds DescribeGrounds(const Situation& situation, const std::vector<int>& facts) {
  v1::Grounds grounds;
  for (int fact : facts) *grounds.add_readings() = DescribeFact(situation, situation.now().evaluation, fact);
  return grounds;
}

}  // namespace baken::explain_internal
