#include "rules/pack/site_profile.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/pack/loader.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr char kPack[] = R"pb(
  facts {
    id: "cups"
    number { minimum: "0" maximum: "20" }
  }
  facts {
    id: "warmth"
    number { minimum: "30" maximum: "45" step: "0.1" }
  }
  parameters { id: "MANY" value: "6" minimum: "4" maximum: "10" }
  parameters { id: "WARM" value: "39" minimum: "38.5" maximum: "40" }
  parameters { id: "FIXED" value: "2" }
  findings {
    id: "MUCH"
    levels {
      id: "YES"
      kind: LEVEL_KIND_POSITIVE
      when: "cups >= MANY || warmth >= WARM || (cups >= MANY && cups >= FIXED)"
    }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  }
  referrals {
    id: "doctor"
    trigger { any_of { finding: "MUCH" } }
    urgency: URGENCY_U1
    due { count: 2 unit: PERIOD_UNIT_WEEK }
    earliest { count: 1 unit: PERIOD_UNIT_DAY }
    latest { count: 1 unit: PERIOD_UNIT_MONTH }
  }
  referrals {
    id: "today"
    trigger { any_of { finding: "MUCH" } }
    urgency: URGENCY_U1
    due { count: 0 unit: PERIOD_UNIT_DAY }
  }
  monitoring_prompts {
    id: "again"
    topic: "use"
    trigger { any_of { finding: "MUCH" } }
    due { count: 3 unit: PERIOD_UNIT_MONTH }
    earliest { count: 1 unit: PERIOD_UNIT_MONTH }
    latest { count: 1 unit: PERIOD_UNIT_YEAR }
  }
)pb";

constexpr char kHeader[] = "id: 'region' version: '1.2.0' pack_id: 'test' pack_versions: '1.0.0'\n";

class SiteProfileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    WritePack(CompleteDefinition(ParseTextProto<rules::v1::PackFile>(kPack)), folder_.path() / "pack");
  }

  LoadResult Load(const std::string& profile) {
    LoadOptions options;
    options.verify_manifest = false;
    options.site_profile_file = folder_.Write("site.txtpb", profile);
    return LoadPack(folder_.path() / "pack", options);
  }

  // With a header that fits.
  std::string Problems(const std::string& settings) {
    return FormatDiagnostics("p", Load(kHeader + settings).diagnostics);
  }

  TemporaryFolder folder_;
};

