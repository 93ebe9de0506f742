#include "service/admission.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/base/error_details.h"
#include "tests/service/fake_clock.h"

namespace baken {
namespace {

constexpr char kPractice[] = "spiffe://example/practice";
constexpr char kEmployer[] = "spiffe://example/employer";

service::v1::Config TestConfig() {
  service::v1::Config config;
  auto& practice = *config.add_clients();
  practice.set_name("practice");
  practice.set_san_uri(kPractice);
  practice.add_roles("huisarts");
  practice.add_roles("poh_ggz");
  auto& employer = *config.add_clients();
  employer.set_name("employer");
  employer.set_san_uri(kEmployer);
  employer.add_roles("employer");
  config.mutable_limits()->set_default_deadline_ms(2000);
  return config;
}

class AdmissionTest : public ::testing::Test {
 protected:
  absl::StatusOr<Caller> Admit(const CallContext& context, Method method = Method::kAssess) {
    record_ = CallRecord();
    record_.method = method;
    return admission_.Admit(context, record_);
  }

  // Code and reason of the refusal.
  std::string Refusal(const CallContext& context, Method method = Method::kAssess) {
    const auto caller = Admit(context, method);
    const auto info = GetErrorInfo(caller.status());
    return absl::StatusCodeToString(caller.status().code()) + " " + (info.has_value() ? info->reason() : "");
  }

