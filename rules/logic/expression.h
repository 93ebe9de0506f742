// The syntax tree of a condition, as written: names not yet resolved, negations where they stand.
#ifndef BAKEN_RULES_LOGIC_EXPRESSION_H_
#define BAKEN_RULES_LOGIC_EXPRESSION_H_

#include <memory>
#include <string>
#include <vector>

namespace baken {

enum class ExpressionKind {
  kBoolean,  // text: "true" or "false"
  kNumber,   // text: digits, optionally '-' first and '.' with digits
  kString,   // text: without the quotes
  kList,     // args: elements
  kName,     // text: the name
  kNot,      // args: 1
  kAnd,      // args: 2 or more
  kOr,       // args: 2 or more
  kCompare,  // text: one of == != < <= > >=; args: 2
  kIn,       // args: element, set
  kCall,     // text: function; args: arguments
};

// A node. Owns its arguments.
struct Expression {
  ExpressionKind kind = ExpressionKind::kBoolean;
  std::string text;
  std::vector<std::unique_ptr<Expression>> args;
  int offset = 0;  // Of its first character in the source, bytes from 0.
};

// A problem at a place in an expression.
struct ExpressionError {
  int offset = 0;
  std::string message;
};

}  // namespace baken

#endif  // BAKEN_RULES_LOGIC_EXPRESSION_H_
