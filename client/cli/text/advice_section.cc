#include "absl/strings/str_cat.h"
#include "client/cli/text/sections.h"

namespace baken::cli_internal {
namespace {

absl::string_view HeadingFor(v1::Audience audience, const Labels& labels) {
  switch (audience) {
    case v1::AUDIENCE_PERSON:
      return labels.advice_person;
    case v1::AUDIENCE_ORGANISATION:
      return labels.advice_organisation;
    default:
      return labels.advice_clinician;
  }
}

}  // namespace

void WriteAdvice(const v1::Assessment& assessment, const Labels& labels, v1::Audience audience, Page& page) {
  bool first = true;
  for (const v1::Advice& advice : assessment.advice()) {
    if (advice.audience() != audience) continue;
    if (first) page.Heading(HeadingFor(audience, labels));
    first = false;
    // Words for the person or an organisation stand as they are handed on.
    const std::string mark = audience == v1::AUDIENCE_CLINICIAN ? ChoiceMark(advice.basis()) : "";
    page.Item("• ", absl::StrCat(advice.text().text(), mark));
  }
}

}  // namespace baken::cli_internal
