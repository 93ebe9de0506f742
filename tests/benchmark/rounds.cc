#include "tests/benchmark/rounds.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace baken {
namespace {

constexpr int kRounds = 11;
constexpr double kRoundSeconds = 0.1;

double Once(const std::function<void()>& call, int times) {
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < times; ++i) call();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() / times;
}

int TimesFor(const std::function<void()>& call) {
  return std::max(1, static_cast<int>(kRoundSeconds / std::max(Once(call, 1), 1e-9)));
}

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

Pair MeasureInTurn(const std::function<void()>& ours, const std::function<void()>& baseline) {
  const int ours_times = TimesFor(ours);
  const int baseline_times = TimesFor(baseline);
  std::vector<double> ours_rounds, baseline_rounds, ratios;
  for (int round = 0; round <= kRounds; ++round) {
    const double one = Once(ours, ours_times);
    const double other = Once(baseline, baseline_times);
    if (round == 0) continue;
    ours_rounds.push_back(one);
    baseline_rounds.push_back(other);
    ratios.push_back(one / other);
  }
  return {Median(ours_rounds), Median(baseline_rounds), Median(ratios)};
}

double Measure(const std::function<void()>& call) {
  const int times = TimesFor(call);
  std::vector<double> rounds;
  for (int round = 0; round <= kRounds; ++round) {
    const double once = Once(call, times);
    if (round > 0) rounds.push_back(once);
  }
  return Median(rounds);
}

}  // namespace baken
