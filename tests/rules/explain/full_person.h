// Persons of whom nearly everything is known, made up at random.
#ifndef BAKEN_TESTS_RULES_EXPLAIN_FULL_PERSON_H_
#define BAKEN_TESTS_RULES_EXPLAIN_FULL_PERSON_H_

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "baken/v1/answers.pb.h"
#include "baken/v1/request.pb.h"
#include "rules/engine/alternatives.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

// The answer that says what `reading` of a fact says.
v1::Answer ToAnswer(const Program& program, int fact, const Reading& reading);

// Facts of no instrument are fixed from the start; instruments are filled in as far as they go with the rest. Of danger
// facts nine out of ten say that nothing is the matter. Nothing contradicts anything. The pack outlives it.
class FullPerson {
 public:
  FullPerson(const LoadedPack& pack, const std::string& role, uint64_t seed);

  // Every fact that applies, and of each family of instruments the first.
  v1::AssessRequest Everything();

 private:
  void MakeHarmless(size_t fact);
  void TakeBackContradictions();
  void ForgetWhatFollows();
  bool IsAnswered(size_t fact) const;
  bool Fits(const Given& given) const;
  Reading RandomReading(size_t fact);
  // Answers a fact that has no answer yet.
  bool Invent(size_t fact);

  const LoadedPack& pack_;
  const Program& program_;
  const Alternatives alternatives_;
  std::mt19937_64 random_;
  Given given_;
};

}  // namespace baken

#endif  // BAKEN_TESTS_RULES_EXPLAIN_FULL_PERSON_H_
