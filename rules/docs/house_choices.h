// Every basis of a pack that is a house choice, wherever it stands, with what it belongs to. Found by reflection, so
// that an element of a new kind cannot be left out.
#ifndef BAKEN_RULES_DOCS_HOUSE_CHOICES_H_
#define BAKEN_RULES_DOCS_HOUSE_CHOICES_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/docs/dictionary.h"

namespace baken::docs_internal {

struct HouseChoice {
  // Kind of the element of the pack that it is or stands in, as ids of texts begin: `finding`, `referral`.
  absl::string_view kind;
  std::string name;
  std::string href;
  // Of a referral or prompt when it is due, with bounds if any; else empty.
  std::string setting = {};
  const rules::v1::Basis* basis = nullptr;
};

// In the order of the pack, those of a kind together. Without parameters, which have a table of their own.
std::vector<HouseChoice> FindHouseChoices(const Dictionary& dictionary);

// The page, without extension, that describes elements of a kind; empty for findings, which have a page each, and for
// what has no place.
absl::string_view PlaceOf(absl::string_view kind);

// What elements of a kind are called together.
absl::string_view TitleOf(const Words& words, absl::string_view kind);

}  // namespace baken::docs_internal

#endif  // BAKEN_RULES_DOCS_HOUSE_CHOICES_H_
