#include "service/certificates.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>
#include <memory>

#include "absl/status/status.h"

namespace baken {
namespace {

struct Deleter {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using BioPtr = std::unique_ptr<BIO, Deleter>;
using X509Ptr = std::unique_ptr<X509, Deleter>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Deleter>;

X509Ptr ReadCertificate(const std::string& path) {
  const BioPtr bio(BIO_new_file(path.c_str(), "r"));
  X509Ptr certificate(bio == nullptr ? nullptr : PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
  ERR_clear_error();
  return certificate;
}

KeyPtr ReadKey(const std::string& path) {
  const BioPtr bio(BIO_new_file(path.c_str(), "r"));
  // An empty password instead of none: OpenSSL would otherwise ask for one on the terminal.
  char no_password[] = "";
  KeyPtr key(bio == nullptr ? nullptr : PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, no_password));
  ERR_clear_error();
  return key;
}

bool IsAfter(const ASN1_TIME* limit, absl::Time now) {
  std::time_t seconds = absl::ToTimeT(now);
  return X509_cmp_time(limit, &seconds) > 0;
}

void CheckPair(ConfigFile& file, const X509& certificate, absl::Time now) {
  const KeyPtr key = ReadKey(file.Resolve(file.config().tls().private_key_file()));
  if (key == nullptr) {
    file.AddError("tls.private_key_file", "holds no private key in PEM form without password");
  } else if (X509_check_private_key(&certificate, key.get()) != 1) {
    file.AddError("tls.private_key_file", "is not the key of tls.certificate_file");
  }
  ERR_clear_error();
  if (!IsAfter(X509_get0_notAfter(&certificate), now)) file.AddError("tls.certificate_file", "has expired");
  if (IsAfter(X509_get0_notBefore(&certificate), now)) file.AddError("tls.certificate_file", "is not valid yet");
}

}  // namespace

absl::StatusOr<absl::Time> CertificateExpiry(const std::string& path) {
  const X509Ptr certificate = ReadCertificate(path);
  std::tm fields{};
  if (certificate == nullptr || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &fields) != 1) {
    return absl::FailedPreconditionError("no certificate in PEM form");
  }
  return absl::FromTM(fields, absl::UTCTimeZone());
}

void CheckCertificates(ConfigFile& file, absl::Time now) {
  if (!file.config().has_tls() || file.HasErrorIn("tls")) return;
  const service::v1::Tls tls = file.config().tls();
  if (ReadCertificate(file.Resolve(tls.client_ca_file())) == nullptr) {
    file.AddError("tls.client_ca_file", "holds no certificate in PEM form");
  }
  const X509Ptr certificate = ReadCertificate(file.Resolve(tls.certificate_file()));
  if (certificate == nullptr) {
    file.AddError("tls.certificate_file", "holds no certificate in PEM form");
  } else {
    CheckPair(file, *certificate, now);
  }
}

}  // namespace baken
