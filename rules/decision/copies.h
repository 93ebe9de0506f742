// What an answer and the description of a pack repeat from the pack word for word. Internal to rules/decision.
#ifndef BAKEN_RULES_DECISION_COPIES_H_
#define BAKEN_RULES_DECISION_COPIES_H_

#include "baken/rules/v1/pack.pb.h"
#include "baken/v1/basis.pb.h"

namespace baken::decision_internal {

// Adds the codings of an element to what describes it.
template <typename From, typename To>
void CopyCodings(const From& from, To& to) {
  for (const auto& coding : from.codings()) {
    v1::Coding& added = *to.add_codings();
    added.set_system(coding.system());
    added.set_code(coding.code());
    added.set_display(coding.display());
  }
}

inline v1::Basis CopyBasis(const rules::v1::Basis& basis) {
  v1::Basis copy;
  copy.set_house_rule(basis.house_rule());
  for (const auto& reference : basis.references()) {
    v1::SourceReference& added = *copy.add_references();
    added.set_source_id(reference.source());
    added.set_locator(reference.locator());
  }
  return copy;
}

}  // namespace baken::decision_internal

#endif  // BAKEN_RULES_DECISION_COPIES_H_
