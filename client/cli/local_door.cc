#include "client/cli/local_door.h"

#include <optional>
#include <ostream>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/pack_folders.h"
#include "rules/base/civil_date.h"
#include "rules/base/status_macros.h"
#include "rules/base/version.h"
#include "rules/decision/decision.h"
#include "rules/explain/explain.h"
#include "rules/explain/next_questions.h"
#include "rules/pack/loader.h"
#include "rules/pack/pack_set.h"

namespace baken {
namespace {

class LocalDoor : public Door {
 public:
  LocalDoor(std::vector<PackFolder> folders, std::string site_profile_file, const Process& process)
      : folders_(std::move(folders)), site_profile_file_(std::move(site_profile_file)), process_(process) {}

  absl::StatusOr<v1::AssessResponse> Assess(const v1::AssessRequest& request, absl::string_view role) override {
    BAKEN_ASSIGN_OR_RETURN(const Asked asked, Ask(request, role));
    BAKEN_ASSIGN_OR_RETURN(Decision decision, Decide(*asked.pack, request, role, asked.today));
    v1::AssessResponse response;
    Deliver(*asked.pack, request, decision.unknown_field_paths, *response.mutable_delivery());
    response.mutable_delivery()->set_decision_digest(DecisionDigest(decision.assessment));
    *response.mutable_assessment() = std::move(decision.assessment);
    return response;
  }

  absl::StatusOr<v1::ExplainResponse> Explain(const v1::ExplainRequest& request, absl::string_view role) override {
    BAKEN_ASSIGN_OR_RETURN(const Asked asked, Ask(request.person(), role));
    Asked before = asked;
    if (request.has_before()) {
      BAKEN_ASSIGN_OR_RETURN(before, Ask(request.before(), role));
    }
    BAKEN_ASSIGN_OR_RETURN(ExplainedDecision result,
                           baken::Explain(*asked.pack, request, role, asked.today, before.pack.get()));
    v1::ExplainResponse response;
    Deliver(*asked.pack, request.person(), result.unknown_field_paths, *response.mutable_delivery());
    response.mutable_delivery()->set_decision_digest(ExplanationDigest(result.explanation));
    *response.mutable_explanation() = std::move(result.explanation);
    return response;
  }

  absl::StatusOr<v1::NextQuestionsResponse> NextQuestions(const v1::NextQuestionsRequest& request,
                                                          absl::string_view role) override {
    BAKEN_ASSIGN_OR_RETURN(const Asked asked, Ask(request.person(), role));
    BAKEN_ASSIGN_OR_RETURN(Interview result, FindNextQuestions(*asked.pack, request, role, asked.today));
    v1::NextQuestionsResponse response;
    Deliver(*asked.pack, request.person(), result.unknown_field_paths, *response.mutable_delivery());
    response.mutable_delivery()->set_decision_digest(InterviewDigest(result.next));
    *response.mutable_next() = std::move(result.next);
    return response;
  }

  absl::StatusOr<std::vector<std::string>> CheckSettlement(const v1::AssessRequest& person, absl::string_view role,
                                                           const v1::NextQuestions& certificate, int trials) override {
    BAKEN_ASSIGN_OR_RETURN(const Asked asked, Ask(person, role));
    return CheckCertificate(*asked.pack, person, role, asked.today, certificate, trials);
  }

  absl::StatusOr<v1::ListPacksResponse> ListPacks() override {
    BAKEN_ASSIGN_OR_RETURN(const PackSet* packs, PacksOf(""));
    return packs->List();
  }

  // Nothing refuses in process: what fails is the use or what was read.
  ExitCode ExitCodeOf(const absl::Status&) const override { return kExitWrongUse; }

 private:
  // What answers one request.
  struct Asked {
    std::shared_ptr<const LoadedPack> pack;
    absl::CivilDay today;
  };

  absl::StatusOr<Asked> Ask(const v1::AssessRequest& request, absl::string_view role) {
    if (role.empty()) {
      return absl::InvalidArgumentError(
          "in process nobody vouches for a role: give --role, or a case file that has one");
    }
    BAKEN_ASSIGN_OR_RETURN(const std::string pack_id, PackIdOf(request));
    BAKEN_ASSIGN_OR_RETURN(const PackSet* packs, PacksOf(pack_id));
    v1::PackSelector selector = request.pack();
    selector.set_pack_id(pack_id);
    Asked asked;
    const absl::StatusOr<std::shared_ptr<const LoadedPack>> found = packs->Find(selector);
    if (!found.ok()) {
      TellVersions(pack_id);
      return found.status();
    }
    TellRoles(**found, role);
    BAKEN_ASSIGN_OR_RETURN(asked.pack, WithSiteProfile(*found));
    BAKEN_ASSIGN_OR_RETURN(asked.today, TodayFor(request));
    return asked;
  }

  // The pack that the request names, else the only one there is.
  absl::StatusOr<std::string> PackIdOf(const v1::AssessRequest& request) const {
    if (!request.pack().pack_id().empty()) return request.pack().pack_id();
    // Sorted by id, so one look at both ends tells whether there are several.
    if (folders_.front().id != folders_.back().id) {
      return absl::InvalidArgumentError("there are several packs: name one with --pack");
    }
    return folders_.front().id;
  }

