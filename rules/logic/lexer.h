// Splits a condition into tokens.
#ifndef BAKEN_RULES_LOGIC_LEXER_H_
#define BAKEN_RULES_LOGIC_LEXER_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/logic/expression.h"

namespace baken {

enum class TokenKind { kName, kNumber, kString, kSymbol, kEnd };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text;  // Of a string without its quotes.
  int offset = 0;
};

// The tokens of `source`, kEnd last. False with one error when a character or string cannot be read.
bool Tokenize(absl::string_view source, std::vector<Token>& tokens, std::vector<ExpressionError>& errors);

}  // namespace baken

#endif  // BAKEN_RULES_LOGIC_LEXER_H_