TEST_F(SiteProfileTest, SetsNumbersTimesAndContacts) {
  LoadResult result = Load(absl::StrCat(kHeader, R"pb(
    parameters { parameter: "MANY" value: "4" }
    parameters { parameter: "WARM" value: "38.5" }
    due_times {
      action: "referral.doctor"
      due { count: 4 unit: PERIOD_UNIT_WEEK }
    }
    due_times {
      action: "monitoring.again"
      due { count: 12 unit: PERIOD_UNIT_MONTH }
    }
    contacts {
      referral: "doctor"
      checked_date: "2026-11-25"
      texts { locale: "en" text: "Call the desk." }
    }
  )pb"));
  ASSERT_NE(result.pack, nullptr) << FormatDiagnostics("p", result.diagnostics);
  const LoadedPack& pack = *result.pack;
  EXPECT_EQ(pack.site_profile().name, "region@1.2.0");
  EXPECT_EQ(pack.site_profile().digest.size(), 64u);
  EXPECT_EQ(pack.definition().parameters(0).value(), "4");
  EXPECT_EQ(pack.definition().parameters(1).value(), "38.5");
  EXPECT_EQ(pack.definition().referrals(0).due().count(), 4);
  EXPECT_EQ(pack.definition().referrals(0).contact_checked_date(), "2026-11-25");
  EXPECT_EQ(pack.definition().monitoring_prompts(0).due().count(), 12);
  ASSERT_NE(pack.catalogue().Find("en", "referral.doctor.contact"), nullptr);
  EXPECT_EQ(*pack.catalogue().Find("en", "referral.doctor.contact"), "Call the desk.");
}

TEST_F(SiteProfileTest, WithoutOneNothingIsNamed) {
  LoadOptions options;
  options.verify_manifest = false;
  LoadResult result = LoadPack(folder_.path() / "pack", options);
  ASSERT_NE(result.pack, nullptr);
  EXPECT_EQ(result.pack->site_profile().name, "");
}

TEST_F(SiteProfileTest, RefusesAProfileForAnotherPackOrVersion) {
  EXPECT_THAT(
      FormatDiagnostics("p", Load("id: 'a' version: '1.0.0' pack_id: 'tea' pack_versions: '1.0.0'").diagnostics),
      HasSubstr("/site.txtpb:1:26: error: the profile is for pack 'tea', not test"));
  EXPECT_THAT(
      FormatDiagnostics("p", Load("id: 'a' version: '1.0.0' pack_id: 'test' pack_versions: '1.0.1'").diagnostics),
      HasSubstr("error: the profile was not made for version 1.0.0"));
  EXPECT_THAT(FormatDiagnostics("p", Load("id: 'A b' version: '1' pack_id: 'test' pack_versions: '1.0.0'").diagnostics),
              AllOf(HasSubstr("id must be"), HasSubstr("version must be"), HasSubstr("the profile sets nothing")));
  EXPECT_THAT(FormatDiagnostics("p", Load("nonsense: 1").diagnostics), HasSubstr("/site.txtpb:1:9: error: "));
}

TEST_F(SiteProfileTest, RefusesNumbersOutsideTheirBounds) {
  for (const char* value : {"3", "11", "4.5", "four", "", "1e1", "-4"}) {
    EXPECT_THAT(
        Problems(absl::StrCat("parameters { parameter: 'MANY' value: '", value, "' }")),
        HasSubstr("/site.txtpb:2:1: error: parameter 'MANY' must be a number in [4, 10] with at most 0 decimals"))
        << value;
  }
  for (const char* value : {"38.4", "40.1", "38.55"}) {
    EXPECT_THAT(Problems(absl::StrCat("parameters { parameter: 'WARM' value: '", value, "' }")),
                HasSubstr("must be a number in [38.5, 40] with at most 1 decimals"))
        << value;
  }
  EXPECT_EQ(Problems("parameters { parameter: 'MANY' value: '4' }"), "");
  EXPECT_EQ(Problems("parameters { parameter: 'MANY' value: '10' }"), "");
}

TEST_F(SiteProfileTest, RefusesTimesOutsideTheirBounds) {
  auto due = [](const std::string& action, const std::string& period) {
    return absl::StrCat("due_times { action: '", action, "' due { ", period, " } }");
  };
  const std::string outside = "/site.txtpb:2:1: error: action 'referral.doctor' must be due in [1 day, 1 month]";
  EXPECT_THAT(Problems(due("referral.doctor", "count: 0 unit: PERIOD_UNIT_DAY")), HasSubstr(outside));
  // From 1 February a month has 28 days.
  EXPECT_THAT(Problems(due("referral.doctor", "count: 29 unit: PERIOD_UNIT_DAY")), HasSubstr(outside));
  EXPECT_EQ(Problems(due("referral.doctor", "count: 28 unit: PERIOD_UNIT_DAY")), "");
  EXPECT_EQ(Problems(due("referral.doctor", "count: 1 unit: PERIOD_UNIT_DAY")), "");
  EXPECT_THAT(Problems(due("referral.doctor", "count: -1 unit: PERIOD_UNIT_DAY")), HasSubstr(outside));
  EXPECT_THAT(Problems(due("referral.doctor", "count: 3")), HasSubstr(outside));
  EXPECT_THAT(Problems(due("referral.today", "count: 1 unit: PERIOD_UNIT_DAY")), HasSubstr("has a fixed time"));
}

TEST_F(SiteProfileTest, NamesEverythingThatIsWrongAtOnce) {
  EXPECT_THAT(Problems(R"pb(
                parameters { parameter: "FIXED" value: "2" }
                parameters { parameter: "NONE" value: "2" }
                parameters { parameter: "MANY" value: "5" }
                parameters { parameter: "MANY" value: "6" }
                due_times { action: "referral.nobody" }
                due_times { action: "advice.x" }
                contacts { referral: "nobody" }
                contacts { referral: "doctor" }
                contacts { referral: "today" checked_date: "2026-11-25" }
              )pb"),
              AllOf(HasSubstr("'FIXED' is fixed"), HasSubstr("'NONE' is not in the pack"),
                    HasSubstr("'MANY' is set twice"), HasSubstr("'referral.nobody' is not in the pack"),
                    HasSubstr("must begin with 'referral.'"), HasSubstr("'nobody' is of no referral"),
                    HasSubstr("'doctor' needs checked_date"), HasSubstr("'today' has no text in 'en'")));
}

TEST_F(SiteProfileTest, ContactsAreOnePlainLine) {
  for (const std::string& text : {std::string("<b>call</b>"), std::string("{name}"), std::string(" call"),
                                  std::string("a\\nb"), std::string(201, 'x'), std::string()}) {
    EXPECT_THAT(Problems(absl::StrCat("contacts { referral: 'doctor' checked_date: '2026-11-25' texts { locale: 'en' "
                                      "text: '",
                                      text, "' } }")),
                HasSubstr("must be one plain line"))
        << text;
  }
}

// A number within its bounds may still make a rule that cannot work; that is found when the pack is checked with it.
TEST_F(SiteProfileTest, TheWholePackIsCheckedWithIt) {
  WritePack(CompleteDefinition(ParseTextProto<rules::v1::PackFile>(R"pb(
              facts {
                id: "cups"
                number { minimum: "0" maximum: "8" }
              }
              parameters { id: "MANY" value: "6" minimum: "4" maximum: "10" }
              findings {
                id: "MUCH"
                levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "cups >= MANY" }
                levels { id: "NO" kind: LEVEL_KIND_NONE }
              }
            )pb")),
            folder_.path() / "pack");
  EXPECT_EQ(Problems("parameters { parameter: 'MANY' value: '8' }"), "");
  EXPECT_NE(Problems("parameters { parameter: 'MANY' value: '9' }"), "");
}

TEST(SiteProfileExampleTest, FitsTheShippedPack) {
  const std::filesystem::path root = BAKEN_SOURCE_DIR;
  LoadOptions options;
  options.site_profile_file = root / "deploy/site_profile.example.txtpb";
  LoadResult result = LoadPack(root / "rules/packs/cocaine-nl/1.0.0", options);
  ASSERT_NE(result.pack, nullptr) << FormatDiagnostics("", result.diagnostics);
  EXPECT_EQ(result.pack->site_profile().name, "example-region@1.0.0");
}

}  // namespace
}  // namespace baken