  void TellVersions(const std::string& pack_id) const {
    std::vector<std::string> versions;
    for (const PackFolder& folder : folders_) {
      if (folder.id == pack_id) versions.push_back(folder.version);
    }
    *process_.err << "note: versions of " << pack_id << " here: " << absl::StrJoin(versions, ", ") << "\n";
  }

  // Only when `role` is none of them.
  void TellRoles(const LoadedPack& pack, absl::string_view role) const {
    std::vector<std::string> roles;
    for (const auto& known : pack.definition().header().roles()) {
      if (known.id() == role) return;
      roles.push_back(known.id());
    }
    *process_.err << "note: roles of " << pack.id() << ": " << absl::StrJoin(roles, ", ") << "\n";
  }

  // The versions of one pack, or of all for an empty id. Read once.
  absl::StatusOr<const PackSet*> PacksOf(const std::string& pack_id) {
    const auto known = loaded_.find(pack_id);
    if (known != loaded_.end()) return known->second.get();
    std::vector<PackSet::Entry> entries;
    std::string previous_id;
    for (const PackFolder& folder : folders_) {
      if (!pack_id.empty() && folder.id != pack_id) continue;
      BAKEN_ASSIGN_OR_RETURN(std::shared_ptr<const LoadedPack> pack, Load(folder));
      // The newest version comes first and answers requests that name none.
      entries.push_back({.pack = std::move(pack), .active = folder.id != previous_id});
      previous_id = folder.id;
    }
    if (entries.empty())
      return absl::NotFoundError(absl::StrCat("no pack '", pack_id, "' here; see `baken packs --local`"));
    return loaded_.emplace(pack_id, std::make_unique<PackSet>(std::move(entries))).first->second.get();
  }

  // The same pack as the site profile makes it: a profile is for exact versions, so it follows the choice of a pack.
  absl::StatusOr<std::shared_ptr<const LoadedPack>> WithSiteProfile(const std::shared_ptr<const LoadedPack>& bare) {
    if (site_profile_file_.empty()) return bare;
    std::shared_ptr<const LoadedPack>& set = with_profile_[bare->id() + " " + bare->version()];
    for (const PackFolder& folder : folders_) {
      if (set != nullptr) break;
      if (folder.id != bare->id() || folder.version != bare->version()) continue;
      BAKEN_ASSIGN_OR_RETURN(set, Read(folder, {.site_profile_file = site_profile_file_}));
    }
    return set;
  }

  static absl::StatusOr<std::shared_ptr<const LoadedPack>> Read(const PackFolder& folder, const LoadOptions& options) {
    LoadResult result = LoadPack(folder.path, options);
    if (result.pack == nullptr) {
      return absl::FailedPreconditionError(absl::StrCat(
          options.site_profile_file.empty() ? "the pack has errors" : "the site profile does not fit the pack", "\n",
          FormatDiagnostics(folder.path.string(), result.diagnostics)));
    }
    return std::move(result.pack);
  }

  absl::StatusOr<std::shared_ptr<const LoadedPack>> Load(const PackFolder& folder) const {
    BAKEN_ASSIGN_OR_RETURN(std::shared_ptr<const LoadedPack> pack, Read(folder, {}));
    *process_.err << "warning: pack " << pack->id() << " " << pack->version() << " is not signed\n";
    return pack;
  }

  // The day is read only when the request leaves it open: a request with a date gives the same answer on any day.
  absl::StatusOr<absl::CivilDay> TodayFor(const v1::AssessRequest& request) const {
    if (const std::optional<absl::CivilDay> named = ParseCivilDay(request.evaluation_date())) return *named;
    return process_.today();
  }

  static void Deliver(const LoadedPack& pack, const v1::AssessRequest& request,
                      const std::vector<std::string>& unknown_field_paths, v1::Delivery& delivery) {
    delivery.set_answered_by(v1::ANSWERED_BY_LIBRARY);
    delivery.set_software_version(BuildVersion());
    delivery.set_pack_signed(pack.is_signed());
    for (const std::string& path : unknown_field_paths) delivery.add_unknown_field_paths(path);
    delivery.set_request_id(request.request_id());
  }

  std::vector<PackFolder> folders_;
  std::string site_profile_file_;
  const Process& process_;
  absl::flat_hash_map<std::string, std::unique_ptr<PackSet>> loaded_;
  absl::flat_hash_map<std::string, std::shared_ptr<const LoadedPack>> with_profile_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Door>> OpenLocalDoor(const DoorOptions& options, const Process& process) {
  BAKEN_ASSIGN_OR_RETURN(const std::filesystem::path directory, FindPackDirectory(options.pack_directory, process));
  BAKEN_ASSIGN_OR_RETURN(std::vector<PackFolder> folders, ListPackFolders(directory));
  return std::make_unique<LocalDoor>(std::move(folders), options.site_profile_file, process);
}

}  // namespace baken
