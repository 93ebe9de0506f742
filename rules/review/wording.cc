#include "rules/review/wording.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "baken/rules/v1/wording.pb.h"
#include "rules/engine/level_kinds.h"
#include "rules/pack/manifest.h"
#include "rules/pack/pack_source.h"
#include "rules/review/words.h"

namespace baken {
namespace {

using pack_internal::ParsedFile;
using review_internal::CountCharacters;
using review_internal::FindPattern;
using review_internal::Folded;
using review_internal::Sentence;
using review_internal::Span;
using review_internal::SplitSentences;

constexpr char kFile[] = "wording.txtpb";

// Ids of texts on a card: what is read at a glance.
std::set<std::string> CardTexts(const rules::v1::PackFile& pack) {
  std::set<std::string> ids;
  for (const auto& finding : pack.findings()) {
    ids.insert(absl::StrCat("finding.", finding.id(), ".title"));
    for (const auto& level : finding.levels()) {
      if (IsThere(level.kind())) ids.insert(absl::StrCat("finding.", finding.id(), ".", level.id()));
    }
  }
  return ids;
}

// Where a placeholder starts; npos when there is none.
size_t FindPlaceholder(absl::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' || text[i] == '}') return i;
    const bool followed = i + 1 < text.size() && absl::ascii_isalpha(static_cast<unsigned char>(text[i + 1]));
    if ((text[i] == '%' || text[i] == '$') && followed) return i;
  }
  return absl::string_view::npos;
}

class Reviewer {
 public:
  Reviewer(const LoadedPack& pack, const std::filesystem::path& directory)
      : pack_(pack), directory_(directory), cards_(CardTexts(pack.definition())) {
    for (const auto& advice : pack.definition().advice()) {
      if (advice.audience() == v1::AUDIENCE_PERSON) person_.insert(absl::StrCat("advice.", advice.id()));
    }
  }

  std::vector<Diagnostic> Run() {
    std::error_code error;
    if (std::filesystem::is_regular_file(directory_ / kFile, error)) {
      ParsedFile file;
      if (!pack_internal::ParseTextFile(directory_, kFile, file, wording_, remarks_)) return std::move(remarks_);
      CheckWording(file);
    }
    for (const std::string& locale : pack_.definition().header().locales()) {
      sentences_ = words_ = 0;
      for (const std::string& path : pack_internal::ListFiles(directory_)) {
        if (absl::StartsWith(path, absl::StrCat("texts/", locale, "/"))) ReviewFile(locale, path);
      }
      CheckMean(locale);
    }
    return std::move(remarks_);
  }

 private:
  // A list for a locale that the pack does not have would silently not count.
  void CheckWording(const ParsedFile& file) {
    const auto& locales = pack_.definition().header().locales();
    const auto* field = rules::v1::Wording::descriptor()->FindFieldByName("banned");
    for (int i = 0; i < wording_.banned_size(); ++i) {
      const auto place = file.places.GetLocation(field, i);
      auto remark = [&](std::string why) {
        remarks_.push_back({kFile, place.line + 1, place.column + 1, std::move(why)});
      };
      const auto& banned = wording_.banned(i);
      bool known = std::find(locales.begin(), locales.end(), banned.locale()) != locales.end();
      if (!known) remark(absl::StrCat("the pack has no locale '", banned.locale(), "'"));
      if (banned.patterns().empty() || banned.reason().empty()) remark("banned words need patterns and a reason");
    }
  }

  void ReviewFile(const std::string& locale, const std::string& path) {
    rules::v1::TextFile texts;
    file_ = std::make_unique<ParsedFile>();
    if (!pack_internal::ParseTextFile(directory_, path, *file_, texts, remarks_)) return;
    for (int i = 0; i < texts.texts_size(); ++i) {
      at_ = i;
      const rules::v1::Text& text = texts.texts(i);
      const size_t placeholder = FindPlaceholder(text.text());
      if (placeholder != std::string::npos)
        Remark(placeholder, text, "looks like a placeholder: texts are not filled in");
      CheckBanned(locale, text);
      CheckSentences(text);
      CheckCard(text);
    }
  }

