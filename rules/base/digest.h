// SHA-256 and the canonical encoding of messages (documented in rules/base/README.md). Protobuf's own bytes are not
// canonical across implementations; this encoding is, and can be rebuilt from its description alone.
#ifndef BAKEN_RULES_BASE_DIGEST_H_
#define BAKEN_RULES_BASE_DIGEST_H_

#include <string>

#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"

namespace baken {

// SHA-256 as 64 lower-case hexadecimal digits.
std::string Sha256Hex(absl::string_view bytes);

// Canonical bytes of a message. Unknown fields are left out. Maps are refused by a check (the contract has none).
std::string CanonicalEncoding(const google::protobuf::Message& message);

// Sha256Hex(CanonicalEncoding(message)).
std::string CanonicalDigest(const google::protobuf::Message& message);

}  // namespace baken

#endif  // BAKEN_RULES_BASE_DIGEST_H_
