// Matchers for protobuf messages.
//   EXPECT_THAT(period, EqualsProto<v1::Period>("count: 2 unit: PERIOD_UNIT_WEEK"));
//   EXPECT_THAT(answer, EqualsProto(expected));
// A mismatch prints the fields that differ.
#ifndef BAKEN_TESTS_TESTING_PROTO_MATCHERS_H_
#define BAKEN_TESTS_TESTING_PROTO_MATCHERS_H_

#include <memory>
#include <ostream>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "gmock/gmock.h"
#include "google/protobuf/message.h"
#include "google/protobuf/text_format.h"
#include "google/protobuf/util/message_differencer.h"
#include "gtest/gtest.h"

namespace baken {

// Reads a text-format message; a text that cannot be read fails the test.
template <typename Message>
Message ParseTextProto(absl::string_view text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(std::string(text), &message))
      << "not a text-format " << message.GetTypeName() << ":\n"
      << text;
  return message;
}

namespace testing_internal {

class EqualsProtoMatcher {
 public:
  explicit EqualsProtoMatcher(const google::protobuf::Message& expected) : expected_(expected.New()) {
    expected_->CopyFrom(expected);
  }

  bool MatchAndExplain(const google::protobuf::Message& actual, ::testing::MatchResultListener* listener) const {
    if (actual.GetDescriptor() != expected_->GetDescriptor()) {
      *listener << "which is a " << actual.GetTypeName();
      return false;
    }
    std::string differences;
    google::protobuf::util::MessageDifferencer differencer;
    differencer.ReportDifferencesToString(&differences);
    if (differencer.Compare(*expected_, actual)) return true;
    *listener << "which differs:\n" << differences;
    return false;
  }
  void DescribeTo(std::ostream* os) const { *os << "equals " << expected_->DebugString(); }
  void DescribeNegationTo(std::ostream* os) const { *os << "differs from " << expected_->DebugString(); }

 private:
  std::shared_ptr<google::protobuf::Message> expected_;
};

}  // namespace testing_internal

inline ::testing::PolymorphicMatcher<testing_internal::EqualsProtoMatcher> EqualsProto(
    const google::protobuf::Message& expected) {
  return ::testing::MakePolymorphicMatcher(testing_internal::EqualsProtoMatcher(expected));
}
template <typename Message>
::testing::PolymorphicMatcher<testing_internal::EqualsProtoMatcher> EqualsProto(absl::string_view text) {
  return EqualsProto(ParseTextProto<Message>(text));
}

}  // namespace baken

#endif  // BAKEN_TESTS_TESTING_PROTO_MATCHERS_H_
