// P1 …: the rules in process, as ratios to baselines in the same run.
#include <cstdio>
#include <memory>
#include <vector>

#include "rules/base/check.h"
#include "rules/engine/compiled.h"
#include "rules/engine/compiled_evaluator.h"
#include "rules/pack/loader.h"
#include "tests/benchmark/generated/generated.h"
#include "tests/benchmark/persons.h"
#include "tests/benchmark/rounds.h"

namespace baken {
namespace {

using engine_internal::Compiled;
using engine_internal::CompiledEvaluator;
using engine_internal::KnownVariable;

constexpr int kPersons = 1000;
constexpr uint64_t kSeed = 20261125;

std::vector<KnownVariable> KnownOf(const Program& program, const Given& given) {
  std::vector<KnownVariable> known;
  for (size_t v = 0; v < given.states.size(); ++v) {
    if (given.states[v].missing() || program.variables[v].origin == VariableOrigin::kScale) continue;
    known.push_back({static_cast<int>(v), given.states[v].presence, given.states[v].readings.front()});
  }
  return known;
}

void MeasureP1(const LoadedPack& pack, const std::vector<Person>& persons) {
  const Compiled compiled(pack.program());
  CompiledEvaluator evaluator(compiled);
  std::vector<Verdict> generated(pack.program().findings.size());
  std::vector<std::vector<KnownVariable>> decoded;
  size_t known = 0;
  for (const Person& person : persons) {
    decoded.push_back(KnownOf(pack.program(), person.given));
    known += decoded.back().size();
    BAKEN_CHECK(evaluator.Conclude(decoded.back()));
    ConcludeGenerated(decoded.back(), generated);
    BAKEN_CHECK(evaluator.verdicts() == generated);
    BAKEN_CHECK(generated == ToVerdicts(Evaluate(pack.program(), person.given)));
  }
  const Pair pair = MeasureInTurn(
      [&] {
        for (const auto& person : decoded) evaluator.Conclude(person);
      },
      [&] {
        for (const auto& person : decoded) ConcludeGenerated(person, generated);
      });
  std::printf("# %zu persons, %.1f variables known of %zu, identical conclusions of all\n", persons.size(),
              static_cast<double>(known) / static_cast<double>(persons.size()), pack.program().variables.size());
  const double each = 1e6 / static_cast<double>(persons.size());
  std::printf("P1 evaluation ratio %.2f (%.2f us a person, branchless C++ generated from the pack %.2f us)\n",
              pair.ratio, pair.ours * each, pair.baseline * each);
}

int RunBenchmark() {
  const LoadResult loaded = LoadPack(BAKEN_SOURCE_DIR "/rules/packs/cocaine-nl/1.0.0");
  BAKEN_CHECK(loaded.pack != nullptr);
  const std::vector<Person> persons = MakePersons(*loaded.pack, kPersons, kSeed);
  MeasureP1(*loaded.pack, persons);
  return 0;
}

}  // namespace
}  // namespace baken

int main() { return baken::RunBenchmark(); }
