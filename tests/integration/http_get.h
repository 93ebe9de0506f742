// A GET over HTTP on this machine, for what the metrics show.
#ifndef BAKEN_TESTS_INTEGRATION_HTTP_GET_H_
#define BAKEN_TESTS_INTEGRATION_HTTP_GET_H_

#include <string>

namespace baken {

// The whole answer, head included; empty when there is no connection.
std::string HttpGet(int port, const std::string& path);

}  // namespace baken

#endif  // BAKEN_TESTS_INTEGRATION_HTTP_GET_H_
