#include "rules/logic/lexer.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace baken {
namespace {

bool IsNameStart(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)) || c == '_'; }
bool IsNamePart(char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_'; }
bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

constexpr absl::string_view kSymbols[] = {"&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ","};

class Lexer {
 public:
  Lexer(absl::string_view source, std::vector<Token>& tokens, std::vector<ExpressionError>& errors)
      : source_(source), tokens_(tokens), errors_(errors) {}

  bool Run() {
    while (SkipSpace(), at_ < source_.size()) {
      if (!ReadToken()) return false;
    }
    tokens_.push_back({TokenKind::kEnd, "", static_cast<int>(at_)});
    return true;
  }

 private:
  void SkipSpace() {
    while (at_ < source_.size() && absl::ascii_isspace(static_cast<unsigned char>(source_[at_]))) ++at_;
  }

  bool ReadToken() {
    char c = source_[at_];
    if (IsNameStart(c)) return ReadName();
    if (IsDigit(c) || (c == '-' && at_ + 1 < source_.size() && IsDigit(source_[at_ + 1]))) return ReadNumber();
    if (c == '\'' || c == '"') return ReadString(c);
    for (absl::string_view symbol : kSymbols) {
      if (source_.substr(at_, symbol.size()) == symbol) return Push(TokenKind::kSymbol, symbol.size());
    }
    return Fail(at_, "unexpected character");
  }

  bool ReadName() {
    size_t length = 1;
    while (at_ + length < source_.size() && IsNamePart(source_[at_ + length])) ++length;
    return Push(TokenKind::kName, length);
  }

  bool ReadNumber() {
    size_t length = 1;
    while (at_ + length < source_.size() && (IsNamePart(source_[at_ + length]) || source_[at_ + length] == '.')) {
      ++length;
    }
    return Push(TokenKind::kNumber, length);
  }

  bool ReadString(char quote) {
    size_t end = source_.find(quote, at_ + 1);
    if (end == absl::string_view::npos) return Fail(at_, "string without closing quote");
    absl::string_view text = source_.substr(at_ + 1, end - at_ - 1);
    if (text.find('\\') != absl::string_view::npos) return Fail(at_, "a string may hold no backslash");
    tokens_.push_back({TokenKind::kString, std::string(text), static_cast<int>(at_)});
    at_ = end + 1;
    return true;
  }

  bool Push(TokenKind kind, size_t length) {
    tokens_.push_back({kind, std::string(source_.substr(at_, length)), static_cast<int>(at_)});
    at_ += length;
    return true;
  }

  bool Fail(size_t offset, std::string message) {
    errors_.push_back({static_cast<int>(offset), std::move(message)});
    return false;
  }

  absl::string_view source_;
  std::vector<Token>& tokens_;
  std::vector<ExpressionError>& errors_;
  size_t at_ = 0;
};

}  // namespace

bool Tokenize(absl::string_view source, std::vector<Token>& tokens, std::vector<ExpressionError>& errors) {
  return Lexer(source, tokens, errors).Run();
}

}  // namespace baken
