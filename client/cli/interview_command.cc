#include "client/cli/interview_command.h"

#include <filesystem>
#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/substitute.h"
#include "client/cli/door.h"
#include "client/cli/interview_answer.h"
#include "client/cli/interview_session.h"
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

// Beside it first, so that no one ever finds half a file.
bool WriteWhole(const fs::path& path, const std::string& text) {
  const fs::path beside = path.string() + ".new";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  std::error_code error;
  if (file.good()) fs::rename(beside, path, error);
  return file.good() && !error;
}

v1::NextQuestionsRequest RequestOf(const InterviewOptions& options, v1::AssessRequest person) {
  v1::NextQuestionsRequest request;
  *request.mutable_person() = std::move(person);
  ApplyPersonOptions(options.person, *request.mutable_person());
  request.set_questions_max(kQuestionsMax);
  request.set_everything(options.everything);
  return request;
}

bool IsSettled(const v1::Settlement& settlement) {
  return settlement.urgency_settled() && settlement.referrals_settled() && settlement.subgroups_settled();
}

class Interviewer {
 public:
  Interviewer(const InterviewOptions& options, Door& door, const Process& process, PersonInput input)
      : options_(options),
        door_(door),
        process_(process),
        role_(options.person.role.empty() ? input.role : options.person.role),
        session_(RequestOf(options, std::move(input.request))) {}

  ExitCode Run() {
    if (!Refresh()) return code_;
    out() << words().intro << "\n" << words().keys << "\n";
    if (session_.answered_count() > 0) {
      out() << absl::Substitute(words().resumed, session_.answered_count(), next().evaluation_date()) << "\n";
    }
    TellUrgencyWhenChanged();
    while (!stopped_) {
      const v1::Question* question = session_.Current();
      if (question == nullptr) break;
      Put(*question);
      if (!Handle(*question)) return code_;
    }
    return Finish();
  }

 private:
  std::ostream& out() { return *process_.out; }
  const v1::NextQuestions& next() const { return session_.next(); }
  const InterviewWords& words() const { return InterviewWordsFor(next().locale()); }

  // Asks what is next; false, with the error told, when that fails.
  bool Refresh() {
    absl::StatusOr<v1::NextQuestionsResponse> response = door_.NextQuestions(session_.request(), role_);
    if (!response.ok()) return Failed(response.status());
    session_.SetNext(std::move(*response->mutable_next()));
    return true;
  }

  bool Failed(const absl::Status& status) {
    ReportStatus(*process_.err, options_.file, status);
    code_ = door_.ExitCodeOf(status);
    return false;
  }

  // At the start, and after each answer that changed it or how high it can still become.
  void TellUrgencyWhenChanged() {
    const std::string line = UrgencyLine(next(), words());
    if (line != urgency_told_) out() << line;
    urgency_told_ = line;
  }

  void Put(const v1::Question& question) {
    const std::string& title = session_.GroupOf(question).title().text();
    if (title != title_shown_) out() << "\n" << absl::Substitute(words().topic, WithoutControls(title)) << "\n";
    title_shown_ = title;
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
      session_.Skip(question);
      out() << words().skipped << "\n";
    } else if (line == "q") {
      stopped_ = true;
    } else if (line == "?") {
      out() << WhyLine(question, words());
    } else if (line == "h") {
      out() << words().keys << "\n";
    } else if (line == "s") {
      return Summarise();
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
      out() << words().declined << "\n";
    } else {
      std::optional<v1::FactValue> value = ReadInterviewAnswer(question.fact(), line);
      if (!value.has_value()) {
        out() << words().not_understood << "\n";
        return true;
      }
      *answer.mutable_value() = std::move(*value);
    }
    session_.Take(question, std::move(answer));
    return SaveAndRefresh();
  }

  bool GoBack() {
    const std::optional<InterviewSession::Step> step = session_.GoBack();
    if (!step.has_value()) {
      out() << words().nothing_before << "\n";
      return true;
    }
    if (!step->answered) {
      out() << absl::Substitute(words().back_to_skipped, step->label) << "\n";
      return true;
    }
    out() << (step->label.empty() ? std::string(words().back_to_earlier) : absl::Substitute(words().back, step->label))
          << "\n";
    return SaveAndRefresh();
  }

  bool SaveAndRefresh() {
    if (!Save() || !Refresh()) return false;
    TellUrgencyWhenChanged();
    return true;
  }

  bool Save() {
    if (options_.file.empty()) return true;
    const absl::StatusOr<std::string> text = ToJson(session_.request().person(), JsonLayout::kIndented);
    if (!text.ok()) return Failed(text.status());
    saved_ = WriteWhole(options_.file, *text);
    if (saved_) return true;
    *process_.err << "baken: cannot write '" << options_.file << "'\n";
    code_ = kExitWrongUse;
    return false;
  }

  // How it stands: urgency, what is settled, where to refer on what is known, how much was asked.
  bool Summarise() {
    const absl::StatusOr<v1::AssessResponse> response = door_.Assess(session_.request().person(), role_);
    if (!response.ok()) return Failed(response.status());
    out() << UrgencyLine(next(), words()) << SettledLine(next().settlement(), words())
          << ReferralsLine(response->assessment(), words())
          << absl::Substitute(words().counts, session_.answered_count(), session_.skipped_count(), next().open_count())
          << "\n";
    return true;
  }

  absl::string_view EndingText() const {
    if (IsSettled(next().settlement()) || next().outcome() == v1::OUTCOME_REFUSED) return words().settled;
    return stopped_ || next().open_count() > 0 ? words().stopped : words().only_declined;
  }

  ExitCode Finish() {
    out() << "\n" << EndingText() << "\n" << absl::Substitute(words().asked, asked_.size()) << "\n";
    if (saved_) out() << absl::Substitute(words().saved, options_.file) << "\n";
    const absl::StatusOr<v1::AssessResponse> response = door_.Assess(session_.request().person(), role_);
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
  const std::string role_;
  InterviewSession session_;
  std::set<std::string> asked_;
  std::string title_shown_;
  std::string urgency_told_;
  bool stopped_ = false;
  bool saved_ = false;  // The file holds the answers given here.
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
