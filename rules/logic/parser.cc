#include "rules/logic/parser.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "rules/logic/lexer.h"

namespace baken {
namespace {

using Node = std::unique_ptr<Expression>;

// Recursive descent, CEL's precedence: `!` before comparison and `in`, before `&&`, before `||`. A null node means that
// an error was reported; parsing stops at the first.
class Parser {
 public:
  Parser(std::vector<Token> tokens, std::vector<ExpressionError>& errors)
      : tokens_(std::move(tokens)), errors_(errors) {}

  Node Run() {
    Node node = ParseOr();
    if (node != nullptr && Peek().kind != TokenKind::kEnd) return Fail("unexpected '" + Peek().text + "'");
    return node;
  }

 private:
  Node ParseOr() { return ParseChain("||", ExpressionKind::kOr, &Parser::ParseAnd); }
  Node ParseAnd() { return ParseChain("&&", ExpressionKind::kAnd, &Parser::ParseRelation); }

  Node ParseChain(absl::string_view symbol, ExpressionKind kind, Node (Parser::*next)()) {
    if (++depth_ > kExpressionDepthMax) return Fail("expression is nested too deeply");
    Node first = (this->*next)();
    if (first == nullptr) return nullptr;
    --depth_;
    if (!IsSymbol(symbol)) return first;
    Node chain = Make(kind, std::string(symbol), first->offset);
    chain->args.push_back(std::move(first));
    while (IsSymbol(symbol)) {
      Take();
      Node operand = (this->*next)();
      if (operand == nullptr) return nullptr;
      chain->args.push_back(std::move(operand));
    }
    return chain;
  }

  Node ParseRelation() {
    Node left = ParseUnary();
    if (left == nullptr) return nullptr;
    bool is_in = Peek().kind == TokenKind::kName && Peek().text == "in";
    if (!is_in && !IsComparison()) return left;
    Token op = Take();
    Node relation = Make(is_in ? ExpressionKind::kIn : ExpressionKind::kCompare, op.text, left->offset);
    Node right = ParseUnary();
    if (right == nullptr) return nullptr;
    if (IsComparison() || (Peek().kind == TokenKind::kName && Peek().text == "in")) {
      return Fail("comparisons do not chain; use && or between()");
    }
    relation->args.push_back(std::move(left));
    relation->args.push_back(std::move(right));
    return relation;
  }

  Node ParseUnary() {
    if (!IsSymbol("!")) return ParsePrimary();
    if (++depth_ > kExpressionDepthMax) return Fail("expression is nested too deeply");
    Node negation = Make(ExpressionKind::kNot, "!", Take().offset);
    Node operand = ParseUnary();
    if (operand == nullptr) return nullptr;
    negation->args.push_back(std::move(operand));
    --depth_;
    return negation;
  }

  Node ParsePrimary() {
    switch (Peek().kind) {
      case TokenKind::kNumber:
        return MakeFromToken(ExpressionKind::kNumber);
      case TokenKind::kString:
        return MakeFromToken(ExpressionKind::kString);
      case TokenKind::kName:
        return ParseNameOrCall();
      case TokenKind::kSymbol:
        if (IsSymbol("(")) return ParseGroup();
        if (IsSymbol("[")) {
          Node list = Make(ExpressionKind::kList, "[", Peek().offset);
          return ParseArguments("[", "]", std::move(list));
        }
        return Fail("unexpected '" + Peek().text + "'");
      case TokenKind::kEnd:
        break;
    }
    return Fail("expression ends too early");
  }

  Node ParseGroup() {
    Take();
    Node inner = ParseOr();
    if (inner == nullptr) return nullptr;
    if (!IsSymbol(")")) return Fail("expected ')'");
    Take();
    return inner;
  }

  Node ParseNameOrCall() {
    if (Peek().text == "true" || Peek().text == "false") return MakeFromToken(ExpressionKind::kBoolean);
    if (Peek().text == "in") return Fail("'in' needs something before it");
    Node name = MakeFromToken(ExpressionKind::kName);
    if (!IsSymbol("(")) return name;
    name->kind = ExpressionKind::kCall;
    return ParseArguments("(", ")", std::move(name));
  }

  Node ParseArguments(absl::string_view open, absl::string_view close, Node owner) {
    Take();
    if (IsSymbol(close)) return Fail(absl::StrCat("empty '", open, close, "'"));
    while (true) {
      Node argument = ParseOr();
      if (argument == nullptr) return nullptr;
      owner->args.push_back(std::move(argument));
      if (IsSymbol(close)) break;
      if (!IsSymbol(",")) return Fail(absl::StrCat("expected ',' or '", close, "'"));
      Take();
    }
    Take();
    return owner;
  }

  const Token& Peek() const { return tokens_[at_]; }
  Token Take() { return at_ + 1 < tokens_.size() ? tokens_[at_++] : tokens_[at_]; }
  bool IsSymbol(absl::string_view text) const { return Peek().kind == TokenKind::kSymbol && Peek().text == text; }
  bool IsComparison() const {
    if (Peek().kind != TokenKind::kSymbol) return false;
    const std::string& text = Peek().text;
    return text == "==" || text == "!=" || text == "<" || text == "<=" || text == ">" || text == ">=";
  }

  static Node Make(ExpressionKind kind, std::string text, int offset) {
    auto node = std::make_unique<Expression>();
    node->kind = kind;
    node->text = std::move(text);
    node->offset = offset;
    return node;
  }
  Node MakeFromToken(ExpressionKind kind) {
    Token token = Take();
    return Make(kind, std::move(token.text), token.offset);
  }
  Node Fail(std::string message) {
    errors_.push_back({Peek().offset, std::move(message)});
    return nullptr;
  }

  std::vector<Token> tokens_;
  std::vector<ExpressionError>& errors_;
  size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

std::unique_ptr<Expression> ParseExpression(absl::string_view source, std::vector<ExpressionError>& errors) {
  if (source.size() > static_cast<size_t>(kExpressionBytesMax)) {
    errors.push_back({0, absl::StrCat("expression is longer than ", kExpressionBytesMax, " bytes")});
    return nullptr;
  }
  std::vector<Token> tokens;
  if (!Tokenize(source, tokens, errors)) return nullptr;
  return Parser(std::move(tokens), errors).Run();
}

}  // namespace baken
