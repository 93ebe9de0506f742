#include "service/pack_loading.h"

#include <algorithm>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rules/decision/cases.h"
#include "rules/pack/diagnostic.h"
#include "rules/pack/loader.h"

namespace baken {
namespace {

// As RunCases, on all cores: most of the time until the service serves goes here.
std::vector<CaseResult> RunCasesAtOnce(const LoadedPack& pack) {
  std::vector<CaseResult> results(static_cast<size_t>(pack.cases().size()));
  const size_t workers = std::max(1u, std::thread::hardware_concurrency());
  const auto run = [&](size_t first) {
    for (size_t i = first; i < results.size(); i += workers) results[i] = RunCase(pack, pack.cases()[i]);
  };
  std::vector<std::thread> threads;
  for (size_t worker = 1; worker < workers; ++worker) threads.emplace_back(run, worker);
  run(0);
  for (std::thread& thread : threads) thread.join();
  return results;
}

std::vector<Diagnostic> FailedCases(const LoadedPack& pack) {
  std::vector<Diagnostic> diagnostics;
  for (const CaseResult& result : RunCasesAtOnce(pack)) {
    for (const std::string& failure : result.failures) {
      diagnostics.push_back(
          {absl::StrCat("cases/", result.case_id, ".txtpb"), 1, 1, absl::StrCat("case fails: ", failure)});
    }
  }
  return diagnostics;
}

// Null when refused; the reason stands in `diagnostics` then. The cases are about the pack as it was written, so they
// run before a site profile changes it.
std::shared_ptr<const LoadedPack> LoadOne(const std::filesystem::path& folder,
                                          const std::filesystem::path& site_profile, std::string& diagnostics) {
  LoadResult result = LoadPack(folder);
  if (result.pack != nullptr && result.diagnostics.empty()) result.diagnostics = FailedCases(*result.pack);
  if (result.diagnostics.empty() && !site_profile.empty())
    result = LoadPack(folder, {.site_profile_file = site_profile});
  if (result.diagnostics.empty()) return result.pack;
  absl::StrAppend(&diagnostics, FormatDiagnostics(folder.string(), result.diagnostics), "\n");
  return nullptr;
}

}  // namespace

std::filesystem::path PackFolder(const std::filesystem::path& directory, const service::v1::PackSource& source) {
  std::error_code error;
  if (std::filesystem::exists(directory / "pack.txtpb", error)) return directory;
  return directory / source.pack_id() / source.version();
}

ServedPacks LoadServedPacks(ConfigFile& file) {
  ServedPacks served;
  std::vector<PackSet::Entry> entries;
  const service::v1::Config& config = file.config();
  for (int i = 0; i < config.packs_size(); ++i) {
    const service::v1::PackSource& source = config.packs(i);
    const std::string& profile = source.site_profile_file();
    std::shared_ptr<const LoadedPack> pack =
        LoadOne(PackFolder(file.Resolve(source.directory()), source),
                profile.empty() ? std::filesystem::path() : file.Resolve(profile), served.diagnostics);
    if (pack == nullptr) continue;
    if (pack->id() != source.pack_id() || pack->version() != source.version()) {
      file.AddError(absl::StrCat("packs[", i, "].directory"),
                    absl::StrCat("holds pack ", pack->id(), " ", pack->version()));
      continue;
    }
    entries.push_back({std::move(pack), source.active()});
  }
  const bool complete = static_cast<int>(entries.size()) == config.packs_size() && !entries.empty();
  if (complete) served.packs = std::make_shared<const PackSet>(std::move(entries));
  return served;
}

}  // namespace baken
