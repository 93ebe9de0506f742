#include "service/config_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/base/digest.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

TEST(ConfigFileTest, SaysWhenTheFileCannotBeRead) {
  const TemporaryFolder folder;
  const ConfigFile file((folder.path() / "none.txtpb").string());
  EXPECT_FALSE(file.parsed());
  EXPECT_EQ(file.FormatErrors(), (folder.path() / "none.txtpb").string() + ": error: cannot be read\n");
}

TEST(ConfigFileTest, NamesEveryUnknownFieldWithItsPlace) {
  const TemporaryFolder folder;
  const std::string path =
      folder.Write("c.txtpb", "server_nam: \"a\"\nlistener {\n  adress: \"x\"\n  port_file: \"p\"\n}\n").string();
  const ConfigFile file(path);
  EXPECT_FALSE(file.ok());
  EXPECT_THAT(file.FormatErrors(),
              HasSubstr(path + ":1:11: error: Message type \"baken.service.v1.Config\" has no field "
                               "named \"server_nam\"."));
  EXPECT_THAT(file.FormatErrors(), HasSubstr(path + ":3:9: error: "));
  EXPECT_THAT(file.FormatErrors(), HasSubstr("\"adress\""));
}

TEST(ConfigFileTest, SyntaxErrorHasItsPlaceAndIsNotParsed) {
  const TemporaryFolder folder;
  const std::string path = folder.Write("c.txtpb", "server_name: \"a\"\nreflection = true\n").string();
  const ConfigFile file(path);
  EXPECT_FALSE(file.parsed());
  EXPECT_THAT(file.FormatErrors(), HasSubstr(path + ":2:12: error: "));
}

TEST(ConfigFileTest, PutsAnErrorWhereItsFieldStands) {
  const TemporaryFolder folder;
  const std::string path =
      folder.Write("c.txtpb", "clients { name: \"a\" }\nclients {\n  name: \"b\"\n  roles: \"x\"\n  roles: \"y\"\n}\n")
          .string();
  ConfigFile file(path);
  ASSERT_TRUE(file.parsed());
  file.AddError("clients[1].roles[1]", "second");
  file.AddError("clients[1].san_uri", "absent, so where its entry stands");
  file.AddError("clients[0].name", "first");
  file.AddError("server_name", "absent");
  EXPECT_EQ(file.FormatErrors(), path + ": error: server_name: absent\n" +                                            //
                                     path + ":1:11: error: clients[0].name: first\n" +                                //
                                     path + ":2:1: error: clients[1].san_uri: absent, so where its entry stands\n" +  //
                                     path + ":5:3: error: clients[1].roles[1]: second\n");
  EXPECT_TRUE(file.HasErrorIn("clients[1]"));
  EXPECT_FALSE(file.HasErrorIn("packs"));
}

TEST(ConfigFileTest, FillsDefaultsAndResolvesPathsAgainstItsFolder) {
  const TemporaryFolder folder;
  const std::string text =
      "listener { port_file: \"run/port\" }\n"
      "tls { certificate_file: \"tls/a.pem\" private_key_file: \"/etc/a.key\" client_ca_file: \"../ca.pem\" }\n"
      "packs { directory: \"packs\" }\n"
      "limits { default_deadline_ms: 50 }\n";
  const ConfigFile file(folder.Write("c.txtpb", text));
  ASSERT_TRUE(file.ok()) << file.FormatErrors();
  EXPECT_EQ(file.digest(), Sha256Hex(text));
  const service::v1::Config config = file.Effective();
  EXPECT_EQ(config.tls().certificate_file(), (folder.path() / "tls/a.pem").string());
  EXPECT_EQ(config.tls().private_key_file(), "/etc/a.key");
  EXPECT_EQ(config.tls().client_ca_file(), folder.path().parent_path() / "ca.pem");
  EXPECT_EQ(config.packs(0).directory(), (folder.path() / "packs").string());
  EXPECT_EQ(config.listener().port_file(), (folder.path() / "run/port").string());
  EXPECT_EQ(config.tls().refresh_seconds(), 60);
  EXPECT_EQ(config.time_zone(), "Europe/Amsterdam");
  EXPECT_EQ(config.limits().receive_bytes_max(), 262144);
  EXPECT_EQ(config.limits().send_bytes_max(), 1048576);
  EXPECT_EQ(config.limits().concurrent_streams_max(), 100);
  EXPECT_EQ(config.limits().default_deadline_ms(), 50);
  EXPECT_EQ(config.limits().shutdown_grace_ms(), 10000);
}

}  // namespace
}  // namespace baken
