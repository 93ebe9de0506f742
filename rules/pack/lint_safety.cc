#include <algorithm>
#include <string>

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
    }
  }

 private:
  // Levels that say "not assessed" stand in front and carry nothing.
  void CheckOrder(const ProgramFinding& finding, int i) {
    v1::Urgency lowest = v1::URGENCY_U4;
    for (const ProgramLevel& level : finding.levels) {
      if (level.kind == v1::LEVEL_KIND_NOT_ASSESSED && level.urgency == v1::URGENCY_U0) continue;
      if (level.urgency > lowest) Fail(i, absl::StrCat("level '", level.id, "' is more urgent than one before it"));
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

  void CheckLeaf(const Node& node, int index, const ProgramLevel& level, int i) {
    const Variable& variable = program_.variables[static_cast<size_t>(index)];
    if (variable.origin != VariableOrigin::kFact || node.kind == NodeKind::kContradictory) return;
    DangerOrder order = pack_.facts(variable.element).danger();
    if (order == rules::v1::DANGER_ORDER_UNSPECIFIED || RisesWithDanger(program_, node, order)) return;
    Fail(i, absl::StrCat("level '", level.id, "' reads danger fact '", variable.id,
                         "' so that more danger can make it false"));
  }

  void Fail(int finding, std::string message) { errors_.push_back({{{"findings", finding}}, -1, std::move(message)}); }

  const rules::v1::PackFile& pack_;
  const Program& program_;
  std::vector<PlanError>& errors_;
};

}  // namespace

void LintSafety(const rules::v1::PackFile& pack, const Program& program, std::vector<PlanError>& errors) {
  SafetyLinter(pack, program, errors).Run();
}

}  // namespace baken::pack_internal
