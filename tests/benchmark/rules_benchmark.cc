// P1 …: the rules in process, as ratios to baselines in the same run.
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "rules/base/check.h"
#include "rules/decision/decision.h"
#include "rules/engine/compiled.h"
#include "rules/engine/compiled_evaluator.h"
#include "rules/engine/planner.h"
#include "rules/pack/loader.h"
#include "tests/benchmark/generated/generated.h"
#include "tests/benchmark/growth.h"
#include "tests/benchmark/persons.h"
#include "tests/benchmark/process_figures.h"
#include "tests/benchmark/rounds.h"
#include "tests/integration/test_site.h"

namespace baken {
namespace {

using engine_internal::Compiled;
using engine_internal::CompiledEvaluator;
using engine_internal::KnownVariable;

constexpr char kFolder[] = BAKEN_SOURCE_DIR "/rules/packs/cocaine-nl/1.0.0";
const absl::CivilDay kDay(2026, 11, 25);
constexpr int kPersons = 1000;
constexpr size_t kPersonsPerDecided = 20;  // Every so many persons one full assessment.
constexpr uint64_t kSeed = 20261125;

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

// From a request in memory to the finished message; the baseline parses the same request and writes the same answer.
void MeasureP3(const LoadedPack& pack, const std::vector<Person>& persons) {
  const std::string role = pack.definition().header().roles(0).id();
  std::vector<std::string> requests;
  std::vector<v1::Assessment> answers;
  size_t bytes = 0;
  for (size_t i = 0; i < persons.size(); i += kPersonsPerDecided) {
    requests.push_back(persons[i].request.SerializeAsString());
    answers.push_back(Decide(pack, persons[i].request, role, kDay)->assessment);
    bytes += answers.back().ByteSizeLong();
  }
  const auto parsed = [&](size_t i) {
    v1::AssessRequest request;
    BAKEN_CHECK(request.ParseFromString(requests[i]));
    return request;
  };
  const Pair pair = MeasureInTurn(
      [&] {
        for (size_t i = 0; i < requests.size(); ++i) {
          Decide(pack, parsed(i), role, kDay)->assessment.SerializeAsString();
        }
      },
      [&] {
        for (size_t i = 0; i < requests.size(); ++i) {
          parsed(i);
          answers[i].SerializeAsString();
        }
      });
  const double each = 1e6 / static_cast<double>(requests.size());
  std::printf("P3 assessment ratio %.2f (%.0f us, parse and write the same %.0f us; answers of %.0f bytes)\n",
              pair.ratio, pair.ours * each, pair.baseline * each,
              static_cast<double>(bytes) / static_cast<double>(answers.size()));
}

void MeasureP8(const LoadedPack& pack) {
  const double load = Measure([] { BAKEN_CHECK(LoadPack(kFolder).pack != nullptr); });
  const double plan = Measure([&] {
    std::vector<PlanError> errors;
    const auto program = MakeProgram(pack.definition(), errors);
    BAKEN_CHECK(program != nullptr);
    const Compiled compiled(*program);
  });
  TestSite site;
  const double start = Measure([&] { site.Start(); });
  std::printf("P8 start seconds %.2f (verified, loaded and serving over TLS; of it the pack %.3f; goal 0.3)\n", start,
              load);
  std::printf("P8 compile milliseconds %.1f (plan and compile; goal 20)\n", plan * 1e3);
}

void MeasureP9(const LoadedPack& pack, const std::vector<Person>& persons) {
  TestSite site;
  const auto process = site.Start();
  const Memory idle = MemoryOf(process->pid());
  std::printf("P9 idle MiB %.1f (of it %.1f of its own; goal 64)\n", idle.resident, idle.own);

  const std::unique_ptr<Engine> engine = pack.engines().Compiled();
  for (const Person& person : persons) engine->Conclude(person.given);
  const Memory before = MemoryOf(getpid());
  constexpr int kAssessments = 10'000'000;
  for (int i = 0; i < kAssessments; ++i) engine->Conclude(persons[static_cast<size_t>(i) % persons.size()].given);
  const Memory after = MemoryOf(getpid());
  std::printf("P9 growth MiB %.1f (over %d evaluations in process; goal 0)\n", after.own - before.own, kAssessments);
}

// What a change of one answer costs beside evaluating all.
void MeasureChange(const LoadedPack& pack, const std::vector<Person>& persons) {
  const Compiled compiled(pack.program());
  CompiledEvaluator whole(compiled);
  CompiledEvaluator changed(compiled);
  const std::vector<KnownVariable> known = KnownOf(pack.program(), persons.front().given);
  std::vector<std::vector<KnownVariable>> without(known.size(), known);
  for (size_t i = 0; i < known.size(); ++i) without[i].erase(without[i].begin() + static_cast<ptrdiff_t>(i));
  whole.Conclude(known);
  changed.Conclude(known);
  const Pair pair = MeasureInTurn(
      [&] {
        for (const KnownVariable& at : known) {
          changed.Change({at.variable, Presence::kAbsent, {}});
          changed.Update();
          changed.Change(at);
          changed.Update();
        }
      },
      [&] {
        for (const auto& rest : without) {
          whole.Conclude(rest);
          whole.Conclude(known);
        }
      });
  const double each = 1e6 / static_cast<double>(2 * known.size());
  std::printf("# one answer changed: ratio %.2f (%.2f us, all again %.2f us), %zu answers known\n", pair.ratio,
              pair.ours * each, pair.baseline * each, known.size());
}

int RunBenchmark(const std::string& wanted) {
  const auto wants = [&](const char* goal) { return wanted.empty() || wanted == goal; };
  const LoadResult loaded = LoadPack(kFolder);
  BAKEN_CHECK(loaded.pack != nullptr);
  const std::vector<Person> persons = MakePersons(*loaded.pack, kPersons, kSeed);
  if (wants("P1")) MeasureP1(*loaded.pack, persons);
  if (wants("P1")) MeasureChange(*loaded.pack, persons);
  if (wants("P3")) MeasureP3(*loaded.pack, persons);
  if (wants("P8")) MeasureP8(*loaded.pack);
  if (wants("P9")) MeasureP9(*loaded.pack, persons);
  if (wants("P10")) MeasureP10();
  if (wanted == "explanations") MeasureExplanations(*loaded.pack);
  return 0;
}

}  // namespace
}  // namespace baken

// Without an argument all goals; otherwise one, or `explanations`.
int main(int argc, char** argv) { return baken::RunBenchmark(argc > 1 ? argv[1] : ""); }
