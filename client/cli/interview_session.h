// An interview under way: what was answered, what may be asked next, and the way back. Knows no words, no terminal and
// no file.
#ifndef BAKEN_CLIENT_CLI_INTERVIEW_SESSION_H_
#define BAKEN_CLIENT_CLI_INTERVIEW_SESSION_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "baken/v1/interview.pb.h"

namespace baken {

// Not thread-safe.
class InterviewSession {
 public:
  // A question that was put, and what came of it.
  struct Step {
    std::string fact_id;
    std::string label;  // Empty for an answer of before this session.
    bool answered = false;
  };

  // Goes on from the answers in `request`; these can be gone back to, the last first.
  explicit InterviewSession(v1::NextQuestionsRequest request);

  const v1::NextQuestionsRequest& request() const { return request_; }
  const v1::NextQuestions& next() const { return next_; }
  size_t answered_count() const { return static_cast<size_t>(request_.person().answers_size()); }
  size_t skipped_count() const { return skipped_.size(); }

  // What follows from the present answers. Its day holds for the whole interview, also when that goes on past midnight.
  void SetNext(v1::NextQuestions next);

  // The question to put: the one gone back to, else the first that was not skipped; null when there is none.
  const v1::Question* Current() const;
  // The group in which a question of next() stands.
  const v1::QuestionGroup& GroupOf(const v1::Question& question) const;

  // The answer to `question`, or that it was skipped. After an answer next() is out of date.
  void Take(const v1::Question& question, v1::Answer answer);
  void Skip(const v1::Question& question);
  // Takes back the last of these; nullopt when there is none. next() is out of date when it was an answer.
  std::optional<Step> GoBack();

 private:
  v1::NextQuestionsRequest request_;
  v1::NextQuestions next_;
  std::set<std::string> skipped_;
  std::vector<Step> steps_;
  std::string gone_back_to_;
};

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_INTERVIEW_SESSION_H_
