// What must be right in a pack besides that it can be planned. Every problem is reported. Internal to rules/pack.
#ifndef BAKEN_RULES_PACK_LINT_H_
#define BAKEN_RULES_PACK_LINT_H_

#include <string>
#include <vector>

#include "baken/rules/v1/pack.pb.h"
#include "rules/engine/plan_error.h"
#include "rules/engine/program.h"

namespace baken::pack_internal {

// Header, ids, authority of every element, actions and their bindings (lint_elements.cc, lint_actions.cc).
void LintElements(const rules::v1::PackFile& pack, std::vector<PlanError>& errors);
void LintActions(const rules::v1::PackFile& pack, std::vector<PlanError>& errors);

// What documents and views refer to, and what a discreet document may hold (lint_documents.cc). Its words are checked
// where texts are read.
void LintDocuments(const rules::v1::PackFile& pack, std::vector<PlanError>& errors);

// The first of `words` that is part of a word of `text`, case (of ASCII and Latin-1 letters) apart; empty when none is
// (lint_documents.cc).
std::string FindWord(const std::string& text, const std::vector<std::string>& words);

// Safety: levels of urgent findings in descending urgency, danger facts only positively in them (lint_safety.cc).
void LintSafety(const rules::v1::PackFile& pack, const Program& program, std::vector<PlanError>& errors);

}  // namespace baken::pack_internal

#endif  // BAKEN_RULES_PACK_LINT_H_
