// Figures from rounds that measure both sides of a ratio in turn.
#ifndef BAKEN_TESTS_BENCHMARK_ROUNDS_H_
#define BAKEN_TESTS_BENCHMARK_ROUNDS_H_

#include <functional>

namespace baken {

struct Pair {
  double ours = 0;  // Seconds for one call; median over the rounds.
  double baseline = 0;
  double ratio = 0;  // Median of the ratios of the rounds.
};

// Calls both in turn, as many times as fill a tenth of a second each, for eleven rounds after one that does not count.
Pair MeasureInTurn(const std::function<void()>& ours, const std::function<void()>& baseline);

// Seconds for one call, measured likewise.
double Measure(const std::function<void()>& call);

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_ROUNDS_H_
