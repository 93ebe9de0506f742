#include "rules/pack/names.h"

#include <string>

#include "gtest/gtest.h"

namespace baken {
namespace {

TEST(NamesTest, Ids) {
  for (const char* id : {"a", "cups_2", "chest_pain"}) EXPECT_TRUE(IsId(id, false)) << id;
  for (const char* id : {"", "_a", "2a", "a-b", "a b", "\xc3\xa9", "aB"}) EXPECT_FALSE(IsId(id, false)) << id;
  EXPECT_TRUE(IsId("SDS_3", true));
  EXPECT_TRUE(IsId(std::string(64, 'a'), false));
  EXPECT_FALSE(IsId(std::string(65, 'a'), false));
  EXPECT_TRUE(IsPackId("cocaine-nl"));
  EXPECT_FALSE(IsPackId("cocaine_nl"));
}

TEST(NamesTest, ExactVersions) {
  for (const char* version : {"1.0.0", "0.12.999999"}) EXPECT_TRUE(IsExactVersion(version)) << version;
  for (const char* version : {"", "1", "1.0", "1.0.0.0", "1..0", "1.0.x", "1.0.1000000", "1.0.-1", " 1.0.0"}) {
    EXPECT_FALSE(IsExactVersion(version)) << version;
  }
}

}  // namespace
}  // namespace baken
