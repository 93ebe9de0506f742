#include "client/cli/door.h"

#include <utility>

#include "absl/status/status.h"
#include "client/cli/local_door.h"
#include "client/client.h"

namespace baken {
namespace {

class ServiceDoor : public Door {
 public:
  explicit ServiceDoor(std::unique_ptr<Client> client) : client_(std::move(client)) {}

  absl::StatusOr<v1::AssessResponse> Assess(const v1::AssessRequest& request, absl::string_view role) override {
    return client_->Assess(request, role);
  }

  absl::StatusOr<v1::ExplainResponse> Explain(const v1::ExplainRequest& request, absl::string_view role) override {
    return client_->Explain(request, role);
  }

  absl::StatusOr<v1::NextQuestionsResponse> NextQuestions(const v1::NextQuestionsRequest& request,
                                                          absl::string_view role) override {
    return client_->NextQuestions(request, role);
  }

  absl::StatusOr<std::vector<std::string>> CheckSettlement(const v1::AssessRequest&, absl::string_view,
                                                           const v1::NextQuestions&, int) override {
    return absl::InvalidArgumentError("--check goes with --local");
  }

  absl::StatusOr<v1::ListPacksResponse> ListPacks() override { return client_->ListPacks(); }

  ExitCode ExitCodeOf(const absl::Status& status) const override {
    // What the caller can mend in the file or the options is wrong use; everything else is the service's word.
    const bool wrong_use = absl::IsInvalidArgument(status) || absl::IsNotFound(status);
    return wrong_use ? kExitWrongUse : kExitRefused;
  }

 private:
  std::unique_ptr<Client> client_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Door>> OpenDoor(const DoorOptions& options, const Process& process) {
  if (options.local == !options.server.empty()) {
    return absl::InvalidArgumentError("give one of --server HOST:PORT and --local");
  }
  if (!options.local && !options.site_profile_file.empty()) {
    return absl::InvalidArgumentError("--site-profile goes with --local; a service has its own (site_profile_file)");
  }
  if (options.local) return OpenLocalDoor(options, process);
  const size_t colon = options.server.rfind(':');
  if (colon == std::string::npos || colon + 1 == options.server.size()) {
    return absl::InvalidArgumentError("--server needs a port: HOST:PORT");
  }
  ClientOptions client_options;
  client_options.target = options.server;
  client_options.ca_file = options.ca_file;
  client_options.certificate_file = options.certificate_file;
  client_options.private_key_file = options.private_key_file;
  client_options.plaintext = options.plaintext;
  absl::StatusOr<std::unique_ptr<Client>> client = Client::Create(client_options);
  if (!client.ok()) return client.status();
  return std::make_unique<ServiceDoor>(*std::move(client));
}

}  // namespace baken
