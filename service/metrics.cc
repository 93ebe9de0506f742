#include "service/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/exposer.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <array>
#include <exception>
#include <functional>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "rules/engine/level_kinds.h"
#include "service/certificates.h"
#include "service/log.h"

namespace baken {
namespace {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;
using prometheus::ClientMetric;
using prometheus::Counter;
using prometheus::Histogram;
using prometheus::MetricFamily;
using prometheus::MetricType;

// Canonical status codes are 0 to 16; anything else is counted as UNKNOWN.
constexpr size_t kCodeCount = 17;

size_t CodeIndex(absl::StatusCode code) {
  const size_t index = static_cast<size_t>(code);
  return index < kCodeCount ? index : static_cast<size_t>(absl::StatusCode::kUnknown);
}

// 50 microseconds to 2.5 seconds: an assessment takes about a millisecond.
const Histogram::BucketBoundaries& DurationBuckets() {
  static const auto* const buckets = new Histogram::BucketBoundaries{
      0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5};
  return *buckets;
}

// One gauge or counter whose value is asked for at every scrape.
class Probe : public prometheus::Collectable {
 public:
  // `read` returns false when there is no value now; the series is then left out.
  Probe(std::string name, std::string help, MetricType type, std::function<bool(double&)> read)
      : name_(std::move(name)), help_(std::move(help)), type_(type), read_(std::move(read)) {}

  std::vector<MetricFamily> Collect() const override {
    double value = 0;
    if (!read_(value)) return {};
    ClientMetric metric;
    if (type_ == MetricType::Gauge) {
      metric.gauge.value = value;
    } else {
      metric.counter.value = value;
    }
    return {MetricFamily{name_, help_, type_, {metric}}};
  }

