// Calls over real TLS sockets: who may ask what, and what comes back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "absl/time/clock.h"
#include "rules/base/error_details.h"
#include "rules/decision/decision.h"
#include "rules/explain/explain.h"
#include "rules/explain/next_questions.h"
#include "rules/pack/loader.h"
#include "tests/integration/test_site.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string ReasonOf(const absl::Status& status) {
  const auto info = GetErrorInfo(status);
  return info.has_value() ? info->reason() : "";
}

v1::Answer CodeAnswer(const std::string& fact, const std::string& code) {
  v1::Answer answer;
  answer.set_fact_id(fact);
  answer.mutable_value()->set_code(code);
  return answer;
}

class CallsTest : public ::testing::Test {
 protected:
  void SetUp() override { process_ = site_.Start(); }

  // The worked case of a student, to be asked as `poh_ggz`.
  const rules::v1::Case student_ = ShippedCase("v01_student_festivals");
  TestSite site_;
  std::unique_ptr<BakendProcess> process_;
};

TEST_F(CallsTest, GoodCallGivesTheSameBytesAsInProcess) {
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse response,
                       site_.Client("practice").Assess(student_.request(), {.role = "poh_ggz"}));
  const LoadResult pack = LoadPack(kShippedPack);
  ASSERT_NE(pack.pack, nullptr);
  ASSERT_OK_AND_ASSIGN(const Decision decision,
                       Decide(*pack.pack, student_.request(), "poh_ggz", absl::CivilDay(2000, 1, 1)));
  EXPECT_EQ(response.assessment().SerializeAsString(), decision.assessment.SerializeAsString());
  EXPECT_EQ(response.assessment().outcome(), v1::OUTCOME_ADVICE);
  EXPECT_EQ(response.assessment().role(), "poh_ggz");
  EXPECT_EQ(response.delivery().decision_digest(), DecisionDigest(response.assessment()));
}

TEST_F(CallsTest, ExplanationsAndQuestionsAreTheSameBytesAsInProcess) {
  const LoadResult pack = LoadPack(kShippedPack);
  ASSERT_NE(pack.pack, nullptr);
  v1::ExplainRequest explain;
  *explain.mutable_person() = student_.request();
  *explain.mutable_before() = student_.request();
  explain.mutable_before()->mutable_answers()->RemoveLast();
  ASSERT_OK_AND_ASSIGN(const v1::ExplainResponse explained,
                       site_.Client("practice").Explain(explain, {.role = "poh_ggz"}));
  ASSERT_OK_AND_ASSIGN(const ExplainedDecision in_process,
                       Explain(*pack.pack, explain, "poh_ggz", absl::CivilDay(2000, 1, 1), pack.pack.get()));
  EXPECT_EQ(explained.explanation().SerializeAsString(), in_process.explanation.SerializeAsString());
  EXPECT_GT(explained.explanation().findings_size(), 0);
  EXPECT_EQ(explained.delivery().decision_digest(), ExplanationDigest(explained.explanation()));

  v1::NextQuestionsRequest ask;
  *ask.mutable_person() = student_.request();
  ASSERT_OK_AND_ASSIGN(const v1::NextQuestionsResponse asked,
                       site_.Client("practice").NextQuestions(ask, {.role = "poh_ggz"}));
  ASSERT_OK_AND_ASSIGN(const Interview next, FindNextQuestions(*pack.pack, ask, "poh_ggz", absl::CivilDay(2000, 1, 1)));
  EXPECT_EQ(asked.next().SerializeAsString(), next.next.SerializeAsString());
  EXPECT_TRUE(asked.next().has_settlement());
  EXPECT_EQ(asked.delivery().decision_digest(), InterviewDigest(asked.next()));
}

TEST_F(CallsTest, TheEmployerIsExplainedNothing) {
  v1::ExplainRequest explain;
  *explain.mutable_person() = student_.request();
  explain.mutable_person()->clear_view();
  ASSERT_OK_AND_ASSIGN(const v1::ExplainResponse explained, site_.Client("employer").Explain(explain, {}));
  EXPECT_EQ(explained.explanation().outcome(), v1::OUTCOME_REFUSED);
  EXPECT_EQ(explained.explanation().findings_size(), 0);
  EXPECT_FALSE(explained.explanation().has_urgency());
}

