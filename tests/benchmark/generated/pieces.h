// Parts of the generated source. What is known stands in arrays: L and H hold the interval of numbers and booleans, I
// and M the codes certainly and possibly chosen, P how a variable is known (0 absent, 1 implied, 2 answered).
#ifndef BAKEN_TESTS_BENCHMARK_GENERATED_PIECES_H_
#define BAKEN_TESTS_BENCHMARK_GENERATED_PIECES_H_

#include <string>

#include "rules/engine/program.h"

namespace baken {

// `L[7]` and so on.
std::string At(const char* array, int variable);

// The two bits of a node, from arrays and from the nodes before it, `n0`, `n1`, ….
std::string NodeExpression(const Program& program, const Node& node);

// Statements that set the score of a scale from its items, parts and total, and G[scale] and B[scale]: given, and
// bounded by the whole.
std::string ScoreStatements(const Program& program, int scale);

// Statements that narrow the parts of a scale by its total.
std::string PartStatements(const Program& program, int scale);

// Statements that apply an implication when `n<node>` holds, and set `changed` to 1 when that did something.
std::string ImplicationStatements(const Program& program, const ProgramImplication& implication);

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_GENERATED_PIECES_H_
