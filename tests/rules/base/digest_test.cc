#include "rules/base/digest.h"

#include <cmath>
#include <limits>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "baken/v1/answers.pb.h"
#include "baken/v1/assessment.pb.h"
#include "google/protobuf/unknown_field_set.h"
#include "google/protobuf/wrappers.pb.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

std::string HexOf(const google::protobuf::Message& message) {
  return absl::BytesToHexString(CanonicalEncoding(message));
}

TEST(DigestTest, Sha256OfPublishedVectors) {
  // FIPS 180-4 examples.
  EXPECT_EQ(Sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(DigestTest, EncodesTheExampleOfTheReadme) {
  v1::Period period;
  period.set_count(2);
  period.set_unit(v1::PERIOD_UNIT_WEEK);
  EXPECT_EQ(HexOf(period),
            "00000001010000000000000002"
            "00000002010000000000000002");
  EXPECT_EQ(CanonicalDigest(period), Sha256Hex(CanonicalEncoding(period)));
}

TEST(DigestTest, LeavesOutDefaultsWithoutPresence) {
  v1::Period period;
  EXPECT_EQ(HexOf(period), "");
  period.set_count(-1);
  EXPECT_EQ(HexOf(period), "0000000101ffffffffffffffff");
}

TEST(DigestTest, WritesASetOneofMemberAlsoAtItsDefault) {
  v1::FactValue value;
  EXPECT_EQ(HexOf(value), "");
  value.set_boolean(false);
  EXPECT_EQ(HexOf(value), "00000001010000000000000000");
  value.set_integer(0);
  EXPECT_EQ(HexOf(value), "00000002010000000000000000");
  value.mutable_code_set();
  EXPECT_EQ(HexOf(value), "000000050500000000");
}

TEST(DigestTest, WritesASetOptionalAlsoAtItsDefault) {
  v1::FactReading reading;
  reading.set_highest(0);
  EXPECT_EQ(HexOf(reading), "00000004010000000000000000");
}

TEST(DigestTest, EncodesListsStringsAndMessages) {
  v1::FactValue value;
  v1::CodeSet& set = *value.mutable_code_set();
  set.add_codes("ab");
  set.add_codes("");
  set.set_completeness(v1::COMPLETENESS_PARTIAL);
  const std::string inner =
      "0000000183"
      "00000002"
      "000000026162"
      "00000000"
      "00000002010000000000000002";
  EXPECT_EQ(HexOf(value), absl::StrCat("0000000505", "00000020", inner));
}

TEST(DigestTest, EncodesDoublesByTheirBits) {
  v1::FactValue value;
  value.set_decimal(1.5);
  EXPECT_EQ(HexOf(value), "00000003023ff8000000000000");
  value.set_decimal(-0.0);
  EXPECT_EQ(HexOf(value), "00000003020000000000000000");
  value.set_decimal(-std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(HexOf(value), "00000003027ff8000000000000");
}

TEST(DigestTest, MinusZeroWithoutPresenceIsTheDefault) {
  google::protobuf::DoubleValue number;
  number.set_value(-0.0);
  EXPECT_EQ(HexOf(number), "");
  google::protobuf::FloatValue small;
  small.set_value(-0.0F);
  EXPECT_EQ(HexOf(small), "");
  small.set_value(0.5F);
  EXPECT_EQ(HexOf(small), "00000001023fe0000000000000");
}

TEST(DigestTest, EncodesBytesAndUnsignedNumbers) {
  google::protobuf::BytesValue bytes;
  bytes.set_value(std::string("\0\xff", 2));
  EXPECT_EQ(HexOf(bytes), "00000001040000000200ff");
  google::protobuf::UInt64Value number;
  number.set_value(std::numeric_limits<uint64_t>::max());
  EXPECT_EQ(HexOf(number), "0000000101ffffffffffffffff");
  google::protobuf::UInt32Value small;
  small.set_value(std::numeric_limits<uint32_t>::max());
  EXPECT_EQ(HexOf(small), "000000010100000000ffffffff");
}

TEST(DigestTest, IgnoresUnknownFields) {
  v1::Period period;
  period.set_count(2);
  const std::string before = CanonicalEncoding(period);
  period.GetReflection()->MutableUnknownFields(&period)->AddVarint(99, 7);
  EXPECT_EQ(CanonicalEncoding(period), before);
}

TEST(DigestTest, DifferentMessagesDiffer) {
  // Where the boundary between two strings lies must show.
  v1::CodeSet one;
  one.add_codes("ab");
  one.add_codes("c");
  v1::CodeSet two;
  two.add_codes("a");
  two.add_codes("bc");
  EXPECT_NE(CanonicalDigest(one), CanonicalDigest(two));
}

TEST(DigestDeathTest, RefusesMaps) {
  google::rpc::ErrorInfo info;
  (*info.mutable_metadata())["a"] = "b";
  EXPECT_DEATH(CanonicalEncoding(info), "check failed: !field.is_map");
}

}  // namespace
}  // namespace baken
