// The gRPC face of DecisionSupportService: admission, handler, status, record. Nothing else is decided here.
#ifndef BAKEN_SERVICE_DECISION_SUPPORT_RPC_H_
#define BAKEN_SERVICE_DECISION_SUPPORT_RPC_H_

#include "baken/v1/decision_support_service.grpc.pb.h"
#include "service/admission.h"
#include "service/decision_handler.h"
#include "service/log.h"
#include "service/metrics.h"

namespace baken {

// Thread-safe. An assessment takes about a millisecond and waits for nothing, so that calls are answered on gRPC's own
// threads. What is passed in must outlive this object.
class DecisionSupportRpc final : public v1::DecisionSupportService::CallbackService {
 public:
  DecisionSupportRpc(const Admission& admission, const DecisionHandler& handler, const Clock& clock, Metrics& metrics,
                     Log& log)
      : admission_(admission), handler_(handler), clock_(clock), metrics_(metrics), log_(log) {}

  grpc::ServerUnaryReactor* Assess(grpc::CallbackServerContext* context, const v1::AssessRequest* request,
                                   v1::AssessResponse* response) override;
  grpc::ServerUnaryReactor* Explain(grpc::CallbackServerContext* context, const v1::ExplainRequest* request,
                                    v1::ExplainResponse* response) override;
  grpc::ServerUnaryReactor* NextQuestions(grpc::CallbackServerContext* context, const v1::NextQuestionsRequest* request,
                                          v1::NextQuestionsResponse* response) override;
  grpc::ServerUnaryReactor* DescribePack(grpc::CallbackServerContext* context, const v1::DescribePackRequest* request,
                                         v1::DescribePackResponse* response) override;
  grpc::ServerUnaryReactor* ListPacks(grpc::CallbackServerContext* context, const v1::ListPacksRequest* request,
                                      v1::ListPacksResponse* response) override;

 private:
  template <typename Answer>
  grpc::ServerUnaryReactor* Handle(grpc::CallbackServerContext& context, Method method, const Answer& answer);

  const Admission& admission_;
  const DecisionHandler& handler_;
  const Clock& clock_;
  Metrics& metrics_;
  Log& log_;
};

}  // namespace baken

#endif  // BAKEN_SERVICE_DECISION_SUPPORT_RPC_H_
