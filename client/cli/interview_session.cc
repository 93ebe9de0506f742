#include "client/cli/interview_session.h"

#include <algorithm>
#include <utility>

#include "rules/base/check.h"

namespace baken {

InterviewSession::InterviewSession(v1::NextQuestionsRequest request) : request_(std::move(request)) {
  for (const v1::Answer& answer : request_.person().answers()) steps_.push_back({answer.fact_id(), "", true});
}

void InterviewSession::SetNext(v1::NextQuestions next) {
  next_ = std::move(next);
  request_.mutable_person()->set_evaluation_date(next_.evaluation_date());
}

const v1::Question* InterviewSession::Current() const {
  const v1::Question* first = nullptr;
  for (const v1::QuestionGroup& group : next_.groups()) {
    for (const v1::Question& question : group.questions()) {
      const std::string& fact = question.fact().fact_id();
      if (fact == gone_back_to_) return &question;
      if (first == nullptr && skipped_.count(fact) == 0) first = &question;
    }
  }
  return first;
}

const v1::QuestionGroup& InterviewSession::GroupOf(const v1::Question& question) const {
  for (const v1::QuestionGroup& group : next_.groups()) {
    for (const v1::Question& one : group.questions()) {
      if (&one == &question) return group;
    }
  }
  BAKEN_CHECK(false);
}

void InterviewSession::Take(const v1::Question& question, v1::Answer answer) {
  steps_.push_back({answer.fact_id(), question.fact().label().text(), true});
  gone_back_to_.clear();
  *request_.mutable_person()->add_answers() = std::move(answer);
}

void InterviewSession::Skip(const v1::Question& question) {
  steps_.push_back({question.fact().fact_id(), question.fact().label().text(), false});
  gone_back_to_.clear();
  skipped_.insert(question.fact().fact_id());
}

std::optional<InterviewSession::Step> InterviewSession::GoBack() {
  if (steps_.empty()) return std::nullopt;
  Step step = std::move(steps_.back());
  steps_.pop_back();
  gone_back_to_ = step.fact_id;
  skipped_.erase(step.fact_id);
  auto& answers = *request_.mutable_person()->mutable_answers();
  answers.erase(std::remove_if(answers.begin(), answers.end(),
                               [&](const v1::Answer& answer) { return answer.fact_id() == step.fact_id; }),
                answers.end());
  return step;
}

}  // namespace baken
