// Certificates that are replaced while the service runs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "absl/time/clock.h"
#include "tests/integration/test_site.h"
#include "tests/service/demo_certs.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

namespace fs = std::filesystem;

// Makes `link` point to `target` in one step, as a site does it.
void PointTo(const fs::path& link, const fs::path& target) {
  const fs::path draft = link.string() + ".new";
  fs::create_directory_symlink(target, draft);
  fs::rename(draft, link);
}

TEST(CertificateReloadTest, NewConnectionsSeeTheNewCertificateAndOldOnesGoOn) {
  TestSite site;
  // A second certificate and key of the same authority.
  const fs::path renewed = site.path() / "renewed";
  fs::create_directory(renewed);
  for (const char* file : {"ca.pem", "ca.key"}) fs::copy(site.certificates() / file, renewed / file);
  MakeDemoCerts(renewed, "practice");
  const fs::path current = site.path() / "current";
  PointTo(current, site.certificates());
  site.config().mutable_tls()->set_certificate_file("current/server.pem");
  site.config().mutable_tls()->set_private_key_file("current/server.key");
  site.config().mutable_tls()->set_refresh_seconds(1);
  const auto process = site.Start();

  const TestClient before = site.Client("practice");
  ASSERT_THAT(before.ServerCertificate(), IsOkAndHolds(ReadFile(site.certificates() / "server.pem")));
  PointTo(current, renewed);
  const std::string expected = ReadFile(renewed / "server.pem");
  std::string shown;
  for (int tries = 0; tries < 600 && shown != expected; ++tries) {
    absl::SleepFor(absl::Milliseconds(100));
    const auto certificate = site.Client("practice").ServerCertificate();
    ASSERT_THAT(certificate, IsOk());  // No connection fails on the way.
    shown = *certificate;
  }
  EXPECT_EQ(shown, expected);
  EXPECT_THAT(before.ListPacks(), IsOk());
}

}  // namespace
}  // namespace baken
