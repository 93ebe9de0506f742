// How a number and its unit are written in a locale, by the texts of a pack: `format.decimal_separator`, `unit.<UCUM>`
// and `unit.<UCUM>.one`. The same for answers and for pages.
#ifndef BAKEN_RULES_PACK_NUMBER_TEXT_H_
#define BAKEN_RULES_PACK_NUMBER_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "rules/pack/catalogue.h"

namespace baken {

// `number` is decimal with a point; `locale` is one that Catalogue::Resolve gave.
std::string DigitsText(const Catalogue& catalogue, absl::string_view locale, absl::string_view number);

// The word for a unit behind `number`; empty when the pack has none.
std::string UnitText(const Catalogue& catalogue, absl::string_view locale, absl::string_view number,
                     absl::string_view unit_code);

}  // namespace baken

#endif  // BAKEN_RULES_PACK_NUMBER_TEXT_H_
