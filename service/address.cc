#include "service/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"

namespace baken {

bool Address::IsLoopback() const {
  in_addr four{};
  if (inet_pton(AF_INET, host.c_str(), &four) == 1) return (ntohl(four.s_addr) >> 24) == 127;
  in6_addr six{};
  if (inet_pton(AF_INET6, host.c_str(), &six) == 1) return IN6_IS_ADDR_LOOPBACK(&six);
  return host == "localhost";
}

std::optional<Address> ParseAddress(absl::string_view text) {
  const size_t colon = text.rfind(':');
  if (colon == absl::string_view::npos) return std::nullopt;
  absl::string_view host = text.substr(0, colon);
  const absl::string_view port = text.substr(colon + 1);
  const bool bracketed = absl::StartsWith(host, "[") && absl::EndsWith(host, "]");
  if (bracketed) host = host.substr(1, host.size() - 2);
  // An IPv6 address without brackets would be read as host and port in the wrong place.
  if (host.empty() || absl::StrContains(host, ":") != bracketed) return std::nullopt;
  Address address;
  // SimpleAtoi also takes spaces and signs, which have no place here.
  if (port.empty() || port.find_first_not_of("0123456789") != absl::string_view::npos) return std::nullopt;
  if (!absl::SimpleAtoi(port, &address.port) || address.port > 65535) return std::nullopt;
  address.host = std::string(host);
  return address;
}

}  // namespace baken
