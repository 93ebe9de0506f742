#include "client/cli/interview_answer.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/proto_matchers.h"

namespace baken {
namespace {

using ::testing::ElementsAre;

v1::FactDescription Fact(const std::string& text) { return ParseTextProto<v1::FactDescription>(text); }

TEST(InterviewAnswerTest, YesAndNoInBothLanguages) {
  const v1::FactDescription fact = Fact("kind: FACT_KIND_BOOLEAN");
  for (const char* yes : {"j", "ja", "JA", " y ", "yes"}) {
    const auto value = ReadInterviewAnswer(fact, yes);
    ASSERT_TRUE(value.has_value()) << yes;
    EXPECT_TRUE(value->boolean()) << yes;
  }
  for (const char* no : {"n", "nee", "No"}) {
    const auto value = ReadInterviewAnswer(fact, no);
    ASSERT_TRUE(value.has_value()) << no;
    EXPECT_TRUE(value->has_boolean() && !value->boolean()) << no;
  }
  for (const char* neither : {"", "1", "0", "jn", "misschien", "true"}) {
    EXPECT_FALSE(ReadInterviewAnswer(fact, neither).has_value()) << neither;
  }
}

TEST(InterviewAnswerTest, WholeNumbersWithinBounds) {
  const v1::FactDescription fact =
      Fact("kind: FACT_KIND_INTEGER minimum: '0' maximum: '30' step: '1' unit_codes: 'd' unit_codes: 'wk'");
  const auto value = ReadInterviewAnswer(fact, "30");
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(value->integer(), 30);
  EXPECT_EQ(value->unit_code(), "d") << "the fact's own";
  for (const char* wrong : {"31", "-1", "2.5", "2,5", "many", "", "1e1", "0x3", "99999999999999999999"}) {
    EXPECT_FALSE(ReadInterviewAnswer(fact, wrong).has_value()) << wrong;
  }
}

TEST(InterviewAnswerTest, DecimalsWithACommaOrAPointOnTheGrid) {
  const v1::FactDescription fact =
      Fact("kind: FACT_KIND_DECIMAL minimum: '30' maximum: '45' step: '0.1' unit_codes: 'Cel'");
  for (const char* typed : {"38,5", "38.5"}) {
    const auto value = ReadInterviewAnswer(fact, typed);
    ASSERT_TRUE(value.has_value()) << typed;
    EXPECT_DOUBLE_EQ(value->decimal(), 38.5);
  }
  EXPECT_TRUE(ReadInterviewAnswer(fact, "45").has_value());
  for (const char* wrong : {"45,1", "29,9", "38,55", "38,5,5"}) {
    EXPECT_FALSE(ReadInterviewAnswer(fact, wrong).has_value()) << wrong;
  }
}

TEST(InterviewAnswerTest, OneCodeByNumberOrByName) {
  const v1::FactDescription fact =
      Fact("kind: FACT_KIND_ONE_OF codes { code: 'none' } codes { code: 'past' } codes { code: 'now' }");
  EXPECT_EQ(ReadInterviewAnswer(fact, "3")->code(), "now");
  EXPECT_EQ(ReadInterviewAnswer(fact, "Past")->code(), "past");
  for (const char* wrong : {"0", "4", "1,2", "ja", ""}) {
    EXPECT_FALSE(ReadInterviewAnswer(fact, wrong).has_value()) << wrong;
  }
}

TEST(InterviewAnswerTest, SeveralCodesAreAllOfThem) {
  const v1::FactDescription fact = Fact(
      "kind: FACT_KIND_SET_OF none_code: 'none' codes { code: 'none' } codes { code: 'club' } codes { code: 'home' }");
  const auto value = ReadInterviewAnswer(fact, "3, 2,2");
  ASSERT_TRUE(value.has_value());
  EXPECT_THAT(value->code_set().codes(), ElementsAre("club", "home"));
  EXPECT_EQ(value->code_set().completeness(), v1::COMPLETENESS_COMPLETE);
  EXPECT_THAT(ReadInterviewAnswer(fact, "1")->code_set().codes(), ElementsAre("none"));
  for (const char* wrong : {"1,2", "4", "2,x", ",", ""}) {
    EXPECT_FALSE(ReadInterviewAnswer(fact, wrong).has_value()) << wrong << ": none beside another, or no code";
  }
}

// Most sets have no code for it, and then nobody could say so: the interview went on without end.
TEST(InterviewAnswerTest, NoneOfTheCodesCanBeSaidOfEverySet) {
  const v1::FactDescription without = Fact("kind: FACT_KIND_SET_OF codes { code: 'adhd' } codes { code: 'ptsd' }");
  const v1::FactDescription with =
      Fact("kind: FACT_KIND_SET_OF none_code: 'no' codes { code: 'no' } codes { code: 'a' }");
  for (const char* none : {"0", "geen", "None"}) {
    const auto value = ReadInterviewAnswer(without, none);
    ASSERT_TRUE(value.has_value()) << none;
    EXPECT_TRUE(value->code_set().codes().empty());
    EXPECT_EQ(value->code_set().completeness(), v1::COMPLETENESS_COMPLETE);
    EXPECT_THAT(ReadInterviewAnswer(with, none)->code_set().codes(), ElementsAre("no"));
  }
  EXPECT_FALSE(ReadInterviewAnswer(without, "0,1").has_value()) << "none beside another";
}

TEST(InterviewAnswerTest, CodesOfElsewhereAreNotTyped) {
  EXPECT_FALSE(ReadInterviewAnswer(Fact("kind: FACT_KIND_EXTERNAL_CODES"), "N06AB03").has_value());
}

}  // namespace
}  // namespace baken
