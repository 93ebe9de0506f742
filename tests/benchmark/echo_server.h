// What the service is compared with: a server in the very same set-up that answers every Assess with the same bytes,
// without reading the request.
#ifndef BAKEN_TESTS_BENCHMARK_ECHO_SERVER_H_
#define BAKEN_TESTS_BENCHMARK_ECHO_SERVER_H_

#include <string>

namespace baken {

// Serves with the configuration of `bakend` in `config_path` until SIGTERM; answers with the content of
// `response_path`. Returns an exit code: 0, or 1 when it cannot listen.
int RunEchoServer(const std::string& config_path, const std::string& response_path);

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_ECHO_SERVER_H_
