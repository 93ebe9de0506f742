// Whether a call may go on, and as whom: deadline, metadata, certificate, role. Default: no.
// Not its job: which views a role may ask for (rules/decision).
#ifndef BAKEN_SERVICE_ADMISSION_H_
#define BAKEN_SERVICE_ADMISSION_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "baken/service/v1/config.pb.h"
#include "service/call.h"
#include "service/clock.h"

namespace baken {

// Thread-safe: const after construction.
class Admission {
 public:
  // `config` has its defaults filled in. `clock` must outlive this object.
  Admission(const service::v1::Config& config, const Clock& clock);

  // Fills `record` with what becomes known on the way, also when the call is refused. Errors, in this order:
  // DEADLINE_EXCEEDED (DEADLINE_TOO_SHORT) when less than kCallBudget is left;
  // PERMISSION_DENIED (CLIENT_UNKNOWN) when no entry, or more than one, has a URI of the certificate;
  // INVALID_ARGUMENT (INVALID_METADATA) for metadata that is given twice, too long or not printable ASCII;
  // PERMISSION_DENIED (ROLE_REQUIRED) when `method` needs a role, the entry has several and the call names none;
  // PERMISSION_DENIED (ROLE_NOT_ENTITLED) when the call names a role that the entry has not.
  absl::StatusOr<Caller> Admit(const CallContext& context, CallRecord& record) const;

  // DEADLINE_EXCEEDED (DEADLINE_PASSED) when the caller has stopped waiting by now.
  absl::Status CheckStillWaiting(const Caller& caller) const;

 private:
  struct Client {
    std::string name;
    std::vector<std::string> roles;
  };

  absl::StatusOr<absl::Time> EffectiveDeadline(const CallContext& context) const;
  absl::StatusOr<const Client*> Identify(const CallContext& context) const;

  const Clock& clock_;
  absl::Duration default_deadline_;
  std::vector<Client> clients_;
  absl::flat_hash_map<std::string, size_t> client_by_uri_;
  bool plaintext_;  // Every caller is then clients_[0].
};

// What an assessment and its way back take at least. A call with less left gets its refusal at once instead of an
// answer that nobody waits for.
inline constexpr absl::Duration kCallBudget = absl::Milliseconds(1);

}  // namespace baken

#endif  // BAKEN_SERVICE_ADMISSION_H_
