// A caller for tests: one connection of its own, any metadata, any deadline, and raw calls that stand still half way.
// The header knows no gRPC, so that tests compile fast.
#ifndef BAKEN_TESTS_INTEGRATION_TEST_CLIENT_H_
#define BAKEN_TESTS_INTEGRATION_TEST_CLIENT_H_

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "baken/v1/decision_support_service.pb.h"

namespace baken {

struct CallOptions {
  std::string role = {};
  absl::Duration timeout = absl::Seconds(60);
  std::vector<std::pair<std::string, std::string>> metadata = {};
  bool gzip = false;  // Compress the request.
};

// A call of any method with bytes instead of messages. Not thread-safe.
class RawCall {
 public:
  struct Impl;
  explicit RawCall(std::unique_ptr<Impl> impl);
  ~RawCall();
  RawCall(RawCall&&) noexcept;

  // Sends one message and, when `last`, says that there are no more. False when the call is over.
  bool Send(const std::string& bytes, bool last);
  // The next message; nullopt when there is none.
  std::optional<std::string> Receive();
  // Waits for the end.
  absl::Status Finish();

 private:
  std::unique_ptr<Impl> impl_;
};

// Thread-safe. Errors have the payloads that the service sent.
class TestClient {
 public:
  // Trusts ca.pem and uses CLIENT.pem and CLIENT.key in `certificates`; an empty `client` has no certificate.
  TestClient(int port, const std::filesystem::path& certificates, const std::string& client);
  // Without TLS.
  explicit TestClient(int port);
  ~TestClient();
  TestClient(TestClient&&) noexcept;

  absl::StatusOr<v1::AssessResponse> Assess(const v1::AssessRequest& request, const CallOptions& options = {}) const;
  absl::StatusOr<v1::ExplainResponse> Explain(const v1::ExplainRequest& request, const CallOptions& options = {}) const;
  absl::StatusOr<v1::NextQuestionsResponse> NextQuestions(const v1::NextQuestionsRequest& request,
                                                          const CallOptions& options = {}) const;
  absl::StatusOr<v1::DescribePackResponse> DescribePack(const v1::DescribePackRequest& request,
                                                        const CallOptions& options = {}) const;
  absl::StatusOr<v1::ListPacksResponse> ListPacks(const CallOptions& options = {}) const;

  // `SERVING`, `NOT_SERVING` or `UNKNOWN`.
  absl::StatusOr<std::string> Health(const std::string& service = "") const;

  // The certificate that the server showed on this connection, PEM.
  absl::StatusOr<std::string> ServerCertificate() const;

  // Starts a call of `/package.Service/Method`.
  RawCall Call(const std::string& method, absl::Duration timeout = absl::Seconds(60)) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace baken

#endif  // BAKEN_TESTS_INTEGRATION_TEST_CLIENT_H_