 private:
  std::string name_;
  std::string help_;
  MetricType type_;
  std::function<bool(double&)> read_;
};

std::string OutcomeLabel(v1::Outcome outcome) {
  return v1::Outcome_Name(outcome).substr(absl::string_view("OUTCOME_").size());
}

// Levels of a finding that say that it is there or possible, those of its level list included.
std::vector<rules::v1::Level> RaisedLevels(const rules::v1::PackFile& pack, const rules::v1::Finding& finding) {
  std::vector<rules::v1::Level> raised;
  const auto add = [&raised](const auto& levels) {
    for (const rules::v1::Level& level : levels) {
      if (IsThere(level.kind())) raised.push_back(level);
    }
  };
  for (const rules::v1::LevelList& list : pack.level_lists()) {
    if (list.id() == finding.front_levels()) add(list.levels());
  }
  add(finding.levels());
  return raised;
}

std::string PackKey(absl::string_view id, absl::string_view version) { return absl::StrCat(id, "/", version); }
std::string FindingKey(absl::string_view id, absl::string_view level) { return absl::StrCat(id, "/", level); }

prometheus::Labels PackLabels(const LoadedPack& pack, prometheus::Labels more) {
  more.insert({{"pack", pack.id()}, {"version", pack.version()}});
  return more;
}

// Series of one method.
struct MethodSeries {
  std::array<Counter*, kCodeCount> calls{};
  Histogram* duration = nullptr;
};

// Series of one version of one pack.
struct PackSeries {
  std::array<Counter*, v1::Outcome_ARRAYSIZE> outcomes{};
  // By `<finding>/<level>`.
  absl::flat_hash_map<std::string, Counter*> findings;
};

}  // namespace

struct Metrics::Impl {
  std::shared_ptr<prometheus::Registry> registry = std::make_shared<prometheus::Registry>();
  std::vector<std::shared_ptr<prometheus::Collectable>> probes;
  std::array<MethodSeries, std::size(kMethods)> methods;
  absl::flat_hash_map<std::string, PackSeries> packs;
  // Declared last: stopped before what it reads goes away.
  std::unique_ptr<prometheus::Exposer> exposer;
};

Metrics::Metrics() : impl_(std::make_unique<Impl>()) {
  auto& calls =
      BuildCounter().Name("baken_calls_total").Help("Calls by method and status code.").Register(*impl_->registry);
  auto& durations = BuildHistogram()
                        .Name("baken_call_duration_seconds")
                        .Help("Time from the arrival of a call to its answer being ready.")
                        .Register(*impl_->registry);
  for (Method method : kMethods) {
    MethodSeries& series = impl_->methods[static_cast<size_t>(method)];
    const std::string name(MethodName(method));
    series.duration = &durations.Add({{"method", name}}, DurationBuckets());
    for (size_t code = 0; code < kCodeCount; ++code) {
      const std::string code_name = absl::StatusCodeToString(static_cast<absl::StatusCode>(code));
      series.calls[code] = &calls.Add({{"method", name}, {"code", code_name}});
    }
  }
}

Metrics::~Metrics() = default;

void Metrics::RegisterPacks(const PackSet& packs) {
  prometheus::Registry& registry = *impl_->registry;
  auto& info = BuildGauge().Name("baken_pack_info").Help("Packs that are served; always 1.").Register(registry);
  auto& outcomes =
      BuildCounter().Name("baken_outcomes_total").Help("Assessments by kind of answer.").Register(registry);
  auto& findings = BuildCounter()
                       .Name("baken_finding_supported_total")
                       .Help("Assessments that showed this finding as there or possible.")
                       .Register(registry);
  for (const PackSet::Entry& entry : packs.entries()) {
    const LoadedPack& pack = *entry.pack;
    const std::string active = entry.active ? "true" : "false";
    info.Add(PackLabels(pack, {{"digest", pack.digest()}, {"active", active}})).Set(1);
    PackSeries& series = impl_->packs[PackKey(pack.id(), pack.version())];
    for (int value = v1::OUTCOME_REFUSED; value < v1::Outcome_ARRAYSIZE; ++value) {
      const std::string outcome = OutcomeLabel(static_cast<v1::Outcome>(value));
      series.outcomes[static_cast<size_t>(value)] = &outcomes.Add(PackLabels(pack, {{"outcome", outcome}}));
    }
    for (const rules::v1::Finding& finding : pack.definition().findings()) {
      for (const rules::v1::Level& level : RaisedLevels(pack.definition(), finding)) {
        series.findings[FindingKey(finding.id(), level.id())] =
            &findings.Add(PackLabels(pack, {{"finding", finding.id()}, {"level", level.id()}}));
      }
    }
  }
}

void Metrics::WatchCertificate(std::string path) {
  impl_->probes.push_back(std::make_shared<Probe>("baken_certificate_expiry_timestamp_seconds",
                                                  "End of validity of the server certificate file, Unix time.",
                                                  MetricType::Gauge, [path = std::move(path)](double& value) {
                                                    const absl::StatusOr<absl::Time> expiry = CertificateExpiry(path);
                                                    if (expiry.ok())
                                                      value = static_cast<double>(absl::ToUnixSeconds(*expiry));
                                                    return expiry.ok();
                                                  }));
}

void Metrics::WatchDroppedLogLines(const Log& log) {
  impl_->probes.push_back(std::make_shared<Probe>("baken_log_lines_dropped_total",
                                                  "Log lines that could not be written in time.", MetricType::Counter,
                                                  [&log](double& value) {
                                                    value = static_cast<double>(log.dropped());
                                                    return true;
                                                  }));
}

void Metrics::CountCall(const CallRecord& record) {
  MethodSeries& series = impl_->methods[static_cast<size_t>(record.method)];
  series.calls[CodeIndex(record.code)]->Increment();
  series.duration->Observe(absl::ToDoubleSeconds(record.duration));
}

void Metrics::CountAssessment(const v1::Assessment& assessment) {
  const auto pack = impl_->packs.find(PackKey(assessment.pack().pack_id(), assessment.pack().version()));
  if (pack == impl_->packs.end()) return;
  const size_t outcome = static_cast<size_t>(assessment.outcome());
  if (outcome < pack->second.outcomes.size() && pack->second.outcomes[outcome] != nullptr) {
    pack->second.outcomes[outcome]->Increment();
  }
  for (const v1::FindingResult& finding : assessment.findings()) {
    if (!IsThere(finding.supported().kind())) continue;
    const auto series = pack->second.findings.find(FindingKey(finding.finding_id(), finding.supported().level_id()));
    if (series != pack->second.findings.end()) series->second->Increment();
  }
}

absl::StatusOr<int> Metrics::Serve(const std::string& address) {
  try {
    // One thread: a scrape is short, and the service must not be crowded out by its own observers.
    impl_->exposer = std::make_unique<prometheus::Exposer>(address, 1);
  } catch (const std::exception&) {
    return absl::UnavailableError(absl::StrCat("cannot listen on ", address));
  }
  impl_->exposer->RegisterCollectable(impl_->registry);
  for (const auto& probe : impl_->probes) impl_->exposer->RegisterCollectable(probe);
  const std::vector<int> ports = impl_->exposer->GetListeningPorts();
  return ports.empty() ? 0 : ports.front();
}

std::string Metrics::Text() const {
  std::vector<MetricFamily> families = impl_->registry->Collect();
  for (const auto& probe : impl_->probes) {
    for (MetricFamily& family : probe->Collect()) families.push_back(std::move(family));
  }
  return prometheus::TextSerializer().Serialize(families);
}

}  // namespace baken
