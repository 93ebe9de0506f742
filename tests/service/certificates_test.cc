#include "service/certificates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "absl/time/clock.h"
#include "tests/service/demo_certs.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

class CertificatesTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder;
    MakeDemoCerts(folder_->path(), "client");
  }
  static void TearDownTestSuite() { delete folder_; }

  static std::string Errors(const std::string& certificate, const std::string& key, const std::string& ca,
                            absl::Time now) {
    ConfigFile file(folder_->Write("config.txtpb", "tls { certificate_file: \"" + certificate +
                                                       "\" private_key_file: \"" + key + "\" client_ca_file: \"" + ca +
                                                       "\" }"));
    CheckCertificates(file, now);
    return file.FormatErrors();
  }

  static TemporaryFolder* folder_;
};
TemporaryFolder* CertificatesTest::folder_ = nullptr;

TEST_F(CertificatesTest, AcceptsAGoodSet) { EXPECT_EQ(Errors("server.pem", "server.key", "ca.pem", absl::Now()), ""); }

TEST_F(CertificatesTest, KnowsTheEndOfValidity) {
  const auto expiry = CertificateExpiry((folder_->path() / "server.pem").string());
  ASSERT_TRUE(expiry.ok());
  EXPECT_GT(*expiry, absl::Now() + absl::Hours(24));
  EXPECT_LT(*expiry, absl::Now() + absl::Hours(24 * 8));
  EXPECT_FALSE(CertificateExpiry((folder_->path() / "server.key").string()).ok());
  EXPECT_FALSE(CertificateExpiry((folder_->path() / "none").string()).ok());
}

TEST_F(CertificatesTest, RefusesExpiredAndNotYetValid) {
  const absl::Time expiry = CertificateExpiry((folder_->path() / "server.pem").string()).value();
  EXPECT_EQ(Errors("server.pem", "server.key", "ca.pem", expiry - absl::Seconds(1)), "");
  EXPECT_THAT(Errors("server.pem", "server.key", "ca.pem", expiry), HasSubstr("tls.certificate_file: has expired"));
  EXPECT_THAT(Errors("server.pem", "server.key", "ca.pem", absl::Now() - absl::Hours(24)),
              HasSubstr("tls.certificate_file: is not valid yet"));
}

TEST_F(CertificatesTest, RefusesAKeyOfAnotherCertificate) {
  EXPECT_THAT(Errors("server.pem", "client.key", "ca.pem", absl::Now()),
              HasSubstr("tls.private_key_file: is not the key of tls.certificate_file"));
}

TEST_F(CertificatesTest, RefusesFilesThatHoldSomethingElse) {
  folder_->Write("junk.pem", "junk");
  EXPECT_THAT(Errors("junk.pem", "server.key", "ca.pem", absl::Now()), HasSubstr("tls.certificate_file: holds no"));
  EXPECT_THAT(Errors("server.pem", "junk.pem", "ca.pem", absl::Now()), HasSubstr("tls.private_key_file: holds no"));
  EXPECT_THAT(Errors("server.pem", "server.key", "junk.pem", absl::Now()), HasSubstr("tls.client_ca_file: holds no"));
}

}  // namespace
}  // namespace baken
