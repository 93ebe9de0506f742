// How every gRPC server of this project listens: mutual TLS, limits, health, reflection. Apart from the server, so that
// a benchmark can compare with another service in the very same set-up.
#ifndef BAKEN_SERVICE_SERVER_SETTINGS_H_
#define BAKEN_SERVICE_SERVER_SETTINGS_H_

#include "baken/service/v1/config.pb.h"

namespace grpc {
class ServerBuilder;
}  // namespace grpc

namespace baken {

// Applies `config`, which has its defaults filled in and is checked. The port taken is written to `port` by
// BuildAndStart; it stays 0 when the address cannot be listened on.
void ApplySettings(const service::v1::Config& config, grpc::ServerBuilder& builder, int& port);

}  // namespace baken

#endif  // BAKEN_SERVICE_SERVER_SETTINGS_H_
