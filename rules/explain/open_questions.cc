#include "rules/explain/open_questions.h"

#include <algorithm>

#include "rules/engine/trace.h"

namespace baken::explain_internal {

OpenQuestions::OpenQuestions(const Situation& situation, bool everything) : situation_(situation) {
  const auto& findings = situation.program().findings;
  const auto itself = [](int level) { return static_cast<uint64_t>(level); };
  const v1::Urgency least = situation.outlook().urgency_least;
  for (size_t f = 0; f < findings.size(); ++f) {
    const int finding = static_cast<int>(f);
    if (!situation.rules().IsStated(situation.outlook().levels, finding)) continue;
    AddLevels(finding, v1::QUESTION_PURPOSE_URGENCY, [&](int level) {
      return static_cast<uint64_t>(std::max(least, findings[f].levels[static_cast<size_t>(level)].urgency));
    });
    if (situation.rules().IsSubgroup(finding)) AddLevels(finding, v1::QUESTION_PURPOSE_SUBGROUP, itself);
    if (everything) AddLevels(finding, v1::QUESTION_PURPOSE_FINDING, itself);
  }
  AddReferrals();
}

void OpenQuestions::AddReferrals() {
  std::map<int, std::vector<uint64_t>> bound;  // By finding, the level sets that open referrals are bound to.
  for (const LevelSet& set : situation_.rules().OpenBindings(situation_.outlook().levels)) {
    std::vector<uint64_t>& sets = bound[set.finding];
    if (std::find(sets.begin(), sets.end(), set.levels) == sets.end()) sets.push_back(set.levels);
  }
  for (const auto& [finding, sets] : bound) {
    for (uint64_t levels : sets) {
      AddLevels(finding, v1::QUESTION_PURPOSE_REFERRAL, [levels = levels](int level) { return levels >> level & 1; });
    }
  }
}

// What can still turn a level that differs from one after it. Of those at the end that are all alike it does not matter
// which it becomes.
void OpenQuestions::AddLevels(int finding, v1::QuestionPurpose purpose, const LevelClass& class_of) {
  const auto& levels = situation_.program().findings[static_cast<size_t>(finding)].levels;
  const uint64_t attainable = situation_.outlook().levels[static_cast<size_t>(finding)].attainable;
  bool differs = false;
  int after = -1;  // The attainable level after this one.
  for (int l = static_cast<int>(levels.size()) - 1; l >= 0; --l) {
    if ((attainable >> l & 1) == 0) continue;
    differs = differs || (after >= 0 && class_of(l) != class_of(after));
    after = l;
    const int node = levels[static_cast<size_t>(l)].node;
    if (!differs || node < 0) continue;
    for (int fact : MissingFacts(situation_.program(), situation_.coming(), node)) Add(fact, finding, purpose);
  }
}

void OpenQuestions::Add(int fact, int finding, v1::QuestionPurpose purpose) {
  const auto& declined = situation_.declined();
  if (std::binary_search(declined.begin(), declined.end(), fact)) return;
  const auto [found, added] = questions_.emplace(fact, OpenQuestion{purpose, {}});
  found->second.purpose = std::min(found->second.purpose, purpose);
  found->second.findings.insert(finding);
}

std::pair<int, int> OpenQuestions::Key(int fact) const {
  return {questions_.at(fact).purpose, situation_.program().facts[static_cast<size_t>(fact)].ask_rank};
}

std::vector<int> OpenQuestions::InOrder() const {
  std::vector<int> facts;
  for (const auto& [fact, question] : questions_) facts.push_back(fact);
  std::stable_sort(facts.begin(), facts.end(), [&](int a, int b) { return Key(a) < Key(b); });
  return facts;
}

}  // namespace baken::explain_internal
