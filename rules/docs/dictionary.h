// A pack's elements by id, and what they are called in one locale. Not its job: how a page looks.
#ifndef BAKEN_RULES_DOCS_DICTIONARY_H_
#define BAKEN_RULES_DOCS_DICTIONARY_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "baken/rules/v1/pack.pb.h"
#include "rules/docs/words.h"
#include "rules/pack/loaded_pack.h"

namespace baken::docs_internal {

// Elements of one kind by id.
template <typename T>
class ById {
 public:
  explicit ById(const google::protobuf::RepeatedPtrField<T>& list) {
    for (const T& element : list) index_[element.id()] = &element;
  }
  // Null when there is none.
  const T* Find(absl::string_view id) const {
    auto found = index_.find(id);
    return found == index_.end() ? nullptr : found->second;
  }

 private:
  absl::flat_hash_map<std::string, const T*> index_;
};

// Immutable. Refers to the pack, which must outlive it.
class Dictionary {
 public:
  // `locale` is one of the pack's.
  Dictionary(const LoadedPack& pack, std::string locale);

  const LoadedPack& loaded() const { return loaded_; }
  const rules::v1::PackFile& pack() const { return loaded_.definition(); }
  const std::string& locale() const { return locale_; }
  const Words& words() const { return words_; }
  // The language of what authors wrote without a translation, which is the pack's first, where it is not that of the
  // page; else empty.
  std::string AuthorLanguage() const;

  // A text of the pack; empty when there is none.
  std::string Text(absl::string_view id) const;

  std::string FactLabel(absl::string_view id) const;
  std::string CodeLabel(const rules::v1::Fact& fact, const std::string& code) const;
  // The codes of a one-of or set fact.
  std::vector<std::string> Codes(const rules::v1::Fact& fact) const;
  // The code of a set fact that excludes the others; empty when it has none.
  std::string NoneCode(const rules::v1::Fact& fact) const;
  std::string ScaleTitle(absl::string_view id) const;
  std::string FamilyTitle(absl::string_view id) const;
  std::string FindingTitle(absl::string_view id) const;
  // What a level says; levels of the finding's front list among them.
  std::string LevelText(const rules::v1::Finding& finding, absl::string_view level) const;
  // A named condition has a text only where the pack gives one; else its id, readable.
  std::string CriterionName(absl::string_view id) const;
  // The title of a parameter, or its id while it has none.
  std::string ParameterName(absl::string_view id) const;
  std::string UrgencyText(v1::Urgency urgency) const;
  std::string LevelKindName(v1::LevelKind kind) const;
  std::string CategoryName(v1::FindingCategory category) const;

  // Decimal text as written in this locale, with the unit if any.
  std::string Number(absl::string_view decimal, absl::string_view unit_code = "") const;
  std::string UnitName(absl::string_view unit_code, absl::string_view decimal = "") const;
  std::string Period(const v1::Period& period) const;

  // All levels, those of the front list first.
  std::vector<const rules::v1::Level*> Levels(const rules::v1::Finding& finding) const;

  const ById<rules::v1::Domain> domains;
  const ById<rules::v1::Fact> facts;
  const ById<rules::v1::Parameter> parameters;
  const ById<rules::v1::Scale> scales;
  const ById<rules::v1::Family> families;
  const ById<rules::v1::Criterion> criteria;
  const ById<rules::v1::LevelList> level_lists;
  const ById<rules::v1::Finding> findings;
  const ById<rules::v1::Document> documents;

 private:
  const LoadedPack& loaded_;
  const std::string locale_;
  const Words& words_;
};

// Where an element is described: file and anchor.
std::string FindingPage(absl::string_view id);
std::string Anchor(absl::string_view kind, absl::string_view id);
std::string Href(absl::string_view file, absl::string_view kind, absl::string_view id);

// `U3` of URGENCY_U3; empty when unspecified.
std::string UrgencyCode(v1::Urgency urgency);

}  // namespace baken::docs_internal

#endif  // BAKEN_RULES_DOCS_DICTIONARY_H_
