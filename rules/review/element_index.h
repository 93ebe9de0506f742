// Names of the elements of a pack, as coverage and reviewers write them. Not its job: texts.
#ifndef BAKEN_RULES_REVIEW_ELEMENT_INDEX_H_
#define BAKEN_RULES_REVIEW_ELEMENT_INDEX_H_

#include <map>
#include <string>

#include "absl/strings/string_view.h"
#include "baken/rules/v1/pack.pb.h"

namespace baken::review_internal {

// Immutable; thread-safe.
class ElementIndex {
 public:
  explicit ElementIndex(const rules::v1::PackFile& pack);

  enum class Standing { kUnknown, kWithoutBasis, kGood };
  // Whether the pack has an element of this name, `finding.<id>` and so on (coverage.proto lists the forms), and
  // whether it says on what authority. What only arranges others (roles, views, groups) needs none.
  Standing Find(absl::string_view name) const;

 private:
  void AddFacts(const rules::v1::PackFile& pack);
  void AddFindings(const rules::v1::PackFile& pack);
  void AddProfiles(const rules::v1::PackFile& pack);
  template <typename List>
  void AddAll(absl::string_view kind, const List& list);

  std::map<std::string, bool, std::less<>> has_basis_;
};

}  // namespace baken::review_internal

#endif  // BAKEN_RULES_REVIEW_ELEMENT_INDEX_H_
