#include "client/cli/pack_author_commands.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <ostream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "client/cli/pack_template.h"
#include "rules/decision/cases.h"
#include "rules/pack/loader.h"
#include "rules/review/case_coverage.h"
#include "rules/review/coverage.h"
#include "rules/review/idle_parts.h"
#include "rules/review/wording.h"

namespace baken {
namespace {

namespace fs = std::filesystem;

constexpr char kManifest[] = "MANIFEST.sha256";

bool IsPackFolder(const std::string& directory, const Process& process) {
  std::error_code error;
  if (fs::is_regular_file(fs::path(directory) / "pack.txtpb", error)) return true;
  *process.err << "baken: '" << directory << "' is not the folder of a pack: it holds no pack.txtpb\n";
  return false;
}

// An author at work has not written the manifest yet: a difference is told, and is no error.
void TellAboutManifest(const std::string& directory, const Process& process) {
  std::ifstream file(fs::path(directory) / kManifest, std::ios::binary);
  const std::string written((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (written == MakeManifest(directory)) return;
  *process.err << "note: " << kManifest << " does not match the files: run `baken pack manifest " << directory << "`\n";
}

// A fact may be there to be recorded only: told, and no error.
void TellAboutUnusedFacts(const LoadedPack& pack, const std::string& directory, const Process& process) {
  const std::vector<std::string> unused = FindUnusedFacts(pack, directory);
  if (unused.empty()) return;
  *process.err << "note: " << unused.size()
               << " facts are read by no rule, document, profile or coverage: " << absl::StrJoin(unused, " ") << "\n";
}

// The pack, or null after all its problems were written.
std::shared_ptr<const LoadedPack> LoadOrTell(const PackAuthorOptions& options, std::ostream& stream) {
  LoadResult result =
      LoadPack(options.directory, {.verify_manifest = false, .site_profile_file = options.site_profile_file});
  if (result.pack == nullptr) stream << FormatDiagnostics(options.directory, result.diagnostics) << "\n";
  return result.pack;
}

// True when nothing is left unproved.
bool TellUnproved(const LoadedPack& pack, std::ostream& stream) {
  const CaseCoverage review = ReviewCases(pack);
  for (const std::string& missing : review.missing) stream << "missing " << missing << "\n";
  stream << review.wanted - static_cast<int>(review.missing.size()) << " of " << review.wanted
         << " wanted proofs have a case\n";
  return review.missing.empty();
}

// `0.1.0`; what exactly is allowed, lint says.
bool LooksLikeVersion(const std::string& name) {
  return !name.empty() && name.find_first_not_of("0123456789.") == std::string::npos &&
         std::count(name.begin(), name.end(), '.') == 2;
}

bool WriteNew(const fs::path& path, const std::string& content) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << content;
  file.close();
  return !error && file.good();
}

}  // namespace

ExitCode RunPackNew(const PackAuthorOptions& options, const Process& process) {
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(options.directory, error);
  const std::string version = folder.filename().string();
  const std::string id = folder.parent_path().filename().string();
  if (error || !LooksLikeVersion(version) || id.empty()) {
    *process.err << "baken: the folder of a new pack is <id>/<MAJOR.MINOR.PATCH>, for example packs/my-pack/0.1.0\n";
    return kExitWrongUse;
  }
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    *process.err << "baken: '" << options.directory << "' is not empty\n";
    return kExitWrongUse;
  }
  for (const TemplateFile& file : PackTemplate(id, version)) {
    if (WriteNew(folder / file.path, file.content)) continue;
    *process.err << "baken: cannot write '" << (folder / file.path).string() << "'\n";
    return kExitWrongUse;
  }
  return RunPackManifest(options, process);
}

ExitCode RunPackLint(const PackAuthorOptions& options, const Process& process) {
  if (!IsPackFolder(options.directory, process)) return kExitWrongUse;
  const std::shared_ptr<const LoadedPack> pack = LoadOrTell(options, *process.out);
  if (pack == nullptr) return kExitFoundWrong;
  TellAboutManifest(options.directory, process);
  std::vector<Diagnostic> remarks = ReviewCoverage(*pack, options.directory).remarks;
  for (Diagnostic& remark : ReviewWording(*pack, options.directory)) remarks.push_back(std::move(remark));
  for (Diagnostic& remark : FindUnreachableLevels(*pack)) remarks.push_back(std::move(remark));
  TellAboutUnusedFacts(*pack, options.directory, process);
  if (!remarks.empty()) {
    *process.out << FormatDiagnostics(options.directory, remarks) << "\n";
    return kExitFoundWrong;
  }
  *process.out << pack->id() << " " << pack->version() << ": no problems\n";
  return kExitDone;
}

ExitCode RunPackCases(const PackAuthorOptions& options, const Process& process) {
  if (!IsPackFolder(options.directory, process)) return kExitWrongUse;
  const std::shared_ptr<const LoadedPack> pack = LoadOrTell(options, *process.err);
  if (pack == nullptr) return kExitFoundWrong;
  int passed = 0;
  int failed = 0;
  for (const CaseResult& result : RunCases(*pack)) {
    const bool good = result.failures.empty();
    ++(good ? passed : failed);
    *process.out << (good ? "ok      " : "FAILED  ") << result.case_id << "\n";
    for (const std::string& failure : result.failures) *process.out << "        " << failure << "\n";
  }
  const bool proved = (!options.coverage && !options.strict) || TellUnproved(*pack, *process.out);
  *process.out << passed << " passed, " << failed << " failed\n";
  if (options.strict && !proved) return kExitFoundWrong;
  // A pack without cases has proved nothing.
  return failed == 0 && passed > 0 ? kExitDone : kExitFoundWrong;
}

ExitCode RunPackCoverage(const PackAuthorOptions& options, const Process& process) {
  if (!IsPackFolder(options.directory, process)) return kExitWrongUse;
  const std::shared_ptr<const LoadedPack> pack = LoadOrTell(options, *process.err);
  if (pack == nullptr) return kExitFoundWrong;
  const CoverageReview review = ReviewCoverage(*pack, options.directory);
  if (!review.present) {
    *process.err << "baken: the pack has no coverage.txtpb\n";
    return kExitFoundWrong;
  }
  if (!review.remarks.empty()) *process.out << FormatDiagnostics(options.directory, review.remarks) << "\n";
  *process.out << review.expected << " items: " << review.carried << " carried by elements, " << review.background
               << " background, " << review.not_implemented << " not implemented, " << review.remarks.size()
               << " problems\n";
  return review.remarks.empty() ? kExitDone : kExitFoundWrong;
}

ExitCode RunPackManifest(const PackAuthorOptions& options, const Process& process) {
  if (!IsPackFolder(options.directory, process)) return kExitWrongUse;
  const fs::path path = fs::path(options.directory) / kManifest;
  const fs::path beside = fs::path(options.directory) / "MANIFEST.sha256.new";
  const std::string manifest = MakeManifest(options.directory);
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << manifest;
  file.close();
  std::error_code error;
  // Written beside and then renamed, so that no one ever reads half a manifest.
  if (file.good()) fs::rename(beside, path, error);
  if (!file.good() || error) {
    *process.err << "baken: cannot write '" << path.string() << "'\n";
    return kExitWrongUse;
  }
  *process.out << "wrote " << path.string() << "\n";
  return kExitDone;
}

}  // namespace baken
