#include "service/config_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "absl/strings/str_split.h"
#include "google/protobuf/text_format.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using service::v1::Config;
using ::testing::HasSubstr;

// A configuration with nothing wrong in it; each test spoils one thing.
Config GoodConfig(const TemporaryFolder& folder) {
  Config config;
  config.set_server_name("test-1");
  config.mutable_listener()->set_address("127.0.0.1:0");
  config.mutable_tls()->set_certificate_file(folder.Write("server.pem", "-").string());
  config.mutable_tls()->set_private_key_file(folder.Write("server.key", "-").string());
  config.mutable_tls()->set_client_ca_file(folder.Write("ca.pem", "-").string());
  auto& client = *config.add_clients();
  client.set_name("practice");
  client.set_san_uri("spiffe://example/practice");
  client.add_roles("gp");
  auto& pack = *config.add_packs();
  pack.set_directory("packs");
  pack.set_pack_id("coffee-demo");
  pack.set_version("1.0.0");
  pack.set_active(true);
  config.set_allow_unsigned_packs(true);
  return config;
}

std::string ErrorsOf(const TemporaryFolder& folder, const Config& config) {
  std::string text;
  google::protobuf::TextFormat::PrintToString(config, &text);
  ConfigFile file(folder.Write("config.txtpb", text));
  EXPECT_TRUE(file.ok()) << file.FormatErrors();
  CheckConfig(file);
  return file.FormatErrors();
}

void MakePlaintext(Config& config) {
  config.clear_tls();
  config.clear_clients();
  config.mutable_listener()->set_plaintext(true);
  config.mutable_listener()->add_plaintext_roles("gp");
}

TEST(ConfigCheckTest, AcceptsGoodConfigurations) {
  const TemporaryFolder folder;
  Config config = GoodConfig(folder);
  EXPECT_EQ(ErrorsOf(folder, config), "");
  MakePlaintext(config);
  EXPECT_EQ(ErrorsOf(folder, config), "");
}

// One thing wrong, and what is said of it.
struct BadCase {
  const char* name;
  std::function<void(Config&)> spoil;
  const char* error;
};

class BadConfigTest : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadConfigTest, IsNamedWithItsField) {
  const TemporaryFolder folder;
  Config config = GoodConfig(folder);
  GetParam().spoil(config);
  const std::string errors = ErrorsOf(folder, config);
  EXPECT_THAT(errors, HasSubstr(std::string("error: ") + GetParam().error));
  EXPECT_EQ(std::count(errors.begin(), errors.end(), '\n'), 1) << errors;
}

