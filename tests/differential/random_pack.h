// Random packs and random answers to them. Deterministic in the generator's state.
#ifndef BAKEN_TESTS_DIFFERENTIAL_RANDOM_PACK_H_
#define BAKEN_TESTS_DIFFERENTIAL_RANDOM_PACK_H_

#include <random>
#include <string>
#include <vector>

#include "baken/rules/v1/pack.pb.h"
#include "baken/v1/answers.pb.h"

namespace baken {

using Random = std::mt19937_64;
using Answers = google::protobuf::RepeatedPtrField<v1::Answer>;

// The seed of a run: BAKEN_TEST_SEED, or a fixed one.
uint64_t TestSeed();

struct RandomPackOptions {
  // Few and small facts, so that all completions can be tried; no ages.
  bool small = false;
};

// A pack that the planner and the linter accept: facts of every type, scales with a part, a family, implications and
// skip rules, impossible combinations, criteria, findings with urgency, and actions bound to them.
// Conditions of implications read no family: a member may become contradictory later.
rules::v1::PackFile RandomPack(Random& random, const RandomPackOptions& options);

// Right answers to some of the facts of a pack, in random order; now and then declined, partial, dated or
// contradictory.
Answers RandomAnswers(Random& random, const rules::v1::PackFile& pack);

// A random whole number in [low, high].
int Pick(Random& random, int low, int high);
// True once in `n` times.
bool OnceIn(Random& random, int n);

}  // namespace baken

#endif  // BAKEN_TESTS_DIFFERENTIAL_RANDOM_PACK_H_
