#include "service/server.h"

#include <google/protobuf/stubs/logging.h>
#include <grpc/support/log.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "rules/base/mutex.h"
#include "service/decision_support_rpc.h"
#include "service/server_settings.h"

namespace baken {
namespace {

// Where transport messages go. gRPC takes a plain function, so that there is no way round a global.
Mutex transport_mutex;
Log* transport_log ABSL_GUARDED_BY(transport_mutex) = nullptr;

void WriteTransportMessage(gpr_log_func_args* arguments) {
  const std::string file = arguments->file;
  const std::string source = absl::StrCat(file.substr(file.rfind('/') + 1), ":", arguments->line);
  const char* severity = gpr_log_severity_string(arguments->severity);
  MutexLock lock(transport_mutex);
  if (transport_log == nullptr) return;
  transport_log->Write(LogLine("transport").Text("severity", severity).Text("source", source));
}

}  // namespace

struct Server::Impl {
  explicit Impl(const ServerParts& parts)
      : clock(parts.clock), rpc(parts.admission, parts.handler, parts.clock, parts.metrics, parts.log) {}

  const Clock& clock;
  DecisionSupportRpc rpc;
  int port = 0;
  std::unique_ptr<grpc::Server> server;  // Last: stops before `rpc` goes away.
};

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const service::v1::Config& config, const ServerParts& parts) {
  auto impl = std::make_unique<Impl>(parts);
  grpc::ServerBuilder builder;
  ApplySettings(config, builder, impl->port);
  builder.RegisterService(&impl->rpc);
  impl->server = builder.BuildAndStart();
  if (impl->server == nullptr || impl->port == 0) {
    return absl::UnavailableError(absl::StrCat("cannot listen on ", config.listener().address()));
  }
  impl->server->GetHealthCheckService()->SetServingStatus(v1::DecisionSupportService::service_full_name(), true);
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Server::~Server() { StopWithin(absl::ZeroDuration()); }

int Server::port() const { return impl_->port; }

void Server::SayNotServing() { impl_->server->GetHealthCheckService()->Shutdown(); }

void Server::StopWithin(absl::Duration grace) {
  impl_->server->Shutdown(absl::ToChronoTime(impl_->clock.Now() + grace));
  impl_->server->Wait();
}

void RouteTransportMessages(Log* log) {
  {
    MutexLock lock(transport_mutex);
    transport_log = log;
  }
  gpr_set_log_verbosity(GPR_LOG_SEVERITY_ERROR);
  gpr_set_log_function(WriteTransportMessage);
  // What Protobuf says beside its return codes names parts of requests, and is not JSON.
  google::protobuf::SetLogHandler(nullptr);
}

}  // namespace baken
