#include "tests/benchmark/growth_pack.h"

#include <cstdio>
#include <string>

#include "absl/strings/str_cat.h"
#include "rules/base/check.h"
#include "rules/engine/planner.h"
#include "tests/testing/pack_builder.h"

namespace baken {
namespace {

using Random = std::mt19937_64;

constexpr int kNumberMax = 20;

std::string Comparison(int facts, Random& random) {
  const int fact = static_cast<int>(random() % static_cast<uint64_t>(facts));
  if (fact % 2 == 0) return absl::StrCat(random() % 2 == 0 ? "" : "!", "f", fact);
  return absl::StrCat("f", fact, random() % 2 == 0 ? " >= " : " < ", 1 + random() % (kNumberMax - 1));
}

std::string RandomCondition(int facts, Random& random) {
  const std::string first = Comparison(facts, random);
  const std::string second = Comparison(facts, random);
  if (random() % 2 == 0) return absl::StrCat(first, " && ", second);
  return absl::StrCat("(", first, " || ", second, ") && ", Comparison(facts, random));
}

}  // namespace

std::unique_ptr<const Program> MakeGrowthProgram(int facts, int rules, uint64_t seed) {
  Random random(seed);
  rules::v1::PackFile pack;
  for (int f = 0; f < facts; ++f) {
    rules::v1::Fact& fact = *pack.add_facts();
    fact.set_id(absl::StrCat("f", f));
    if (f % 2 == 0) {
      fact.mutable_boolean();
    } else {
      fact.mutable_number()->set_minimum("0");
      fact.mutable_number()->set_maximum(absl::StrCat(kNumberMax));
    }
  }
  for (int r = 0; r < rules; ++r) {
    rules::v1::Finding& finding = *pack.add_findings();
    finding.set_id(absl::StrCat("r", r));
    rules::v1::Level& yes = *finding.add_levels();
    yes.set_id("YES");
    yes.set_kind(v1::LEVEL_KIND_POSITIVE);
    yes.set_when(RandomCondition(facts, random));
    rules::v1::Level& no = *finding.add_levels();
    no.set_id("NO");
    no.set_kind(v1::LEVEL_KIND_NONE);
  }
  std::vector<PlanError> errors;
  auto program = MakeProgram(CompleteDefinition(pack), errors);
  for (const PlanError& error : errors) std::fprintf(stderr, "%s\n", error.message.c_str());
  BAKEN_CHECK(program != nullptr);
  return program;
}

std::vector<Given> MakeGrowthPersons(const Program& program, int count, uint64_t seed) {
  Random random(seed);
  std::vector<Given> persons;
  for (int i = 0; i < count; ++i) {
    Given& given = persons.emplace_back(NothingGiven(program));
    for (const ProgramFact& fact : program.facts) {
      if (random() % 4 == 0) continue;
      const size_t v = static_cast<size_t>(fact.variable);
      const Variable& variable = program.variables[v];
      VariableState& state = given.states[v];
      state.presence = Presence::kAnswered;
      const auto values = static_cast<uint64_t>(variable.maximum - variable.minimum + 1);
      state.readings.front().low = state.readings.front().high =
          variable.minimum + static_cast<int64_t>(random() % values);
    }
  }
  return persons;
}

}  // namespace baken