  FakeClock clock_;
  Admission admission_{TestConfig(), clock_};
  CallRecord record_;
};

TEST_F(AdmissionTest, OneRoleNeedsNoNaming) {
  const auto caller = Admit({.peer_uris = {kEmployer}});
  ASSERT_TRUE(caller.ok()) << caller.status();
  EXPECT_EQ(caller->client, "employer");
  EXPECT_EQ(caller->role, "employer");
  EXPECT_EQ(record_.client, "employer");
  EXPECT_EQ(record_.role, "employer");
}

TEST_F(AdmissionTest, OneOfSeveralRolesMustBeNamed) {
  EXPECT_EQ(Admit({.peer_uris = {kPractice}, .roles = {"poh_ggz"}})->role, "poh_ggz");
  EXPECT_EQ(Refusal({.peer_uris = {kPractice}}), "PERMISSION_DENIED ROLE_REQUIRED");
  EXPECT_EQ(record_.client, "practice");
}

TEST_F(AdmissionTest, MethodsWithoutRoleNeedNoneButRefuseAWrongOne) {
  EXPECT_TRUE(Admit({.peer_uris = {kPractice}}, Method::kDescribePack).ok());
  EXPECT_TRUE(Admit({.peer_uris = {kPractice}}, Method::kListPacks).ok());
  EXPECT_EQ(Refusal({.peer_uris = {kPractice}, .roles = {"x"}}, Method::kListPacks),
            "PERMISSION_DENIED ROLE_NOT_ENTITLED");
}

TEST_F(AdmissionTest, RoleOutsideTheSetIsRefused) {
  EXPECT_EQ(Refusal({.peer_uris = {kEmployer}, .roles = {"huisarts"}}), "PERMISSION_DENIED ROLE_NOT_ENTITLED");
  EXPECT_EQ(Refusal({.peer_uris = {kPractice}, .roles = {"employer"}}), "PERMISSION_DENIED ROLE_NOT_ENTITLED");
  EXPECT_EQ(Refusal({.peer_uris = {kPractice}, .roles = {""}}), "PERMISSION_DENIED ROLE_NOT_ENTITLED");
  // What was sent is not kept.
  EXPECT_EQ(record_.role, "");
}

TEST_F(AdmissionTest, UnknownCertificateMayDoNothing) {
  for (Method method : kMethods) {
    EXPECT_EQ(Refusal({.peer_uris = {"spiffe://example/stranger"}}, method), "PERMISSION_DENIED CLIENT_UNKNOWN");
    EXPECT_EQ(Refusal({}, method), "PERMISSION_DENIED CLIENT_UNKNOWN");
  }
}

TEST_F(AdmissionTest, CertificateOfTwoEntriesIsRefused) {
  EXPECT_EQ(Refusal({.peer_uris = {kEmployer, kPractice}, .roles = {"huisarts"}}), "PERMISSION_DENIED CLIENT_UNKNOWN");
  EXPECT_TRUE(Admit({.peer_uris = {"urn:other", kEmployer}}).ok());
}

TEST_F(AdmissionTest, MetadataIsPrintableAsciiOnceAndShort) {
  const std::string longest(128, 'a');
  EXPECT_TRUE(Admit({.peer_uris = {kEmployer}, .purposes = {longest}, .actors = {"~ actor 1"}}).ok());
  const std::vector<CallContext> bad = {
      {.peer_uris = {kEmployer}, .purposes = {longest + "a"}},  //
      {.peer_uris = {kEmployer}, .actors = {"na\xC3\xAFve"}},   //
      {.peer_uris = {kEmployer}, .actors = {"tab\t"}},          //
      {.peer_uris = {kEmployer}, .actors = {"a", "b"}},         //
      {.peer_uris = {kEmployer}, .roles = {"employer", "employer"}},
  };
  for (const CallContext& context : bad) EXPECT_EQ(Refusal(context), "INVALID_ARGUMENT INVALID_METADATA");
}

TEST_F(AdmissionTest, MetadataErrorsNameEveryKeyButNoValue) {
  const auto caller = Admit({.peer_uris = {kEmployer}, .purposes = {"secret\x01"}, .actors = {"secret\x02"}});
  const auto request = GetBadRequest(caller.status());
  ASSERT_TRUE(request.has_value());
  ASSERT_EQ(request->field_violations_size(), 2);
  EXPECT_EQ(request->field_violations(0).field(), "metadata[baken-purpose]");
  EXPECT_EQ(request->field_violations(1).field(), "metadata[baken-actor]");
  EXPECT_THAT(caller.status().ToString() + request->DebugString(), ::testing::Not(::testing::HasSubstr("secret")));
}

TEST_F(AdmissionTest, DeadlineBelowTheBudgetIsRefusedFirst) {
  EXPECT_EQ(Refusal({.deadline = clock_.Now() - absl::Seconds(1)}), "DEADLINE_EXCEEDED DEADLINE_TOO_SHORT");
  EXPECT_EQ(Refusal({.deadline = clock_.Now() + kCallBudget - absl::Nanoseconds(1)}),
            "DEADLINE_EXCEEDED DEADLINE_TOO_SHORT");
  EXPECT_TRUE(Admit({.peer_uris = {kEmployer}, .deadline = clock_.Now() + kCallBudget}).ok());
}

TEST_F(AdmissionTest, CallWithoutDeadlineGetsTheDefault) {
  const auto caller = Admit({.peer_uris = {kEmployer}});
  ASSERT_TRUE(caller.ok());
  EXPECT_EQ(caller->deadline, clock_.Now() + absl::Seconds(2));
  clock_.Advance(absl::Seconds(2));
  EXPECT_TRUE(admission_.CheckStillWaiting(*caller).ok());
  clock_.Advance(absl::Nanoseconds(1));
  const absl::Status late = admission_.CheckStillWaiting(*caller);
  EXPECT_EQ(late.code(), absl::StatusCode::kDeadlineExceeded);
  EXPECT_EQ(GetErrorInfo(late)->reason(), "DEADLINE_PASSED");
}

TEST_F(AdmissionTest, PlaintextListenerHasOneCallerWithItsRoles) {
  service::v1::Config config;
  config.mutable_listener()->set_plaintext(true);
  config.mutable_listener()->add_plaintext_roles("bedrijfsarts");
  const Admission admission(config, clock_);
  const auto caller = admission.Admit({.deadline = clock_.Now() + absl::Seconds(1)}, record_);
  ASSERT_TRUE(caller.ok()) << caller.status();
  EXPECT_EQ(caller->client, "plaintext");
  EXPECT_EQ(caller->role, "bedrijfsarts");
}

}  // namespace
}  // namespace baken
