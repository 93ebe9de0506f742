// Whether an answer to a question can make a difference at all, alone or together with others. Internal to
// rules/explain.
#ifndef BAKEN_RULES_EXPLAIN_USEFULNESS_H_
#define BAKEN_RULES_EXPLAIN_USEFULNESS_H_

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "rules/explain/situation.h"

namespace baken::explain_internal {

// What a question is asked for: to tell levels of a finding apart, as far as different things follow from them.
struct Aim {
  int finding = -1;
  std::vector<uint64_t> classes;  // By level: what follows from it; equal where there is nothing to choose between.
  std::set<int> facts;            // That can still turn conditions of these levels.
};

// Looks at answers by evaluating them. Exact where that is affordable, and never calls useless what it has not proved
// to be: a question that changes nothing by itself is tried with every combination of answers to the other facts of its
// aim, if there are not too many. Not thread-safe; the situation outlives it.
class Usefulness {
 public:
  explicit Usefulness(const Situation& situation);

  // An answer to `fact` can change which classes are attainable, beside some answers to other facts of the aim or none.
  bool CanMatter(int fact, const Aim& aim);
  // An answer to `fact` does so by itself.
  bool MattersAlone(int fact, const Aim& aim);

 private:
  struct Answers {
    std::vector<Reading> readings;
    bool all = false;  // Every answer there is reads as one of these in every condition.
  };

  Answers AnswersTo(int fact) const;
  VariableState& StateOf(int fact);
  // Attainable classes on what is answered in given_; nullopt where it contradicts itself.
  std::optional<std::set<uint64_t>> ClassesNow(const Aim& aim);
  void KeepPossible(int fact, Answers& answers);
  bool NeedsSlow(const Aim& aim) const;
  bool ChangesAlone(int fact, const Answers& answers, const Aim& aim);
  bool Changes(int fact, const Answers& answers, const Aim& aim);
  bool ChangesBeside(int fact, const Answers& answers, const Aim& aim, const std::vector<int>& others,
                     const std::vector<Answers>& of_others, size_t next, int more);

  const Situation& situation_;
  const std::vector<bool> of_family_;  // By variable.
  const bool further_instruments_;     // Some are not asked any more, so that levels are to be worked out without them.
  Given given_;                        // As known, with the answers being tried.
  bool slow_ = false;                  // Works out levels with the reference evaluator, without further instruments.
  int looks_left_ = 40000;
};

}  // namespace baken::explain_internal

#endif  // BAKEN_RULES_EXPLAIN_USEFULNESS_H_
