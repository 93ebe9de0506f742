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
#include "rules/explain/explain.h"
#include "rules/explain/next_questions.h"

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

  const bool refused = decision.assessment.outcome() == v1::OUTCOME_REFUSED;
  Deliver(*pack, now, request, refused, decision.unknown_field_paths, *response.mutable_delivery());
  response.mutable_delivery()->set_decision_digest(DecisionDigest(decision.assessment));
  *response.mutable_assessment() = std::move(decision.assessment);
  metrics_.CountAssessment(response.assessment());
  return absl::OkStatus();
}

void DecisionHandler::Deliver(const LoadedPack& pack, absl::Time now, const v1::AssessRequest& request, bool refused,
                              const std::vector<std::string>& unknown_field_paths, v1::Delivery& delivery) const {
  delivery.set_answered_by(v1::ANSWERED_BY_SERVICE);
  delivery.set_server_name(server_name_);
  delivery.set_software_version(BuildVersion());
  *delivery.mutable_evaluated_time() = google::protobuf::util::TimeUtil::NanosecondsToTimestamp(absl::ToUnixNanos(now));
  delivery.set_pack_signed(pack.is_signed());
  // A requester who gets no answer about a person gets nothing of the request back either.
  if (refused) return;
  for (const std::string& path : unknown_field_paths) delivery.add_unknown_field_paths(path);
  delivery.set_request_id(request.request_id());
}

absl::Status DecisionHandler::Explain(const Caller& caller, const v1::ExplainRequest& request,
                                      v1::ExplainResponse& response, CallRecord& record) const {
  BAKEN_ASSIGN_OR_RETURN(const Pack pack, FindPack(packs_, request.person().pack(), record));
  Pack before = pack;
  if (request.has_before()) {
    BAKEN_ASSIGN_OR_RETURN(before, packs_.Snapshot()->Find(request.before().pack()));
  }
  const absl::Time now = clock_.Now();
  BAKEN_ASSIGN_OR_RETURN(ExplainedDecision result,
                         baken::Explain(*pack, request, caller.role, absl::ToCivilDay(now, zone_), before.get()));
  const bool refused = result.explanation.outcome() == v1::OUTCOME_REFUSED;
  Deliver(*pack, now, request.person(), refused, result.unknown_field_paths, *response.mutable_delivery());
  response.mutable_delivery()->set_decision_digest(ExplanationDigest(result.explanation));
  *response.mutable_explanation() = std::move(result.explanation);
  return absl::OkStatus();
}

absl::Status DecisionHandler::NextQuestions(const Caller& caller, const v1::NextQuestionsRequest& request,
                                            v1::NextQuestionsResponse& response, CallRecord& record) const {
  BAKEN_ASSIGN_OR_RETURN(const Pack pack, FindPack(packs_, request.person().pack(), record));
  const absl::Time now = clock_.Now();
  BAKEN_ASSIGN_OR_RETURN(Interview result,
                         FindNextQuestions(*pack, request, caller.role, absl::ToCivilDay(now, zone_)));
  const bool refused = result.next.outcome() == v1::OUTCOME_REFUSED;
  Deliver(*pack, now, request.person(), refused, result.unknown_field_paths, *response.mutable_delivery());
  response.mutable_delivery()->set_decision_digest(InterviewDigest(result.next));
  *response.mutable_next() = std::move(result.next);
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
