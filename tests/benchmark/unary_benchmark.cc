// P4: unary Assess over mutual TLS, as a ratio to an echo of the same bytes: same client, same server set-up, same run,
// rounds in turn. Prints medians over the rounds. The caller shares the machine with both.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "rules/base/check.h"
#include "tests/benchmark/echo_server.h"
#include "tests/benchmark/load.h"
#include "tests/integration/test_site.h"

namespace baken {
namespace {

constexpr int kRounds = 7;
constexpr int kCallsAtOnce = 64;
constexpr int kConnections = 4;
constexpr absl::Duration kRoundDuration = absl::Seconds(1);

// Medians over the rounds.
struct Figures {
  std::vector<double> rates;
  std::vector<double> p99_ms;

  void Add(const LoadFigures& round) {
    BAKEN_CHECK(round.failures == 0);
    rates.push_back(round.calls_per_second);
    p99_ms.push_back(absl::ToDoubleMilliseconds(round.p99));
  }
};

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// Calls both in turn; the order changes every round.
void Compare(const std::string& request, Load& assess, Load& echo, Figures& assess_figures, Figures& echo_figures) {
  assess.Run(request, kCallsAtOnce, kRoundDuration);
  echo.Run(request, kCallsAtOnce, kRoundDuration);
  for (int round = 0; round < kRounds; ++round) {
    if (round % 2 == 0) assess_figures.Add(assess.Run(request, kCallsAtOnce, kRoundDuration));
    echo_figures.Add(echo.Run(request, kCallsAtOnce, kRoundDuration));
    if (round % 2 == 1) assess_figures.Add(assess.Run(request, kCallsAtOnce, kRoundDuration));
  }
}

int RunBenchmark(const std::string& program) {
  const rules::v1::Case worked = ShippedCase("v01_student_festivals");
  TestSite assess_site;
  const auto assess_process = assess_site.Start();
  const auto response = assess_site.Client("practice").Assess(worked.request(), {.role = worked.role()});
  BAKEN_CHECK(response.ok());

  TestSite echo_site;
  const std::filesystem::path response_file = echo_site.path() / "response";
  {
    std::ofstream out(response_file, std::ios::binary);
    response->SerializeToOstream(&out);
  }
  const auto echo_process = echo_site.Start(program, {"--echo-server", response_file.string()});

  const std::string request = worked.request().SerializeAsString();
  Load assess(assess_site.port(), assess_site.certificates(), "practice", worked.role(), kConnections);
  Load echo(echo_site.port(), echo_site.certificates(), "practice", worked.role(), kConnections);
  Figures assess_figures;
  Figures echo_figures;
  Compare(request, assess, echo, assess_figures, echo_figures);

  const double assess_rate = Median(assess_figures.rates);
  const double echo_rate = Median(echo_figures.rates);
  const double assess_p99 = Median(assess_figures.p99_ms);
  const double echo_p99 = Median(echo_figures.p99_ms);
  std::printf("# case %s, request %zu bytes, response %zu bytes, %d calls at once, median of %d rounds\n",
              worked.id().c_str(), request.size(), response->ByteSizeLong(), kCallsAtOnce, kRounds);
  std::printf("P4 unary throughput ratio %.2f (assess %.0f/s, echo %.0f/s)\n", assess_rate / echo_rate, assess_rate,
              echo_rate);
  std::printf("P4 unary p99 ratio %.2f (assess %.2f ms, echo %.2f ms)\n", assess_p99 / echo_p99, assess_p99, echo_p99);
  return 0;
}

}  // namespace
}  // namespace baken

int main(int argc, char** argv) {
  // As the echo server: --echo-server RESPONSE --config CONFIG.
  if (argc == 5 && std::strcmp(argv[1], "--echo-server") == 0) return baken::RunEchoServer(argv[4], argv[2]);
  return baken::RunBenchmark(std::filesystem::canonical("/proc/self/exe").string());
}
