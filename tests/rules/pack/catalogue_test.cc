#include "rules/pack/catalogue.h"

#include "gtest/gtest.h"

namespace baken {
namespace {

TEST(CatalogueTest, TakesTheLongestPrefixThatHasTexts) {
  Catalogue catalogue;
  catalogue.AddLocale("nl", {{"a", "aap"}});
  catalogue.AddLocale("en", {{"a", "ape"}});
  catalogue.AddLocale("nl-BE", {{"a", "aapje"}});
  EXPECT_EQ(catalogue.Resolve(""), "nl");
  EXPECT_EQ(catalogue.Resolve("nl-NL"), "nl");
  EXPECT_EQ(catalogue.Resolve("NL-be"), "nl-BE");
  EXPECT_EQ(catalogue.Resolve("en-GB-oed"), "en");
  EXPECT_EQ(catalogue.Resolve("fr"), std::nullopt);
  EXPECT_EQ(catalogue.Resolve("nlx"), std::nullopt);
  EXPECT_EQ(*catalogue.Find("en", "a"), "ape");
  EXPECT_EQ(catalogue.Find("en", "b"), nullptr);
  EXPECT_EQ(catalogue.Find("fr", "a"), nullptr);
}

}  // namespace
}  // namespace baken
