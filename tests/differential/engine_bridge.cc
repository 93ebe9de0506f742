#include "tests/differential/engine_bridge.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "rules/engine/planner.h"

namespace baken {
namespace {

// The engine counts steps of the fact's grid, the oracle millionths; booleans are 0 and 1 in both.
int64_t ToSteps(const Variable& variable, int64_t value) {
  if (variable.kind != VariableKind::kNumber) return value;
  return value / oracle::Millionths(variable.grid.ToText(1));
}

CodeMask ToMask(const Program& program, const Variable& variable, const std::set<std::string>& codes) {
  CodeMask mask;
  for (const std::string& code : codes) {
    mask.set(static_cast<size_t>(program.domains[static_cast<size_t>(variable.domain)].Find(code)));
  }
  return mask;
}

Reading ToReading(const Program& program, const Variable& variable, const oracle::Reading& from) {
  Reading reading = UnknownReading(variable, 0);
  if (variable.domain >= 0) {
    reading.in = ToMask(program, variable, from.in);
    reading.may = ToMask(program, variable, from.may);
    return reading;
  }
  reading.low = ToSteps(variable, from.low);
  reading.high = ToSteps(variable, from.high);
  return reading;
}

Presence ToPresence(oracle::Presence presence) {
  switch (presence) {
    case oracle::Presence::kAbsent:
      return Presence::kAbsent;
    case oracle::Presence::kDeclined:
      return Presence::kDeclined;
    case oracle::Presence::kImplied:
      return Presence::kImplied;
    case oracle::Presence::kAnswered:
      break;
  }
  return Presence::kAnswered;
}

std::string Describe(const oracle::Name& name, const oracle::Reading& reading) {
  if (name.kind == oracle::Kind::kSet) {
    return absl::StrCat("{", absl::StrJoin(reading.in, ","), "} of {", absl::StrJoin(reading.may, ","), "}");
  }
  if (name.kind == oracle::Kind::kOneOf) return absl::StrJoin(reading.may, "|");
  return absl::StrCat(reading.low, "..", reading.high);
}

}  // namespace

std::unique_ptr<const Program> PlanOrFail(const rules::v1::PackFile& definition) {
  std::vector<PlanError> errors;
  std::unique_ptr<const Program> program = MakeProgram(definition, errors);
  for (const PlanError& error : errors) {
    std::string where;
    for (const PathStep& step : error.path) absl::StrAppend(&where, step.field, "[", step.index, "].");
    ADD_FAILURE() << where << " at " << error.offset << ": " << error.message;
  }
  return program;
}

Given ToGiven(const Program& program, const oracle::Knowledge& knowledge) {
  Given given = NothingGiven(program);
  for (size_t i = 0; i < program.variables.size(); ++i) {
    const Variable& variable = program.variables[i];
    auto known = knowledge.states.find(variable.id);
    if (known == knowledge.states.end() || variable.origin == VariableOrigin::kScale) continue;
    VariableState& state = given.states[i];
    state.presence = ToPresence(known->second.presence);
    state.contradictory = known->second.contradictory;
    state.readings.clear();
    for (const oracle::Reading& reading : known->second.readings) {
      state.readings.push_back(ToReading(program, variable, reading));
    }
  }
  return given;
}

std::map<std::string, oracle::FindingOutcome> Findings(const Program& program, const Evaluation& evaluation) {
  std::map<std::string, oracle::FindingOutcome> findings;
  for (size_t i = 0; i < program.findings.size(); ++i) {
    const ProgramFinding& finding = program.findings[i];
    const FindingState& state = evaluation.findings[i];
    oracle::FindingOutcome outcome;
    outcome.supported = finding.levels[static_cast<size_t>(state.supported)].id;
    for (size_t level = 0; level < finding.levels.size(); ++level) {
      if (state.attainable[level]) outcome.attainable.push_back(finding.levels[level].id);
    }
    EXPECT_EQ(state.decided, outcome.attainable.size() == 1) << finding.id;
    findings[finding.id] = outcome;
  }
  return findings;
}

void ExpectSameContradictions(const Evaluation& evaluation, const oracle::Conclusions& expected) {
  std::vector<oracle::ContradictionId> plain;
  std::set<oracle::ContradictionId> from_implications;
  for (const ContradictionRecord& record : evaluation.contradictions) {
    const bool implication = record.kind == v1::CONTRADICTION_KIND_ANSWER_AGAINST_IMPLICATION ||
                             record.kind == v1::CONTRADICTION_KIND_IMPLICATIONS_DISAGREE;
    if (implication) from_implications.emplace(record.kind, record.rule_id);
    if (!implication) plain.emplace_back(record.kind, record.rule_id);
  }
  std::sort(plain.begin(), plain.end());
  EXPECT_EQ(plain, expected.contradictions);
  for (const auto& [fact, rules] : expected.disputed) {
    EXPECT_TRUE(
        std::any_of(rules.begin(), rules.end(), [&](const auto& id) { return from_implications.count(id) > 0; }))
        << "no contradiction reported about " << fact;
  }
  for (const auto& id : from_implications) {
    EXPECT_TRUE(std::any_of(expected.disputed.begin(), expected.disputed.end(),
                            [&](const auto& dispute) { return dispute.second.count(id) > 0; }))
        << id.second << " contradicts nothing";
  }
}

std::string Describe(const oracle::Pack& pack, const oracle::Knowledge& knowledge) {
  std::string text;
  for (const auto& [id, name] : pack.names()) {
    const oracle::State& state = knowledge.states.at(id);
    if (state.readings.size() == 1 && state.readings[0] == oracle::UnknownReading(name)) continue;
    absl::StrAppend(&text, "  ", id, ":");
    for (const oracle::Reading& reading : state.readings) absl::StrAppend(&text, " ", Describe(name, reading));
    absl::StrAppend(&text, state.contradictory ? " (contradictory)\n" : "\n");
  }
  return text;
}

}  // namespace baken
