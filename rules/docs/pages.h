// The bodies of the pages, one function per page.
#ifndef BAKEN_RULES_DOCS_PAGES_H_
#define BAKEN_RULES_DOCS_PAGES_H_

#include <string>
#include <vector>

#include "baken/rules/v1/coverage.pb.h"
#include "rules/docs/dictionary.h"
#include "rules/docs/html_writer.h"
#include "rules/docs/page_parts.h"

namespace baken::docs_internal {

// finding_pages.cc
void WriteFindingList(HtmlWriter& html, const Dictionary& dictionary);
void WriteFinding(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Finding& finding);

// condition_pages.cc
void WriteCriteria(HtmlWriter& html, const Dictionary& dictionary);
void WriteFamily(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Family& family);

// fact_pages.cc
void WriteFacts(HtmlWriter& html, const Dictionary& dictionary);
void WriteInstruments(HtmlWriter& html, const Dictionary& dictionary);

// action_pages.cc
void WriteReferrals(HtmlWriter& html, const Dictionary& dictionary);
void WriteMonitoring(HtmlWriter& html, const Dictionary& dictionary);
void WriteAdvice(HtmlWriter& html, const Dictionary& dictionary);

// document_pages.cc
void WriteDocuments(HtmlWriter& html, const Dictionary& dictionary);
void WriteProfiles(HtmlWriter& html, const Dictionary& dictionary);

// case_pages.cc
void WriteCases(HtmlWriter& html, const Dictionary& dictionary);

// review_pages.cc
// Thresholds, and elements that are house choices.
int CountChoices(const Dictionary& dictionary);
void WriteChoices(HtmlWriter& html, const Dictionary& dictionary);
void WriteSources(HtmlWriter& html, const Dictionary& dictionary);
void WriteQuestions(HtmlWriter& html, const std::vector<std::string>& questions);
void WriteCoverage(HtmlWriter& html, const Dictionary& dictionary, const rules::v1::Coverage& coverage);

}  // namespace baken::docs_internal

#endif  // BAKEN_RULES_DOCS_PAGES_H_
