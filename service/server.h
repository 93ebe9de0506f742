// The gRPC server: listener, mutual TLS, limits, health, reflection, stop. The header knows no gRPC.
// Not its job: what is answered.
#ifndef BAKEN_SERVICE_SERVER_H_
#define BAKEN_SERVICE_SERVER_H_

#include <memory>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "baken/service/v1/config.pb.h"
#include "service/admission.h"
#include "service/clock.h"
#include "service/decision_handler.h"
#include "service/log.h"
#include "service/metrics.h"

namespace baken {

// What the server answers with; all must outlive it.
struct ServerParts {
  const Admission& admission;
  const DecisionHandler& handler;
  const Clock& clock;
  Metrics& metrics;
  Log& log;
};

// Not thread-safe; serves on threads of its own.
class Server {
 public:
  // Listens and serves at once: the health service says SERVING from here on, so packs must be loaded and proved
  // before. `config` has its defaults filled in and is checked. UNAVAILABLE when the address cannot be listened on.
  static absl::StatusOr<std::unique_ptr<Server>> Start(const service::v1::Config& config, const ServerParts& parts);

  // Stops at once when StopWithin was not called.
  ~Server();

  // The port taken.
  int port() const;

  // Health says NOT_SERVING from here on; calls are still answered.
  void SayNotServing();

  // Refuses new calls and waits for running ones, `grace` at most; those that run longer are cancelled.
  void StopWithin(absl::Duration grace);

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Sends what gRPC itself wants to say to `log`, as file and line only: its texts may hold parts of requests. Null = say
// nothing; set it before `log` goes away. Thread-safe.
void RouteTransportMessages(Log* log);

}  // namespace baken

#endif  // BAKEN_SERVICE_SERVER_H_
