#include "service/decision_handler.h"

#include <memory>
#include <utility>

#include "absl/time/civil_time.h"
#include "google/protobuf/util/time_util.h"
#include "rules/base/check.h"
#include "rules/base/status_macros.h"
#include "rules/base/version.h"
#include "rules/decision/decision.h"
#include "rules/decision/description.h"

namespace baken {
namespace {

using Pack = std::shared_ptr<const LoadedPack>;

absl::StatusOr<Pack> FindPack(const PackStore& packs, const v1::PackSelector& selector, CallRecord& record) {
  BAKEN_ASSIGN_OR_RETURN(Pack pack, packs.Snapshot()->Find(selector));
  record.pack_id = pack->id();
  record.pack_version = pack->version();
  return pack;
}

}  // namespace

DecisionHandler::DecisionHandler(const service::v1::Config& config, const PackStore& packs, const Clock& clock,
                                 Metrics& metrics)
    : server_name_(config.server_name()), packs_(packs), clock_(clock), metrics_(metrics) {
  BAKEN_CHECK(absl::LoadTimeZone(config.time_zone(), &zone_));
}

absl::Status DecisionHandler::Assess(const Caller& caller, const v1::AssessRequest& request,
                                     v1::AssessResponse& response, CallRecord& record) const {
  BAKEN_ASSIGN_OR_RETURN(const Pack pack, FindPack(packs_, request.pack(), record));
  const absl::Time now = clock_.Now();
  BAKEN_ASSIGN_OR_RETURN(Decision decision, Decide(*pack, request, caller.role, absl::ToCivilDay(now, zone_)));

  v1::Delivery& delivery = *response.mutable_delivery();
  delivery.set_decision_digest(DecisionDigest(decision.assessment));
  delivery.set_answered_by(v1::ANSWERED_BY_SERVICE);
  delivery.set_server_name(server_name_);
  delivery.set_software_version(BuildVersion());
  *delivery.mutable_evaluated_time() = google::protobuf::util::TimeUtil::NanosecondsToTimestamp(absl::ToUnixNanos(now));
  delivery.set_pack_signed(pack->is_signed());
  // A requester who gets no answer about a person gets nothing of the request back either.
  if (decision.assessment.outcome() != v1::OUTCOME_REFUSED) {
    for (std::string& path : decision.unknown_field_paths) delivery.add_unknown_field_paths(std::move(path));
    delivery.set_request_id(request.request_id());
  }
  *response.mutable_assessment() = std::move(decision.assessment);
  metrics_.CountAssessment(response.assessment());
  return absl::OkStatus();
}

absl::Status DecisionHandler::DescribePack(const v1::DescribePackRequest& request, v1::DescribePackResponse& response,
                                           CallRecord& record) const {
  BAKEN_ASSIGN_OR_RETURN(const Pack pack, FindPack(packs_, request.pack(), record));
  BAKEN_ASSIGN_OR_RETURN(*response.mutable_description(), baken::DescribePack(*pack, request.locale()));
  return absl::OkStatus();
}

void DecisionHandler::ListPacks(v1::ListPacksResponse& response) const { response = packs_.Snapshot()->List(); }

}  // namespace baken
