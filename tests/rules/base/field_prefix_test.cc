#include "rules/base/field_prefix.h"

#include "gtest/gtest.h"
#include "rules/base/error_details.h"

namespace baken {
namespace {

TEST(FieldPrefixTest, StandsBeforeEveryPath) {
  Violations violations;
  violations.Add("answers[0].fact_id", "is not known");
  violations.Add("view", "is not for this role");
  const absl::Status status = WithFieldPrefix(InvalidRequestError("INVALID_REQUEST", violations), "person.");
  const auto bad = GetBadRequest(status);
  ASSERT_TRUE(bad.has_value());
  ASSERT_EQ(bad->field_violations_size(), 2);
  EXPECT_EQ(bad->field_violations(0).field(), "person.answers[0].fact_id");
  EXPECT_EQ(bad->field_violations(0).description(), "is not known");
  EXPECT_EQ(bad->field_violations(1).field(), "person.view");
}

TEST(FieldPrefixTest, TheRestOfTheErrorStays) {
  Violations violations;
  violations.Add("view", "is not for this role");
  const absl::Status before = InvalidRequestError("INVALID_REQUEST", violations);
  const absl::Status after = WithFieldPrefix(before, "person.");
  EXPECT_EQ(after.code(), before.code());
  EXPECT_EQ(after.message(), before.message());
  ASSERT_TRUE(GetErrorInfo(after).has_value());
  EXPECT_EQ(GetErrorInfo(after)->reason(), "INVALID_REQUEST");
}

// "And N more" at the end of a long list is about no field.
TEST(FieldPrefixTest, WhatNamesNoFieldGetsNone) {
  Violations violations;
  for (size_t i = 0; i <= kViolationsMax; ++i) violations.Add("view", "is wrong");
  const auto bad = GetBadRequest(WithFieldPrefix(InvalidRequestError("INVALID_REQUEST", violations), "person."));
  ASSERT_TRUE(bad.has_value());
  EXPECT_EQ(bad->field_violations(bad->field_violations_size() - 1).field(), "");
  EXPECT_EQ(bad->field_violations(0).field(), "person.view");
}

TEST(FieldPrefixTest, ErrorsWithoutFieldsAndOkPassAsTheyAre) {
  const absl::Status error = ErrorWithReason(absl::StatusCode::kPermissionDenied, "ROLE_UNKNOWN", "no");
  EXPECT_EQ(WithFieldPrefix(error, "person."), error);
  EXPECT_TRUE(WithFieldPrefix(absl::OkStatus(), "person.").ok());
}

}  // namespace
}  // namespace baken
