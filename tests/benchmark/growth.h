// What growing costs: packs with more rules and facts, explanations of longer conditions.
#ifndef BAKEN_TESTS_BENCHMARK_GROWTH_H_
#define BAKEN_TESTS_BENCHMARK_GROWTH_H_

#include "rules/pack/loaded_pack.h"

namespace baken {

// P10, and a line `# rules <rules> <facts> <compiled us> <reference us>` per size, for the plots.
void MeasureP10();

// Lines `# condition <facts> <explain us> <assess us>`: everything about one finding whose condition reads that many
// facts, all known; and `# known <answers> <explain us> <assess us>`: every finding that is there, of persons of the
// shipped pack with about so many answers.
void MeasureExplanations(const LoadedPack& pack);

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_GROWTH_H_
