#include "client/cli/problem_report.h"

#include <sstream>

#include "gtest/gtest.h"
#include "rules/base/error_details.h"

namespace baken {
namespace {

TEST(ProblemReportTest, WritesALineForEveryViolation) {
  Violations violations;
  violations.Add("answers[0].value", "not a code of this fact");
  violations.Add("locale", "must be one of nl, en");
  std::ostringstream err;
  ReportStatus(err, "p.json", InvalidRequestError("INVALID_REQUEST", violations));
  const std::string text = err.str();
  EXPECT_EQ(text.rfind("baken: p.json: INVALID_ARGUMENT (INVALID_REQUEST): ", 0), 0U) << text;
  EXPECT_NE(text.find("\nbaken: p.json: answers[0].value: not a code of this fact\n"), std::string::npos) << text;
  EXPECT_NE(text.find("\nbaken: p.json: locale: must be one of nl, en\n"), std::string::npos) << text;
}

TEST(ProblemReportTest, NoFaultIsToldTwice) {
  Violations violations;
  violations.Add("answers[0].value", "not a code of this fact");
  std::ostringstream err;
  ReportStatus(err, "", InvalidRequestError("INVALID_REQUEST", violations));
  const std::string text = err.str();
  EXPECT_EQ(text.find("not a code"), text.rfind("not a code")) << text;
}

TEST(ProblemReportTest, AStatusWithoutDetailsIsOneLine) {
  std::ostringstream err;
  ReportStatus(err, "", absl::UnavailableError("starting"));
  EXPECT_EQ(err.str(), "baken: UNAVAILABLE: starting\n");
}

TEST(ProblemReportTest, AServiceCannotSteerTheTerminal) {
  std::ostringstream err;
  ReportStatus(err, "", absl::InternalError("\x1b[2Jgone"));
  EXPECT_EQ(err.str(), "baken: INTERNAL: [2Jgone\n");
}

TEST(ProblemReportTest, WritesProblemsOfAFile) {
  std::ostringstream err;
  ReportProblems(err, "p.json", {{"line 1, column 2", "not JSON"}, {"view", "no such field"}});
  EXPECT_EQ(err.str(), "baken: p.json: line 1, column 2: not JSON\nbaken: p.json: view: no such field\n");
}

}  // namespace
}  // namespace baken
