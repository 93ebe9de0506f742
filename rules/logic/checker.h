// Checks a condition against the names of a pack and reduces it to exact forms.
#ifndef BAKEN_RULES_LOGIC_CHECKER_H_
#define BAKEN_RULES_LOGIC_CHECKER_H_

#include <memory>
#include <vector>

#include "rules/logic/condition.h"
#include "rules/logic/expression.h"
#include "rules/logic/symbols.h"

namespace baken {

// The checked form of `expression`, or null with every problem found appended to `errors`: unknown names and codes,
// kinds and units that do not go together, literals off the grid, comparisons that can only come out one way.
std::unique_ptr<Condition> CheckExpression(const Expression& expression, const SymbolTable& table,
                                           std::vector<ExpressionError>& errors);

}  // namespace baken

#endif  // BAKEN_RULES_LOGIC_CHECKER_H_
