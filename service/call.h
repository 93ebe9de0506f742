// What the service knows about one call, apart from its messages. Independent of gRPC, so that the tests of admission
// and decision need no server.
#ifndef BAKEN_SERVICE_CALL_H_
#define BAKEN_SERVICE_CALL_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace baken {

// Methods, for logs and metrics.
enum class Method { kAssess, kExplain, kNextQuestions, kDescribePack, kListPacks };
inline constexpr Method kMethods[] = {Method::kAssess, Method::kExplain, Method::kNextQuestions, Method::kDescribePack,
                                      Method::kListPacks};

// `Assess`, `DescribePack`, `ListPacks`.
absl::string_view MethodName(Method method);

// Metadata keys of a call.
inline constexpr char kRoleKey[] = "baken-role";
inline constexpr char kPurposeKey[] = "baken-purpose";
inline constexpr char kActorKey[] = "baken-actor";

// What a call brings along.
struct CallContext {
  // URIs in the subjectAltName of the verified client certificate; empty without one.
  std::vector<std::string> peer_uris = {};
  // Values of the metadata keys.
  std::vector<std::string> roles = {};
  std::vector<std::string> purposes = {};
  std::vector<std::string> actors = {};
  // When the caller stops waiting; infinite when it did not say.
  absl::Time deadline = absl::InfiniteFuture();
};

// Who calls, after admission.
struct Caller {
  std::string client;  // Name of the entry in the configuration.
  std::string role;    // Empty where the method needs none.
  absl::Time deadline;
};

// What is kept of a call in logs and metrics. Nothing about a person.
struct CallRecord {
  Method method = Method::kAssess;
  absl::StatusCode code = absl::StatusCode::kOk;
  std::string reason;
  absl::Duration duration;
  std::string client;
  std::string role;
  std::string pack_id;
  std::string pack_version;
};

}  // namespace baken

#endif  // BAKEN_SERVICE_CALL_H_
