#include "tests/integration/test_site.h"

#include <iostream>
#include <utility>

#include "absl/strings/numbers.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "rules/base/check.h"
#include "tests/service/demo_certs.h"

namespace baken {
namespace {

void AddClient(const std::string& name, std::vector<std::string> roles, service::v1::Config& config) {
  service::v1::ClientEntitlement& client = *config.add_clients();
  client.set_name(name);
  client.set_san_uri("spiffe://demo.baken.example/" + name);
  client.mutable_roles()->Add(roles.begin(), roles.end());
}

}  // namespace

rules::v1::Case ShippedCase(const std::string& id) {
  rules::v1::Case shipped;
  const std::string text = ReadFile(std::string(kShippedPack) + "/cases/" + id + ".txtpb");
  BAKEN_CHECK(google::protobuf::TextFormat::ParseFromString(text, &shipped));
  return shipped;
}

TestSite::TestSite() : certificates_(folder_.path() / "tls") {
  MakeDemoCerts(certificates_, "practice bedrijfsarts verslavingszorg employer stranger");
  config_.set_server_name("test-1");
  config_.mutable_listener()->set_address("127.0.0.1:0");
  config_.mutable_listener()->set_port_file("port");
  config_.mutable_tls()->set_certificate_file("tls/server.pem");
  config_.mutable_tls()->set_private_key_file("tls/server.key");
  config_.mutable_tls()->set_client_ca_file("tls/ca.pem");
  AddClient("practice", {"huisarts", "poh_ggz"}, config_);
  AddClient("bedrijfsarts", {"bedrijfsarts"}, config_);
  AddClient("verslavingszorg", {"verslavingszorg"}, config_);
  AddClient("employer", {"employer"}, config_);
  service::v1::PackSource& pack = *config_.add_packs();
  pack.set_directory(kShippedPack);
  pack.set_pack_id("cocaine-nl");
  pack.set_version("1.0.0");
  pack.set_active(true);
  config_.set_allow_unsigned_packs(true);
}

std::filesystem::path TestSite::WriteConfig() const {
  std::string text;
  google::protobuf::TextFormat::PrintToString(config_, &text);
  return folder_.Write("bakend.txtpb", text);
}

std::unique_ptr<BakendProcess> TestSite::Launch(std::vector<std::string> environment) {
  std::filesystem::remove(folder_.path() / "port");
  return std::make_unique<BakendProcess>(std::vector<std::string>{"--config", WriteConfig().string()},
                                         folder_.path() / "bakend.log", std::move(environment));
}

std::unique_ptr<BakendProcess> TestSite::Start(const std::string& program, std::vector<std::string> arguments) {
  const std::filesystem::path port_file = folder_.path() / "port";
  std::filesystem::remove(port_file);
  arguments.insert(arguments.end(), {"--config", WriteConfig().string()});
  auto process = std::make_unique<BakendProcess>(std::move(arguments), folder_.path() / "bakend.log",
                                                 std::vector<std::string>(), program);
  // The limit is for a machine under load, not a measure.
  for (int tries = 0; tries < 6000 && !std::filesystem::exists(port_file) && process->running(); ++tries) Pause();
  const bool serves = std::filesystem::exists(port_file) && absl::SimpleAtoi(ReadFile(port_file), &port_);
  if (!serves) std::cerr << process->Output();
  BAKEN_CHECK(serves);
  return process;
}

}  // namespace baken
