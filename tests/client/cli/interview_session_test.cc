#include "client/cli/interview_session.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/proto_matchers.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What is asked when nothing is known; `a` and `b` in one group, `c` in another.
v1::NextQuestions Next() {
  return ParseTextProto<v1::NextQuestions>(R"pb(
    evaluation_date: "2026-11-25"
    groups {
      group_id: "one"
      questions {
        fact {
          fact_id: "a"
          label { text: "label of a" }
        }
      }
      questions {
        fact {
          fact_id: "b"
          label { text: "label of b" }
        }
      }
    }
    groups {
      group_id: "two"
      questions {
        fact {
          fact_id: "c"
          label { text: "label of c" }
        }
      }
    }
  )pb");
}

class InterviewSessionTest : public ::testing::Test {
 protected:
  InterviewSessionTest() { session_.SetNext(Next()); }

  std::string Asked() const { return session_.Current() == nullptr ? "" : session_.Current()->fact().fact_id(); }

  void Answer() {
    v1::Answer answer;
    answer.set_fact_id(Asked());
    answer.mutable_value()->set_boolean(true);
    const std::string fact = Asked();
    session_.Take(*session_.Current(), answer);
    v1::NextQuestions next = session_.next();
    for (auto& group : *next.mutable_groups()) {
      auto& questions = *group.mutable_questions();
      if (!questions.empty() && questions[0].fact().fact_id() == fact) questions.DeleteSubrange(0, 1);
    }
    session_.SetNext(next);
  }

  std::vector<std::string> Answered() const {
    std::vector<std::string> facts;
    for (const auto& answer : session_.request().person().answers()) facts.push_back(answer.fact_id());
    return facts;
  }

  InterviewSession session_{v1::NextQuestionsRequest()};
};

TEST_F(InterviewSessionTest, TheDayOfTheFirstCallStays) {
  EXPECT_EQ(session_.request().person().evaluation_date(), "2026-11-25");
}

TEST_F(InterviewSessionTest, AsksInOrderAndNamesTheGroup) {
  EXPECT_EQ(Asked(), "a");
  EXPECT_EQ(session_.GroupOf(*session_.Current()).group_id(), "one");
  session_.Skip(*session_.Current());
  session_.Skip(*session_.Current());
  EXPECT_EQ(session_.GroupOf(*session_.Current()).group_id(), "two");
  session_.Skip(*session_.Current());
  EXPECT_EQ(session_.Current(), nullptr);
  EXPECT_EQ(session_.skipped_count(), 3u);
  EXPECT_THAT(Answered(), IsEmpty());
}

TEST_F(InterviewSessionTest, GoesBackStepByStepOverAnswersAndSkips) {
  Answer();
  session_.Skip(*session_.Current());
  Answer();
  EXPECT_THAT(Answered(), ElementsAre("a", "c"));

  session_.GoBack();
  session_.SetNext(Next());
  EXPECT_EQ(Asked(), "c") << "not the first that is open: the one gone back to";
  const auto skipped = session_.GoBack();
  ASSERT_TRUE(skipped.has_value());
  EXPECT_FALSE(skipped->answered);
  EXPECT_EQ(skipped->label, "label of b");
  EXPECT_EQ(Asked(), "b");
  EXPECT_EQ(session_.skipped_count(), 0u);
  session_.GoBack();
  EXPECT_THAT(Answered(), IsEmpty());
  EXPECT_FALSE(session_.GoBack().has_value());
}

TEST_F(InterviewSessionTest, GoesBackToAnswersOfBefore) {
  v1::NextQuestionsRequest request;
  request.mutable_person()->add_answers()->set_fact_id("a");
  request.mutable_person()->add_answers()->set_fact_id("b");
  InterviewSession resumed(request);
  EXPECT_EQ(resumed.answered_count(), 2u);
  const auto step = resumed.GoBack();
  ASSERT_TRUE(step.has_value());
  EXPECT_EQ(step->fact_id, "b");
  EXPECT_EQ(step->label, "");
  EXPECT_EQ(resumed.answered_count(), 1u);
}

}  // namespace
}  // namespace baken
