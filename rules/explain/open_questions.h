// Which facts are worth asking, what for, and in which order; by number, without words. Internal to rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_OPEN_QUESTIONS_H_
#define BAKEN_RULES_EXPLAIN_OPEN_QUESTIONS_H_

#include <array>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "baken/v1/interview.pb.h"
#include "rules/explain/situation.h"
#include "rules/explain/usefulness.h"

namespace baken::explain_internal {

struct OpenQuestion {
  v1::QuestionPurpose purpose = v1::QUESTION_PURPOSE_FINDING;
  std::set<int> findings;
  std::set<int> aims;   // Numbers of what it is asked for.
  std::set<int> gated;  // Other open questions that its answer may make superfluous, where there are several.
};

// The levels of a finding matter only as far as they differ in what follows from them: the urgency above what is sure
// anyway, which open referrals they are bound to, or, for a subgroup, each for itself. A fact is asked when it can
// still turn the condition of a level that differs in this from a level after it.
class OpenQuestions {
 public:
  // With `everything` also what bears on no urgency, referral or subgroup.
  OpenQuestions(const Situation& situation, bool everything);

  // Fact numbers in that order, `count_max` at most. Left out is what provably cannot make a difference.
  std::vector<int> InOrder(int count_max);
  // How many there are, without those that InOrder left out.
  int count() const { return static_cast<int>(questions_.size()) - left_out_; }
  const OpenQuestion& of(int fact) const { return questions_.at(fact); }

 private:
  // What follows from a level, by its number; equal for levels between which there is nothing to choose.
  using LevelClass = std::function<uint64_t(int level)>;

  void AddReferrals();
  void AddLevels(int finding, v1::QuestionPurpose purpose, const LevelClass& class_of);
  const std::set<int>& MissingOf(int node);
  void Add(int fact, int aim, v1::QuestionPurpose purpose);
  void AddGates();
  std::map<int, std::set<int>> GatedQuestions() const;
  bool MayBeAsked(int fact) const;
  bool IsUseful(int fact, Usefulness& usefulness) const;
  bool CanBeSameDay(const OpenQuestion& question) const;
  // What comes first has the lower key.
  using Key = std::array<int, 4>;
  Key KeyOf(int fact) const;
  Key OwnKeyOf(int fact) const;

  const Situation& situation_;
  std::map<int, OpenQuestion> questions_;
  std::vector<Aim> aims_;
  std::map<int, std::set<int>> missing_;  // By node: facts that can turn it.
  int left_out_ = 0;
  std::set<int> added_gates_;  // Asked for no more than what they may make superfluous.
};

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_OPEN_QUESTIONS_H_
