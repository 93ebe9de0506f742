#include "service/pack_loading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "rules/pack/loader.h"
#include "service/config_check.h"
#include "tests/service/coffee_pack.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

namespace fs = std::filesystem;

// A copy of the coffee pack in a folder of the usual layout.
class PackLoadingTest : public ::testing::Test {
 protected:
  PackLoadingTest() : pack_(folder_.path() / "packs/coffee-demo/1.0.0") {
    fs::create_directories(pack_);
    fs::copy(fs::path(BAKEN_SOURCE_DIR) / kCoffeePackFolder, pack_, fs::copy_options::recursive);
    RenewManifest();
  }

  void RenewManifest() {
    const std::string manifest = MakeManifest(pack_);
    std::ofstream(pack_ / "MANIFEST.sha256") << manifest;
  }

  ConfigFile Config(const std::string& directory, const std::string& more = "",
                    const std::string& version = "1.0.0") const {
    return ConfigFile(folder_.Write(
        "config.txtpb", absl::StrCat("packs { directory: \"", directory, "\" pack_id: \"coffee-demo\" version: \"",
                                     version, "\" active: true }\n", more)));
  }

  TemporaryFolder folder_;
  fs::path pack_;
};

TEST_F(PackLoadingTest, TakesTheFolderOfAllPacksOrOfOneVersion) {
  for (const char* directory : {"packs", "packs/coffee-demo/1.0.0"}) {
    ConfigFile file = Config(directory);
    const ServedPacks served = LoadServedPacks(file);
    ASSERT_NE(served.packs, nullptr) << served.diagnostics << file.FormatErrors();
    EXPECT_EQ(served.packs->entries().front().pack->id(), "coffee-demo");
    EXPECT_TRUE(served.packs->entries().front().active);
  }
}

TEST_F(PackLoadingTest, OtherPackThanSaidIsAnErrorOfTheConfiguration) {
  ConfigFile file = Config("packs/coffee-demo/1.0.0", "", "1.0.1");
  EXPECT_EQ(LoadServedPacks(file).packs, nullptr);
  EXPECT_THAT(file.FormatErrors(), HasSubstr("packs[0].directory: holds pack coffee-demo 1.0.0"));
}

TEST_F(PackLoadingTest, ProblemsInThePackRefuseItWithFileLineAndColumn) {
  std::ofstream(pack_ / "findings/acute.txtpb", std::ios::app) << "nonsense: 1\n";
  RenewManifest();
  ConfigFile file = Config("packs");
  const ServedPacks served = LoadServedPacks(file);
  EXPECT_EQ(served.packs, nullptr);
  EXPECT_THAT(served.diagnostics, ::testing::ContainsRegex("/findings/acute.txtpb:[0-9]+:[0-9]+: error: "));
  EXPECT_TRUE(file.ok());
}

TEST_F(PackLoadingTest, ManifestThatDoesNotMatchRefusesIt) {
  std::ofstream(pack_ / "findings/acute.txtpb", std::ios::app) << "\n";
  ConfigFile file = Config("packs");
  const ServedPacks served = LoadServedPacks(file);
  EXPECT_EQ(served.packs, nullptr);
  EXPECT_THAT(served.diagnostics, HasSubstr("findings/acute.txtpb"));
}

TEST_F(PackLoadingTest, CaseThatFailsRefusesIt) {
  std::ofstream(pack_ / "cases/wrong.txtpb") << "id: \"wrong\" role: \"practitioner\" title: \"t\"\n"
                                                "request { evaluation_date: \"2026-11-25\" }\n"
                                                "expected { outcome: OUTCOME_ADVICE }\n";
  RenewManifest();
  ConfigFile file = Config("packs");
  const ServedPacks served = LoadServedPacks(file);
  EXPECT_EQ(served.packs, nullptr);
  EXPECT_THAT(served.diagnostics, HasSubstr("/cases/wrong.txtpb:1:1: error: case fails: "));
}

TEST_F(PackLoadingTest, EveryPackIsLookedAt) {
  ConfigFile file = Config("packs",
                           "packs { directory: \"a\" pack_id: \"x\" version: \"1.0.0\" active: true }\n"
                           "packs { directory: \"b\" pack_id: \"y\" version: \"1.0.0\" active: true }\n");
  const ServedPacks served = LoadServedPacks(file);
  EXPECT_EQ(served.packs, nullptr);
  EXPECT_THAT(served.diagnostics, AllOf(HasSubstr("a/x/1.0.0"), HasSubstr("b/y/1.0.0")));
}

TEST_F(PackLoadingTest, SiteProfileIsAppliedAfterThePackHasProvenItself) {
  // With six cups or more as heavy use some of the pack's own cases would come out otherwise.
  folder_.Write("site.txtpb",
                "id: 'region' version: '1.0.0' pack_id: 'coffee-demo' pack_versions: '1.0.0'\n"
                "parameters { parameter: 'HEAVY_CUPS' value: '10' }\n");
  ConfigFile file(folder_.Write("config.txtpb",
                                "packs { directory: 'packs' pack_id: 'coffee-demo' version: '1.0.0' active: true "
                                "site_profile_file: 'site.txtpb' }\n"));
  const ServedPacks served = LoadServedPacks(file);
  ASSERT_NE(served.packs, nullptr) << served.diagnostics;
  EXPECT_EQ(served.packs->entries().front().pack->site_profile().name, "region@1.0.0");
}

TEST_F(PackLoadingTest, SiteProfileThatDoesNotFitRefusesThePack) {
  folder_.Write("site.txtpb",
                "id: 'region' version: '1.0.0' pack_id: 'coffee-demo' pack_versions: '1.0.0'\n"
                "parameters { parameter: 'HEAVY_CUPS' value: '11' }\n");
  for (const char* name : {"site.txtpb", "absent.txtpb"}) {
    ConfigFile file(folder_.Write(
        "config.txtpb", absl::StrCat("packs { directory: 'packs' pack_id: 'coffee-demo' version: '1.0.0' active: true "
                                     "site_profile_file: '",
                                     name, "' }\n")));
    const ServedPacks served = LoadServedPacks(file);
    EXPECT_EQ(served.packs, nullptr) << name;
    EXPECT_THAT(served.diagnostics, HasSubstr(absl::StrCat((folder_.path() / name).string())));
  }
}

TEST_F(PackLoadingTest, RolesAreCheckedAgainstThePacks) {
  const std::string clients =
      "listener { plaintext_roles: \"employer\" plaintext_roles: \"dietician\" }\n"
      "clients { name: \"a\" roles: \"practitioner\" roles: \"dietician\" }\n"
      "clients { name: \"b\" roles: \"employer\" }\n"
      "clients { name: \"c\" roles: \"barista\" }\n"
      "clients { name: \"d\" roles: \"practitioner\" roles: \"employer\" }\n";
  ConfigFile file = Config("packs", clients);
  const ServedPacks served = LoadServedPacks(file);
  ASSERT_NE(served.packs, nullptr) << served.diagnostics;
  CheckRoles(file, *served.packs);
  const std::string path = file.path().string();
  EXPECT_EQ(file.FormatErrors(),
            absl::StrCat(path,
                         ":2:12: error: listener.plaintext_roles[0]: this role gets no answer about a person and must "
                         "stand alone in its entry\n",
                         path, ":5:21: error: clients[2].roles[0]: no pack that is served knows this role\n",  //
                         path,
                         ":6:43: error: clients[3].roles[1]: this role gets no answer about a person and must "
                         "stand alone in its entry\n"));
}

}  // namespace
}  // namespace baken
