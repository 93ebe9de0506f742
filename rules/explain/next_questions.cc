#include "rules/explain/next_questions.h"

#include <limits>

#include "absl/strings/str_cat.h"
#include "rules/base/civil_date.h"
#include "rules/base/digest.h"
#include "rules/base/error_details.h"
#include "rules/base/field_prefix.h"
#include "rules/base/status_macros.h"
#include "rules/decision/decision.h"
#include "rules/decision/description.h"
#include "rules/explain/effects.h"
#include "rules/explain/open_questions.h"
#include "rules/explain/settlement.h"
#include "rules/explain/settlement_check.h"
#include "rules/explain/situation.h"

namespace baken {
namespace {

using explain_internal::OpenQuestion;
using explain_internal::OpenQuestions;
using explain_internal::Situation;

constexpr int kQuestionsMax = 100;
// The same completions each time: a check that fails once fails again.
constexpr uint64_t kCheckSeed = 20261125;

const char* BecauseTextId(v1::QuestionPurpose purpose) {
  switch (purpose) {
    case v1::QUESTION_PURPOSE_URGENCY:
      return "interview.because.URGENCY";
    case v1::QUESTION_PURPOSE_REFERRAL:
      return "interview.because.REFERRAL";
    case v1::QUESTION_PURPOSE_SUBGROUP:
      return "interview.because.SUBGROUP";
    default:
      return "interview.because.FINDING";
  }
}

v1::Question Describe(const Situation& situation, int fact, const OpenQuestion& open) {
  v1::Question question;
  *question.mutable_fact() = DescribeFact(situation.pack(), situation.occasion().locale, fact);
  question.set_purpose(open.purpose);
  *question.mutable_because() = situation.Context().Text(BecauseTextId(open.purpose));
  for (int finding : open.findings) {
    const std::string& id = situation.program().findings[static_cast<size_t>(finding)].id;
    question.add_finding_ids(id);
    *question.add_finding_titles() = situation.Context().Text(absl::StrCat("finding.", id, ".title"));
  }
  return question;
}

// Those of `facts` to put now: `questions_max` of them, or, for 0, all that stand in the group of the first.
std::vector<int> Pick(const Situation& situation, const std::vector<int>& facts, int questions_max) {
  std::vector<int> picked;
  for (int fact : facts) {
    const auto group = [&](int of) { return situation.program().facts[static_cast<size_t>(of)].group; };
    if (questions_max > 0 ? static_cast<int>(picked.size()) < questions_max : group(fact) == group(facts.front())) {
      picked.push_back(fact);
    }
  }
  return picked;
}

void AddQuestions(const Situation& situation, const v1::NextQuestionsRequest& request, v1::NextQuestions& next) {
  const int wanted = request.questions_max() > 0 ? request.questions_max() : std::numeric_limits<int>::max();
  OpenQuestions open(situation, request.everything());
  const std::vector<int> facts = open.InOrder(wanted);
  next.set_open_count(open.count());
  for (int fact : Pick(situation, facts, request.questions_max())) {
    const std::string& id =
        situation.definition().groups(situation.program().facts[static_cast<size_t>(fact)].group).id();
    if (next.groups().empty() || next.groups().rbegin()->group_id() != id) {
      v1::QuestionGroup& group = *next.add_groups();
      group.set_group_id(id);
      *group.mutable_title() = situation.Context().Text(absl::StrCat("group.", id, ".title"));
    }
    *next.mutable_groups()->rbegin()->add_questions() = Describe(situation, fact, open.of(fact));
  }
}

}  // namespace

absl::StatusOr<Interview> FindNextQuestions(const LoadedPack& pack, const v1::NextQuestionsRequest& request,
                                            absl::string_view role, absl::CivilDay today) {
  if (request.questions_max() < 0 || request.questions_max() > kQuestionsMax) {
    Violations violations;
    violations.Add("questions_max", absl::StrCat("must be in [0, ", kQuestionsMax, "]"));
    return InvalidRequestError("INVALID_REQUEST", violations);
  }
  // Kind of answer and urgency in words are those of Assess.
  const absl::StatusOr<Decision> decision = Decide(pack, request.person(), role, today);
  if (!decision.ok()) return WithFieldPrefix(decision.status(), "person.");
  BAKEN_ASSIGN_OR_RETURN(const Situation situation, Situation::Make(pack, request.person(), role, today));
  Interview interview;
  interview.unknown_field_paths = situation.unknown_paths();
  v1::NextQuestions& next = interview.next;
  next.set_evaluation_date(FormatCivilDay(situation.occasion().evaluation_date));
  next.set_role(situation.occasion().role->id());
  next.set_locale(situation.occasion().locale);
  *next.mutable_pack() = pack.reference();
  next.set_site_profile(pack.site_profile().name);
  next.set_outcome(decision->assessment.outcome());
  if (situation.refused()) return interview;
  *next.mutable_urgency_statement() = explain_internal::UrgencyStatement(situation, situation.outlook());
  *next.mutable_settlement() = explain_internal::Settle(situation);
  AddQuestions(situation, request, next);
  return interview;
}

namespace {

// What a certificate says beside its settlement.
void CheckHeading(const Situation& situation, const v1::NextQuestions& certificate, v1::Outcome outcome,
                  std::vector<std::string>& faults) {
  const v1::Settlement& settlement = certificate.settlement();
  const bool open = settlement.urgency_attainable() > settlement.urgency_supported();
  const std::string statement =
      absl::StrCat("urgency.U", settlement.urgency_supported() - v1::URGENCY_U0, open ? ".open" : "");
  const bool worded =
      situation.Context().HasText(statement) &&
      certificate.urgency_statement().SerializeAsString() == situation.Context().Text(statement).SerializeAsString();
  if (!worded) faults.push_back("the words about the urgency are not those of the pack");
  if (certificate.outcome() != outcome) faults.push_back("the kind of answer is not the one that follows");
}

bool IsSameOccasion(const Situation& situation, const v1::NextQuestions& certificate) {
  return certificate.pack().SerializeAsString() == situation.pack().reference().SerializeAsString() &&
         certificate.site_profile() == situation.pack().site_profile().name &&
         certificate.role() == situation.occasion().role->id() && certificate.locale() == situation.occasion().locale &&
         certificate.evaluation_date() == FormatCivilDay(situation.occasion().evaluation_date);
}

}  // namespace

absl::StatusOr<std::vector<std::string>> CheckCertificate(const LoadedPack& pack, const v1::AssessRequest& person,
                                                          absl::string_view role, absl::CivilDay today,
                                                          const v1::NextQuestions& certificate, int trials) {
  BAKEN_ASSIGN_OR_RETURN(const Decision decision, Decide(pack, person, role, today));
  BAKEN_ASSIGN_OR_RETURN(const Situation situation, Situation::Make(pack, person, role, today));
  if (!IsSameOccasion(situation, certificate)) {
    return std::vector<std::string>{"the certificate is of another pack, site profile, role, language or day"};
  }
  std::vector<std::string> faults =
      explain_internal::CheckSettlement(situation, certificate.settlement(), trials, kCheckSeed);
  CheckHeading(situation, certificate, decision.assessment.outcome(), faults);
  return faults;
}

std::string InterviewDigest(const v1::NextQuestions& next) { return CanonicalDigest(next); }

}  // namespace baken
