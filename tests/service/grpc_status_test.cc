#include "service/grpc_status.h"

#include <gtest/gtest.h>

#include <string>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "rules/base/error_details.h"

namespace baken {
namespace {

google::rpc::Status Details(const grpc::Status& status) {
  google::rpc::Status details;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  return details;
}

size_t TrailerBytes(const grpc::Status& status) {
  size_t message = 0;
  for (const char c : status.error_message()) message += (c >= ' ' && c <= '~' && c != '%') ? 1 : 3;
  return message + (status.error_details().size() + 2) / 3 * 4;
}

TEST(GrpcStatusTest, OkStaysOk) { EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok()); }

TEST(GrpcStatusTest, CarriesCodeMessageAndReason) {
  const grpc::Status status =
      ToGrpcStatus(ErrorWithReason(absl::StatusCode::kNotFound, "PACK_NOT_FOUND", "no such pack"));
  EXPECT_EQ(status.error_code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(status.error_message(), "no such pack");
  const google::rpc::Status details = Details(status);
  EXPECT_EQ(details.code(), 5);
  EXPECT_EQ(details.message(), "no such pack");
  ASSERT_EQ(details.details_size(), 1);
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(details.details(0).UnpackTo(&info));
  EXPECT_EQ(info.reason(), "PACK_NOT_FOUND");
  EXPECT_EQ(info.domain(), "baken");
}

TEST(GrpcStatusTest, CarriesViolations) {
  Violations violations;
  violations.Add("answers[3].fact_id", "not known");
  const google::rpc::Status details = Details(ToGrpcStatus(InvalidRequestError("INVALID_REQUEST", violations)));
  ASSERT_EQ(details.details_size(), 2);
  google::rpc::BadRequest request;
  ASSERT_TRUE(details.details(0).UnpackTo(&request));
  EXPECT_EQ(request.field_violations(0).field(), "answers[3].fact_id");
}

TEST(GrpcStatusTest, LargestListOfViolationsFitsWhole) {
  Violations violations;
  // Each as long as keeps all 32 within kViolationBytesMax; bytes that are dearest to encode.
  const std::string description(kViolationBytesMax / kViolationsMax - 20, '\n');
  for (int i = 0; i < 1000; ++i) violations.Add("answers[1000].value", description);
  const grpc::Status status = ToGrpcStatus(InvalidRequestError("INVALID_REQUEST", violations));
  EXPECT_LE(TrailerBytes(status), kTrailerBytesMax);
  google::rpc::BadRequest request;
  ASSERT_TRUE(Details(status).details(0).UnpackTo(&request));
  ASSERT_EQ(request.field_violations_size(), 33);
  EXPECT_EQ(request.field_violations(32).description(), "and 968 more");
}

TEST(GrpcStatusTest, MessageIsCutBetweenCharacters) {
  std::string message(1023, 'a');
  message += "\xC3\xAB";
  const grpc::Status status = ToGrpcStatus(absl::Status(absl::StatusCode::kInternal, message));
  EXPECT_EQ(status.error_message(), std::string(1023, 'a'));
}

TEST(GrpcStatusTest, WhatCannotFitLosesItsViolationsButNotItsReason) {
  google::rpc::BadRequest request;
  request.add_field_violations()->set_description(std::string(20000, 'x'));
  absl::Status status = ErrorWithReason(absl::StatusCode::kInvalidArgument, "INVALID_REQUEST", "long");
  status.SetPayload(kBadRequestUrl, absl::Cord(request.SerializeAsString()));
  const grpc::Status result = ToGrpcStatus(status);
  EXPECT_LE(TrailerBytes(result), kTrailerBytesMax);
  ASSERT_EQ(Details(result).details_size(), 1);
  EXPECT_TRUE(Details(result).details(0).Is<google::rpc::ErrorInfo>());
}

}  // namespace
}  // namespace baken
