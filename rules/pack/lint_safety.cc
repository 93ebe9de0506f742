#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rules/engine/graph.h"
#include "rules/pack/lint.h"

namespace baken::pack_internal {
namespace {

using rules::v1::DangerOrder;

// True when a leaf that is true for a value stays true for every more serious value.
bool RisesWithDanger(const Program& program, const Node& node, DangerOrder order) {
  const Variable& variable = program.variables[static_cast<size_t>(node.variable)];
  size_t codes = program.CodeCount(variable);
  switch (node.kind) {
    case NodeKind::kInRange: {
      bool upward = order == rules::v1::DANGER_ORDER_RISING;
      // Inside [low, high] must reach the serious end; outside it must leave the serious end out.
      bool reaches_top = node.high >= variable.maximum;
      bool reaches_bottom = node.low <= variable.minimum;
      return node.negated ? (upward ? reaches_bottom : reaches_top) : (upward ? reaches_top : reaches_bottom);
    }
    case NodeKind::kCodeIn: {
      bool inside = false;
      for (size_t i = 0; i < codes; ++i) {
        bool holds = node.mask.test(i) != node.negated;
        if (inside && !holds) return false;
        inside = inside || holds;
      }
      return true;
    }
    case NodeKind::kIntersects:
      return !node.negated;
    default:
      return false;  // Comparisons between facts say nothing about seriousness.
  }
}

// Whether the points of an item go up, down or neither with the seriousness of its answers; `both` when they are equal.
struct PointsCourse {
  bool up = true;
  bool down = true;
};

PointsCourse CourseOf(const Program& program, const ScaleItem& item, DangerOrder order) {
  PointsCourse course;
  if (item.points.empty()) {
    course.down = false;  // The number itself.
  } else {
    course.up = std::is_sorted(item.points.begin(), item.points.end());
    course.down = std::is_sorted(item.points.rbegin(), item.points.rend());
  }
  bool falling = order == rules::v1::DANGER_ORDER_FALLING &&
                 program.variables[static_cast<size_t>(item.variable)].kind == VariableKind::kNumber;
  if (falling) std::swap(course.up, course.down);
  return course;
}

class SafetyLinter {
 public:
  SafetyLinter(const rules::v1::PackFile& pack, const Program& program, std::vector<PlanError>& errors)
      : pack_(pack), program_(program), errors_(errors) {}

  void Run() {
    for (int i = 0; i < pack_.findings_size(); ++i) {
      const ProgramFinding& finding = program_.findings[static_cast<size_t>(i)];
      bool urgent = std::any_of(finding.levels.begin(), finding.levels.end(),
                                [](const ProgramLevel& level) { return level.urgency > v1::URGENCY_U0; });
      if (!urgent) continue;
      CheckOrder(finding, i);
      CheckDanger(finding, i);
      for (const ProgramLevel& level : finding.levels) CheckScales(level.node, level, i);
    }
    CheckImplications();
  }

 private:
  // Levels that say "not assessed" stand in front and carry nothing.
  void CheckOrder(const ProgramFinding& finding, int i) {
    v1::Urgency lowest = v1::URGENCY_U4;
    for (const ProgramLevel& level : finding.levels) {
      if (level.kind == v1::LEVEL_KIND_NOT_ASSESSED && level.urgency == v1::URGENCY_U0) continue;
      if (level.urgency > lowest)
        Fail("findings", i, absl::StrCat("level '", level.id, "' is more urgent than one before it"));
      lowest = std::min(lowest, level.urgency);
    }
  }

  void CheckDanger(const ProgramFinding& finding, int i) {
    for (const ProgramLevel& level : finding.levels) {
      VisitNodes(program_, level.node, [&](int at) {
        const Node& node = program_.nodes[static_cast<size_t>(at)];
        if (node.kind == NodeKind::kCriterion || node.kind == NodeKind::kFamily || node.variable < 0) return;
        CheckLeaf(node, node.variable, level, i);
        if (node.other >= 0) CheckLeaf(node, node.other, level, i);
      });
    }
  }

