// As run.mjs, for our own engine, and writes the persons that the others are given:
//
//   own_runner PACK_DIR COUNT FILE [ROUNDS]
//
// FILE gets a line of JSON for each person: the inputs of an export, and what the engine concludes. No answers of a
// person contradict each other, as exports speak of none that do.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "rules/engine/compiled.h"
#include "rules/engine/compiled_evaluator.h"
#include "rules/export/export.h"
#include "rules/pack/loader.h"
#include "tests/benchmark/engines/report.h"
#include "tests/benchmark/persons.h"

namespace baken {
namespace {

using engine_internal::Compiled;
using engine_internal::CompiledEvaluator;
using engine_internal::KnownVariable;

constexpr uint64_t kSeed = 20261125;

class Runner {
 public:
  Runner(const LoadedPack& pack, int count) : pack_(pack), compiled_(pack.program()), evaluator_(compiled_) {
    for (const Person& person : MakePersons(pack, count, kSeed)) {
      evaluations_.push_back(Evaluate(pack.program(), person.given));
      decoded_.push_back(KnownOf(pack.program(), person.given));
    }
  }

  bool Write(std::ostream& out) const {
    const std::vector<ExportInput> inputs = ListExportInputs(pack_.program());
    for (const Evaluation& evaluation : evaluations_) out << ExportPerson(inputs, evaluation) << "\n";
    return static_cast<bool>(out.flush());
  }

  int CountDisagreements() {
    int count = 0;
    for (size_t i = 0; i < decoded_.size(); ++i) {
      const bool same = evaluator_.Conclude(decoded_[i]) && evaluator_.verdicts() == ToVerdicts(evaluations_[i]);
      count += same ? 0 : 1;
    }
    return count;
  }

  // Microseconds for one person; each round goes over all of them often enough to be measured.
  double TimeRound() {
    constexpr int kTurns = 20;
    const auto start = std::chrono::steady_clock::now();
    for (int turn = 0; turn < kTurns; ++turn) {
      for (const auto& person : decoded_) evaluator_.Conclude(person);
    }
    const std::chrono::duration<double, std::micro> time = std::chrono::steady_clock::now() - start;
    return time.count() / static_cast<double>(kTurns * decoded_.size());
  }

 private:
  const LoadedPack& pack_;
  Compiled compiled_;
  CompiledEvaluator evaluator_;
  std::vector<Evaluation> evaluations_;
  std::vector<std::vector<KnownVariable>> decoded_;
};

int Run(const LoadedPack& pack, int count, std::ostream& out, int rounds) {
  Runner runner(pack, count);
  if (!runner.Write(out)) return 2;
  return Report("baken", runner, static_cast<size_t>(count), rounds);
}

}  // namespace
}  // namespace baken

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::cerr << "own_runner PACK_DIR COUNT FILE [ROUNDS]\n";
    return 2;
  }
  const baken::LoadResult loaded = baken::LoadPack(argv[1]);
  if (loaded.pack == nullptr) {
    std::cerr << "own_runner: no pack in '" << argv[1] << "'\n";
    return 2;
  }
  std::ofstream out(argv[3]);
  return baken::Run(*loaded.pack, std::max(1, std::atoi(argv[2])), out,
                    std::max(1, argc == 5 ? std::atoi(argv[4]) : 5));
}
