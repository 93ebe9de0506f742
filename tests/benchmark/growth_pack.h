// Packs of any size, for what growing costs.
#ifndef BAKEN_TESTS_BENCHMARK_GROWTH_PACK_H_
#define BAKEN_TESTS_BENCHMARK_GROWTH_PACK_H_

#include <memory>
#include <random>
#include <vector>

#include "rules/engine/evaluation.h"

namespace baken {

// A program with `facts` facts (half booleans, half whole numbers in [0, 20]) and `rules` findings, each with one level
// when two or three comparisons hold. The same seed gives the same.
std::unique_ptr<const Program> MakeGrowthProgram(int facts, int rules, uint64_t seed);

// Answers to three quarters of the facts.
std::vector<Given> MakeGrowthPersons(const Program& program, int count, uint64_t seed);

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_GROWTH_PACK_H_
