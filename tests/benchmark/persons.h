// Persons made up at random whose answers do not contradict each other, decoded.
#ifndef BAKEN_TESTS_BENCHMARK_PERSONS_H_
#define BAKEN_TESTS_BENCHMARK_PERSONS_H_

#include <cstdint>
#include <vector>

#include "baken/v1/decision_support_service.pb.h"
#include "rules/engine/compiled_evaluator.h"
#include "rules/engine/evaluation.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

struct Person {
  v1::AssessRequest request;  // Right, without view; what contradicted other answers is left out.
  Given given;                // The same, decoded.
};

// From nearly nothing answered to nearly everything. The same seed gives the same persons.
std::vector<Person> MakePersons(const LoadedPack& pack, int count, uint64_t seed);

// What the compiled evaluator reads of a person; scales are left to it.
std::vector<engine_internal::KnownVariable> KnownOf(const Program& program, const Given& given);

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_PERSONS_H_
