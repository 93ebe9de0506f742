// Calls a Baken service. A thin layer over the generated stub: it reads the certificates, names the role, sets the
// deadline and hands errors back as absl::Status with the details that the service gave.
// Not its job: what an answer means (rules/), how it looks (client/cli/text).
#ifndef BAKEN_CLIENT_CLIENT_H_
#define BAKEN_CLIENT_CLIENT_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "baken/v1/decision_support_service.pb.h"

namespace baken {

// Where the service is and who calls.
struct ClientOptions {
  // `host:port`.
  std::string target = {};
  // PEM: authorities that may have signed the server's certificate.
  std::string ca_file = {};
  // PEM: this caller's certificate chain and private key.
  std::string certificate_file = {};
  std::string private_key_file = {};
  // Role to call in when a call names none. May stay empty when the certificate is entitled to one role only.
  std::string role = {};
  // Time that one call gets, retries included.
  absl::Duration deadline = absl::Seconds(10);
  // No TLS, and then no files either. Refused unless the target is a loopback address.
  bool plaintext = false;
};

// A connection to one service; it connects at the first call and again when it was lost. Thread-safe: any number of
// threads may call at once over one connection, so make one Client and keep it.
//
// Errors of every call: the status that the service gave, with google.rpc.BadRequest and google.rpc.ErrorInfo as
// payloads where it gave them (read them with GetBadRequest and GetErrorInfo of rules/base/error_details.h);
// INVALID_ARGUMENT for a role that is no identifier; UNAVAILABLE when no connection could be made, which includes a
// certificate that one of the two sides refuses; DEADLINE_EXCEEDED. UNAVAILABLE is tried again by the channel itself,
// within the deadline: no call changes anything.
//
//   auto client = Client::Create({.target = "127.0.0.1:8443", .ca_file = "ca.pem", ...});
//   if (!client.ok()) return client.status();
//   absl::StatusOr<v1::AssessResponse> response = (*client)->Assess(request, "huisarts");
class Client {
 public:
  // INVALID_ARGUMENT when a file cannot be read, when one is missing, or for plaintext to another machine. Does not
  // connect.
  static absl::StatusOr<std::unique_ptr<Client>> Create(const ClientOptions& options);

  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // What follows from what is known about one person. `role` empty = the one of the options.
  absl::StatusOr<v1::AssessResponse> Assess(const v1::AssessRequest& request, absl::string_view role = {}) const;

  // Why an answer is what it is, and what would change it.
  absl::StatusOr<v1::ExplainResponse> Explain(const v1::ExplainRequest& request, absl::string_view role = {}) const;

  // What to ask next, and whether enough is known.
  absl::StatusOr<v1::NextQuestionsResponse> NextQuestions(const v1::NextQuestionsRequest& request,
                                                          absl::string_view role = {}) const;

  // Facts, findings, instruments, sources and roles of a pack.
  absl::StatusOr<v1::DescribePackResponse> DescribePack(const v1::DescribePackRequest& request) const;

  // The packs that the service has loaded.
  absl::StatusOr<v1::ListPacksResponse> ListPacks() const;

 private:
  // Holds everything of gRPC, whose headers are dear to compile.
  struct Connection;
  explicit Client(std::unique_ptr<Connection> connection);

  std::unique_ptr<Connection> connection_;
};

}  // namespace baken

#endif  // BAKEN_CLIENT_CLIENT_H_
