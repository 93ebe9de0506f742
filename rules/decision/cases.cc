#include "rules/decision/cases.h"

#include <algorithm>
#include <optional>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/base/error_details.h"
#include "rules/decision/decision.h"

namespace baken {
namespace {

using Ids = std::set<std::string>;

class Comparison {
 public:
  Comparison(const rules::v1::Expectation& expected, const v1::Assessment& actual, CaseResult& result)
      : expected_(expected), actual_(actual), result_(result) {}

  void Run() {
    Enum("outcome", expected_.outcome(), actual_.outcome(), v1::Outcome_Name<v1::Outcome>);
    Enum("urgency", expected_.urgency(), actual_.urgency().supported(), v1::Urgency_Name<v1::Urgency>);
    Enum("attainable urgency", expected_.attainable_urgency(), actual_.urgency().attainable(),
         v1::Urgency_Name<v1::Urgency>);
    for (const auto& finding : expected_.findings()) Finding(finding);
    Flags();
    Actions();
    Questions();
  }

 private:
  template <typename T, typename Name>
  void Enum(const char* what, T expected, T actual, Name name) {
    if (expected == T{} || expected == actual) return;
    Fail(absl::StrCat(what, " is ", name(actual), ", expected ", name(expected)));
  }

  void Finding(const rules::v1::ExpectedFinding& expected) {
    const v1::FindingResult* finding = Find(expected.finding());
    if (finding == nullptr) return Fail(absl::StrCat("finding ", expected.finding(), " is not in the answer"));
    if (finding->supported().level_id() != expected.supported()) {
      Fail(absl::StrCat("finding ", expected.finding(), " is ", finding->supported().level_id(), ", expected ",
                        expected.supported()));
    }
    bool same = std::equal(expected.attainable().begin(), expected.attainable().end(),
                           finding->attainable_level_ids().begin(), finding->attainable_level_ids().end());
    if (expected.attainable().empty() || same) return;
    Fail(absl::StrCat("finding ", expected.finding(), " can become ",
                      absl::StrJoin(finding->attainable_level_ids(), " "), ", expected ",
                      absl::StrJoin(expected.attainable(), " ")));
  }

  const v1::FindingResult* Find(const std::string& id) const {
    if (actual_.scope().finding_id() == id) return &actual_.scope();
    for (const auto& finding : actual_.findings()) {
      if (finding.finding_id() == id) return &finding;
    }
    return nullptr;
  }

  void Flags() {
    Ids actual(actual_.flags().begin(), actual_.flags().end());
    Present("flag", expected_.flags(), actual);
    Absent("flag", expected_.absent_flags(), actual);
    Ids expected(expected_.flags().begin(), expected_.flags().end());
    if (expected_.flags_exact() && expected != actual) Fail(absl::StrCat("flags are ", absl::StrJoin(actual, " ")));
  }

  void Actions() {
    Ids referrals;
    for (const auto& referral : actual_.referrals()) referrals.insert(referral.referral_id());
    Present("referral", expected_.referrals(), referrals);
    Absent("referral", expected_.absent_referrals(), referrals);
    Ids prompts;
    for (const auto& prompt : actual_.monitoring_prompts()) prompts.insert(prompt.prompt_id());
    Present("monitoring prompt", expected_.monitoring_prompts(), prompts);
    Ids advice;
    for (const auto& one : actual_.advice()) advice.insert(one.advice_id());
    Present("advice", expected_.advice(), advice);
    Absent("advice", expected_.absent_advice(), advice);
  }

  void Questions() {
    Ids open;
    for (const auto& fact : actual_.open_facts()) open.insert(fact.fact_id());
    Present("open fact", expected_.open_facts(), open);
    if (expected_.nothing_asked() && !open.empty()) Fail(absl::StrCat("asks ", absl::StrJoin(open, " ")));
    Ids contradictions;
    for (const auto& contradiction : actual_.contradictions()) contradictions.insert(contradiction.rule_id());
    Present("contradiction", expected_.contradictions(), contradictions);
  }

  template <typename List>
  void Present(const char* what, const List& expected, const Ids& actual) {
    for (const std::string& id : expected) {
      if (actual.count(id) == 0) Fail(absl::StrCat(what, " ", id, " is missing"));
    }
  }
  template <typename List>
  void Absent(const char* what, const List& unexpected, const Ids& actual) {
    for (const std::string& id : unexpected) {
      if (actual.count(id) > 0) Fail(absl::StrCat(what, " ", id, " must not be there"));
    }
  }
  void Fail(std::string message) { result_.failures.push_back(std::move(message)); }

  const rules::v1::Expectation& expected_;
  const v1::Assessment& actual_;
  CaseResult& result_;
};

}  // namespace

CaseResult RunCase(const LoadedPack& pack, const rules::v1::Case& test_case) {
  CaseResult result;
  result.case_id = test_case.id();
  // Cases carry their own date; this one is never used.
  absl::StatusOr<Decision> decision = Decide(pack, test_case.request(), test_case.role(), absl::CivilDay(1970, 1, 1));
  if (!decision.ok()) {
    result.failures.push_back(absl::StrCat("refused: ", decision.status().message()));
    if (std::optional<google::rpc::BadRequest> bad = GetBadRequest(decision.status())) {
      for (const auto& violation : bad->field_violations()) {
        result.failures.push_back(absl::StrCat(violation.field(), ": ", violation.description()));
      }
    }
    return result;
  }
  Comparison(test_case.expected(), decision->assessment, result).Run();
  return result;
}

std::vector<CaseResult> RunCases(const LoadedPack& pack) {
  std::vector<CaseResult> results;
  for (const auto& test_case : pack.cases()) results.push_back(RunCase(pack, test_case));
  return results;
}

}  // namespace baken
