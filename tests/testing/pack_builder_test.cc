#include "tests/testing/pack_builder.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

using ::testing::HasSubstr;

TEST(PackBuilderTest, FillsInWhatATestLeavesOut) {
  auto pack = BuildPack(R"pb(
    facts {
      id: "a"
      boolean {}
    }
    findings {
      id: "f"
      levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "a" }
      levels { id: "NO" kind: LEVEL_KIND_NONE }
    }
  )pb");
  ASSERT_NE(pack, nullptr);
  EXPECT_EQ(pack->id(), "test");
  EXPECT_EQ(pack->definition().findings_size(), 2);
  ASSERT_NE(pack->catalogue().Find("en", "fact.a.label"), nullptr);
  EXPECT_EQ(*pack->catalogue().Find("en", "fact.a.label"), "text of fact.a.label");
}

TEST(PackBuilderTest, KeepsWhatATestWrites) {
  auto pack = BuildPack(R"pb(
    header { id: "other" version: "2.3.4" locales: "nl" locales: "en" }
    facts {
      id: "a"
      boolean {}
      basis { house_rule: true note: "mine" }
    }
  )pb");
  ASSERT_NE(pack, nullptr);
  EXPECT_EQ(pack->version(), "2.3.4");
  EXPECT_EQ(pack->definition().facts(0).basis().note(), "mine");
  EXPECT_NE(pack->catalogue().Find("nl", "pack.title"), nullptr);
}

TEST(PackBuilderTest, ReportsWhatIsWrongInTheRules) {
  LoadResult result = TryBuildPack(R"pb(
    findings {
      id: "f"
      levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "nobody_knows" }
      levels { id: "NO" kind: LEVEL_KIND_NONE }
    }
  )pb");
  EXPECT_EQ(result.pack, nullptr);
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].file, "all.txtpb");
  EXPECT_GT(result.diagnostics[0].line, 0);
  EXPECT_THAT(result.diagnostics[0].message, HasSubstr("nobody_knows"));
}

}  // namespace
}  // namespace baken
