#include "rules/explain/open_questions.h"

#include <algorithm>
#include <utility>

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
  AddGates();
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
  Aim aim;
  aim.finding = finding;
  bool differs = false;
  int after = -1;  // The attainable level after this one.
  for (int l = static_cast<int>(levels.size()) - 1; l >= 0; --l) {
    if ((attainable >> l & 1) == 0) continue;
    differs = differs || (after >= 0 && class_of(l) != class_of(after));
    after = l;
    const int node = levels[static_cast<size_t>(l)].node;
    if (!differs || node < 0) continue;
    const std::set<int>& missing = MissingOf(node);
    aim.facts.insert(missing.begin(), missing.end());
  }
  if (aim.facts.empty()) return;
  for (size_t l = 0; l < levels.size(); ++l) aim.classes.push_back(class_of(static_cast<int>(l)));
  aims_.push_back(std::move(aim));
  for (int fact : aims_.back().facts) Add(fact, static_cast<int>(aims_.size()) - 1, purpose);
}

// Several aims read the same levels.
const std::set<int>& OpenQuestions::MissingOf(int node) {
  const auto found = missing_.find(node);
  if (found != missing_.end()) return found->second;
  return missing_.emplace(node, MissingFacts(situation_.program(), situation_.coming(), node)).first->second;
}

bool OpenQuestions::MayBeAsked(int fact) const {
  const int variable = situation_.program().facts[static_cast<size_t>(fact)].variable;
  return variable >= 0 && situation_.evaluation().states[static_cast<size_t>(variable)].presence == Presence::kAbsent;
}

void OpenQuestions::Add(int fact, int aim, v1::QuestionPurpose purpose) {
  const auto& declined = situation_.declined();
  if (std::binary_search(declined.begin(), declined.end(), fact)) return;
  OpenQuestion& question = questions_[fact];
  question.purpose = std::min(question.purpose, purpose);
  question.findings.insert(aims_[static_cast<size_t>(aim)].finding);
  question.aims.insert(aim);
}

// By gate: open questions that it may fill, directly or by way of other gates, these among them.
std::map<int, std::set<int>> OpenQuestions::GatedQuestions() const {
  std::map<int, std::set<int>> gated;
  std::vector<int> waiting;
  for (const auto& [fact, question] : questions_) waiting.push_back(fact);
  while (!waiting.empty()) {
    const int fact = waiting.back();
    waiting.pop_back();
    for (int gate : situation_.program().facts[static_cast<size_t>(fact)].gates) {
      if (!MayBeAsked(gate)) continue;
      std::set<int>& below = gated[gate];
      const size_t before = below.size();
      const auto through = gated.find(fact);
      if (through != gated.end()) below.insert(through->second.begin(), through->second.end());
      below.insert(fact);
      below.erase(gate);
      if (below.size() != before) waiting.push_back(gate);
    }
  }
  return gated;
}

void OpenQuestions::AddGates() {
  constexpr size_t kWorthwhile = 2;
  for (auto& [gate, below] : GatedQuestions()) {
    if (below.size() < kWorthwhile) continue;
    if (questions_.count(gate) == 0) added_gates_.insert(gate);
    for (int fact : below) {
      const auto found = questions_.find(fact);
      if (found == questions_.end()) continue;
      const OpenQuestion question = found->second;
      for (int aim : question.aims) Add(gate, aim, question.purpose);
    }
    const auto added = questions_.find(gate);
    if (added != questions_.end()) added->second.gated = std::move(below);
  }
}

bool OpenQuestions::CanBeSameDay(const OpenQuestion& question) const {
  const auto can = [&](int finding) {
    const auto& levels = situation_.program().findings[static_cast<size_t>(finding)].levels;
    const uint64_t attainable = situation_.outlook().levels[static_cast<size_t>(finding)].attainable;
    for (size_t l = 0; l < levels.size(); ++l) {
      if ((attainable >> l & 1) != 0 && levels[l].urgency >= v1::URGENCY_U3) return true;
    }
    return false;
  };
  return question.purpose == v1::QUESTION_PURPOSE_URGENCY &&
         std::any_of(question.findings.begin(), question.findings.end(), can);
}

OpenQuestions::Key OpenQuestions::OwnKeyOf(int fact) const {
  const OpenQuestion& question = questions_.at(fact);
  const int rank = situation_.program().facts[static_cast<size_t>(fact)].ask_rank;
  if (CanBeSameDay(question)) return {0, 0, rank, 0};
  return {question.purpose, -static_cast<int>(question.findings.size()), rank, 0};
}

OpenQuestions::Key OpenQuestions::KeyOf(int fact) const {
  Key key = OwnKeyOf(fact);
  const std::set<int>& gated = questions_.at(fact).gated;
  for (int below : gated) {
    if (questions_.count(below) == 0) continue;
    Key before = OwnKeyOf(below);
    before.back() = -static_cast<int>(gated.size());
    key = std::min(key, before);
  }
  return key;
}

bool OpenQuestions::IsUseful(int fact, Usefulness& usefulness) const {
  const std::set<int>& aims = questions_.at(fact).aims;
  const bool gate = added_gates_.count(fact) > 0;
  return std::any_of(aims.begin(), aims.end(), [&](int number) {
    const Aim& aim = aims_[static_cast<size_t>(number)];
    return gate ? usefulness.MattersAlone(fact, aim) : usefulness.CanMatter(fact, aim);
  });
}

std::vector<int> OpenQuestions::InOrder(int count_max) {
  std::vector<std::pair<Key, int>> keyed;
  for (const auto& [fact, question] : questions_) keyed.emplace_back(KeyOf(fact), fact);
  std::sort(keyed.begin(), keyed.end());
  std::vector<int> facts;
  Usefulness usefulness(situation_);
  for (const auto& [key, fact] : keyed) {
    if (static_cast<int>(facts.size()) == count_max) break;
    if (IsUseful(fact, usefulness)) {
      facts.push_back(fact);
    } else {
      ++left_out_;
    }
  }
  return facts;
}

}  // namespace baken::explain_internal
