// The methods of the service: take a snapshot of the packs, call the engine, say how it was delivered. Independent of
// gRPC. Not its job: who may call (service/admission.h), what follows from answers (rules/decision).
#ifndef BAKEN_SERVICE_DECISION_HANDLER_H_
#define BAKEN_SERVICE_DECISION_HANDLER_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "baken/service/v1/config.pb.h"
#include "baken/v1/decision_support_service.pb.h"
#include "service/call.h"
#include "service/clock.h"
#include "service/metrics.h"
#include "service/pack_store.h"

namespace baken {

// Thread-safe. Each method fills `record` with the pack that was picked, and leaves `response` in any state on error.
class DecisionHandler {
 public:
  // `config` has its defaults filled in and its time zone checked. The rest must outlive this object.
  DecisionHandler(const service::v1::Config& config, const PackStore& packs, const Clock& clock, Metrics& metrics);

  // NOT_FOUND or INVALID_ARGUMENT for the pack selector (PackSet::Find); the errors of Decide.
  absl::Status Assess(const Caller& caller, const v1::AssessRequest& request, v1::AssessResponse& response,
                      CallRecord& record) const;

  // NOT_FOUND or INVALID_ARGUMENT for the pack selectors; the errors of Explain in rules/explain/explain.h.
  absl::Status Explain(const Caller& caller, const v1::ExplainRequest& request, v1::ExplainResponse& response,
                       CallRecord& record) const;

  // NOT_FOUND or INVALID_ARGUMENT for the pack selector; the errors of FindNextQuestions.
  absl::Status NextQuestions(const Caller& caller, const v1::NextQuestionsRequest& request,
                             v1::NextQuestionsResponse& response, CallRecord& record) const;

  // NOT_FOUND or INVALID_ARGUMENT for the pack selector; the errors of DescribePack in rules/decision/description.h.
  absl::Status DescribePack(const v1::DescribePackRequest& request, v1::DescribePackResponse& response,
                            CallRecord& record) const;

  void ListPacks(v1::ListPacksResponse& response) const;

 private:
  // All of `delivery` but the digest. `refused`: nothing of the request goes back.
  void Deliver(const LoadedPack& pack, absl::Time now, const v1::AssessRequest& request, bool refused,
               const std::vector<std::string>& unknown_field_paths, v1::Delivery& delivery) const;

  std::string server_name_;
  absl::TimeZone zone_;
  const PackStore& packs_;
  const Clock& clock_;
  Metrics& metrics_;
};

}  // namespace baken

#endif  // BAKEN_SERVICE_DECISION_HANDLER_H_
