#include "service/server_settings.h"

#include <grpc/grpc.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/security/tls_certificate_provider.h>
#include <grpcpp/security/tls_credentials_options.h>
#include <grpcpp/server_builder.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "absl/strings/match.h"

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

}  // namespace

void ApplySettings(const Config& config, grpc::ServerBuilder& builder, int& port) {
  grpc::EnableDefaultHealthCheckService(true);
  // The library has registered itself when it was loaded; this call is what makes the linker load it.
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  if (!config.reflection()) builder.SetOption(std::make_unique<WithoutReflection>());
  SetLimits(config.limits(), builder);
  builder.AddListeningPort(config.listener().address(), MakeCredentials(config), &port);
}

}  // namespace baken
