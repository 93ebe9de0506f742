// As run.mjs, for CLIPS embedded in C:
//
//   clips_runner EXPORT PERSONS [ROUNDS]
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/benchmark/engines/clips_engine.h"
#include "tests/benchmark/engines/report.h"

namespace baken {
namespace {

struct Person {
  std::vector<ClipsEngine::Value> inputs;
  std::vector<long long> expected;  // Supported level per finding, then attainable per level.
};

class Runner {
 public:
  explicit Runner(ClipsEngine& engine) : engine_(engine) {}

  // False when the persons do not fit the export.
  bool Read(std::istream& stream) {
    for (std::string line; std::getline(stream, line);) {
      const nlohmann::json person = nlohmann::json::parse(line);
      if (persons_.empty() && !FindGlobals(person)) return false;
      persons_.emplace_back();
      size_t input = 0;
      for (const auto& [name, value] : person["inputs"].items()) {
        const int global = inputs_[input++];
        persons_.back().inputs.push_back(value.is_boolean() ? engine_.Boolean(global, value.get<bool>())
                                                            : engine_.Number(global, value.get<long long>()));
      }
      for (const auto& level : person["supported"]) persons_.back().expected.push_back(level.get<long long>());
      for (const auto& level : person["attainable"]) persons_.back().expected.push_back(level.get<bool>() ? 1 : 0);
    }
    return !persons_.empty();
  }

  int CountDisagreements() {
    int count = 0;
    for (const Person& person : persons_) {
      engine_.Run(person.inputs);
      for (size_t i = 0; i < outputs_.size(); ++i) {
        if (engine_.Get(outputs_[i]) == person.expected[i]) continue;
        ++count;
        break;
      }
    }
    return count;
  }

  // Microseconds for one person, in one round over all.
  double TimeRound() {
    const auto start = std::chrono::steady_clock::now();
    for (const Person& person : persons_) engine_.Run(person.inputs);
    const std::chrono::duration<double, std::micro> time = std::chrono::steady_clock::now() - start;
    return time.count() / static_cast<double>(persons_.size());
  }

  size_t size() const { return persons_.size(); }

 private:
  bool FindGlobals(const nlohmann::json& person) {
    for (const auto& [name, value] : person["inputs"].items()) inputs_.push_back(engine_.FindGlobal(name));
    // The last two steps hold what was concluded.
    int step = 0;
    while (engine_.FindGlobal(absl::StrCat("s", step + 2, "_0")) >= 0) ++step;
    for (size_t i = 0; i < person["supported"].size(); ++i) {
      outputs_.push_back(engine_.FindGlobal(absl::StrCat("s", step, "_", i)));
    }
    for (size_t i = 0; i < person["attainable"].size(); ++i) {
      outputs_.push_back(engine_.FindGlobal(absl::StrCat("s", step + 1, "_", i)));
    }
    auto there = [](int global) { return global >= 0; };
    return std::all_of(inputs_.begin(), inputs_.end(), there) && std::all_of(outputs_.begin(), outputs_.end(), there);
  }

  ClipsEngine& engine_;
  std::vector<int> inputs_;
  std::vector<int> outputs_;
  std::vector<Person> persons_;
};

int Run(const std::string& exported, std::istream& persons, int rounds) {
  ClipsEngine engine;
  Runner runner(engine);
  if (!engine.Load(exported) || !runner.Read(persons)) {
    std::cerr << "clips_runner: cannot read the export or the persons\n";
    return 2;
  }
  return Report("clips", runner, runner.size(), rounds);
}

}  // namespace
}  // namespace baken

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::cerr << "clips_runner EXPORT PERSONS [ROUNDS]\n";
    return 2;
  }
  std::ifstream persons(argv[2]);
  return baken::Run(argv[1], persons, std::max(1, argc == 4 ? std::atoi(argv[3]) : 5));
}
