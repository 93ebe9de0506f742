// Counters for Prometheus, over HTTP on a loopback address. Counts only, with label values that come from the code, the
// configuration and the packs, never from a request: no patient value, and a bounded number of series.
#ifndef BAKEN_SERVICE_METRICS_H_
#define BAKEN_SERVICE_METRICS_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "baken/v1/assessment.pb.h"
#include "rules/pack/pack_set.h"
#include "service/call.h"

namespace baken {

class Log;

// Thread-safe after RegisterPacks. Counting a call takes no lock but that of the histogram; all series are made before.
class Metrics {
 public:
  Metrics();
  ~Metrics();

  // Makes the series of the packs served: outcomes, findings, and `baken_pack_info`.
  void RegisterPacks(const PackSet& packs);

  // Shows the end of validity of the certificate in this file, read at every scrape.
  void WatchCertificate(std::string path);

  // Shows the number of log lines that were dropped. The counter is read at every scrape.
  void WatchDroppedLogLines(const Log& log);

  void CountCall(const CallRecord& record);

  // Counts the outcome, and each finding that is supported or possible. Falling counts are how a rule that went silent
  // is noticed.
  void CountAssessment(const v1::Assessment& assessment);

  // Starts the HTTP listener; the port taken is returned. UNAVAILABLE when the address cannot be listened on.
  absl::StatusOr<int> Serve(const std::string& address);

  // What a scrape gets, in the text format of Prometheus.
  std::string Text() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace baken

#endif  // BAKEN_SERVICE_METRICS_H_
