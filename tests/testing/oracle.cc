#include "tests/testing/oracle.h"

#include <algorithm>

#include "rules/base/check.h"
#include "tests/testing/oracle_grounds.h"
#include "tests/testing/oracle_scores.h"

namespace baken::oracle {
namespace {

class Reasoner {
 public:
  Reasoner(const Pack& pack, Knowledge knowledge) : pack_(pack) { result_.knowledge = std::move(knowledge); }

  Conclusions Run() {
    FindNoneBesideOther();
    UpdateScores();
    FindImpossible();
    while (ApplyOne(/*skip_rules=*/false) || ApplyOne(/*skip_rules=*/true)) {
    }
    UpdateScores();
    for (const std::string& scale : outside_) Report(v1::CONTRADICTION_KIND_TOTAL_OUTSIDE_ITEMS, scale);
    FindDisputes();
    knowledge().data_contradictory = !result_.contradictions.empty() || !result_.disputed.empty();
    for (const auto& finding : pack_.definition().findings()) result_.findings[finding.id()] = Decide(finding);
    std::sort(result_.contradictions.begin(), result_.contradictions.end());
    return std::move(result_);
  }

 private:
  Knowledge& knowledge() { return result_.knowledge; }
  void Report(v1::ContradictionKind kind, const std::string& rule) { result_.contradictions.push_back({kind, rule}); }

  // A total that the items as answered do not allow stays one, whatever implications make of the items.
  void UpdateScores() {
    for (const std::string& scale : ComputeScores(pack_, knowledge())) outside_.insert(scale);
  }

  // "None" beside another value: it may be {none}, or the others.
  void FindNoneBesideOther() {
    for (auto& [id, state] : knowledge().states) {
      auto name = pack_.names().find(id);
      if (name == pack_.names().end() || name->second.none_code.empty() || state.readings.size() != 1) continue;
      Reading others = state.readings[0];
      if (others.in.count(name->second.none_code) == 0 || others.in.size() == 1) continue;
      others.in.erase(name->second.none_code);
      others.may.erase(name->second.none_code);
      Reading only_none = others;
      only_none.in = only_none.may = {name->second.none_code};
      state.readings = {only_none, others};
      state.contradictory = true;
      Report(v1::CONTRADICTION_KIND_NONE_BESIDE_OTHER, id);
    }
  }

  void FindImpossible() {
    for (const auto& impossible : pack_.definition().impossible()) {
      const Expression& when = pack_.Parse(impossible.when());
      if (Holds(pack_, knowledge(), when) != Truth::kTrue) continue;
      Report(v1::CONTRADICTION_KIND_IMPOSSIBLE_TOGETHER, impossible.id());
      for (const std::string& fact : GroundsOf(pack_, knowledge(), when)) {
        knowledge().states.at(fact).contradictory = true;
      }
    }
  }

  // Draws the conclusions of one implication that holds and still has some to draw; false when there is none.
  bool ApplyOne(bool skip_rules) {
    UpdateScores();
    for (const auto& implication : pack_.definition().implications()) {
      if (implication.skip_rule() != skip_rules) continue;
      if (Holds(pack_, knowledge(), pack_.Parse(implication.when())) != Truth::kTrue) continue;
      held_.insert(implication.id());
      bool drawn = false;
      for (const auto& conclusion : implication.then()) drawn = Draw(implication, conclusion) || drawn;
      if (drawn) return true;
    }
    return false;
  }

  bool Draw(const rules::v1::Implication& implication, const rules::v1::Conclusion& conclusion) {
    State& state = knowledge().states.at(conclusion.fact());
    const Name& name = pack_.name(conclusion.fact());
    for (const Reading& reading : state.readings) {
      if (With(name, conclusion, reading) == reading) return false;  // It says so already.
    }
    if (state.missing()) {
      state.readings = {With(name, conclusion, state.readings[0])};
      state.presence = Presence::kImplied;
      return true;
    }
    bool filled = false;
    for (Reading& reading : state.readings) {
      if (!LeavesRoom(name, conclusion, reading)) continue;
      reading = With(name, conclusion, reading);
      filled = true;
    }
    if (filled || implication.skip_rule()) return filled;
    result_.disputed[conclusion.fact()];
    // Beside what another implication filled in, nothing else is known; beside an answer, the rest of it.
    const bool answered = state.presence == Presence::kAnswered;
    state.readings.push_back(With(name, conclusion, answered ? state.readings[0] : UnknownReading(name)));
    state.contradictory = true;
    return true;
  }

  void FindDisputes() {
    for (auto& [fact, rules] : result_.disputed) {
      const bool answered = knowledge().states.at(fact).presence == Presence::kAnswered;
      for (const auto& implication : pack_.definition().implications()) {
        if (implication.skip_rule() || !Concludes(implication, fact) || held_.count(implication.id()) == 0) continue;
        rules.insert({answered ? v1::CONTRADICTION_KIND_ANSWER_AGAINST_IMPLICATION
                               : v1::CONTRADICTION_KIND_IMPLICATIONS_DISAGREE,
                      implication.id()});
      }
    }
  }

  static bool Concludes(const rules::v1::Implication& implication, const std::string& fact) {
    return std::any_of(implication.then().begin(), implication.then().end(),
                       [&](const auto& conclusion) { return conclusion.fact() == fact; });
  }

  // True when a partly known set may still be as the conclusion says.
  static bool LeavesRoom(const Name& name, const rules::v1::Conclusion& conclusion, const Reading& reading) {
    if (name.kind != Kind::kSet) return false;
    if (conclusion.value_case() == rules::v1::Conclusion::kIncludes)
      return reading.may.count(conclusion.includes()) > 0;
    return reading.in.empty();
  }

  // The reading in which the conclusion holds.
  static Reading With(const Name& name, const rules::v1::Conclusion& conclusion, Reading reading) {
    switch (conclusion.value_case()) {
      case rules::v1::Conclusion::kBoolean:
        reading.low = reading.high = conclusion.boolean() ? 1 : 0;
        return reading;
      case rules::v1::Conclusion::kNumber:
        reading.low = reading.high = Millionths(conclusion.number());
        return reading;
      case rules::v1::Conclusion::kCode:
        reading.may = {conclusion.code()};
        return reading;
      case rules::v1::Conclusion::kIncludes:
        reading.in.insert(conclusion.includes());
        reading.may.insert(conclusion.includes());
        reading.in.erase(name.none_code);
        reading.may.erase(name.none_code);
        return reading;
      default:
        BAKEN_CHECK(conclusion.none());
        reading.in.clear();
        if (!name.none_code.empty()) reading.in.insert(name.none_code);
        reading.may = reading.in;
        return reading;
    }
  }

  // Supported: the first level that certainly holds, else the default. Attainable: those that do not certainly fail, up
  // to and including the supported one.
  FindingOutcome Decide(const rules::v1::Finding& finding) {
    FindingOutcome outcome;
    for (const rules::v1::Level* level : pack_.Levels(finding)) {
      Truth truth = level->when().empty() ? Truth::kTrue : Holds(pack_, knowledge(), pack_.Parse(level->when()));
      if (truth != Truth::kFalse) outcome.attainable.push_back(level->id());
      if (truth != Truth::kTrue) continue;
      outcome.supported = level->id();
      break;
    }
    return outcome;
  }

  const Pack& pack_;
  Conclusions result_;
  std::set<std::string> outside_;
  std::set<std::string> held_;  // Implications that held at one time.
};

}  // namespace

Conclusions Conclude(const Pack& pack, Knowledge knowledge) { return Reasoner(pack, std::move(knowledge)).Run(); }

}  // namespace baken::oracle
