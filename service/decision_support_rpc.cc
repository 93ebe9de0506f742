#include "service/decision_support_rpc.h"

#include <chrono>
#include <string>
#include <vector>

#include "rules/base/error_details.h"
#include "rules/base/status_macros.h"
#include "service/grpc_status.h"

namespace baken {
namespace {

std::vector<std::string> MetadataValues(const grpc::CallbackServerContext& context, const char* key) {
  std::vector<std::string> values;
  const auto [first, last] = context.client_metadata().equal_range(key);
  for (auto entry = first; entry != last; ++entry) values.emplace_back(entry->second.data(), entry->second.size());
  return values;
}

CallContext MakeCallContext(const grpc::CallbackServerContext& context) {
  CallContext call;
  const auto auth = context.auth_context();
  // On a plaintext listener the peer is not authenticated, whatever it sends.
  if (auth != nullptr && auth->IsPeerAuthenticated()) {
    for (const grpc::string_ref& uri : auth->FindPropertyValues("peer_uri")) {
      call.peer_uris.emplace_back(uri.data(), uri.size());
    }
  }
  call.roles = MetadataValues(context, kRoleKey);
  call.purposes = MetadataValues(context, kPurposeKey);
  call.actors = MetadataValues(context, kActorKey);
  const std::chrono::system_clock::time_point deadline = context.deadline();
  if (deadline != std::chrono::system_clock::time_point::max()) call.deadline = absl::FromChrono(deadline);
  return call;
}

}  // namespace

// `answer(caller, record)` makes the response.
template <typename Answer>
grpc::ServerUnaryReactor* DecisionSupportRpc::Handle(grpc::CallbackServerContext& context, Method method,
                                                     const Answer& answer) {
  const absl::Duration start = clock_.Elapsed();
  CallRecord record;
  record.method = method;
  const absl::Status status = [&]() -> absl::Status {
    BAKEN_ASSIGN_OR_RETURN(const Caller caller, admission_.Admit(MakeCallContext(context), record));
    BAKEN_RETURN_IF_ERROR(answer(caller, record));
    return admission_.CheckStillWaiting(caller);
  }();
  record.code = status.code();
  if (const auto info = GetErrorInfo(status); info.has_value()) record.reason = info->reason();
  record.duration = clock_.Elapsed() - start;
  // Before the answer goes out: who has an answer finds it in the counters.
  metrics_.CountCall(record);
  log_.WriteCall(record);
  grpc::ServerUnaryReactor* reactor = context.DefaultReactor();
  reactor->Finish(ToGrpcStatus(status));
  return reactor;
}

grpc::ServerUnaryReactor* DecisionSupportRpc::Assess(grpc::CallbackServerContext* context,
                                                     const v1::AssessRequest* request, v1::AssessResponse* response) {
  return Handle(*context, Method::kAssess, [&](const Caller& caller, CallRecord& record) {
    return handler_.Assess(caller, *request, *response, record);
  });
}

grpc::ServerUnaryReactor* DecisionSupportRpc::Explain(grpc::CallbackServerContext* context,
                                                      const v1::ExplainRequest* request,
                                                      v1::ExplainResponse* response) {
  return Handle(*context, Method::kExplain, [&](const Caller& caller, CallRecord& record) {
    return handler_.Explain(caller, *request, *response, record);
  });
}

grpc::ServerUnaryReactor* DecisionSupportRpc::NextQuestions(grpc::CallbackServerContext* context,
                                                            const v1::NextQuestionsRequest* request,
                                                            v1::NextQuestionsResponse* response) {
  return Handle(*context, Method::kNextQuestions, [&](const Caller& caller, CallRecord& record) {
    return handler_.NextQuestions(caller, *request, *response, record);
  });
}

grpc::ServerUnaryReactor* DecisionSupportRpc::DescribePack(grpc::CallbackServerContext* context,
                                                           const v1::DescribePackRequest* request,
                                                           v1::DescribePackResponse* response) {
  return Handle(*context, Method::kDescribePack,
                [&](const Caller&, CallRecord& record) { return handler_.DescribePack(*request, *response, record); });
}

grpc::ServerUnaryReactor* DecisionSupportRpc::ListPacks(grpc::CallbackServerContext* context,
                                                        const v1::ListPacksRequest*, v1::ListPacksResponse* response) {
  return Handle(*context, Method::kListPacks, [&](const Caller&, CallRecord&) {
    handler_.ListPacks(*response);
    return absl::OkStatus();
  });
}

}  // namespace baken
