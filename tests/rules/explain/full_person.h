// Persons who can answer any question, made up at random, for interviews to find out.
#ifndef BAKEN_TESTS_RULES_EXPLAIN_FULL_PERSON_H_
#define BAKEN_TESTS_RULES_EXPLAIN_FULL_PERSON_H_

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "baken/v1/answers.pb.h"
#include "baken/v1/request.pb.h"
#include "rules/engine/alternatives.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

// Facts of no instrument are fixed from the start; an instrument is filled in when it is asked. Of danger facts nine
// out of ten say that nothing is the matter. Nothing contradicts anything. The pack outlives it.
class FullPerson {
 public:
  FullPerson(const LoadedPack& pack, const std::string& role, uint64_t seed);

  // The answer to a question; nullopt when none goes together with the rest.
  std::optional<v1::Answer> AnswerTo(const std::string& fact_id);

  // The full intake: every fact that applies, and of each family of instruments one, that which was asked if any was.
  v1::AssessRequest Everything();
  // How many questions that is.
  int question_count() const { return question_count_; }

 private:
  void MakeHarmless(size_t fact);
  void TakeBackContradictions();
  void ForgetWhatFollows();
  bool IsAnswered(size_t fact) const;
  bool Fits(const Given& given) const;
  Reading RandomReading(size_t fact);
  v1::Answer AnswerOf(size_t fact) const;
  // Answers a fact that has no answer yet.
  bool Invent(size_t fact);

  const LoadedPack& pack_;
  const Program& program_;
  const Alternatives alternatives_;
  std::mt19937_64 random_;
  Given given_;
  int question_count_ = 0;
};

}  // namespace baken

#endif  // BAKEN_TESTS_RULES_EXPLAIN_FULL_PERSON_H_
