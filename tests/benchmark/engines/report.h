// What a runner of an engine prints, the same for each: one line of JSON, as run.mjs does.
#ifndef BAKEN_TESTS_BENCHMARK_ENGINES_REPORT_H_
#define BAKEN_TESTS_BENCHMARK_ENGINES_REPORT_H_

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace baken {

// Runs `runner` over its `persons`; the time is the median of `rounds` rounds. Returns the exit code: 1 when any person
// comes out otherwise. A runner has `int CountDisagreements()` and `double TimeRound()`, microseconds for one person.
template <typename Runner>
int Report(const std::string& engine, Runner& runner, size_t persons, int rounds) {
  const int disagreements = runner.CountDisagreements();
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) times.push_back(runner.TimeRound());
  std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
  std::cout << nlohmann::json({{"engine", engine},
                               {"per_person_us", times[static_cast<size_t>(rounds / 2)]},
                               {"persons", persons},
                               {"disagreements", disagreements}})
            << "\n";
  return disagreements == 0 ? 0 : 1;
}

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_ENGINES_REPORT_H_