TEST_F(CallsTest, DeliverySaysHowItWasDelivered) {
  v1::AssessRequest request = student_.request();
  request.set_request_id("0b6ab3ac-3a1d-4f6b-9d7e-6f3f2d8f6a10");
  const int64_t before = absl::ToUnixSeconds(absl::Now());
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse response,
                       site_.Client("practice").Assess(request, {.role = "poh_ggz"}));
  const v1::Delivery& delivery = response.delivery();
  EXPECT_EQ(delivery.answered_by(), v1::ANSWERED_BY_SERVICE);
  EXPECT_EQ(delivery.server_name(), "test-1");
  EXPECT_THAT(delivery.software_version(), ::testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
  EXPECT_GE(delivery.evaluated_time().seconds(), before);
  EXPECT_LE(delivery.evaluated_time().seconds(), absl::ToUnixSeconds(absl::Now()));
  EXPECT_FALSE(delivery.pack_signed());
  EXPECT_EQ(delivery.unknown_field_paths_size(), 0);
  EXPECT_EQ(delivery.request_id(), request.request_id());
}

TEST_F(CallsTest, RoleIsOneThatTheCertificateEntitlesTo) {
  const TestClient practice = site_.Client("practice");
  const auto missing = practice.Assess(student_.request());
  EXPECT_THAT(missing, StatusIs(absl::StatusCode::kPermissionDenied));
  EXPECT_EQ(ReasonOf(missing.status()), "ROLE_REQUIRED");
  const auto outside = practice.Assess(student_.request(), {.role = "bedrijfsarts"});
  EXPECT_THAT(outside, StatusIs(absl::StatusCode::kPermissionDenied));
  EXPECT_EQ(ReasonOf(outside.status()), "ROLE_NOT_ENTITLED");
  EXPECT_THAT(practice.Assess(student_.request(), {.role = "huisarts"}), IsOk());
  // With one role there is nothing to name.
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse response, site_.Client("bedrijfsarts").Assess(student_.request()));
  EXPECT_EQ(response.assessment().role(), "bedrijfsarts");
}

