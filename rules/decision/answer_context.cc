#include "rules/decision/answer_context.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "rules/base/check.h"
#include "rules/decision/copies.h"

namespace baken::decision_internal {

const ProgramLevel& AnswerContext::SupportedLevel(int finding) const {
  size_t index = static_cast<size_t>(finding);
  return program().findings[index].levels[static_cast<size_t>(evaluation.findings[index].supported)];
}

bool AnswerContext::refused() const {
  return !occasion.role->receives_personal_output() || SupportedLevel(program().scope_finding).refuses;
}

bool AnswerContext::IsStated(int finding) const {
  if (!refused() || finding == program().scope_finding) return true;
  const auto& definition_of = definition().findings(finding);
  bool not_assessed = definition_of.category() == v1::FINDING_CATEGORY_SUBGROUP &&
                      SupportedLevel(finding).kind == v1::LEVEL_KIND_NOT_ASSESSED;
  return definition_of.stated_when_refused() || not_assessed;
}

bool AnswerContext::Shows(rules::v1::AnswerPart part) const {
  const auto& parts = occasion.view->parts();
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

v1::LocalizedText AnswerContext::Text(absl::string_view id) const {
  const std::string* text = pack.catalogue().Find(occasion.locale, id);
  BAKEN_CHECK(text != nullptr);
  v1::LocalizedText localized;
  localized.set_text_id(std::string(id));
  localized.set_text(*text);
  return localized;
}

bool AnswerContext::HasText(absl::string_view id) const {
  return pack.catalogue().Find(occasion.locale, id) != nullptr;
}

v1::Basis AnswerContext::BasisOf(const rules::v1::Basis& basis) const { return CopyBasis(basis); }

v1::FactName AnswerContext::NameOf(int fact) const {
  v1::FactName name;
  const std::string& id = program().facts[static_cast<size_t>(fact)].id;
  name.set_fact_id(id);
  *name.mutable_label() = Text(absl::StrCat("fact.", id, ".label"));
  return name;
}

std::vector<std::string> AnswerContext::InAskingOrder(const std::set<int>& facts) const {
  std::vector<int> ordered(facts.begin(), facts.end());
  std::sort(ordered.begin(), ordered.end(), [&](int a, int b) {
    return program().facts[static_cast<size_t>(a)].ask_rank < program().facts[static_cast<size_t>(b)].ask_rank;
  });
  std::vector<std::string> ids;
  for (int fact : ordered) ids.push_back(program().facts[static_cast<size_t>(fact)].id);
  return ids;
}

}  // namespace baken::decision_internal
