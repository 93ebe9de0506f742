// A condition in words: the same expression that is evaluated, as nested clauses with the labels of the pack.
// `!` is pushed down to what it denies, as the engine does, so that a reader never has to turn a group around.
#ifndef BAKEN_RULES_DOCS_CONDITION_WORDS_H_
#define BAKEN_RULES_DOCS_CONDITION_WORDS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/docs/dictionary.h"
#include "rules/logic/expression.h"

namespace baken::docs_internal {

// A piece of a line, with the page that explains it if any.
struct Phrase {
  std::string text;
  std::string href = {};
  // Where it is not the page's language.
  std::string language = {};
};

// One line, or a heading such as "all of" with the clauses below it.
struct Clause {
  std::vector<Phrase> phrases;
  std::vector<Clause> parts = {};

  // All words in one line, the parts in brackets: for tests and searches.
  std::string PlainText() const;
};

// The tree of a condition of a loaded pack, which therefore parses.
std::unique_ptr<Expression> ParseLoaded(absl::string_view condition);

// The words of a condition of a loaded pack.
Clause ExplainCondition(const Dictionary& dictionary, absl::string_view condition);
Clause ExplainExpression(const Dictionary& dictionary, const Expression& expression, bool negated = false);

// When an action is given.
Clause ExplainTrigger(const Dictionary& dictionary, const rules::v1::Trigger& trigger);

// When a caveat is given: any of its findings says something, its trigger holds, or something was not understood.
Clause ExplainCaveat(const Dictionary& dictionary, const rules::v1::Caveat& caveat);

}  // namespace baken::docs_internal

#endif  // BAKEN_RULES_DOCS_CONDITION_WORDS_H_
