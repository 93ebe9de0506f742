// All that a service needs, in a folder of its own: certificates, configuration, packs.
#ifndef BAKEN_TESTS_INTEGRATION_TEST_SITE_H_
#define BAKEN_TESTS_INTEGRATION_TEST_SITE_H_

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "baken/rules/v1/case.pb.h"
#include "baken/service/v1/config.pb.h"
#include "tests/integration/bakend_process.h"
#include "tests/integration/test_client.h"
#include "tests/testing/temporary_folder.h"

namespace baken {

// The pack that is shipped, for what a caller sees.
inline constexpr char kShippedPack[] = BAKEN_SOURCE_DIR "/rules/packs/cocaine-nl/1.0.0";

// A case of the shipped pack, by its id.
rules::v1::Case ShippedCase(const std::string& id);

// Each site has certificates of its own, for the clients `practice` (huisarts, poh_ggz), `bedrijfsarts`,
// `verslavingszorg`, `employer`, and `stranger`, who has a certificate but no entry. Not thread-safe.
class TestSite {
 public:
  TestSite();

  // To be changed before Start.
  service::v1::Config& config() { return config_; }
  const std::filesystem::path& path() const { return folder_.path(); }
  const std::filesystem::path& certificates() const { return certificates_; }

  // Writes the configuration and returns its path.
  std::filesystem::path WriteConfig() const;

  // Starts a service with this configuration, without waiting.
  std::unique_ptr<BakendProcess> Launch(std::vector<std::string> environment = {});
  // Starts a service and waits until it serves; ends the test program when it does not. The port is then `port`.
  // Another program gets `arguments` and the configuration, and must write the port as bakend does.
  std::unique_ptr<BakendProcess> Start(const std::string& program = kBakend, std::vector<std::string> arguments = {});
  int port() const { return port_; }

  // A caller with the certificate of `client`, on a connection of its own.
  TestClient Client(const std::string& client) const { return TestClient(port_, certificates_, client); }

 private:
  TemporaryFolder folder_;
  std::filesystem::path certificates_;
  service::v1::Config config_;
  int port_ = 0;
};

}  // namespace baken

#endif  // BAKEN_TESTS_INTEGRATION_TEST_SITE_H_
