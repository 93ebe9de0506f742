// The certificate files of the server: are they usable, and how long still.
// Not its job: the handshake (gRPC), who a caller is (service/admission.h).
#ifndef BAKEN_SERVICE_CERTIFICATES_H_
#define BAKEN_SERVICE_CERTIFICATES_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/config_file.h"

namespace baken {

// End of validity of the first certificate in a PEM file. FAILED_PRECONDITION when there is none that can be read.
absl::StatusOr<absl::Time> CertificateExpiry(const std::string& path);

// Checks that certificate, private key and authorities can be read, that key and certificate belong together and that
// the certificate is valid at `now`. Adds errors to `file`. gRPC itself would start with any of these wrong, and then
// refuse every connection.
void CheckCertificates(ConfigFile& file, absl::Time now);

}  // namespace baken

#endif  // BAKEN_SERVICE_CERTIFICATES_H_
