#include "client/cli/pack_author_commands.h"

#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/pack_author_files.h"
#include "client/cli/pack_template.h"
#include "rules/decision/cases.h"
#include "rules/pack/loader.h"
#include "rules/pack/names.h"
#include "rules/review/case_coverage.h"
#include "rules/review/coverage.h"
#include "rules/review/grounds.h"
#include "rules/review/idle_parts.h"
#include "rules/review/wording.h"

namespace baken {
namespace {

namespace fs = std::filesystem;

constexpr char kManifest[] = "MANIFEST.sha256";

// An author at work has not written the manifest yet: a difference is told, and is no error.
void TellAboutManifest(const std::string& directory, const Process& process) {
  if (FileContent(fs::path(directory) / kManifest) == MakeManifest(directory)) return;
  *process.err << "note: " << kManifest << " does not match the files: run `baken pack manifest " << directory << "`\n";
}

// A fact that is there to be recorded only is named by an entry of the coverage.
std::vector<Diagnostic> UnusedFacts(const LoadedPack& pack, const rules::v1::Coverage& coverage) {
  std::vector<Diagnostic> found;
  for (const std::string& id : FindUnusedFacts(pack, coverage)) {
    found.push_back(
        {"pack.txtpb", 0, 0,
         absl::StrCat("fact '", id, "' is read by no rule, document or profile, and no coverage entry names it")});
  }
  return found;
}

// True when nothing is left unproved.
bool TellUnproved(const LoadedPack& pack, std::ostream& stream) {
  const CaseCoverage review = ReviewCases(pack);
  for (const std::string& missing : review.missing) stream << "missing " << missing << "\n";
  stream << review.wanted - static_cast<int>(review.missing.size()) << " of " << review.wanted
         << " wanted proofs have a case\n";
  return review.missing.empty();
}

}  // namespace

ExitCode RunPackNew(const PackAuthorOptions& options, const Process& process) {
  std::error_code error;
  fs::path folder = fs::weakly_canonical(options.directory, error);
  // `my-pack/0.1.0/` names the same folder.
  if (!folder.has_filename()) folder = folder.parent_path();
  const std::string version = folder.filename().string();
  const std::string id = folder.parent_path().filename().string();
  if (error || !IsExactVersion(version) || !IsPackId(id)) {
    *process.err << "baken: the folder of a new pack is <id>/<MAJOR.MINOR.PATCH>, for example packs/my-pack/0.1.0; an "
                    "id is a lower-case letter, then lower-case letters, digits and hyphens\n";
    return kExitWrongUse;
  }
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    *process.err << "baken: '" << options.directory << "' is not empty\n";
    return kExitWrongUse;
  }
  for (const TemplateFile& file : PackTemplate(id, version)) {
    if (WriteWhole(folder / file.path, file.content)) continue;
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
  CoverageReview coverage = ReviewCoverage(*pack, options.directory);
  std::vector<Diagnostic> remarks = std::move(coverage.remarks);
  for (std::vector<Diagnostic>& more : std::vector<std::vector<Diagnostic>>{
           ReviewWording(*pack, options.directory), FindUnreachableLevels(*pack), FindNumbersWithoutSource(*pack),
           FindOverUrgentReferrals(*pack), UnusedFacts(*pack, coverage.table)}) {
    for (Diagnostic& remark : more) remarks.push_back(std::move(remark));
  }
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
  if (options.strict && !proved) {
    *process.out << "not enough for --strict: some wanted proofs have no case\n";
    return kExitFoundWrong;
  }
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
  std::error_code error;
  // Written beside and then renamed, so that no one ever reads half a manifest.
  const bool written = WriteWhole(beside, manifest);
  if (written) fs::rename(beside, path, error);
  if (!written || error) {
    *process.err << "baken: cannot write '" << path.string() << "'\n";
    return kExitWrongUse;
  }
  *process.out << "wrote " << path.string() << "\n";
  return kExitDone;
}

}  // namespace baken