  DangerOrder OrderOf(int index) const {
    const Variable& variable = program_.variables[static_cast<size_t>(index)];
    bool fact = variable.origin == VariableOrigin::kFact;
    return fact ? pack_.facts(variable.element).danger() : rules::v1::DANGER_ORDER_UNSPECIFIED;
  }

  // True when more danger in the variable can make the leaf false.
  bool FallsWithDanger(const Node& node, int index) const {
    DangerOrder order = OrderOf(index);
    if (order == rules::v1::DANGER_ORDER_UNSPECIFIED || node.kind == NodeKind::kContradictory) return false;
    return !RisesWithDanger(program_, node, order);
  }

  void CheckLeaf(const Node& node, int index, const ProgramLevel& level, int i) {
    if (!FallsWithDanger(node, index)) return;
    Fail("findings", i,
         absl::StrCat("level '", level.id, "' reads danger fact '", VariableId(index),
                      "' so that more danger can make it false"));
  }

  // Scores read by a condition. Of a family only the side that it names: the other is its negation.
  void CheckScales(int at, const ProgramLevel& level, int i) {
    if (at < 0) return;
    const Node& node = program_.nodes[static_cast<size_t>(at)];
    for (int child = 0; child < node.child_count; ++child) {
      CheckScales(program_.children[static_cast<size_t>(node.first_child + child)], level, i);
    }
    if (node.kind == NodeKind::kFamily) {
      for (const FamilyMember& member : program_.families[static_cast<size_t>(node.variable)].members) {
        CheckScales(node.negated ? member.negative_node : member.positive_node, level, i);
      }
      return;
    }
    if (node.kind == NodeKind::kCriterion) return;
    for (int index : {node.variable, node.other}) {
      if (index >= 0) CheckScore(node, index, level, i);
    }
  }

  void CheckScore(const Node& node, int index, const ProgramLevel& level, int i) {
    const Variable& variable = program_.variables[static_cast<size_t>(index)];
    if (variable.origin != VariableOrigin::kScale) return;
    bool rises = RisesWithDanger(program_, node, rules::v1::DANGER_ORDER_RISING);
    bool falls = RisesWithDanger(program_, node, rules::v1::DANGER_ORDER_FALLING);
    std::vector<ScaleItem> items = program_.scales[static_cast<size_t>(variable.element)].items;
    items.push_back({program_.scales[static_cast<size_t>(variable.element)].total_variable, {}});
    for (const ScaleItem& item : items) {
      DangerOrder order = item.variable < 0 ? rules::v1::DANGER_ORDER_UNSPECIFIED : OrderOf(item.variable);
      if (order == rules::v1::DANGER_ORDER_UNSPECIFIED) continue;
      PointsCourse course = CourseOf(program_, item, order);
      if ((rises && course.up) || (falls && course.down)) continue;
      Fail("findings", i,
           absl::StrCat("level '", level.id, "' reads the score '", variable.id, "' so that more danger in its item '",
                        VariableId(item.variable), "' can make it false"));
    }
  }

  // What urgent findings read: facts, scores and their items, and what implications fill these from.
  void FindUrgentReading() {
    for (const ProgramFinding& finding : program_.findings) {
      for (const ProgramLevel& level : finding.levels) {
        if (level.urgency > v1::URGENCY_U0) AddReading(level.node);
      }
    }
    for (size_t before = 0; before != urgent_.size();) {
      before = urgent_.size();
      for (const ProgramScale& scale : program_.scales) {
        if (urgent_.count(scale.variable) == 0) continue;
        for (const ScaleItem& item : scale.items) urgent_.insert(item.variable);
      }
      for (const ProgramImplication& implication : program_.implications) {
        if (Fills(implication, urgent_)) AddReading(implication.node);
      }
    }
  }

  void AddReading(int node) {
    if (!urgent_nodes_.insert(node).second) return;
    urgent_.merge(ReadVariables(program_, node));
  }

