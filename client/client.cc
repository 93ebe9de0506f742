#include "client/client.h"

#include <grpcpp/grpcpp.h>

#include <fstream>
#include <iterator>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/cord.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "baken/v1/decision_support_service.grpc.pb.h"
#include "google/rpc/status.pb.h"

namespace baken {
namespace {

// Tried again by the channel: the calls change nothing, so a second attempt can do no harm.
constexpr char kServiceConfig[] = R"({"methodConfig":[{"name":[{"service":"baken.v1.DecisionSupportService"}],
  "retryPolicy":{"maxAttempts":4,"initialBackoff":"0.1s","maxBackoff":"1s","backoffMultiplier":2,
  "retryableStatusCodes":["UNAVAILABLE"]}}]})";

// The description of a large pack is the largest message; the service's own limit stands in its configuration.
constexpr int kReceiveBytesMax = 16 << 20;

absl::StatusOr<std::string> ReadPem(absl::string_view what, const std::string& path) {
  if (path.empty()) return absl::InvalidArgumentError(absl::StrCat("mutual TLS needs the ", what));
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file.is_open() || text.empty()) {
    return absl::InvalidArgumentError(absl::StrCat("cannot read the ", what, " '", path, "'"));
  }
  return text;
}

bool IsLoopback(absl::string_view target) {
  const size_t colon = target.rfind(':');
  const absl::string_view host = target.substr(0, colon);
  if (host == "localhost" || host == "[::1]") return true;
  // A name such as 127.example.org is another machine.
  return absl::StartsWith(host, "127.") && host.find_first_not_of("0123456789.") == absl::string_view::npos;
}

// gRPC ends the process on a header with control characters, so a role is looked at before it becomes one.
bool IsRoleId(absl::string_view role) {
  return absl::c_all_of(role, [](char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_'; });
}

absl::StatusOr<std::shared_ptr<grpc::ChannelCredentials>> MakeCredentials(const ClientOptions& options) {
  if (options.plaintext) {
    if (!IsLoopback(options.target)) {
      return absl::InvalidArgumentError("without TLS only a service on this machine may be called");
    }
    return grpc::InsecureChannelCredentials();
  }
  const absl::StatusOr<std::string> ca = ReadPem("file of authorities (CA)", options.ca_file);
  if (!ca.ok()) return ca.status();
  const absl::StatusOr<std::string> certificate = ReadPem("client certificate", options.certificate_file);
  if (!certificate.ok()) return certificate.status();
  const absl::StatusOr<std::string> key = ReadPem("private key", options.private_key_file);
  if (!key.ok()) return key.status();
  grpc::SslCredentialsOptions ssl;
  ssl.pem_root_certs = *ca;
  ssl.pem_cert_chain = *certificate;
  ssl.pem_private_key = *key;
  return grpc::SslCredentials(ssl);
}

grpc::ChannelArguments MakeArguments() {
  grpc::ChannelArguments arguments;
  arguments.SetServiceConfigJSON(kServiceConfig);
  arguments.SetMaxReceiveMessageSize(kReceiveBytesMax);
  // Neither the environment nor DNS may decide where answers about a person travel, or how often they are sent.
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  arguments.SetInt(GRPC_ARG_SERVICE_CONFIG_DISABLE_RESOLUTION, 1);
  return arguments;
}

absl::Status ToAbslStatus(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  absl::Status result(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  google::rpc::Status details;
  if (!details.ParseFromString(status.error_details())) return result;
  for (const google::protobuf::Any& detail : details.details()) {
    result.SetPayload(detail.type_url(), absl::Cord(detail.value()));
  }
  return result;
}

}  // namespace

struct Client::Connection {
  std::unique_ptr<v1::DecisionSupportService::Stub> stub;
  std::string role;
  absl::Duration deadline;

  // Runs one call of the stub with the role and the deadline.
  template <typename Response, typename Request>
  absl::StatusOr<Response> Call(grpc::Status (v1::DecisionSupportService::Stub::*method)(grpc::ClientContext*,
                                                                                         const Request&, Response*),
                                const Request& request, absl::string_view call_role) const {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + deadline));
    const std::string chosen = call_role.empty() ? role : std::string(call_role);
    if (!IsRoleId(chosen)) return absl::InvalidArgumentError("a role is letters, digits and underscores");
    if (!chosen.empty()) context.AddMetadata("baken-role", chosen);
    Response response;
    const absl::Status status = ToAbslStatus((*stub.*method)(&context, request, &response));
    if (!status.ok()) return status;
    return response;
  }
};

Client::Client(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

Client::~Client() = default;

absl::StatusOr<std::unique_ptr<Client>> Client::Create(const ClientOptions& options) {
  if (options.target.empty()) return absl::InvalidArgumentError("no address of a service given");
  const absl::StatusOr<std::shared_ptr<grpc::ChannelCredentials>> credentials = MakeCredentials(options);
  if (!credentials.ok()) return credentials.status();
  auto connection = std::make_unique<Connection>();
  connection->stub =
      v1::DecisionSupportService::NewStub(grpc::CreateCustomChannel(options.target, *credentials, MakeArguments()));
  connection->role = options.role;
  connection->deadline = options.deadline;
  return std::unique_ptr<Client>(new Client(std::move(connection)));
}

absl::StatusOr<v1::AssessResponse> Client::Assess(const v1::AssessRequest& request, absl::string_view role) const {
  return connection_->Call(&v1::DecisionSupportService::Stub::Assess, request, role);
}

absl::StatusOr<v1::ExplainResponse> Client::Explain(const v1::ExplainRequest& request, absl::string_view role) const {
  return connection_->Call(&v1::DecisionSupportService::Stub::Explain, request, role);
}

absl::StatusOr<v1::NextQuestionsResponse> Client::NextQuestions(const v1::NextQuestionsRequest& request,
                                                                absl::string_view role) const {
  return connection_->Call(&v1::DecisionSupportService::Stub::NextQuestions, request, role);
}

absl::StatusOr<v1::DescribePackResponse> Client::DescribePack(const v1::DescribePackRequest& request) const {
  return connection_->Call(&v1::DecisionSupportService::Stub::DescribePack, request, {});
}

absl::StatusOr<v1::ListPacksResponse> Client::ListPacks() const {
  return connection_->Call(&v1::DecisionSupportService::Stub::ListPacks, v1::ListPacksRequest(), {});
}

}  // namespace baken
