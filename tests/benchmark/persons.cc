#include "tests/benchmark/persons.h"

#include <set>
#include <string>
#include <utility>

#include "rules/base/check.h"
#include "rules/decision/description.h"
#include "rules/engine/intake.h"
#include "tests/testing/random_person.h"

namespace baken {
namespace {

const absl::CivilDay kDay(2026, 11, 25);
constexpr char kDate[] = "2026-11-25";

Given Decode(const LoadedPack& pack, const v1::AssessRequest& request) {
  Violations violations;
  IntakeOptions options;
  options.evaluation_date = kDay;
  options.role = pack.definition().header().roles(0).id();
  Given given = ReadAnswers(pack.program(), pack.definition(), request.answers(), options, violations).given;
  BAKEN_CHECK(violations.kept().empty());
  return given;
}

// Leaves out what is named in contradictions, until there are none.
Person Reconciled(const LoadedPack& pack, v1::AssessRequest request) {
  for (;;) {
    Given given = Decode(pack, request);
    const Evaluation evaluation = Evaluate(pack.program(), given);
    if (!evaluation.data_contradictory) return {std::move(request), std::move(given)};
    std::set<std::string> named;
    for (int fact : evaluation.contradictions.front().facts) {
      named.insert(pack.program().facts[static_cast<size_t>(fact)].id);
    }
    auto& answers = *request.mutable_answers();
    const int before = answers.size();
    for (int i = before; i-- > 0;) {
      if (named.count(answers[i].fact_id()) > 0) answers.DeleteSubrange(i, 1);
    }
    // What external codes filled in is answered under another name.
    if (answers.size() == before) answers.RemoveLast();
  }
}

}  // namespace

std::vector<Person> MakePersons(const LoadedPack& pack, int count, uint64_t seed) {
  const absl::StatusOr<v1::PackDescription> description = DescribePack(pack, "");
  BAKEN_CHECK(description.ok());
  RandomPersons random(*description, pack.definition(), seed);
  std::vector<Person> persons;
  while (static_cast<int>(persons.size()) < count) {
    v1::AssessRequest request = random.Next();
    if (request.unknown_facts() == v1::UNKNOWN_FACTS_REPORT) continue;
    request.clear_view();
    request.set_evaluation_date(kDate);
    Violations violations;
    IntakeOptions options;
    options.evaluation_date = kDay;
    options.role = pack.definition().header().roles(0).id();
    ReadAnswers(pack.program(), pack.definition(), request.answers(), options, violations);
    if (violations.kept().empty()) persons.push_back(Reconciled(pack, std::move(request)));
  }
  return persons;
}

std::vector<engine_internal::KnownVariable> KnownOf(const Program& program, const Given& given) {
  std::vector<engine_internal::KnownVariable> known;
  for (size_t v = 0; v < given.states.size(); ++v) {
    if (given.states[v].missing() || program.variables[v].origin == VariableOrigin::kScale) continue;
    known.push_back({static_cast<int>(v), given.states[v].presence, given.states[v].readings.front()});
  }
  return known;
}

}  // namespace baken
