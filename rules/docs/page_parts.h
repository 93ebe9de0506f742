// What pages are made of: the frame, tables that stack on a narrow screen, clauses, grounds.
#ifndef BAKEN_RULES_DOCS_PAGE_PARTS_H_
#define BAKEN_RULES_DOCS_PAGE_PARTS_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/substitute.h"
#include "rules/docs/condition_words.h"
#include "rules/docs/dictionary.h"
#include "rules/docs/html_writer.h"

namespace baken::docs_internal {

// An entry of the navigation.
struct NavigationItem {
  std::string file;
  std::string title;
};
using Navigation = std::vector<NavigationItem>;

// Writes the body of a page after its heading.
using Body = std::function<void(HtmlWriter&)>;

// A whole page. `section` is the file of the navigation that it belongs to.
std::string MakePage(const Dictionary& dictionary, const Navigation& navigation, absl::string_view section,
                     const std::string& title, const Body& body);

// A cell with any content.
using Cell = std::function<void(HtmlWriter&)>;
Cell TextCell(std::string text);
Cell LinkCell(std::string text, std::string href);

// A table; the first cell of each row is its heading.
class TableWriter {
 public:
  // An empty caption is left out.
  TableWriter(HtmlWriter& html, absl::string_view caption, std::vector<std::string> headings);
  void Row(const std::vector<Cell>& cells, const std::string& id = "");

 private:
  HtmlWriter& html_;
  std::vector<std::string> headings_;
  HtmlWriter::Scope table_;
  HtmlWriter::Scope body_;
};

// A term and what is said of it, in a `dl`; nothing when there is nothing to say.
void WriteTerm(HtmlWriter& html, absl::string_view term, absl::string_view text);
void WriteTerm(HtmlWriter& html, absl::string_view term, const Cell& content);

// A heading with the id of the element behind it.
void WriteHeading(HtmlWriter& html, const char* level, const std::string& title, const std::string& id,
                  const std::string& language = "");

void WriteClause(HtmlWriter& html, const Clause& clause);

// The house-choice mark, the sources with their places, the note for the reviewer; nothing for an empty basis.
void WriteBasis(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Basis& basis);

// "2 weeks (due time may be set from 1 week to 4 weeks)" of a referral or prompt.
template <typename Action>
std::string DueText(const Dictionary& dictionary, const Action& action) {
  std::string due = dictionary.Period(action.due());
  if (!action.has_earliest()) return due;
  return absl::StrCat(due, " (",
                      absl::Substitute(dictionary.words().due_bounds, dictionary.Period(action.earliest()),
                                       dictionary.Period(action.latest())),
                      ")");
}

// "U3" with what the pack says of it; nothing when unspecified.
void WriteUrgency(HtmlWriter& html, const Dictionary& dictionary, v1::Urgency urgency);

// The short words of an element, when it has them: "in brief: …".
void WriteBrief(HtmlWriter& html, const Dictionary& dictionary, const std::string& element);

// A list of links.
void WriteLinks(HtmlWriter& html, const std::vector<Phrase>& links);

}  // namespace baken::docs_internal

#endif  // BAKEN_RULES_DOCS_PAGE_PARTS_H_
