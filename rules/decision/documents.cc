#include <algorithm>

#include "absl/strings/str_cat.h"
#include "rules/decision/answer_context.h"
#include "rules/decision/document_lines.h"

namespace baken::decision_internal {
namespace {

// Fixed sentences and what is for organisations: all that a refused requester may read.
bool IsAboutNobody(const rules::v1::Document& document) {
  return std::all_of(document.sections().begin(), document.sections().end(), [](const auto& section) {
    rules::v1::DocumentSection rest = section;
    rest.clear_id();
    rest.clear_entries();
    rest.clear_keep_when_empty();
    const auto& advice = section.advice();
    bool for_organisations =
        std::all_of(advice.begin(), advice.end(), [](int audience) { return audience == v1::AUDIENCE_ORGANISATION; });
    if (for_organisations) rest.clear_advice();
    return rest.ByteSizeLong() == 0;
  });
}

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
    LineWriter(context, assessment, written).Write(definition.id(), section);
    if (!written.lines().empty() || section.keep_when_empty()) *document.add_sections() = std::move(written);
  }
  return document;
}

}  // namespace

void AddDocuments(const AnswerContext& context, v1::Assessment& assessment) {
  for (const std::string& id : context.occasion.view->documents()) {
    const auto& documents = context.definition().documents();
    auto found = std::find_if(documents.begin(), documents.end(), [&](const auto& each) { return each.id() == id; });
    if (context.refused() && !IsAboutNobody(*found)) continue;
    v1::Document document = Write(context, assessment, *found);
    if (!document.sections().empty()) *assessment.add_documents() = std::move(document);
  }
}

}  // namespace baken::decision_internal
