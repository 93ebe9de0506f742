#include "tests/integration/test_client.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/security/credentials.h>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "baken/v1/decision_support_service.grpc.pb.h"
#include "google/rpc/status.pb.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

absl::Status ToAbslStatus(const grpc::Status& status) {
  absl::Status result(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  google::rpc::Status details;
  if (!status.ok() && details.ParseFromString(status.error_details())) {
    for (const google::protobuf::Any& any : details.details()) {
      result.SetPayload(any.type_url(), absl::Cord(any.value()));
    }
  }
  return result;
}

std::shared_ptr<grpc::ChannelCredentials> MakeCredentials(const std::filesystem::path& certificates,
                                                          const std::string& client) {
  grpc::SslCredentialsOptions options;
  options.pem_root_certs = ReadFile(certificates / "ca.pem");
  if (!client.empty()) {
    options.pem_cert_chain = ReadFile(certificates / (client + ".pem"));
    options.pem_private_key = ReadFile(certificates / (client + ".key"));
  }
  return grpc::SslCredentials(options);
}

std::shared_ptr<grpc::Channel> MakeChannel(int port, const std::shared_ptr<grpc::ChannelCredentials>& credentials) {
  grpc::ChannelArguments arguments;
  // gRPC would share one connection between clients to the same address.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  arguments.SetMaxReceiveMessageSize(-1);
  return grpc::CreateCustomChannel(absl::StrCat("127.0.0.1:", port), credentials, arguments);
}

void Prepare(const CallOptions& options, grpc::ClientContext& context) {
  context.set_deadline(absl::ToChronoTime(absl::Now() + options.timeout));
  if (!options.role.empty()) context.AddMetadata("baken-role", options.role);
  if (options.gzip) context.set_compression_algorithm(GRPC_COMPRESS_GZIP);
  for (const auto& [key, value] : options.metadata) context.AddMetadata(key, value);
}

std::string Bytes(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& slice : slices) bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  return bytes;
}

}  // namespace

struct RawCall::Impl {
  grpc::ClientContext context;
  grpc::CompletionQueue queue;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream;

  // Waits for the one operation that was started.
  bool Wait() {
    void* tag = nullptr;
    bool ok = false;
    return queue.Next(&tag, &ok) && ok;
  }
};