INSTANTIATE_TEST_SUITE_P(
    All, BadConfigTest,
    ::testing::Values(
        BadCase{"ServerNameAbsent", [](Config& c) { c.clear_server_name(); }, "server_name: required"},
        BadCase{"ServerNameForm", [](Config& c) { c.set_server_name("Praktijk Jansen"); }, "server_name: required"},
        BadCase{"AddressForm", [](Config& c) { c.mutable_listener()->set_address("127.0.0.1"); },
                "listener.address: required"},
        BadCase{"RolesWithoutPlaintext", [](Config& c) { c.mutable_listener()->add_plaintext_roles("gp"); },
                "listener.plaintext_roles[0]: allowed on a plaintext listener only"},
        BadCase{"PlaintextWithoutRoles",
                [](Config& c) {
                  MakePlaintext(c);
                  c.mutable_listener()->clear_plaintext_roles();
                },
                "listener.plaintext_roles: required"},
        BadCase{"PlaintextWithTls",
                [](Config& c) {
                  const auto tls = c.tls();
                  MakePlaintext(c);
                  *c.mutable_tls() = tls;
                },
                "listener.plaintext: excludes tls"},
        BadCase{"TlsAbsent", [](Config& c) { c.clear_tls(); }, "tls: required"},
        BadCase{"KeyAbsent", [](Config& c) { c.mutable_tls()->clear_private_key_file(); },
                "tls.private_key_file: required"},
        BadCase{"CaNotThere", [](Config& c) { c.mutable_tls()->set_client_ca_file("none.pem"); },
                "tls.client_ca_file: cannot be read: /"},
        BadCase{"RefreshTooLong", [](Config& c) { c.mutable_tls()->set_refresh_seconds(86401); },
                "tls.refresh_seconds: must be in [1, 86400]"},
        BadCase{"NoClients", [](Config& c) { c.clear_clients(); }, "clients: at least one"},
        BadCase{"ClientName", [](Config& c) { c.mutable_clients(0)->set_name("A"); }, "clients[0].name: required"},
        BadCase{"ClientNameTwice",
                [](Config& c) {
                  *c.add_clients() = c.clients(0);
                  c.mutable_clients(1)->set_san_uri("spiffe://example/other");
                },
                "clients[1].name: another entry has this name"},
        BadCase{"SanUriForm", [](Config& c) { c.mutable_clients(0)->set_san_uri("practice"); },
                "clients[0].san_uri: required, a URI"},
        BadCase{"SanUriTwice",
                [](Config& c) {
                  *c.add_clients() = c.clients(0);
                  c.mutable_clients(1)->set_name("other");
                },
                "clients[1].san_uri: another entry has this URI"},
        BadCase{"NoRoles", [](Config& c) { c.mutable_clients(0)->clear_roles(); }, "clients[0].roles: at least one"},
        BadCase{"RoleTwice", [](Config& c) { c.mutable_clients(0)->add_roles("gp"); },
                "clients[0].roles[1]: given twice"},
        BadCase{"NoPacks", [](Config& c) { c.clear_packs(); }, "packs: at least one"},
        BadCase{"PackDirectory", [](Config& c) { c.mutable_packs(0)->clear_directory(); },
                "packs[0].directory: required"},
        BadCase{"PackId", [](Config& c) { c.mutable_packs(0)->set_pack_id("../x"); }, "packs[0].pack_id: required"},
        BadCase{"PackVersion", [](Config& c) { c.mutable_packs(0)->set_version("1.0"); }, "packs[0].version: required"},
        BadCase{"PackVersionWord", [](Config& c) { c.mutable_packs(0)->set_version("1.0.x"); },
                "packs[0].version: required"},
        BadCase{"NoneActive", [](Config& c) { c.mutable_packs(0)->set_active(false); },
                "packs[0].active: one version of each pack must be active"},
        BadCase{"TwoActive",
                [](Config& c) {
                  *c.add_packs() = c.packs(0);
                  c.mutable_packs(1)->set_version("1.1.0");
                },
                "packs[1].active: another version of this pack is active"},
        BadCase{"PackTwice",
                [](Config& c) {
                  *c.add_packs() = c.packs(0);
                  c.mutable_packs(1)->set_active(false);
                },
                "packs[1]: this pack and version is given twice"},
        BadCase{"UnsignedNotAllowed", [](Config& c) { c.set_allow_unsigned_packs(false); },
                "allow_unsigned_packs: required"},
        BadCase{"UnsignedOffLoopback", [](Config& c) { c.mutable_listener()->set_address("0.0.0.0:1"); },
                "allow_unsigned_packs: allowed on a loopback listener only"},
        BadCase{"TimeZone", [](Config& c) { c.set_time_zone("Europe/Nowhere"); }, "time_zone: cannot be loaded"},
        BadCase{"MetricsForm", [](Config& c) { c.set_metrics_address("9090"); },
                "metrics_address: must be of the form"},
        BadCase{"MetricsOffLoopback", [](Config& c) { c.set_metrics_address("0.0.0.0:9090"); },
                "metrics_address: must be a loopback address"},
        BadCase{"ReceiveTooSmall", [](Config& c) { c.mutable_limits()->set_receive_bytes_max(1023); },
                "limits.receive_bytes_max: must be in [1024, 16777216]"},
        BadCase{"SendNegative", [](Config& c) { c.mutable_limits()->set_send_bytes_max(-1); },
                "limits.send_bytes_max: must be in"},
        BadCase{"Streams", [](Config& c) { c.mutable_limits()->set_concurrent_streams_max(10001); },
                "limits.concurrent_streams_max: must be in [1, 10000]"},
        BadCase{"Deadline", [](Config& c) { c.mutable_limits()->set_default_deadline_ms(9); },
                "limits.default_deadline_ms: must be in [10, 60000]"},
        BadCase{"Grace", [](Config& c) { c.mutable_limits()->set_shutdown_grace_ms(600001); },
                "limits.shutdown_grace_ms: must be in [1, 600000]"},
        BadCase{"Drain", [](Config& c) { c.mutable_limits()->set_drain_delay_ms(-1); },
                "limits.drain_delay_ms: must be in [0, 600000]"}),
    [](const auto& test) { return test.param.name; });

TEST(ConfigCheckTest, PlaintextOffLoopbackIsRefused) {
  const TemporaryFolder folder;
  Config config = GoodConfig(folder);
  MakePlaintext(config);
  config.mutable_listener()->set_address("0.0.0.0:1");
  EXPECT_THAT(ErrorsOf(folder, config), HasSubstr("listener.plaintext: allowed on a loopback address only"));
}

TEST(ConfigCheckTest, ExampleLacksNothingButItsCertificates) {
  ConfigFile file(std::string(BAKEN_SOURCE_DIR) + "/deploy/bakend.example.txtpb");
  ASSERT_TRUE(file.ok()) << file.FormatErrors();
  CheckConfig(file);
  for (absl::string_view error : absl::StrSplit(file.FormatErrors(), '\n', absl::SkipEmpty())) {
    EXPECT_THAT(std::string(error), ::testing::ContainsRegex("error: tls\\.[a-z_]+: cannot be read: /etc/baken/tls/"));
  }
}

TEST(ConfigCheckTest, NamesAllErrorsAtOnce) {
  const TemporaryFolder folder;
  Config config;
  config.mutable_limits()->set_drain_delay_ms(-1);
  config.set_metrics_address("x");
  const std::string errors = ErrorsOf(folder, config);
  for (const char* field : {"server_name", "listener.address", "tls", "clients", "packs", "allow_unsigned_packs",
                            "metrics_address", "limits.drain_delay_ms"}) {
    EXPECT_THAT(errors, HasSubstr(std::string("error: ") + field + ": ")) << errors;
  }
}

}  // namespace
}  // namespace baken
