#include "service/application.h"

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "rules/base/version.h"
#include "service/admission.h"
#include "service/certificates.h"
#include "service/clock.h"
#include "service/config_check.h"
#include "service/config_file.h"
#include "service/decision_handler.h"
#include "service/log.h"
#include "service/metrics.h"
#include "service/pack_loading.h"
#include "service/pack_store.h"
#include "service/process.h"
#include "service/server.h"

namespace baken {
namespace {

using service::v1::Config;

// What a good configuration comes to.
struct Prepared {
  Config config;
  std::string config_digest;
  std::shared_ptr<const PackSet> packs;
};

// Nullopt when anything is wrong; then all of it has been written to standard error.
std::optional<Prepared> Prepare(const std::filesystem::path& config_path, const Clock& clock) {
  ConfigFile file(config_path);
  ServedPacks served;
  if (file.parsed()) {
    CheckConfig(file);
    CheckCertificates(file, clock.Now());
    if (!file.HasErrorIn("packs")) served = LoadServedPacks(file);
    if (served.packs != nullptr) CheckRoles(file, *served.packs);
  }
  if (file.ok() && served.packs != nullptr) return Prepared{file.Effective(), file.digest(), served.packs};
  std::cerr << file.FormatErrors() << served.diagnostics;
  return std::nullopt;
}

// Through a file beside it, so that nobody reads half a number.
absl::Status WritePortFile(const std::string& path, int port) {
  if (path.empty()) return absl::OkStatus();
  const std::string draft = path + ".new";
  {
    std::ofstream out(draft);
    out << port << "\n";
    if (!out.flush()) return absl::UnavailableError(absl::StrCat("cannot write ", draft));
  }
  std::error_code error;
  std::filesystem::rename(draft, path, error);
  return error ? absl::UnavailableError(absl::StrCat("cannot write ", path)) : absl::OkStatus();
}

int CannotServe(Log& log, const absl::Status& status) {
  log.Write(LogLine("cannot_serve").Text("message", status.message()));
  return kExitCannotServe;
}

void LogStart(const Prepared& prepared, Log& log) {
  log.Write(LogLine("start")
                .Text("version", BuildVersion())
                .Text("server_name", prepared.config.server_name())
                .Text("config_digest", prepared.config_digest));
  for (const PackSet::Entry& entry : prepared.packs->entries()) {
    LogLine line("pack");
    line.Text("pack", entry.pack->id())
        .Text("pack_version", entry.pack->version())
        .Text("digest", entry.pack->digest());
    const SiteProfileName& profile = entry.pack->site_profile();
    if (!profile.name.empty()) {
      line.Text("site_profile", profile.name).Text("site_profile_digest", profile.digest);
    }
    log.Write(line);
  }
}

// Health first, so that callers go elsewhere while calls are still answered; a second signal cuts the wait short.
void Stop(const service::v1::Limits& limits, Server& server, Log& log) {
  log.Write(LogLine("stopping"));
  server.SayNotServing();
  if (limits.drain_delay_ms() > 0) WaitForStop(absl::Milliseconds(limits.drain_delay_ms()));
  server.StopWithin(absl::Milliseconds(limits.shutdown_grace_ms()));
  log.Write(LogLine("stop"));
}

// Starts the metrics when there is an address for them, and says on which port.
absl::Status ServeMetrics(const Config& config, Metrics& metrics, LogLine& listening) {
  if (config.metrics_address().empty()) return absl::OkStatus();
  absl::StatusOr<int> port = metrics.Serve(config.metrics_address());
  if (port.ok()) listening.Number("metrics_port", *port);
  return port.status();
}

int ServePrepared(const Prepared& prepared, const Clock& clock, Log& log) {
  const Config& config = prepared.config;
  Metrics metrics;
  metrics.RegisterPacks(*prepared.packs);
  metrics.WatchDroppedLogLines(log);
  if (config.has_tls()) metrics.WatchCertificate(config.tls().certificate_file());
  const PackStore packs(prepared.packs);
  const DecisionHandler handler(config, packs, clock, metrics);
  const Admission admission(config, clock);
  LogStart(prepared, log);

  LogLine listening("listening");
  if (absl::Status status = ServeMetrics(config, metrics, listening); !status.ok()) return CannotServe(log, status);
  auto server = Server::Start(config, {admission, handler, clock, metrics, log});
  if (!server.ok()) return CannotServe(log, server.status());
  log.Write(listening.Number("port", (*server)->port()));
  if (absl::Status status = WritePortFile(config.listener().port_file(), (*server)->port()); !status.ok()) {
    return CannotServe(log, status);
  }
  while (!WaitForStop(absl::Hours(24))) {
  }
  Stop(config.limits(), **server, log);
  return kExitDone;
}

}  // namespace

int CheckOnly(const std::filesystem::path& config_path) {
  const SystemClock clock;
  return Prepare(config_path, clock).has_value() ? kExitDone : kExitWrongInput;
}

int Serve(const std::filesystem::path& config_path) {
  HardenProcess();
  BlockStopSignals();
  const SystemClock clock;
  const std::optional<Prepared> prepared = Prepare(config_path, clock);
  if (!prepared.has_value()) return kExitWrongInput;
  Log log(STDERR_FILENO, clock);
  RouteTransportMessages(&log);
  const int exit_code = ServePrepared(*prepared, clock, log);
  RouteTransportMessages(nullptr);
  return exit_code;
}

}  // namespace baken
