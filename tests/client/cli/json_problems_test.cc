#include "client/cli/json_problems.h"

#include <string>
#include <vector>

#include "baken/v1/decision_support_service.pb.h"
#include "gmock/gmock.h"
#include "google/protobuf/util/json_util.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> Problems(const std::string& json) {
  std::vector<std::string> lines;
  for (const InputProblem& problem : FindJsonProblems(json, *v1::AssessRequest::descriptor())) {
    lines.push_back(problem.place + ": " + problem.what);
  }
  return lines;
}

TEST(JsonProblemsTest, AcceptsBothSpellingsOfNames) {
  EXPECT_THAT(Problems(R"({"answers":[{"factId":"age","value":{"integer":34}},
                           {"fact_id":"weight","value":{"decimal":70.5,"unitCode":"kg"},"effective_date":"2026-01-01"},
                           {"factId":"route","declined":{}},
                           {"factId":"where","value":{"codeSet":{"codes":["a"],"completeness":"COMPLETENESS_PARTIAL"}}}],
                           "unknownFacts":"UNKNOWN_FACTS_REPORT","view":null})"),
              IsEmpty());
}

TEST(JsonProblemsTest, NamesEveryProblemAtOnce) {
  EXPECT_THAT(
      Problems(R"({"answers":[{"factId":7,"value":{"boolean":"yes","nope":1}},
                                      {"factId":"x","value":{"integer":1.5}},
                                      {"factId":"y","value":{"integer":1,"code":"z"}},
                                      {"factId":"z","value":{"codeSet":{"codes":"a","completeness":"ALL"}}}, 5],
                           "extra":true})"),
      ElementsAre("answers[0].fact_id: must be a text in quotes", "answers[0].value.boolean: must be true or false",
                  "answers[0].value.nope: no such field", "answers[1].value.integer: must be a whole number",
                  "answers[2].value.integer: only one of the fields of 'kind' may be given",
                  "answers[3].value.code_set.codes: must be a list",
                  "answers[3].value.code_set.completeness: must be one of COMPLETENESS_COMPLETE, "
                  "COMPLETENESS_PARTIAL",
                  "answers[4]: must be an object", "extra: no such field"));
}

TEST(JsonProblemsTest, SaysWhereTheTextIsNoJson) {
  EXPECT_THAT(Problems("{\n  \"view\" 3}"), ElementsAre(HasSubstr("line 2, column 10: not JSON")));
  EXPECT_THAT(Problems(""), ElementsAre(HasSubstr("not JSON")));
  EXPECT_THAT(Problems("[]"), ElementsAre("the whole: must be an object"));
  EXPECT_THAT(Problems("{\"view\": \"\xff\"}"), ElementsAre(HasSubstr("not JSON")));
}

TEST(JsonProblemsTest, RefusesAFieldThatStandsTwice) {
  EXPECT_THAT(Problems(R"({"view":"a","view":"b"})"), ElementsAre("view: stands twice in one object"));
  EXPECT_THAT(Problems(R"({"answers":[{"factId":"a","fact_id":"b"}]})"),
              ElementsAre("answers[0].fact_id: given twice, in two spellings"));
}

TEST(JsonProblemsTest, NeverRepeatsWhatWasSent) {
  for (const std::string& problem :
       Problems(R"({"answers":[{"factId":"x","value":{"integer":"CANARY","boolean":"CANARY"}}],"CANARY name":1})")) {
    EXPECT_THAT(problem, Not(HasSubstr("CANARY")));
  }
  for (const std::string& problem : Problems(R"({"view": CANARY})")) EXPECT_THAT(problem, Not(HasSubstr("CANARY")));
}

TEST(JsonProblemsTest, WhatPassesIsReadByProtobuf) {
  const std::vector<std::string> texts = {R"({"answers":[{"factId":"a","value":{"integer":"12"}}]})",
                                          R"({"answers":[{"factId":"a","value":{"decimal":"1.5"}}]})",
                                          R"({"answers":[{"factId":"a","value":{"decimal":3}}]})",
                                          R"({"answers":[{"factId":"a","value":null}]})",
                                          R"({"answers":[]})",
                                          R"({})",
                                          R"({"pack":{"packId":"x"},"locale":"nl"})"};
  for (const std::string& text : texts) {
    EXPECT_THAT(Problems(text), IsEmpty()) << text;
    v1::AssessRequest request;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(text, &request).ok()) << text;
  }
}

}  // namespace
}  // namespace baken
