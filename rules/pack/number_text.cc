#include "rules/pack/number_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace baken {

std::string DigitsText(const Catalogue& catalogue, absl::string_view locale, absl::string_view number) {
  const std::string* separator = catalogue.Find(locale, "format.decimal_separator");
  return separator == nullptr ? std::string(number) : absl::StrReplaceAll(number, {{".", *separator}});
}

std::string UnitText(const Catalogue& catalogue, absl::string_view locale, absl::string_view number,
                     absl::string_view unit_code) {
  const std::string id = absl::StrCat("unit.", unit_code);
  const std::string* text = number == "1" ? catalogue.Find(locale, id + ".one") : nullptr;
  if (text == nullptr) text = catalogue.Find(locale, id);
  return text == nullptr ? "" : *text;
}

}  // namespace baken
