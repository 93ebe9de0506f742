// `host:port` addresses of listeners.
#ifndef BAKEN_SERVICE_ADDRESS_H_
#define BAKEN_SERVICE_ADDRESS_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace baken {

struct Address {
  std::string host;  // Without brackets.
  int port = 0;      // [0, 65535]; 0 = any free one.

  // True for 127.0.0.0/8, ::1 and `localhost`. Other names are not looked up: what they mean may change.
  bool IsLoopback() const;
};

// Reads `host:port` or `[ipv6]:port`; nullopt when it is neither.
std::optional<Address> ParseAddress(absl::string_view text);

}  // namespace baken

#endif  // BAKEN_SERVICE_ADDRESS_H_
