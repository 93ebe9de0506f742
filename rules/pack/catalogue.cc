#include "rules/pack/catalogue.h"

#include <utility>

#include "absl/strings/ascii.h"

namespace baken {

void Catalogue::AddLocale(const std::string& locale, Texts texts) {
  locales_.push_back(locale);
  texts_[locale] = std::move(texts);
}

std::optional<std::string> Catalogue::Resolve(absl::string_view requested) const {
  if (locales_.empty()) return std::nullopt;
  if (requested.empty()) return locales_.front();
  std::string wanted = absl::AsciiStrToLower(requested);
  while (true) {
    for (const std::string& locale : locales_) {
      if (absl::AsciiStrToLower(locale) == wanted) return locale;
    }
    size_t cut = wanted.rfind('-');
    if (cut == std::string::npos) return std::nullopt;
    wanted.resize(cut);
  }
}

const std::string* Catalogue::Find(absl::string_view locale, absl::string_view id) const {
  auto texts = texts_.find(locale);
  if (texts == texts_.end()) return nullptr;
  auto text = texts->second.find(id);
  return text == texts->second.end() ? nullptr : &text->second;
}

}  // namespace baken
