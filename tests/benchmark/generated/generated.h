// The baseline of P1: a pack written out as branchless C++ by `generate`, once per build. Three-valued as the engines
// are: every condition has two bits, bit 0 when it certainly holds and bit 1 when it may.
#ifndef BAKEN_TESTS_BENCHMARK_GENERATED_GENERATED_H_
#define BAKEN_TESTS_BENCHMARK_GENERATED_GENERATED_H_

#include <vector>

#include "rules/engine/compiled_evaluator.h"

namespace baken {

// What the shipped pack concludes from what is known. Only for answers that do not contradict each other. `verdicts`
// has one per finding.
void ConcludeGenerated(const std::vector<engine_internal::KnownVariable>& known, std::vector<Verdict>& verdicts);

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_GENERATED_GENERATED_H_
