#include "tests/benchmark/growth.h"

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rules/base/check.h"
#include "rules/decision/decision.h"
#include "rules/engine/engines.h"
#include "rules/explain/explain.h"
#include "tests/benchmark/growth_pack.h"
#include "tests/benchmark/persons.h"
#include "tests/benchmark/rounds.h"
#include "tests/testing/pack_builder.h"

namespace baken {
namespace {

const absl::CivilDay kDay(2026, 11, 25);
constexpr uint64_t kSeed = 7;

// One finding that takes (a0 or b0) and (a1 or b1) and so on, `facts` in all, each of them true.
v1::ExplainRequest LongCondition(int facts, std::shared_ptr<const LoadedPack>& pack) {
  rules::v1::PackFile definition;
  v1::ExplainRequest request;
  std::string condition;
  for (int f = 0; f < facts; ++f) {
    rules::v1::Fact& fact = *definition.add_facts();
    fact.set_id(absl::StrCat("f", f));
    fact.mutable_boolean();
    v1::Answer& answer = *request.mutable_person()->add_answers();
    answer.set_fact_id(fact.id());
    answer.mutable_value()->set_boolean(true);
    absl::StrAppend(&condition, f % 2 != 0 ? " || " : f == 0 ? "(" : " && (", fact.id(), f % 2 != 0 ? ")" : "");
  }
  rules::v1::Finding& finding = *definition.add_findings();
  finding.set_id("LONG");
  for (bool there : {true, false}) {
    rules::v1::Level& level = *finding.add_levels();
    level.set_id(there ? "YES" : "NO");
    level.set_kind(there ? v1::LEVEL_KIND_POSITIVE : v1::LEVEL_KIND_NONE);
    if (there) level.set_when(condition);
  }
  pack = TryBuildPack(definition).pack;
  request.add_finding_ids(finding.id());
  return request;
}

void MeasureExplain(const char* what, size_t size, const LoadedPack& pack,
                    const std::vector<v1::ExplainRequest>& requests) {
  const std::string role = pack.definition().header().roles(0).id();
  const Pair pair = MeasureInTurn(
      [&] {
        for (const auto& request : requests) BAKEN_CHECK(Explain(pack, request, role, kDay).ok());
      },
      [&] {
        for (const auto& request : requests) BAKEN_CHECK(Decide(pack, request.person(), role, kDay).ok());
      });
  const double each = 1e6 / static_cast<double>(requests.size());
  std::printf("# %s %zu %.1f %.1f\n", what, size, pair.ours * each, pair.baseline * each);
}

}  // namespace

void MeasureP10() {
  constexpr struct {
    int facts;
    int rules;
  } kSizes[] = {{50, 100}, {100, 300}, {300, 1000}, {800, 3000}, {2000, 10000}};
  double first = 0;
  double last = 0;
  for (const auto& size : kSizes) {
    const auto program = MakeGrowthProgram(size.facts, size.rules, kSeed);
    const std::vector<Given> persons = MakeGrowthPersons(*program, 20, kSeed);
    const EngineFactory factory(*program);
    const auto compiled = factory.Compiled();
    const auto reference = factory.Reference();
    for (const Given& given : persons) BAKEN_CHECK(compiled->Conclude(given) == reference->Conclude(given));
    const Pair pair = MeasureInTurn(
        [&] {
          for (const Given& given : persons) compiled->Conclude(given);
        },
        [&] {
          for (const Given& given : persons) reference->Conclude(given);
        });
    const double each = 1e6 / static_cast<double>(persons.size());
    std::printf("# rules %d %d %.2f %.1f\n", size.rules, size.facts, pair.ours * each, pair.baseline * each);
    if (first == 0) first = pair.ours;
    last = pair.ours;
  }
  std::printf("P10 growth ratio %.2f (time of 10,000 rules over time of 100, by 100; 1 is linear)\n",
              last / first / 100);
}

void MeasureExplanations(const LoadedPack& pack) {
  for (int facts : {2, 4, 8, 16, 32, 64}) {
    std::shared_ptr<const LoadedPack> small;
    const v1::ExplainRequest request = LongCondition(facts, small);
    BAKEN_CHECK(small != nullptr);
    MeasureExplain("condition", static_cast<size_t>(facts), *small, {request});
  }
  constexpr size_t kBins[] = {10, 20, 40, 80, 160, 320};
  std::vector<std::vector<v1::ExplainRequest>> bins(std::size(kBins));
  for (const Person& person : MakePersons(pack, 400, kSeed)) {
    size_t bin = 0;
    while (bin + 1 < bins.size() && static_cast<size_t>(person.request.answers_size()) > kBins[bin]) ++bin;
    if (bins[bin].size() < 5) *bins[bin].emplace_back().mutable_person() = person.request;
  }
  for (size_t bin = 0; bin < bins.size(); ++bin) {
    if (!bins[bin].empty()) MeasureExplain("known", kBins[bin], pack, bins[bin]);
  }
}

}  // namespace baken
