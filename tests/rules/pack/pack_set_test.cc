#include "rules/pack/pack_set.h"

#include "gtest/gtest.h"
#include "rules/base/error_details.h"
#include "tests/testing/pack_builder.h"

namespace baken {
namespace {

PackSet::Entry Make(const std::string& id, const std::string& version, bool active = false) {
  return {BuildPack("header { id: '" + id + "' version: '" + version + "' }"), active};
}

class PackSetTest : public ::testing::Test {
 protected:
  PackSet set_{{Make("one", "1.2.0", true), Make("one", "1.10.0"), Make("one", "2.0.0"), Make("two", "1.0.0", true)}};

  std::string Find(const std::string& id, const std::string& version) {
    v1::PackSelector selector;
    selector.set_pack_id(id);
    selector.set_version(version);
    auto found = set_.Find(selector);
    if (found.ok()) return (*found)->id() + "@" + (*found)->version();
    return GetErrorInfo(found.status())->reason();
  }
};

TEST_F(PackSetTest, PicksActiveNewestOrPinned) {
  EXPECT_EQ(Find("", ""), "one@1.2.0");
  EXPECT_EQ(Find("one", ""), "one@1.2.0");
  EXPECT_EQ(Find("one", "1"), "one@1.10.0");
  EXPECT_EQ(Find("one", "1.2"), "one@1.2.0");
  EXPECT_EQ(Find("one", "2.0.0"), "one@2.0.0");
  EXPECT_EQ(Find("two", ""), "two@1.0.0");
  EXPECT_EQ(Find("", "2"), "one@2.0.0");
}

TEST_F(PackSetTest, SaysWhatIsNotThere) {
  EXPECT_EQ(Find("three", ""), "PACK_NOT_FOUND");
  EXPECT_EQ(Find("one", "3"), "VERSION_NOT_FOUND");
  EXPECT_EQ(Find("one", "1.2.1"), "VERSION_NOT_FOUND");
  for (const char* bad : {"latest", "1.", ".1", "1.2.3.4", "-1", "1.x", "99999999"}) {
    EXPECT_EQ(Find("one", bad), "INVALID_REQUEST") << bad;
  }
}

TEST_F(PackSetTest, ListsByIdNewestFirst) {
  v1::ListPacksResponse list = set_.List();
  ASSERT_EQ(list.packs_size(), 4);
  EXPECT_EQ(list.packs(0).pack().version(), "2.0.0");
  EXPECT_EQ(list.packs(1).pack().version(), "1.10.0");
  EXPECT_TRUE(list.packs(2).active());
  EXPECT_EQ(list.packs(3).pack().pack_id(), "two");
}

}  // namespace
}  // namespace baken