  void CheckBanned(const std::string& locale, const rules::v1::Text& text) {
    const std::string folded = Folded(text.text());
    for (const auto& banned : wording_.banned()) {
      const auto& spared = banned.except_texts();
      if (banned.locale() != locale || std::find(spared.begin(), spared.end(), text.id()) != spared.end()) continue;
      for (const std::string& pattern : banned.patterns()) {
        for (const Span& place : FindPattern(folded, pattern)) {
          if (IsAllowed(folded, place, banned)) continue;
          Remark(place.begin, text, absl::StrCat("holds '", pattern, "': ", banned.reason()));
        }
      }
    }
  }

  static bool IsAllowed(const std::string& folded, const Span& place, const rules::v1::BannedWords& banned) {
    for (const std::string& except : banned.except()) {
      for (const Span& allowed : FindPattern(folded, except)) {
        if (allowed.begin <= place.begin && place.end <= allowed.end) return true;
      }
    }
    return false;
  }

  bool IsForPerson(const std::string& id) const {
    const auto& prefixes = wording_.limits().person_texts();
    return person_.count(id) > 0 || std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
             return absl::StartsWith(id, prefix);
           });
  }

  void CheckSentences(const rules::v1::Text& text) {
    const bool person = IsForPerson(text.id());
    const int most = person ? wording_.limits().person_sentence_words() : wording_.limits().sentence_words();
    for (const Sentence& sentence : SplitSentences(text.text())) {
      sentences_ += person ? 1 : 0;
      words_ += person ? sentence.words : 0;
      if (most == 0 || sentence.words <= most) continue;
      Remark(sentence.begin, text, absl::StrCat("has a sentence of ", sentence.words, " words; at most ", most));
    }
  }

  void CheckCard(const rules::v1::Text& text) {
    const int most = wording_.limits().card_characters();
    const bool card = cards_.count(text.id()) > 0 || absl::StartsWith(text.id(), "urgency.") ||
                      absl::StartsWith(text.id(), "outcome.");
    const int length = CountCharacters(text.text());
    if (most == 0 || !card || length <= most) return;
    Remark(0, text, absl::StrCat("stands on a card and has ", length, " characters; at most ", most));
  }

  void CheckMean(const std::string& locale) {
    const int most = wording_.limits().person_sentence_words_mean();
    if (most == 0 || words_ <= most * sentences_) return;
    remarks_.push_back({kFile, 0, 0,
                        absl::StrCat("texts for the person in '", locale, "' have ", words_, " words in ", sentences_,
                                     " sentences; at most ", most, " a sentence")});
  }

  // At a byte of the text at hand.
  void Remark(size_t offset, const rules::v1::Text& text, const std::string& what) {
    const auto* texts = rules::v1::TextFile::descriptor()->FindFieldByName("texts");
    const auto* tree = file_->places.GetTreeForNested(texts, at_);
    const auto place = tree->GetLocation(rules::v1::Text::descriptor()->FindFieldByName("text"), -1);
    int line = place.line;
    int column = place.column;
    pack_internal::FindInString(file_->content, static_cast<int>(offset), line, column);
    remarks_.push_back({file_->path, line + 1, column + 1, absl::StrCat("text '", text.id(), "' ", what)});
  }

  const LoadedPack& pack_;
  const std::filesystem::path& directory_;
  const std::set<std::string> cards_;
  std::set<std::string> person_;
  rules::v1::Wording wording_;
  std::unique_ptr<ParsedFile> file_;  // At hand, and the number of the text in it.
  int at_ = 0;
  int sentences_ = 0;  // Of texts for the person, in the locale at hand.
  int words_ = 0;
  std::vector<Diagnostic> remarks_;
};

}  // namespace

std::vector<Diagnostic> ReviewWording(const LoadedPack& pack, const std::filesystem::path& directory) {
  return Reviewer(pack, directory).Run();
}

}  // namespace baken
