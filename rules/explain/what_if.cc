#include "rules/explain/what_if.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "rules/engine/dependencies.h"
#include "rules/engine/trace.h"
#include "rules/explain/effects.h"

namespace baken::explain_internal {
namespace {

constexpr int kShownMax = 5;
constexpr int kPairTestsMax = 2000;

// At most `kShownMax` of `all`, spread over what they lead to: of each group (`key`) first the first, then the second.
std::vector<const Tried*> Spread(const std::vector<const Tried*>& all, const std::function<int(const Tried&)>& key) {
  std::map<int, int> seen;
  std::vector<std::pair<int, const Tried*>> ranked;
  for (const Tried* tried : all) ranked.emplace_back(seen[key(*tried)]++, tried);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Tried*> shown;
  for (const auto& [rank, tried] : ranked) {
    if (static_cast<int>(shown.size()) < kShownMax) shown.push_back(tried);
  }
  return shown;
}

// Of several values of one fact that lead to the same, the first: the nearest.
std::vector<const Tried*> FirstPerFact(const std::vector<Tried>& all, const std::function<bool(const Tried&)>& wanted,
                                       const std::function<int(const Tried&)>& key) {
  std::set<std::pair<int, int>> seen;
  std::vector<const Tried*> kept;
  for (const Tried& tried : all) {
    if (wanted(tried) && seen.emplace(tried.changes.front().fact, key(tried)).second) kept.push_back(&tried);
  }
  return kept;
}

}  // namespace

WhatIfs::WhatIfs(const Situation& situation) : situation_(situation), alternatives_(situation.rules().alternatives()) {
  TryKnown();
  TryOpen();
}

Given WhatIfs::With(const std::vector<Change>& changes) const {
  Given given = situation_.known().given();
  for (const Change& change : changes) {
    given = situation_.known().With(std::move(given), change.fact, change.reading);
  }
  return given;
}

void WhatIfs::Try(const std::vector<Change>& changes, std::vector<Tried>& to) {
  Standing standing = situation_.Look(With(changes));
  // An answer that cannot be true beside the others is no example.
  if (standing.contradiction_count > situation_.now().contradiction_count) return;
  if (!Differs(situation_.now(), standing)) return;
  Tried& tried = to.emplace_back();
  tried.changes = changes;
  tried.standing = std::move(standing);
}

void WhatIfs::TryKnown() {
  for (int fact : situation_.known().facts()) {
    if (situation_.definition().facts(fact).fixed()) continue;
    for (const Reading& reading : alternatives_.Of(fact, situation_.evaluation())) Try({{fact, reading}}, known_);
  }
}

void WhatIfs::TryOpen() {
  std::set<int> open;
  const Evaluation& now = situation_.evaluation();
  for (size_t f = 0; f < now.findings.size(); ++f) {
    const auto& levels = situation_.program().findings[f].levels;
    if (!situation_.Context().IsStated(static_cast<int>(f))) continue;
    for (size_t l = 0; l < levels.size(); ++l) {
      if (now.findings[f].attainable[l] && levels[l].node >= 0) {
        open.merge(MissingFacts(situation_.program(), now, levels[l].node));
      }
    }
  }
  std::vector<int> in_order(open.begin(), open.end());
  std::sort(in_order.begin(), in_order.end(), [&](int a, int b) {
    return situation_.program().facts[static_cast<size_t>(a)].ask_rank <
           situation_.program().facts[static_cast<size_t>(b)].ask_rank;
  });
  for (int fact : in_order) {
    const int variable = situation_.program().facts[static_cast<size_t>(fact)].variable;
    if (variable < 0 || situation_.program().variables[static_cast<size_t>(variable)].derived) continue;
    for (const Reading& reading : alternatives_.Of(fact, now)) Try({{fact, reading}}, open_);
  }
}

std::vector<Tried> WhatIfs::Pairs(const std::vector<int>& facts, const std::function<bool(const Standing&)>& reached) {
  std::vector<Change> changes;
  for (int fact : facts) {
    if (situation_.definition().facts(fact).fixed()) continue;
    for (const Reading& reading : alternatives_.Of(fact, situation_.evaluation())) changes.push_back({fact, reading});
  }
  std::vector<Tried> found;
  int tests = 0;
  for (size_t i = 0; i < changes.size() && found.size() < kShownMax; ++i) {
    for (size_t j = i + 1; j < changes.size() && found.size() < kShownMax; ++j) {
      if (changes[i].fact == changes[j].fact) continue;
      if (++tests > kPairTestsMax) {
        complete_ = false;
        return found;
      }
      const size_t before = found.size();
      Try({changes[i], changes[j]}, found);
      if (found.size() > before && !reached(found.back().standing)) found.pop_back();
    }
  }
  return found;
}

std::vector<v1::WhatIf> WhatIfs::ForFinding(int finding) {
  const size_t f = static_cast<size_t>(finding);
  const int now = situation_.evaluation().findings[f].supported;
  const auto level = [&](const Tried& tried) { return tried.standing.levels[f].supported; };
  std::vector<v1::WhatIf> result;
  const auto singles = FirstPerFact(
      known_, [&](const Tried& tried) { return level(tried) != now; }, level);
  for (const Tried* tried : Spread(singles, level)) result.push_back(Describe(*tried));
  if (!result.empty()) return result;
  std::vector<int> facts;
  for (int fact : BearingFacts(situation_.program(), finding)) {
    const auto& known = situation_.known().facts();
    if (std::binary_search(known.begin(), known.end(), fact)) facts.push_back(fact);
  }
  for (const Tried& tried :
       Pairs(facts, [&](const Standing& standing) { return standing.levels[f].supported != now; })) {
    result.push_back(Describe(tried));
  }
  return result;
}

std::vector<v1::WhatIf> WhatIfs::ForUrgency() {
  const v1::Urgency now = situation_.now().urgency;
  const auto urgency = [](const Tried& tried) { return static_cast<int>(tried.standing.urgency); };
  std::vector<v1::WhatIf> result;
  const auto singles = FirstPerFact(
      known_, [&](const Tried& tried) { return tried.standing.urgency != now; }, urgency);
  for (const Tried* tried : Spread(singles, urgency)) result.push_back(Describe(*tried));
  if (!result.empty()) return result;
  std::set<int> bearing;
  for (size_t f = 0; f < situation_.program().findings.size(); ++f) {
    const auto& finding = situation_.program().findings[f];
    const int supported = situation_.evaluation().findings[f].supported;
    if (now == v1::URGENCY_U0 || finding.levels[static_cast<size_t>(supported)].urgency != now) continue;
    for (int fact : BearingFacts(situation_.program(), static_cast<int>(f))) bearing.insert(fact);
  }
  std::vector<int> facts;
  for (int fact : situation_.known().facts()) {
    if (bearing.count(fact) > 0) facts.push_back(fact);
  }
  for (const Tried& tried : Pairs(facts, [&](const Standing& standing) { return standing.urgency != now; })) {
    result.push_back(Describe(tried));
  }
  return result;
}

std::vector<v1::WhatIf> WhatIfs::ForReferrals() const {
  std::map<std::vector<bool>, int> numbers;
  const auto referrals = [&](const Tried& tried) {
    return numbers.emplace(tried.standing.referrals, static_cast<int>(numbers.size())).first->second;
  };
  const auto singles = FirstPerFact(
      known_, [&](const Tried& tried) { return tried.standing.referrals != situation_.now().referrals; }, referrals);
  std::vector<v1::WhatIf> result;
  for (const Tried* tried : Spread(singles, referrals)) result.push_back(Describe(*tried));
  return result;
}

std::vector<v1::WhatIf> WhatIfs::OpenForFinding(int finding) const {
  const size_t f = static_cast<size_t>(finding);
  const int now = situation_.evaluation().findings[f].supported;
  const auto level = [&](const Tried& tried) { return tried.standing.levels[f].supported; };
  std::vector<v1::WhatIf> result;
  for (const Tried* tried : FirstPerFact(
           open_, [&](const Tried& one) { return level(one) != now; }, level)) {
    result.push_back(Describe(*tried));
  }
  return result;
}

std::vector<v1::WhatIf> WhatIfs::OpenForUrgency() const {
  const auto urgency = [](const Tried& tried) { return static_cast<int>(tried.standing.urgency); };
  std::vector<v1::WhatIf> result;
  for (const Tried* tried : FirstPerFact(
           open_, [&](const Tried& one) { return one.standing.urgency > situation_.now().urgency; }, urgency)) {
    result.push_back(Describe(*tried));
  }
  return result;
}

std::vector<v1::AnswerChange> WhatIfs::DescribeChanges(const std::vector<Change>& changes) const {
  const Evaluation then = Evaluate(situation_.program(), With(changes));
  const Evaluation& now = situation_.evaluation();
  std::vector<v1::AnswerChange> result;
  for (const Change& change : changes) {
    v1::AnswerChange& described = result.emplace_back();
    const int variable = situation_.program().facts[static_cast<size_t>(change.fact)].variable;
    if (!now.states[static_cast<size_t>(variable)].missing()) {
      *described.mutable_from() = DescribeFact(situation_, now, change.fact);
    }
    *described.mutable_to() = DescribeFact(situation_, then, change.fact);
  }
  return result;
}

v1::WhatIf WhatIfs::Describe(const Tried& tried) const {
  v1::WhatIf result;
  for (v1::AnswerChange& change : DescribeChanges(tried.changes)) *result.add_changes() = std::move(change);
  *result.mutable_effect() = DescribeEffect(situation_, situation_.now(), tried.standing);
  return result;
}

}  // namespace baken::explain_internal
