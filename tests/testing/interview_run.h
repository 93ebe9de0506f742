// Interviews in process with persons who can answer anything, and the full intake of the same persons.
#ifndef BAKEN_TESTS_TESTING_INTERVIEW_RUN_H_
#define BAKEN_TESTS_TESTING_INTERVIEW_RUN_H_

#include <memory>
#include <string>
#include <vector>

#include "rules/explain/situation.h"

namespace baken {

// What the two are compared by: urgency, referrals, subgroups with their levels.
struct Advice {
  v1::Urgency urgency = v1::URGENCY_U0;
  std::vector<bool> referrals;
  std::vector<int> subgroup_levels;
  bool operator==(const Advice&) const = default;
};

struct InterviewRun {
  std::vector<int> asked;  // Facts, in the order in which they were asked.
  bool settled = false;    // Urgency, referrals and subgroups, each.
  Advice advice;
  Given known;
};

struct FullIntake {
  int question_count = 0;
  Advice advice;
  Given known;
};

// One for each thread; the pack outlives it.
class Interviewing {
 public:
  Interviewing(const LoadedPack& pack, const std::string& role);

  // Asks one question at a time, as FindNextQuestions gives them, until there is none. `person` answers every fact.
  InterviewRun Run(const Given& person) const;

  // Every question that applies to the same person: facts that some condition reads and that do not follow from other
  // answers; of each family of instruments one, that which the interview asked if it asked any, else its first; an
  // instrument by its total, unless the interview asked its items. So a questionnaire counts as one question.
  FullIntake FullIntakeOf(const Given& person, const InterviewRun& run) const;

 private:
  explain_internal::Situation SituationOf(Given given) const;
  Advice AdviceOf(const explain_internal::Situation& situation) const;
  std::vector<bool> Instruments(const InterviewRun& run) const;
  std::vector<bool> Wanted(const InterviewRun& run) const;
  std::vector<bool> Following(const Given& person) const;

  const LoadedPack& pack_;
  const Program& program_;
  decision_internal::PreparedRequest nothing_;
  std::shared_ptr<const explain_internal::AdviceRules> rules_;
  std::shared_ptr<Engine> engine_;
  std::vector<bool> is_read_;  // By fact.
};

}  // namespace baken

#endif  // BAKEN_TESTS_TESTING_INTERVIEW_RUN_H_
