// Whether an answer to a question can change anything, found by trying all there is.
#ifndef BAKEN_TESTS_DIFFERENTIAL_QUESTION_WITNESS_H_
#define BAKEN_TESTS_DIFFERENTIAL_QUESTION_WITNESS_H_

#include <vector>

#include "rules/explain/situation.h"

namespace baken {

// Tries answers to other facts, more and more of them, until one to `fact` beside them changes what is attainable, by
// the reference evaluator. The situation outlives it.
class QuestionWitness {
 public:
  QuestionWitness(const explain_internal::Situation& situation, int fact);

  // Whether all combinations can be tried; where they are too many a question may be asked without proof.
  bool IsAffordable() const;
  bool Exists() const;

 private:
  bool IsOpen(int fact) const;
  std::vector<Reading> AnswersTo(int fact) const;
  std::vector<uint64_t> Attainable(const Given& given) const;
  bool Beside(const Given& given, size_t next, size_t more) const;

  const explain_internal::Situation& situation_;
  const Program& program_;
  const int fact_;
  std::vector<int> others_;
};

}  // namespace baken

#endif  // BAKEN_TESTS_DIFFERENTIAL_QUESTION_WITNESS_H_
