// Carries what is known from the oracle to the engine, and the engine's findings back to names.
#ifndef BAKEN_TESTS_DIFFERENTIAL_ENGINE_BRIDGE_H_
#define BAKEN_TESTS_DIFFERENTIAL_ENGINE_BRIDGE_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rules/engine/evaluation.h"
#include "rules/engine/program.h"
#include "tests/testing/oracle.h"

namespace baken {

// The program of a pack that must be right; problems fail the test, and then it is null.
std::unique_ptr<const Program> PlanOrFail(const rules::v1::PackFile& definition);

// `knowledge` before implications, as the engine holds it. Scores in it are left out. Sets in which "none" stands
// beside another value must have been split into their two readings already.
Given ToGiven(const Program& program, const oracle::Knowledge& knowledge);

// Findings by id.
std::map<std::string, oracle::FindingOutcome> Findings(const Program& program, const Evaluation& evaluation);

// Fails the test when the contradictions of the engine are not those of the oracle.
void ExpectSameContradictions(const Evaluation& evaluation, const oracle::Conclusions& expected);

// What is known, for a message: every name that is not wholly open.
std::string Describe(const oracle::Pack& pack, const oracle::Knowledge& knowledge);

}  // namespace baken

#endif  // BAKEN_TESTS_DIFFERENTIAL_ENGINE_BRIDGE_H_
