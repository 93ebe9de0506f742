#include "service/address.h"

#include <gtest/gtest.h>

namespace baken {
namespace {

TEST(AddressTest, ReadsNameIpv4AndBracketedIpv6) {
  EXPECT_EQ(ParseAddress("localhost:8443")->host, "localhost");
  EXPECT_EQ(ParseAddress("127.0.0.1:0")->port, 0);
  const auto six = ParseAddress("[::1]:65535");
  ASSERT_TRUE(six.has_value());
  EXPECT_EQ(six->host, "::1");
  EXPECT_EQ(six->port, 65535);
}

TEST(AddressTest, RefusesWhatIsNotHostAndPort) {
  for (const char* text : {"", ":1", "localhost", "localhost:", "localhost:x", "localhost:65536", "localhost:-1",
                           "localhost: 1", "::1:80", "[::1]", "[localhost]:1", "a:b:1"}) {
    EXPECT_FALSE(ParseAddress(text).has_value()) << text;
  }
}

TEST(AddressTest, KnowsLoopback) {
  for (const char* text : {"127.0.0.1:1", "127.9.8.7:1", "[::1]:1", "localhost:1"}) {
    EXPECT_TRUE(ParseAddress(text)->IsLoopback()) << text;
  }
  for (const char* text : {"0.0.0.0:1", "128.0.0.1:1", "[::]:1", "[::ffff:10.0.0.1]:1", "localhost.example:1"}) {
    EXPECT_FALSE(ParseAddress(text)->IsLoopback()) << text;
  }
}

}  // namespace
}  // namespace baken
