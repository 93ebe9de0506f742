#include "rules/base/error_details.h"

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

TEST(ErrorDetailsTest, CarriesEveryViolationAndTheReason) {
  Violations violations;
  EXPECT_TRUE(violations.empty());
  violations.Add("answers[0].fact_id", "unknown fact");
  violations.Add("view", "not a view of this role");
  absl::Status status = InvalidRequestError("INVALID_REQUEST", violations);
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  auto bad_request = GetBadRequest(status);
  ASSERT_TRUE(bad_request.has_value());
  ASSERT_EQ(bad_request->field_violations_size(), 2);
  EXPECT_EQ(bad_request->field_violations(0).field(), "answers[0].fact_id");
  EXPECT_EQ(bad_request->field_violations(1).description(), "not a view of this role");
  auto info = GetErrorInfo(status);
  ASSERT_TRUE(info.has_value());
  EXPECT_EQ(info->reason(), "INVALID_REQUEST");
  EXPECT_EQ(info->domain(), "baken");
}

TEST(ErrorDetailsTest, CountsWhatItLeavesOut) {
  Violations violations;
  for (int i = 0; i < 40; ++i) violations.Add(absl::StrCat("answers[", i, "]"), "wrong");
  EXPECT_EQ(violations.total(), 40U);
  EXPECT_EQ(violations.kept().size(), kViolationsMax);
  auto bad_request = GetBadRequest(InvalidRequestError("INVALID_REQUEST", violations));
  ASSERT_TRUE(bad_request.has_value());
  ASSERT_EQ(bad_request->field_violations_size(), 33);
  EXPECT_EQ(bad_request->field_violations(31).field(), "answers[31]");
  EXPECT_EQ(bad_request->field_violations(32).field(), "");
  EXPECT_EQ(bad_request->field_violations(32).description(), "and 8 more");
}

TEST(ErrorDetailsTest, ExactlyTheMaximumIsNotMore) {
  Violations violations;
  for (size_t i = 0; i < kViolationsMax; ++i) violations.Add("a", "b");
  EXPECT_EQ(GetBadRequest(InvalidRequestError("R", violations))->field_violations_size(), 32);
}

TEST(ErrorDetailsTest, StopsAtTheByteLimitAndKeepsTheStartOfTheList) {
  Violations violations;
  for (int i = 0; i < 5; ++i) violations.Add("field", std::string(1000, 'x'));
  violations.Add("short", "y");
  EXPECT_EQ(violations.kept().size(), 4U);
  EXPECT_EQ(violations.total(), 6U);
  auto bad_request = GetBadRequest(InvalidRequestError("R", violations));
  EXPECT_EQ(bad_request->field_violations(4).description(), "and 2 more");
}

TEST(ErrorDetailsTest, OneOverlongViolationIsCutNotLost) {
  Violations violations;
  violations.Add(std::string(5000, 'f'), std::string(5000, 'd'));
  ASSERT_EQ(violations.kept().size(), 1U);
  EXPECT_EQ(violations.kept()[0].description().size(), kMessageBytesMax);
  EXPECT_LE(InvalidRequestError("R", violations).message().size(), kMessageBytesMax);
}

TEST(ErrorDetailsTest, MessagesAreCutAtTheLimitBetweenCharacters) {
  std::string message = std::string(kMessageBytesMax - 1, 'x') + "\xC3\xA9 and more";
  absl::Status status = ErrorWithReason(absl::StatusCode::kNotFound, "PACK_NOT_FOUND", message);
  EXPECT_EQ(std::string(status.message()), std::string(kMessageBytesMax - 1, 'x'));
  EXPECT_EQ(GetErrorInfo(status)->reason(), "PACK_NOT_FOUND");
  EXPECT_FALSE(GetBadRequest(status).has_value());
}

TEST(ErrorDetailsTest, APlainStatusHasNoDetails) {
  EXPECT_FALSE(GetBadRequest(absl::InternalError("x")).has_value());
  EXPECT_FALSE(GetErrorInfo(absl::OkStatus()).has_value());
}

}  // namespace
}  // namespace baken
