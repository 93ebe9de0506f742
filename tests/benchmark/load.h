// Makes calls as fast as they are answered, a fixed number at once, with bytes instead of messages, so that the caller
// costs the same whatever it calls.
#ifndef BAKEN_TESTS_BENCHMARK_LOAD_H_
#define BAKEN_TESTS_BENCHMARK_LOAD_H_

#include <filesystem>
#include <memory>
#include <string>

#include "absl/time/time.h"

namespace baken {

struct LoadFigures {
  double calls_per_second = 0;
  absl::Duration p99;
  int64_t failures = 0;
};

// Not thread-safe. Connections are kept between runs.
class Load {
 public:
  // Calls as `client` of `certificates` in `role`, over `connections` connections.
  Load(int port, const std::filesystem::path& certificates, const std::string& client, std::string role,
       int connections);
  ~Load();

  // Calls Assess with `request` for `duration`, `at_once` calls under way all the time.
  LoadFigures Run(const std::string& request, int at_once, absl::Duration duration);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_LOAD_H_
