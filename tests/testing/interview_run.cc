#include "tests/testing/interview_run.h"

#include <algorithm>
#include <bit>
#include <set>
#include <utility>

#include "rules/base/check.h"
#include "rules/engine/dependencies.h"
#include "rules/explain/open_questions.h"
#include "rules/explain/settlement.h"

namespace baken {
namespace {

using explain_internal::OpenQuestions;
using explain_internal::Situation;

const absl::CivilDay kDay(2026, 11, 25);

}  // namespace

Interviewing::Interviewing(const LoadedPack& pack, const std::string& role)
    : pack_(pack),
      program_(pack.program()),
      nothing_(*decision_internal::PrepareRequest(pack, v1::AssessRequest(), role, kDay)),
      rules_(std::make_shared<const explain_internal::AdviceRules>(pack, *nothing_.occasion.role)),
      engine_(pack.engines().Incremental()),
      is_read_(program_.facts.size(), false) {
  for (size_t f = 0; f < program_.findings.size(); ++f) {
    for (int fact : BearingFacts(program_, static_cast<int>(f))) is_read_[static_cast<size_t>(fact)] = true;
  }
}

Situation Interviewing::SituationOf(Given given) const {
  decision_internal::PreparedRequest prepared = nothing_;
  prepared.intake.given = std::move(given);
  return Situation(rules_, engine_, std::move(prepared));
}

Advice Interviewing::AdviceOf(const Situation& situation) const {
  Advice advice;
  advice.urgency = situation.now().urgency;
  advice.referrals = situation.now().referrals;
  for (size_t f = 0; f < program_.findings.size(); ++f) {
    const int finding = static_cast<int>(f);
    if (rules_->IsSubgroup(finding)) advice.subgroup_levels.push_back(situation.now().levels[f].supported);
  }
  return advice;
}

InterviewRun Interviewing::Run(const Given& person) const {
  InterviewRun run;
  run.known = nothing_.intake.given;
  for (;;) {
    const Situation situation = SituationOf(run.known);
    const std::vector<int> facts = OpenQuestions(situation, /*everything=*/false).InOrder(1);
    if (facts.empty()) {
      const v1::Settlement settlement = explain_internal::Settle(situation);
      run.settled = settlement.urgency_settled() && settlement.referrals_settled() && settlement.subgroups_settled();
      run.advice = AdviceOf(situation);
      return run;
    }
    BAKEN_CHECK(run.asked.size() <= program_.facts.size());
    run.asked.push_back(facts.front());
    const auto variable = static_cast<size_t>(program_.facts[static_cast<size_t>(facts.front())].variable);
    run.known.states[variable] = person.states[variable];
  }
}

// By scale: filled in, in the full intake. Wholes and parts of what is in a family go with that family.
std::vector<bool> Interviewing::Instruments(const InterviewRun& run) const {
  const Evaluation known = Evaluate(program_, run.known);
  const auto asked = [&](int scale) { return known.scales[static_cast<size_t>(scale)].given; };
  std::vector<bool> filled(program_.scales.size(), true);
  std::set<int> in_family;
  for (const ProgramFamily& family : program_.families) {
    // Asked by itself, or as a part of a larger one.
    const bool any = std::any_of(family.members.begin(), family.members.end(), [&](const FamilyMember& member) {
      return asked(member.scale) || known.scales[static_cast<size_t>(member.scale)].bounded_by_whole;
    });
    for (size_t m = 0; m < family.members.size(); ++m) {
      const int scale = family.members[m].scale;
      in_family.insert(scale);
      filled[static_cast<size_t>(scale)] = any ? asked(scale) : m == 0;
    }
  }
  for (size_t s = 0; s < program_.scales.size(); ++s) {
    const auto& parts = program_.scales[s].parts;
    const bool of_families =
        std::any_of(parts.begin(), parts.end(), [&](int part) { return in_family.count(part) > 0; });
    if (of_families) filled[s] = asked(static_cast<int>(s));
  }
  return filled;
}

// By variable: asked in the full intake, if it does not follow from other answers.
std::vector<bool> Interviewing::Wanted(const InterviewRun& run) const {
  std::vector<bool> wanted(program_.variables.size(), false);
  const auto set = [&](int variable, bool value) { wanted[static_cast<size_t>(variable)] = value; };
  for (size_t f = 0; f < program_.facts.size(); ++f) {
    const int variable = program_.facts[f].variable;
    if (variable >= 0) set(variable, is_read_[f] && !program_.variables[static_cast<size_t>(variable)].derived);
  }
  for (const ProgramScale& scale : program_.scales) {
    set(scale.total_variable, false);
    for (const ScaleItem& item : scale.items) set(item.variable, false);
  }
  const std::vector<bool> filled = Instruments(run);
  const auto was_asked = [&](int variable) { return !run.known.states[static_cast<size_t>(variable)].missing(); };
  for (size_t s = 0; s < filled.size(); ++s) {
    const ProgramScale& scale = program_.scales[s];
    if (!filled[s]) continue;
    const bool by_items = std::any_of(scale.items.begin(), scale.items.end(),
                                      [&](const ScaleItem& item) { return was_asked(item.variable); });
    if (!by_items || was_asked(scale.total_variable)) set(scale.total_variable, true);
    for (const ScaleItem& item : scale.items) {
      if (by_items) set(item.variable, true);
    }
  }
  return wanted;
}

// By variable: what implications and skip rules conclude wholly from the other answers of this person.
std::vector<bool> Interviewing::Following(const Given& person) const {
  const Evaluation whole = Evaluate(program_, person);
  std::vector<bool> following(program_.variables.size(), false);
  for (const ProgramImplication& implication : program_.implications) {
    if (whole.nodes[static_cast<size_t>(implication.node)] != Tri::kTrue) continue;
    for (const ProgramConclusion& conclusion : implication.conclusions) {
      const bool wholly = conclusion.kind != ProgramConclusion::Kind::kIncludes;
      if (wholly) following[static_cast<size_t>(conclusion.variable)] = true;
    }
  }
  return following;
}

FullIntake Interviewing::FullIntakeOf(const Given& person, const InterviewRun& run) const {
  const std::vector<bool> wanted = Wanted(run);
  const std::vector<bool> following = Following(person);
  FullIntake intake;
  intake.known = nothing_.intake.given;
  const auto answer = [&](size_t variable) {
    intake.known.states[variable] = person.states[variable];
    ++intake.question_count;
  };
  for (size_t v = 0; v < wanted.size(); ++v) {
    if (wanted[v] && !following[v]) answer(v);
  }
  // Two that follow from each other are told by neither.
  for (size_t v = 0; v < wanted.size(); ++v) {
    if (wanted[v] && following[v] && Evaluate(program_, intake.known).states[v].missing()) answer(v);
  }
  intake.advice = AdviceOf(SituationOf(intake.known));
  return intake;
}

}  // namespace baken