TEST_F(CallsTest, WithoutGoodCertificateThereIsNoConnection) {
  EXPECT_THAT(site_.Client("").ListPacks(), StatusIs(absl::StatusCode::kUnavailable));
  // A certificate for servers is none for callers.
  EXPECT_THAT(site_.Client("server").ListPacks(), StatusIs(absl::StatusCode::kUnavailable));
  // Signed by somebody else, the name notwithstanding.
  const TestSite other;
  std::filesystem::copy(other.certificates() / "practice.pem", site_.certificates() / "forged.pem");
  std::filesystem::copy(other.certificates() / "practice.key", site_.certificates() / "forged.key");
  EXPECT_THAT(site_.Client("forged").ListPacks(), StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(site_.Client("practice").ListPacks(), IsOk());
  // No TLS at all.
  EXPECT_THAT(TestClient(site_.port()).ListPacks(), StatusIs(absl::StatusCode::kUnavailable));
}

TEST_F(CallsTest, CertificateWithoutEntryMayDoNothing) {
  const TestClient stranger = site_.Client("stranger");
  const auto assess = stranger.Assess(student_.request(), {.role = "huisarts"});
  EXPECT_THAT(assess, StatusIs(absl::StatusCode::kPermissionDenied));
  EXPECT_EQ(ReasonOf(assess.status()), "CLIENT_UNKNOWN");
  EXPECT_THAT(stranger.DescribePack({}), StatusIs(absl::StatusCode::kPermissionDenied));
  EXPECT_THAT(stranger.ListPacks(), StatusIs(absl::StatusCode::kPermissionDenied));
}

TEST_F(CallsTest, UnknownPackOrVersionIsNotFound) {
  const TestClient client = site_.Client("bedrijfsarts");
  v1::AssessRequest request;
  request.mutable_pack()->set_pack_id("no-such-pack");
  const auto pack = client.Assess(request);
  EXPECT_THAT(pack, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_EQ(ReasonOf(pack.status()), "PACK_NOT_FOUND");
  request.mutable_pack()->set_pack_id("cocaine-nl");
  request.mutable_pack()->set_version("9");
  const auto version = client.Assess(request);
  EXPECT_THAT(version, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_EQ(ReasonOf(version.status()), "VERSION_NOT_FOUND");
  request.mutable_pack()->set_version("newest");
  EXPECT_THAT(client.Assess(request), StatusIs(absl::StatusCode::kInvalidArgument));
  v1::DescribePackRequest describe;
  describe.mutable_pack()->set_pack_id("no-such-pack");
  EXPECT_THAT(client.DescribePack(describe), StatusIs(absl::StatusCode::kNotFound));
  for (const char* good : {"", "1", "1.0", "1.0.0"}) {
    request.mutable_pack()->set_version(good);
    EXPECT_THAT(client.Assess(request), IsOk()) << good;
  }
}

TEST_F(CallsTest, PacksCanBeListedAndDescribed) {
  const TestClient client = site_.Client("practice");
  ASSERT_OK_AND_ASSIGN(const v1::ListPacksResponse list, client.ListPacks());
  ASSERT_EQ(list.packs_size(), 1);
  EXPECT_EQ(list.packs(0).pack().pack_id(), "cocaine-nl");
  EXPECT_TRUE(list.packs(0).active());
  EXPECT_FALSE(list.packs(0).signed_());
  ASSERT_OK_AND_ASSIGN(const v1::DescribePackResponse described, client.DescribePack({}));
  EXPECT_EQ(described.description().pack().digest(), list.packs(0).pack().digest());
  EXPECT_GT(described.description().facts_size(), 50);
  EXPECT_GT(described.description().findings_size(), 20);
}

TEST_F(CallsTest, PurposeAndActorAreCarriedWhenWellFormed) {
  const TestClient client = site_.Client("bedrijfsarts");
  EXPECT_THAT(client.Assess({}, {.metadata = {{"baken-purpose", "TREAT"}, {"baken-actor", "agb:01-2345"}}}), IsOk());
  const std::string long_value(129, 'a');
  const auto refused =
      client.Assess({}, {.metadata = {{"baken-purpose", long_value}, {"baken-actor", "a"}, {"baken-actor", "b"}}});
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kInvalidArgument));
  const auto request = GetBadRequest(refused.status());
  ASSERT_TRUE(request.has_value());
  EXPECT_EQ(request->field_violations_size(), 2);
}

TEST_F(CallsTest, EmployerGetsTheSameBytesWhateverIsSent) {
  const TestClient employer = site_.Client("employer");
  v1::AssessRequest request;
  request.set_evaluation_date("2026-11-25");
  request.set_locale("nl");
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse nothing_sent, employer.Assess(request));
  EXPECT_EQ(nothing_sent.assessment().outcome(), v1::OUTCOME_REFUSED);

  v1::AssessRequest full = request;
  *full.mutable_answers() = student_.request().answers();
  v1::AssessRequest alarming = request;
  *alarming.mutable_answers() = ShippedCase("acute_cardiac.chest_pain").request().answers();
  v1::AssessRequest wrong = request;
  *wrong.add_answers() = CodeAnswer("no_such_fact", "no_such_code");
  *wrong.add_answers() = CodeAnswer("age", "not a number");
  v1::AssessRequest reported = wrong;
  reported.set_unknown_facts(v1::UNKNOWN_FACTS_REPORT);
  for (v1::AssessRequest* other : {&full, &alarming, &wrong, &reported}) {
    other->set_request_id("0b6ab3ac-3a1d-4f6b-9d7e-6f3f2d8f6a10");
    ASSERT_OK_AND_ASSIGN(v1::AssessResponse response, employer.Assess(*other));
    // All of it, but for the moment.
    *response.mutable_delivery()->mutable_evaluated_time() = nothing_sent.delivery().evaluated_time();
    EXPECT_EQ(response.SerializeAsString(), nothing_sent.SerializeAsString());
  }
}

TEST_F(CallsTest, UnknownFactsAreRefusedOrReportedByPlace) {
  const TestClient client = site_.Client("practice");
  v1::AssessRequest request = student_.request();
  const std::string path = "answers[" + std::to_string(request.answers_size()) + "]";
  *request.add_answers() = CodeAnswer("fact_of_tomorrow", "canary_value");
  const auto refused = client.Assess(request, {.role = "poh_ggz"});
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kInvalidArgument));
  ASSERT_EQ(GetBadRequest(refused.status())->field_violations_size(), 1);
  EXPECT_THAT(GetBadRequest(refused.status())->field_violations(0).field(), HasSubstr(path));

  request.set_unknown_facts(v1::UNKNOWN_FACTS_REPORT);
  ASSERT_OK_AND_ASSIGN(const v1::AssessResponse response, client.Assess(request, {.role = "poh_ggz"}));
  EXPECT_THAT(response.delivery().unknown_field_paths(), ElementsAre(HasSubstr(path)));
  std::vector<std::string> caveats;
  for (const v1::Caveat& caveat : response.assessment().caveats()) caveats.push_back(caveat.caveat_id());
  EXPECT_THAT(caveats, Contains("PARTIAL_KNOWLEDGE"));
  EXPECT_THAT(response.SerializeAsString(), Not(HasSubstr("fact_of_tomorrow")));
  EXPECT_THAT(response.SerializeAsString(), Not(HasSubstr("canary_value")));
}

}  // namespace
}  // namespace baken