  static bool Fills(const ProgramImplication& implication, const std::set<int>& variables) {
    return std::any_of(implication.conclusions.begin(), implication.conclusions.end(),
                       [&](const ProgramConclusion& conclusion) { return variables.count(conclusion.variable) > 0; });
  }

  // An implication that less danger sets off may, of what urgent findings read, only say that there is no danger.
  void CheckImplications() {
    FindUrgentReading();
    for (size_t i = 0; i < program_.implications.size(); ++i) {
      const ProgramImplication& implication = program_.implications[i];
      bool harmless = std::all_of(implication.conclusions.begin(), implication.conclusions.end(),
                                  [&](const ProgramConclusion& conclusion) {
                                    return urgent_.count(conclusion.variable) == 0 || IsLeastDanger(conclusion);
                                  });
      if (harmless) continue;
      for (int index : FallingDanger(implication.node)) {
        Fail("implications", static_cast<int>(i),
             absl::StrCat("reads danger fact '", VariableId(index),
                          "' so that more danger can make it false, and urgent findings read what it fills"));
      }
    }
  }

  std::set<int> FallingDanger(int node) const {
    std::set<int> falling;
    VisitNodes(program_, node, [&](int at) {
      const Node& leaf = program_.nodes[static_cast<size_t>(at)];
      if (leaf.kind == NodeKind::kCriterion || leaf.kind == NodeKind::kFamily) return;
      for (int index : {leaf.variable, leaf.other}) {
        if (index >= 0 && FallsWithDanger(leaf, index)) falling.insert(index);
      }
    });
    return falling;
  }

  // The least serious value of a danger fact, or the lowest of a fact that is only read upwards.
  bool IsLeastDanger(const ProgramConclusion& conclusion) const {
    const Variable& variable = program_.variables[static_cast<size_t>(conclusion.variable)];
    DangerOrder order = OrderOf(conclusion.variable);
    if (order == rules::v1::DANGER_ORDER_UNSPECIFIED && !IsReadUpwards(conclusion.variable)) return false;
    if (conclusion.kind != ProgramConclusion::Kind::kValue) return conclusion.kind == ProgramConclusion::Kind::kNone;
    if (variable.kind == VariableKind::kOneOf) return conclusion.code == 0;
    return conclusion.number == (order == rules::v1::DANGER_ORDER_FALLING ? variable.maximum : variable.minimum);
  }

  // True when, as item or in a condition, a higher answer never makes anything false that urgency depends on.
  bool IsReadUpwards(int index) const {
    bool upwards = true;
    for (const ProgramScale& scale : program_.scales) {
      for (const ScaleItem& item : scale.items) {
        if (item.variable == index) upwards = upwards && CourseOf(program_, item, rules::v1::DANGER_ORDER_RISING).up;
      }
    }
    for (int root : urgent_nodes_) {
      VisitNodes(program_, root, [&](int at) {
        const Node& leaf = program_.nodes[static_cast<size_t>(at)];
        if (leaf.kind == NodeKind::kCriterion || leaf.kind == NodeKind::kFamily) return;
        if (leaf.variable != index && leaf.other != index) return;
        upwards = upwards && RisesWithDanger(program_, leaf, rules::v1::DANGER_ORDER_RISING);
      });
    }
    return upwards;
  }

  const std::string& VariableId(int index) const { return program_.variables[static_cast<size_t>(index)].id; }

  void Fail(const char* field, int index, std::string message) {
    errors_.push_back({{{field, index}}, -1, std::move(message)});
  }

  const rules::v1::PackFile& pack_;
  const Program& program_;
  std::vector<PlanError>& errors_;
  std::set<int> urgent_;        // Variables that urgent findings depend on,
  std::set<int> urgent_nodes_;  // and the conditions that read them.
};

}  // namespace

void LintSafety(const rules::v1::PackFile& pack, const Program& program, std::vector<PlanError>& errors) {
  SafetyLinter(pack, program, errors).Run();
}

}  // namespace baken::pack_internal
