// The texts of a pack, by locale and id.
#ifndef BAKEN_RULES_PACK_CATALOGUE_H_
#define BAKEN_RULES_PACK_CATALOGUE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace baken {

// Immutable after loading; thread-safe then.
class Catalogue {
 public:
  using Texts = absl::flat_hash_map<std::string, std::string>;

  // Adds the texts of one locale. The first locale added is the default.
  void AddLocale(const std::string& locale, Texts texts);

  const std::vector<std::string>& locales() const { return locales_; }

  // The longest prefix of `requested` (BCP-47, `nl-NL` -> `nl`, case-insensitive) that has texts; the default locale
  // for an empty request; nullopt when there is none.
  std::optional<std::string> Resolve(absl::string_view requested) const;

  // Text of `id` in a locale that Resolve gave; null when there is none.
  const std::string* Find(absl::string_view locale, absl::string_view id) const;

 private:
  std::vector<std::string> locales_;
  absl::flat_hash_map<std::string, Texts> texts_;
};

}  // namespace baken

#endif  // BAKEN_RULES_PACK_CATALOGUE_H_
