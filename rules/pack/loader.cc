#include "rules/pack/loader.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "rules/base/civil_date.h"
#include "rules/base/digest.h"
#include "rules/engine/planner.h"
#include "rules/pack/lint.h"
#include "rules/pack/manifest.h"
#include "rules/pack/pack_source.h"
#include "rules/pack/site_profile.h"
#include "rules/pack/text_ids.h"

namespace baken {
namespace {

using pack_internal::PackSource;
using pack_internal::ParsedFile;

class Loader {
 public:
  Loader(const std::filesystem::path& directory, const LoadOptions& options)
      : directory_(directory), options_(options) {}

  LoadResult Run() {
    LoadResult result;
    if (options_.verify_manifest) pack_internal::VerifyManifest(directory_, diagnostics_);
    bool readable = source_.Read(directory_, diagnostics_);
    if (readable) {
      ApplyProfile();
      ReadTexts();
      ReadCases();
      CheckListed();
      Check();
    }
    if (diagnostics_.empty()) {
      result.pack =
          std::make_shared<const LoadedPack>(source_.pack(), std::move(program_), std::move(catalogue_),
                                             std::move(cases_), Sha256Hex(pack_internal::BuildManifest(directory_)),
                                             SiteProfileName{site_profile_.name, site_profile_.digest});
    }
    result.diagnostics = std::move(diagnostics_);
    return result;
  }

 private:
  void ApplyProfile() {
    if (options_.site_profile_file.empty()) return;
    site_profile_ = pack_internal::ApplySiteProfile(options_.site_profile_file, source_.mutable_pack(), diagnostics_);
  }

  void ReadTexts() {
    for (const std::string& locale : source_.pack().header().locales()) {
      Catalogue::Texts texts;
      for (const std::string& path : Files(absl::StrCat("texts/", locale, "/"))) ReadTextFile(path, texts);
      CheckTexts(locale, texts);
      for (const auto& [id, text] : site_profile_.texts[locale]) texts[id] = text;
      catalogue_.AddLocale(locale, std::move(texts));
    }
  }

  void ReadTextFile(const std::string& path, Catalogue::Texts& texts) {
    ParsedFile file;
    rules::v1::TextFile message;
    if (!pack_internal::ParseTextFile(directory_, path, file, message, diagnostics_)) return;
    if (known_texts_.empty()) {
      for (const TextNeed& need : ListTexts(source_.pack())) known_texts_.insert(need.id);
      for (std::string& id : ListDiscreetTexts(source_.pack())) discreet_texts_.insert(std::move(id));
    }
    const auto* field = message.GetDescriptor()->FindFieldByName("texts");
    for (int i = 0; i < message.texts_size(); ++i) {
      const auto& text = message.texts(i);
      google::protobuf::TextFormat::ParseLocation place = file.places.GetLocation(field, i);
      auto fail = [&](std::string why) {
        diagnostics_.push_back({path, place.line + 1, place.column + 1, std::move(why)});
      };
      if (text.text().empty()) fail(absl::StrCat("text '", text.id(), "' is empty"));
      if (known_texts_.count(text.id()) == 0) fail(absl::StrCat("nothing in the pack has the text '", text.id(), "'"));
      if (discreet_texts_.count(text.id()) > 0) {
        const auto& words = source_.pack().header().discreet_words();
        std::string word = pack_internal::FindWord(text.text(), {words.begin(), words.end()});
        if (!word.empty()) fail(absl::StrCat("text '", text.id(), "' of a discreet document holds '", word, "'"));
      }
      if (!texts.emplace(text.id(), text.text()).second) fail(absl::StrCat("text '", text.id(), "' stands twice"));
    }
  }

  void CheckTexts(const std::string& locale, const Catalogue::Texts& texts) {
    for (const TextNeed& need : ListTexts(source_.pack())) {
      if (need.optional || texts.count(need.id) > 0) continue;
      diagnostics_.push_back(
          source_.Locate({need.path, -1, absl::StrCat("text '", need.id, "' is missing in '", locale, "'")}));
    }
  }

  void ReadCases() {
    for (const std::string& path : Files("cases/")) {
      ParsedFile file;
      rules::v1::Case test_case;
      if (!pack_internal::ParseTextFile(directory_, path, file, test_case, diagnostics_)) continue;
      auto fail = [&](std::string why) { diagnostics_.push_back({path, 1, 1, std::move(why)}); };
      if (path != absl::StrCat("cases/", test_case.id(), ".txtpb")) fail("id differs from the name of the file");
      if (!ParseCivilDay(test_case.request().evaluation_date()).has_value()) fail("request needs an evaluation_date");
      cases_.push_back(std::move(test_case));
    }
    std::sort(cases_.begin(), cases_.end(), [](const auto& a, const auto& b) { return a.id() < b.id(); });
  }

  // Text files in a folder of the pack, sorted.
  std::vector<std::string> Files(const std::string& prefix) const {
    std::vector<std::string> files;
    for (const std::string& path : pack_internal::ListFiles(directory_)) {
      if (absl::StartsWith(path, prefix) && absl::EndsWith(path, ".txtpb")) files.push_back(path);
    }
    return files;
  }

  // A rule file that nobody lists would silently not count.
  void CheckListed() {
    std::set<std::string> listed(source_.paths().begin(), source_.paths().end());
    const auto& locales = source_.pack().header().locales();
    for (const std::string& path : pack_internal::ListFiles(directory_)) {
      bool text = std::any_of(locales.begin(), locales.end(), [&](const std::string& locale) {
        return absl::StartsWith(path, absl::StrCat("texts/", locale, "/"));
      });
      // For reviewers; nothing that evaluates reads them.
      if (path == "coverage.txtpb" || path == "wording.txtpb") continue;
      bool known = text || absl::StartsWith(path, "cases/") || absl::StartsWith(path, "coverage/");
      if (known ? absl::EndsWith(path, ".txtpb") : listed.count(path) > 0) continue;
      diagnostics_.push_back(
          {path, 0, 0, "file belongs to nothing: list it in the header of pack.txtpb, or take it away"});
    }
  }

  void Check() {
    std::vector<PlanError> errors;
    program_ = MakeProgram(source_.pack(), errors);
    pack_internal::LintElements(source_.pack(), errors);
    pack_internal::LintActions(source_.pack(), errors);
    pack_internal::LintDocuments(source_.pack(), errors);
    if (program_ != nullptr) pack_internal::LintSafety(source_.pack(), *program_, errors);
    for (const PlanError& error : errors) diagnostics_.push_back(source_.Locate(error));
  }

  const std::filesystem::path& directory_;
  const LoadOptions& options_;
  PackSource source_;
  pack_internal::SiteProfileEffect site_profile_;
  std::unique_ptr<const Program> program_;
  Catalogue catalogue_;
  std::vector<rules::v1::Case> cases_;
  std::set<std::string> known_texts_;
  std::set<std::string> discreet_texts_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

LoadResult LoadPack(const std::filesystem::path& directory, const LoadOptions& options) {
  return Loader(directory, options).Run();
}

std::string MakeManifest(const std::filesystem::path& directory) { return pack_internal::BuildManifest(directory); }

}  // namespace baken
