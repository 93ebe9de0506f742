#include <algorithm>

#include "absl/strings/str_cat.h"
#include "rules/decision/answer_context.h"
#include "rules/decision/document_lines.h"
#include "rules/pack/document_kinds.h"

namespace baken::decision_internal {
namespace {

v1::Document Write(const AnswerContext& context, const v1::Assessment& assessment,
                   const rules::v1::Document& definition) {
  const std::string prefix = absl::StrCat("document.", definition.id());
  v1::Document document;
  document.set_document_id(definition.id());
  *document.mutable_title() = context.Text(prefix + ".title");
  for (const auto& section : definition.sections()) {
    v1::DocumentSection written;
    written.set_section_id(section.id());
    *written.mutable_heading() = context.Text(absl::StrCat(prefix, ".", section.id(), ".heading"));
    LineWriter(context, assessment, definition, written).Write(section);
    if (!written.lines().empty()) *document.add_sections() = std::move(written);
  }
  return document;
}

}  // namespace

void AddDocuments(const AnswerContext& context, v1::Assessment& assessment) {
  for (const std::string& id : context.occasion.view->documents()) {
    const auto& documents = context.definition().documents();
    auto found = std::find_if(documents.begin(), documents.end(), [&](const auto& each) { return each.id() == id; });
    // Fixed sentences and what is for organisations: all that a refused requester may read.
    if (context.refused() && !HoldsOnly(*found, {v1::AUDIENCE_ORGANISATION})) continue;
    v1::Document document = Write(context, assessment, *found);
    if (!document.sections().empty()) *assessment.add_documents() = std::move(document);
  }
}

}  // namespace baken::decision_internal
