#include "client/cli/interview_command.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "client/cli/door.h"
#include "client/cli/interview_answer.h"
#include "client/cli/json_output.h"
#include "client/cli/person_input.h"
#include "client/cli/person_options.h"
#include "client/cli/problem_report.h"
#include "client/cli/text/assessment_text.h"
#include "client/cli/text/interview_text.h"

namespace baken {
namespace {

namespace fs = std::filesystem;

constexpr int kQuestionsMax = 100;  // So that what is skipped does not hide what comes after it.

std::string FindingTitles(const v1::Question& question) {
  return absl::StrJoin(question.finding_titles(), ", ",
                       [](std::string* out, const v1::LocalizedText& title) { out->append(title.text()); });
}

class Interviewer {
 public:
  Interviewer(const InterviewOptions& options, Door& door, const Process& process, PersonInput input)
      : options_(options), door_(door), process_(process), role_(std::move(input.role)) {
    *request_.mutable_person() = std::move(input.request);
    if (!options.person.role.empty()) role_ = options.person.role;
    ApplyPersonOptions(options.person, *request_.mutable_person());
    request_.set_questions_max(kQuestionsMax);
    request_.set_everything(options.everything);
  }

  ExitCode Run() {
    if (!Refresh()) return code_;
    out() << words().intro << "\n" << words().keys << "\n";
    while (!stopped_) {
      const v1::Question* question = Next();
      if (question == nullptr) break;
      Put(*question);
      if (!Handle(*question)) return code_;
    }
    return Finish();
  }

 private:
  std::ostream& out() { return *process_.out; }
  const InterviewWords& words() const { return InterviewWordsFor(next_.locale()); }

  // Asks what is next; false, with the error told, when that fails.
  bool Refresh() {
    absl::StatusOr<v1::NextQuestionsResponse> response = door_.NextQuestions(request_, role_);
    if (!response.ok()) return Failed(response.status());
    next_ = std::move(*response->mutable_next());
    // The day of the first call holds for the whole interview, also when it goes on past midnight.
    request_.mutable_person()->set_evaluation_date(next_.evaluation_date());
    return true;
  }

  bool Failed(const absl::Status& status) {
    ReportStatus(*process_.err, options_.file, status);
    code_ = door_.ExitCodeOf(status);
    return false;
  }

  // The first question that was not skipped.
  const v1::Question* Next() {
    for (const v1::QuestionGroup& group : next_.groups()) {
      for (const v1::Question& question : group.questions()) {
        if (skipped_.count(question.fact().fact_id()) > 0) continue;
        title_ = group.title().text();
        return &question;
      }
    }
    return nullptr;
  }

  void Put(const v1::Question& question) {
    if (title_ != title_shown_) out() << "\n== " << WithoutControls(title_) << "\n";
    title_shown_ = title_;
    out() << "\n" << QuestionText(question, words()) << "> " << std::flush;
    asked_.insert(question.fact().fact_id());
  }

  // One line of input. False when the service failed.
  bool Handle(const v1::Question& question) {
    std::string line;
    if (!std::getline(*process_.in, line)) {
      stopped_ = true;
      return true;
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) {
      skipped_.insert(question.fact().fact_id());
    } else if (line == "q") {
      stopped_ = true;
    } else if (line == "?") {
      out() << absl::Substitute(words().why, question.because().text(), FindingTitles(question)) << "\n";
    } else if (line == "s") {
      out() << UrgencyLine(next_, words()) << absl::Substitute(words().open, next_.open_count()) << "\n";
    } else if (line == "<") {
      return GoBack();
    } else {
      return TakeAnswer(question, line);
    }
    return true;
  }

  bool TakeAnswer(const v1::Question& question, const std::string& line) {
    v1::Answer answer;
    answer.set_fact_id(question.fact().fact_id());
    if (line == "-") {
      answer.mutable_declined();
    } else {
      std::optional<v1::FactValue> value = ReadInterviewAnswer(question.fact(), line);
      if (!value.has_value()) {
        out() << words().not_understood << "\n";
        return true;
      }
      *answer.mutable_value() = std::move(*value);
    }
    history_.emplace_back(answer.fact_id(), question.fact().label().text());
    *request_.mutable_person()->add_answers() = std::move(answer);
    return Save() && Refresh();
  }

  bool GoBack() {
    if (history_.empty()) {
      out() << words().nothing_before << "\n";
      return true;
    }
    const auto [fact, label] = history_.back();
    history_.pop_back();
    auto& answers = *request_.mutable_person()->mutable_answers();
    answers.erase(std::remove_if(answers.begin(), answers.end(),
                                 [&fact = fact](const v1::Answer& answer) { return answer.fact_id() == fact; }),
                  answers.end());
    skipped_.erase(fact);
    out() << absl::Substitute(words().back, label) << "\n";
    return Save() && Refresh();
  }

  // Beside it first, so that no one ever finds half a file.
  bool Save() {
    if (options_.file.empty()) return true;
    const absl::StatusOr<std::string> text = ToJson(request_.person(), JsonLayout::kIndented);
    if (!text.ok()) return Failed(text.status());
    const fs::path beside = options_.file + ".new";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file << *text;
    file.close();
    std::error_code error;
    if (file.good()) fs::rename(beside, options_.file, error);
    if (file.good() && !error) return true;
    *process_.err << "baken: cannot write '" << options_.file << "'\n";
    code_ = kExitWrongUse;
    return false;
  }

  absl::string_view EndingText() const {
    const v1::Settlement& settlement = next_.settlement();
    const bool settled =
        settlement.urgency_settled() && settlement.referrals_settled() && settlement.subgroups_settled();
    if (settled || next_.outcome() == v1::OUTCOME_REFUSED) return words().settled;
    return stopped_ || next_.open_count() > 0 ? words().stopped : words().only_declined;
  }

  ExitCode Finish() {
    out() << "\n" << EndingText() << "\n" << absl::Substitute(words().asked, asked_.size()) << "\n";
    if (!options_.file.empty()) out() << absl::Substitute(words().saved, options_.file) << "\n";
    const absl::StatusOr<v1::AssessResponse> response = door_.Assess(request_.person(), role_);
    if (!response.ok()) {
      Failed(response.status());
      return code_;
    }
    out() << "\n" << AssessmentText(*response, "", process_.page) << std::flush;
    return kExitDone;
  }

  const InterviewOptions& options_;
  Door& door_;
  const Process& process_;
  std::string role_;
  v1::NextQuestionsRequest request_;
  v1::NextQuestions next_;
  std::set<std::string> skipped_;
  std::set<std::string> asked_;
  std::vector<std::pair<std::string, std::string>> history_;  // Facts answered here, with their names.
  std::string title_;
  std::string title_shown_;
  bool stopped_ = false;
  ExitCode code_ = kExitDone;
};

}  // namespace

ExitCode RunInterview(const InterviewOptions& options, const Process& process) {
  const absl::StatusOr<std::unique_ptr<Door>> door = OpenDoor(options.person.door, process);
  if (!door.ok()) {
    ReportStatus(*process.err, "", door.status());
    return kExitWrongUse;
  }
  PersonInput input;
  if (!options.file.empty() && fs::exists(options.file)) input = ReadPerson(options.file, process);
  if (!input.problems.empty()) {
    ReportProblems(*process.err, options.file, input.problems);
    return kExitWrongUse;
  }
  return Interviewer(options, **door, process, std::move(input)).Run();
}

}  // namespace baken
