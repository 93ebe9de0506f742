#include "rules/review/case_coverage.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/civil_time.h"
#include "rules/base/civil_date.h"
#include "rules/engine/evaluation.h"
#include "rules/engine/graph.h"
#include "rules/engine/intake.h"
#include "rules/engine/level_kinds.h"

namespace baken {
namespace {

// A value that wants a case.
struct Point {
  int variable = -1;
  int64_t value = 0;
  friend bool operator<(const Point& a, const Point& b) {
    return std::pair(a.variable, a.value) < std::pair(b.variable, b.value);
  }
};

// What is expected of one finding in one case; nullopt = nothing.
using Pinned = std::optional<bool>;

class Reviewer {
 public:
  explicit Reviewer(const LoadedPack& pack) : pack_(pack), program_(pack.program()) {}

  CaseCoverage Run() {
    FindPoints();
    for (const auto& test_case : pack_.cases()) ReadCase(test_case);
    for (size_t i = 0; i < program_.findings.size(); ++i) JudgeFinding(static_cast<int>(i));
    for (const auto& [point, findings] : points_) JudgePoint(point, findings);
    return std::move(coverage_);
  }

 private:
  void FindPoints() {
    for (size_t i = 0; i < program_.findings.size(); ++i) {
      for (const ProgramLevel& level : program_.findings[i].levels) {
        VisitNodes(program_, level.node, [&](int at) {
          const Node& node = program_.nodes[static_cast<size_t>(at)];
          if (node.kind == NodeKind::kInRange) AddPoints(node, static_cast<int>(i));
        });
      }
    }
  }

  // A bound lies between two values, whichever of them the pack's author wrote: at it, and a step to each side.
  void AddPoints(const Node& node, int finding) {
    const Variable& variable = program_.variables[static_cast<size_t>(node.variable)];
    if (variable.kind != VariableKind::kNumber) return;
    if (node.low > variable.minimum) AddBound(variable, node.variable, node.low, finding);
    if (node.high < variable.maximum) AddBound(variable, node.variable, node.high + 1, finding);
  }

  // `first` is the first value above the bound.
  void AddBound(const Variable& variable, int index, int64_t first, int finding) {
    for (int64_t value = first - 1; value <= first + 1; ++value) {
      if (value >= variable.minimum && value <= variable.maximum) points_[{index, value}].insert(finding);
    }
  }

  void ReadCase(const rules::v1::Case& test_case) {
    const std::optional<absl::CivilDay> day = ParseCivilDay(test_case.request().evaluation_date());
    if (!day.has_value()) return;
    Violations violations;
    Intake intake =
        ReadAnswers(program_, pack_.definition(), test_case.request().answers(),
                    {.evaluation_date = *day, .role = test_case.role(), .report_unknown = true}, violations);
    if (!violations.empty()) return;
    const Evaluation evaluation = Evaluate(program_, std::move(intake.given));
    std::set<int> pinned;
    for (size_t i = 0; i < program_.findings.size(); ++i) {
      const int finding = static_cast<int>(i);
      const Pinned expected = Expected(test_case.expected(), finding);
      if (!expected.has_value()) continue;
      pinned.insert(finding);
      (*expected ? fires_ : rests_).insert(finding);
    }
    for (const auto& [point, findings] : points_) {
      if (IsGiven(evaluation, point) && Overlap(findings, pinned)) seen_.insert(point);
    }
  }

  Pinned Expected(const rules::v1::Expectation& expected, int finding) const {
    const ProgramFinding& program_finding = program_.findings[static_cast<size_t>(finding)];
    for (const auto& one : expected.findings()) {
      if (one.finding() != program_finding.id) continue;
      for (const ProgramLevel& level : program_finding.levels) {
        if (level.id == one.supported()) return IsThere(level.kind);
      }
    }
    const auto& definition = pack_.definition().findings(finding);
    if (definition.no_flag()) return std::nullopt;
    bool raised = false;
    bool all_absent = true;
    for (const ProgramLevel& level : program_finding.levels) {
      if (!IsThere(level.kind)) continue;
      const std::string flag =
          definition.flag_per_level() ? absl::StrCat(definition.id(), "_", level.id) : definition.id();
      raised = raised || Holds(expected.flags(), flag);
      all_absent = all_absent && (expected.flags_exact() || Holds(expected.absent_flags(), flag));
    }
    if (raised) return true;
    return all_absent ? Pinned(false) : std::nullopt;
  }

  template <typename List>
  static bool Holds(const List& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
  }

  bool IsGiven(const Evaluation& evaluation, const Point& point) const {
    const VariableState& state = evaluation.states[static_cast<size_t>(point.variable)];
    if (state.contradictory || state.readings.size() != 1) return false;
    return state.readings[0].low == point.value && state.readings[0].high == point.value;
  }

  static bool Overlap(const std::set<int>& a, const std::set<int>& b) {
    return std::any_of(a.begin(), a.end(), [&](int one) { return b.count(one) > 0; });
  }

  void JudgeFinding(int finding) {
    if (finding == program_.scope_finding) return;
    const ProgramFinding& program_finding = program_.findings[static_cast<size_t>(finding)];
    const auto& levels = program_finding.levels;
    const bool can_fire =
        std::any_of(levels.begin(), levels.end(), [](const auto& level) { return IsThere(level.kind); });
    const bool can_rest =
        std::any_of(levels.begin(), levels.end(), [](const auto& level) { return !IsThere(level.kind); });
    if (can_fire)
      Want(fires_.count(finding) > 0, absl::StrCat("finding ", program_finding.id, ": no case in which it fires"));
    if (can_rest) {
      Want(rests_.count(finding) > 0,
           absl::StrCat("finding ", program_finding.id, ": no case in which it does not fire"));
    }
  }

  void JudgePoint(const Point& point, const std::set<int>& findings) {
    const Variable& variable = program_.variables[static_cast<size_t>(point.variable)];
    std::vector<std::string> names;
    for (int finding : findings) names.push_back(program_.findings[static_cast<size_t>(finding)].id);
    Want(seen_.count(point) > 0,
         absl::StrCat(variable.origin == VariableOrigin::kScale ? "scale " : "fact ", variable.id, ": no case with ",
                      variable.grid.ToText(point.value), ", for finding ", absl::StrJoin(names, " or ")));
  }

  void Want(bool given, std::string missing) {
    ++coverage_.wanted;
    if (!given) coverage_.missing.push_back(std::move(missing));
  }

  const LoadedPack& pack_;
  const Program& program_;
  std::map<Point, std::set<int>> points_;  // With the findings that read them.
  std::set<Point> seen_;
  std::set<int> fires_;  // Findings pinned so.
  std::set<int> rests_;
  CaseCoverage coverage_;
};

}  // namespace

CaseCoverage ReviewCases(const LoadedPack& pack) { return Reviewer(pack).Run(); }

}  // namespace baken