RawCall::RawCall(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RawCall::RawCall(RawCall&&) noexcept = default;

RawCall::~RawCall() {
  if (impl_ == nullptr) return;
  impl_->context.TryCancel();
  impl_->queue.Shutdown();
  void* tag = nullptr;
  bool ok = false;
  while (impl_->queue.Next(&tag, &ok)) {
  }
}

bool RawCall::Send(const std::string& bytes, bool last) {
  const grpc::Slice slice(bytes);
  grpc::WriteOptions options;
  if (last) options.set_last_message();
  impl_->stream->Write(grpc::ByteBuffer(&slice, 1), options, this);
  return impl_->Wait();
}

std::optional<std::string> RawCall::Receive() {
  grpc::ByteBuffer buffer;
  impl_->stream->Read(&buffer, this);
  if (!impl_->Wait()) return std::nullopt;
  return Bytes(buffer);
}

absl::Status RawCall::Finish() {
  grpc::Status status;
  impl_->stream->Finish(&status, this);
  impl_->Wait();
  return ToAbslStatus(status);
}

struct TestClient::Impl {
  Impl(int port, const std::shared_ptr<grpc::ChannelCredentials>& credentials)
      : channel(MakeChannel(port, credentials)), stub(v1::DecisionSupportService::NewStub(channel)) {}

  std::shared_ptr<grpc::Channel> channel;
  std::unique_ptr<v1::DecisionSupportService::Stub> stub;
};

TestClient::TestClient(int port, const std::filesystem::path& certificates, const std::string& client)
    : impl_(std::make_unique<Impl>(port, MakeCredentials(certificates, client))) {}
TestClient::TestClient(int port) : impl_(std::make_unique<Impl>(port, grpc::InsecureChannelCredentials())) {}
TestClient::~TestClient() = default;
TestClient::TestClient(TestClient&&) noexcept = default;

absl::StatusOr<v1::AssessResponse> TestClient::Assess(const v1::AssessRequest& request,
                                                      const CallOptions& options) const {
  grpc::ClientContext context;
  Prepare(options, context);
  v1::AssessResponse response;
  const grpc::Status status = impl_->stub->Assess(&context, request, &response);
  if (!status.ok()) return ToAbslStatus(status);
  return response;
}

absl::StatusOr<v1::ExplainResponse> TestClient::Explain(const v1::ExplainRequest& request,
                                                        const CallOptions& options) const {
  grpc::ClientContext context;
  Prepare(options, context);
  v1::ExplainResponse response;
  const grpc::Status status = impl_->stub->Explain(&context, request, &response);
  if (!status.ok()) return ToAbslStatus(status);
  return response;
}

absl::StatusOr<v1::NextQuestionsResponse> TestClient::NextQuestions(const v1::NextQuestionsRequest& request,
                                                                    const CallOptions& options) const {
  grpc::ClientContext context;
  Prepare(options, context);
  v1::NextQuestionsResponse response;
  const grpc::Status status = impl_->stub->NextQuestions(&context, request, &response);
  if (!status.ok()) return ToAbslStatus(status);
  return response;
}

absl::StatusOr<v1::DescribePackResponse> TestClient::DescribePack(const v1::DescribePackRequest& request,
                                                                  const CallOptions& options) const {
  grpc::ClientContext context;
  Prepare(options, context);
  v1::DescribePackResponse response;
  const grpc::Status status = impl_->stub->DescribePack(&context, request, &response);
  if (!status.ok()) return ToAbslStatus(status);
  return response;
}

absl::StatusOr<v1::ListPacksResponse> TestClient::ListPacks(const CallOptions& options) const {
  grpc::ClientContext context;
  Prepare(options, context);
  v1::ListPacksResponse response;
  const grpc::Status status = impl_->stub->ListPacks(&context, {}, &response);
  if (!status.ok()) return ToAbslStatus(status);
  return response;
}

absl::StatusOr<std::string> TestClient::Health(const std::string& service) const {
  RawCall call = Call("/grpc.health.v1.Health/Check");
  // HealthCheckRequest { string service = 1; }, a name of less than 128 bytes.
  const std::string request =
      service.empty() ? "" : absl::StrCat("\x0A", std::string(1, static_cast<char>(service.size())), service);
  call.Send(request, /*last=*/true);
  const std::optional<std::string> response = call.Receive();
  if (absl::Status status = call.Finish(); !status.ok()) return status;
  // HealthCheckResponse { ServingStatus status = 1; }
  if (response == "\x08\x01") return std::string("SERVING");
  if (response == "\x08\x02") return std::string("NOT_SERVING");
  return std::string("UNKNOWN");
}

absl::StatusOr<std::string> TestClient::ServerCertificate() const {
  grpc::ClientContext context;
  Prepare({}, context);
  v1::ListPacksResponse response;
  const grpc::Status status = impl_->stub->ListPacks(&context, {}, &response);
  if (!status.ok()) return ToAbslStatus(status);
  const auto values = context.auth_context()->FindPropertyValues("x509_pem_cert");
  if (values.empty()) return absl::NotFoundError("no certificate");
  return std::string(values.front().data(), values.front().size());
}

RawCall TestClient::Call(const std::string& method, absl::Duration timeout) const {
  auto impl = std::make_unique<RawCall::Impl>();
  impl->context.set_deadline(absl::ToChronoTime(absl::Now() + timeout));
  grpc::GenericStub stub(impl_->channel);
  impl->stream = stub.PrepareCall(&impl->context, method, &impl->queue);
  impl->stream->StartCall(impl.get());
  impl->Wait();
  return RawCall(std::move(impl));
}

}  // namespace baken
