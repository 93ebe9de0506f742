// Reads a condition. Grammar in rules/logic/README.md.
#ifndef BAKEN_RULES_LOGIC_PARSER_H_
#define BAKEN_RULES_LOGIC_PARSER_H_

#include <memory>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/logic/expression.h"

namespace baken {

inline constexpr int kExpressionBytesMax = 8192;
inline constexpr int kExpressionDepthMax = 64;

// The tree of `source`, or null with at least one error appended to `errors`. Never throws; bounded depth and size.
std::unique_ptr<Expression> ParseExpression(absl::string_view source, std::vector<ExpressionError>& errors);

}  // namespace baken

#endif  // BAKEN_RULES_LOGIC_PARSER_H_
