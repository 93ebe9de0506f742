#include "service/server.h"

#include <grpc/grpc.h>
#include <grpc/support/log.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/security/tls_certificate_provider.h>
#include <grpcpp/security/tls_credentials_options.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "rules/base/mutex.h"
#include "service/decision_support_rpc.h"

namespace baken {
namespace {

using service::v1::Config;

// Linking gRPC's reflection library is enough to switch reflection on, so that it must be taken out when not wanted.
class WithoutReflection : public grpc::ServerBuilderOption {
 public:
  void UpdateArguments(grpc::ChannelArguments*) override {}
  void UpdatePlugins(std::vector<std::unique_ptr<grpc::ServerBuilderPlugin>>* plugins) override {
    plugins->erase(std::remove_if(plugins->begin(), plugins->end(),
                                  [](const auto& plugin) { return absl::StrContains(plugin->name(), "reflection"); }),
                   plugins->end());
  }
};

std::shared_ptr<grpc::ServerCredentials> MakeCredentials(const Config& config) {
  if (config.listener().plaintext()) return grpc::InsecureServerCredentials();
  const service::v1::Tls& tls = config.tls();
  const auto provider = std::make_shared<grpc::experimental::FileWatcherCertificateProvider>(
      tls.private_key_file(), tls.certificate_file(), tls.client_ca_file(),
      static_cast<unsigned int>(tls.refresh_seconds()));
  grpc::experimental::TlsServerCredentialsOptions options(provider);
  // Without these two calls the provider is never asked.
  options.watch_root_certs();
  options.watch_identity_key_cert_pairs();
  options.set_cert_request_type(GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  return grpc::experimental::TlsServerCredentials(options);
}

void SetLimits(const service::v1::Limits& limits, grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(limits.receive_bytes_max());
  builder.SetMaxSendMessageSize(limits.send_bytes_max());
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, limits.concurrent_streams_max());
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, 8192);
  // A peer that opens a connection and says nothing holds it for 5 s instead of 2 min.
  builder.AddChannelArgument(GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS, 5000);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_IDLE_MS, 300000);
  // Old connections are closed, so that a certificate that was withdrawn does not live on in one.
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS, 600000);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, 10000);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, 60000);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 10000);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, 30000);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MAX_PING_STRIKES, 2);
  // Else a second process would silently share the port.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  // No compression: a small message must not become a large one.
  for (int algorithm = GRPC_COMPRESS_NONE + 1; algorithm < GRPC_COMPRESS_ALGORITHMS_COUNT; ++algorithm) {
    builder.SetCompressionAlgorithmSupportStatus(static_cast<grpc_compression_algorithm>(algorithm), false);
  }
  builder.SetResourceQuota(grpc::ResourceQuota("bakend").Resize(64 * 1024 * 1024));
}

// Where transport messages go. gRPC takes a plain function, so that there is no way round a global.
Mutex transport_mutex;
Log* transport_log ABSL_GUARDED_BY(transport_mutex) = nullptr;

void WriteTransportMessage(gpr_log_func_args* arguments) {
  const std::string file = arguments->file;
  const std::string source = absl::StrCat(file.substr(file.rfind('/') + 1), ":", arguments->line);
  const char* severity = gpr_log_severity_string(arguments->severity);
  MutexLock lock(transport_mutex);
  if (transport_log != nullptr)
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

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const Config& config, const ServerParts& parts) {
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  auto impl = std::make_unique<Impl>(parts);
  grpc::ServerBuilder builder;
  if (!config.reflection()) builder.SetOption(std::make_unique<WithoutReflection>());
  SetLimits(config.limits(), builder);
  builder.AddListeningPort(config.listener().address(), MakeCredentials(config), &impl->port);
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
}

}  // namespace baken
