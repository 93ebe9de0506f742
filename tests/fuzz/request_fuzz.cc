// Any bytes as a request, read as JSON, else as protobuf: Decide() answers or refuses with a reason, never crashes,
// gives the same twice, and a refusal repeats nothing that was sent.
#include <cstdint>
#include <string>

#include "absl/strings/match.h"
#include "google/protobuf/util/json_util.h"
#include "rules/base/check.h"
#include "rules/base/error_details.h"
#include "rules/decision/decision.h"
#include "tests/testing/pack_builder.h"

namespace baken {
namespace {

// A request that holds this word in some value must not get it back.
constexpr char kMarker[] = "XYZZY";

const LoadedPack& CoffeePack() {
  static const auto* const pack =
      new std::shared_ptr<const LoadedPack>(LoadPackOfTree("tests/testdata/packs/coffee-demo/1.0.0"));
  BAKEN_CHECK(*pack != nullptr);
  return **pack;
}

bool ReadRequest(const std::string& bytes, v1::AssessRequest& request) {
  if (google::protobuf::util::JsonStringToMessage(bytes, &request).ok()) return true;
  request.Clear();
  return request.ParseFromString(bytes);
}

void CheckRefusal(const absl::Status& status) {
  BAKEN_CHECK(status.code() == absl::StatusCode::kInvalidArgument ||
              status.code() == absl::StatusCode::kPermissionDenied);
  BAKEN_CHECK(GetErrorInfo(status).has_value());
  BAKEN_CHECK(!absl::StrContains(status.message(), kMarker));
  const auto details = GetBadRequest(status);
  if (status.code() == absl::StatusCode::kInvalidArgument) BAKEN_CHECK(details.has_value());
  if (!details.has_value()) return;
  BAKEN_CHECK(details->field_violations_size() >= 1 && details->field_violations_size() <= 33);
  BAKEN_CHECK(!absl::StrContains(details->DebugString(), kMarker));
}

void CheckRole(const v1::AssessRequest& request, const char* role) {
  const absl::CivilDay today(2026, 3, 31);
  const absl::StatusOr<Decision> one = Decide(CoffeePack(), request, role, today);
  if (!one.ok()) return CheckRefusal(one.status());
  const absl::StatusOr<Decision> two = Decide(CoffeePack(), request, role, today);
  BAKEN_CHECK(two.ok());
  BAKEN_CHECK(one->assessment.SerializeAsString() == two->assessment.SerializeAsString());
  BAKEN_CHECK(DecisionDigest(one->assessment) == DecisionDigest(two->assessment));
  BAKEN_CHECK(one->assessment.outcome() != v1::OUTCOME_UNSPECIFIED);
  BAKEN_CHECK(!absl::StrContains(one->assessment.SerializeAsString(), kMarker));
}

}  // namespace
}  // namespace baken

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  baken::v1::AssessRequest request;
  if (!baken::ReadRequest(std::string(reinterpret_cast<const char*>(data), size), request)) return 0;
  for (const char* role : {"practitioner", "employer", "nobody"}) baken::CheckRole(request, role);
  return 0;
}
