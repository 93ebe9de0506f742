#include "rules/pack/document_kinds.h"

#include <algorithm>

namespace baken {

bool HoldsOnly(const rules::v1::DocumentSection& section, std::initializer_list<v1::Audience> advice) {
  // What is left of it, whatever fields the schema gains.
  rules::v1::DocumentSection rest = section;
  rest.clear_id();
  rest.clear_entries();
  rest.clear_keep_when_empty();
  const bool allowed = std::all_of(section.advice().begin(), section.advice().end(), [&](int audience) {
    return std::find(advice.begin(), advice.end(), audience) != advice.end();
  });
  if (allowed) rest.clear_advice();
  return rest.ByteSizeLong() == 0;
}

bool HoldsOnly(const rules::v1::Document& document, std::initializer_list<v1::Audience> advice) {
  return std::all_of(document.sections().begin(), document.sections().end(),
                     [&](const auto& section) { return HoldsOnly(section, advice); });
}

bool IsHandedOn(const rules::v1::Document& document) {
  return HoldsOnly(document, {v1::AUDIENCE_PERSON, v1::AUDIENCE_ORGANISATION});
}

bool IsForPerson(const rules::v1::Document& document) {
  return IsHandedOn(document) && !HoldsOnly(document, {v1::AUDIENCE_ORGANISATION});
}

}  // namespace baken
