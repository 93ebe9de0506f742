#include "tests/benchmark/echo_server.h"

#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <fstream>
#include <memory>
#include <utility>

#include "absl/time/time.h"
#include "baken/v1/decision_support_service.grpc.pb.h"
#include "service/config_file.h"
#include "service/process.h"
#include "service/server_settings.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using Service = v1::DecisionSupportService;

// Bytes instead of messages: the least that a unary call can cost.
class Echo final : public Service::WithRawCallbackMethod_Assess<Service::Service> {
 public:
  explicit Echo(const std::string& response) {
    const grpc::Slice slice(response);
    response_ = grpc::ByteBuffer(&slice, 1);
  }

  grpc::ServerUnaryReactor* Assess(grpc::CallbackServerContext* context, const grpc::ByteBuffer*,
                                   grpc::ByteBuffer* response) override {
    *response = response_;
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

 private:
  grpc::ByteBuffer response_;
};

}  // namespace

int RunEchoServer(const std::string& config_path, const std::string& response_path) {
  HardenProcess();
  BlockStopSignals();
  const service::v1::Config config = ConfigFile(config_path).Effective();
  Echo echo(ReadFile(response_path));
  int port = 0;
  grpc::ServerBuilder builder;
  ApplySettings(config, builder, port);
  builder.RegisterService(&echo);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr || port == 0) return 1;
  const std::string draft = config.listener().port_file() + ".new";
  std::ofstream(draft) << port << "\n";
  std::filesystem::rename(draft, config.listener().port_file());
  while (!WaitForStop(absl::Hours(1))) {
  }
  server->Shutdown();
  return 0;
}

}  // namespace baken
