#include <memory>
#include <set>

#include "absl/strings/str_cat.h"
#include "rules/engine/graph.h"
#include "rules/engine/node_builder.h"
#include "rules/engine/plan_context.h"
#include "rules/logic/checker.h"
#include "rules/logic/parser.h"

namespace baken::engine_internal {
namespace {

using Checked = std::unique_ptr<Condition>;

Checked CheckCondition(PlanContext& context, const std::string& when, ElementPath path, const char* field = "when") {
  path.push_back({field, -1});
  std::vector<ExpressionError> errors;
  Checked condition;
  if (auto expression = ParseExpression(when, errors)) condition = CheckExpression(*expression, context.table, errors);
  for (ExpressionError& error : errors) context.Fail(path, std::move(error.message), error.offset);
  return condition;
}

class RulePlanner {
 public:
  explicit RulePlanner(PlanContext& context) : context_(context), program_(context.program), pack_(context.pack) {}

  void Run() {
    DeclareNames();
    CheckCriteria();
    CheckFamilies();
    CheckFeatures();
    NodeBuilder builder(context_, criteria_, families_);
    builder_ = &builder;
    PlanImpossible();
    PlanImplications();
    PlanFindings();
    // Faults in criteria that nothing uses must come out too.
    for (size_t i = 0; i < criteria_.size(); ++i) BuildUnused(static_cast<int>(i));
  }

 private:
  void DeclareNames() {
    for (int i = 0; i < pack_.criteria_size(); ++i) {
      Symbol symbol;
      symbol.kind = SymbolKind::kCriterion;
      symbol.index = i;
      const std::string& id = pack_.criteria(i).id();
      if (!context_.table.symbols.emplace(id, symbol).second) context_.Fail({{"criteria", i}}, "name is taken");
      program_.criteria.push_back(id);
    }
    for (int i = 0; i < pack_.families_size(); ++i) {
      Symbol symbol;
      symbol.kind = SymbolKind::kFamily;
      symbol.index = i;
      const std::string& id = pack_.families(i).id();
      if (!context_.table.families.emplace(id, symbol).second)
        context_.Fail({{"families", i}}, "family id stands twice");
    }
  }

  void CheckCriteria() {
    for (int i = 0; i < pack_.criteria_size(); ++i) {
      criteria_.push_back(CheckCondition(context_, pack_.criteria(i).when(), {{"criteria", i}}));
    }
  }

  void CheckFamilies() {
    for (int i = 0; i < pack_.families_size(); ++i) {
      ProgramFamily family;
      family.id = pack_.families(i).id();
      std::vector<Checked> conditions;
      if (pack_.families(i).members_size() == 0) context_.Fail({{"families", i}}, "a family needs members");
      for (int m = 0; m < pack_.families(i).members_size(); ++m) {
        const auto& member = pack_.families(i).members(m);
        ElementPath path = {{"families", i}, {"members", m}};
        auto scale = context_.scale_index.find(member.scale());
        if (scale == context_.scale_index.end()) context_.Fail(path, absl::StrCat("no scale '", member.scale(), "'"));
        FamilyMember planned;
        planned.scale = scale == context_.scale_index.end() ? -1 : scale->second;
        family.members.push_back(planned);
        conditions.push_back(CheckCondition(context_, member.positive_when(), path, "positive_when"));
      }
      families_.push_back(std::move(conditions));
      program_.families.push_back(std::move(family));
    }
  }

  // Features of profiles follow the criteria as further named conditions. No condition can name them, so that profiles
  // decide nothing.
  void CheckFeatures() {
    for (int p = 0; p < pack_.profiles_size(); ++p) {
      for (int t = 0; t < pack_.profiles(p).types_size(); ++t) {
        const auto& type = pack_.profiles(p).types(t);
        for (int f = 0; f < type.features_size(); ++f) {
          ElementPath path = {{"profiles", p}, {"types", t}, {"features", f}};
          program_.criteria.push_back(
              absl::StrCat("profile.", pack_.profiles(p).id(), ".", type.id(), ".", type.features(f).id()));
          criteria_.push_back(CheckCondition(context_, type.features(f).when(), path));
        }
      }
    }
  }

  void PlanImpossible() {
    for (int i = 0; i < pack_.impossible_size(); ++i) {
      ProgramImpossible planned;
      planned.id = pack_.impossible(i).id();
      planned.node = BuildPlain(pack_.impossible(i).when(), {{"impossible", i}});
      program_.impossible.push_back(std::move(planned));
    }
    program_.impossible_end = static_cast<int>(program_.nodes.size());
  }

  void PlanImplications() {
    for (int i = 0; i < pack_.implications_size(); ++i) {
      const auto& implication = pack_.implications(i);
      ProgramImplication planned;
      planned.id = implication.id();
      planned.skip_rule = implication.skip_rule();
      planned.node = BuildPlain(implication.when(), {{"implications", i}});
      if (implication.then_size() == 0) context_.Fail({{"implications", i}}, "an implication needs a conclusion");
      for (int c = 0; c < implication.then_size(); ++c) {
        planned.conclusions.push_back(PlanConclusion(implication.then(c), {{"implications", i}, {"then", c}}));
      }
      program_.implications.push_back(std::move(planned));
    }
    program_.implications_end = static_cast<int>(program_.nodes.size());
  }

  // A condition read before contradictions are known.
  int BuildPlain(const std::string& when, const ElementPath& path) {
    Checked condition = CheckCondition(context_, when, path);
    int node = builder_->Build(condition.get());
    VisitNodes(program_, node, [&](int at) {
      NodeKind kind = program_.nodes[static_cast<size_t>(at)].kind;
      if (kind == NodeKind::kContradictory || kind == NodeKind::kDataContradictory) {
        context_.Fail(path, "contradictions cannot be read here: they are not known yet");
      }
    });
    return node;
  }

  ProgramConclusion PlanConclusion(const rules::v1::Conclusion& then, const ElementPath& path) {
    ProgramConclusion planned;
    int fact = program_.FindFact(then.fact());
    planned.variable = fact < 0 ? -1 : program_.facts[static_cast<size_t>(fact)].variable;
    if (planned.variable < 0) {
      context_.Fail(path, absl::StrCat("no fact '", then.fact(), "'"));
      return planned;
    }
    const Variable& variable = program_.variables[static_cast<size_t>(planned.variable)];
    if (!SetValue(then, variable, planned)) context_.Fail(path, "value is not of the fact's kind or domain");
    return planned;
  }

  bool SetValue(const rules::v1::Conclusion& then, const Variable& variable, ProgramConclusion& planned) {
    switch (then.value_case()) {
      case rules::v1::Conclusion::kBoolean:
        planned.number = then.boolean() ? 1 : 0;
        return variable.kind == VariableKind::kBoolean;
      case rules::v1::Conclusion::kNumber: {
        std::optional<Decimal> value = ParseDecimal(then.number());
        std::optional<int64_t> steps = value.has_value() ? variable.grid.FromDecimal(*value) : std::nullopt;
        planned.number = steps.value_or(0);
        return variable.kind == VariableKind::kNumber && steps.has_value() && *steps >= variable.minimum &&
               *steps <= variable.maximum;
      }
      case rules::v1::Conclusion::kCode:
        planned.code = FindCode(variable, then.code());
        return variable.kind == VariableKind::kOneOf && planned.code >= 0;
      case rules::v1::Conclusion::kIncludes:
        planned.kind = ProgramConclusion::Kind::kIncludes;
        planned.code = FindCode(variable, then.includes());
        return variable.kind == VariableKind::kSet && planned.code >= 0 && planned.code != variable.none_code;
      case rules::v1::Conclusion::kNone:
        planned.kind = ProgramConclusion::Kind::kNone;
        return variable.kind == VariableKind::kSet && then.none();
      default:
        return false;
    }
  }

  int FindCode(const Variable& variable, const std::string& code) const {
    return variable.domain < 0 ? -1 : context_.table.domains[static_cast<size_t>(variable.domain)].Find(code);
  }

  void PlanFindings() {
    for (int i = 0; i < pack_.findings_size(); ++i) {
      const auto& finding = pack_.findings(i);
      ProgramFinding planned;
      planned.id = finding.id();
      if (!program_.finding_index.emplace(finding.id(), i).second)
        context_.Fail({{"findings", i}}, "finding id stands twice");
      PlanFrontLevels(finding, i, planned);
      for (int k = 0; k < finding.levels_size(); ++k) {
        ElementPath path = {{"findings", i}, {"levels", k}};
        bool last = k + 1 == finding.levels_size();
        planned.levels.push_back(PlanLevel(finding.levels(k), path, absl::StrCat("finding.", finding.id(), "."), last));
      }
      if (finding.levels_size() == 0) context_.Fail({{"findings", i}}, "a finding needs a default level");
      if (planned.levels.size() > kLevelsMax) {
        context_.Fail({{"findings", i}},
                      absl::StrCat("a finding has at most ", kLevelsMax, " levels, this has ", planned.levels.size()));
      }
      CheckLevelIds(planned, i);
      program_.findings.push_back(std::move(planned));
    }
    program_.scope_finding = program_.FindFinding(pack_.header().scope_finding());
    if (program_.scope_finding < 0) context_.Fail({{"header", -1}}, "scope_finding names no finding");
  }

  void PlanFrontLevels(const rules::v1::Finding& finding, int i, ProgramFinding& planned) {
    if (finding.front_levels().empty()) return;
    for (int l = 0; l < pack_.level_lists_size(); ++l) {
      const auto& list = pack_.level_lists(l);
      if (list.id() != finding.front_levels()) continue;
      for (int k = 0; k < list.levels_size(); ++k) {
        ElementPath path = {{"level_lists", l}, {"levels", k}};
        planned.levels.push_back(PlanLevel(list.levels(k), path, absl::StrCat("levels.", list.id(), "."), false));
      }
      return;
    }
    context_.Fail({{"findings", i}}, absl::StrCat("no level list '", finding.front_levels(), "'"));
  }

  ProgramLevel PlanLevel(const rules::v1::Level& level, const ElementPath& path, const std::string& text_prefix,
                         bool is_default) {
    ProgramLevel planned;
    planned.id = level.id();
    planned.kind = level.kind();
    planned.urgency = level.urgency() == v1::URGENCY_UNSPECIFIED ? v1::URGENCY_U0 : level.urgency();
    planned.refuses = level.refuses();
    planned.text_id = absl::StrCat(text_prefix, level.id());
    planned.condition = level.when();
    if (level.kind() == v1::LEVEL_KIND_UNSPECIFIED) context_.Fail(path, "a level needs a kind");
    if (is_default != level.when().empty()) {
      context_.Fail(path, is_default ? "the last level is the default and has no condition"
                                     : "only the last level may lack a condition");
      return planned;
    }
    if (is_default && planned.urgency != v1::URGENCY_U0) context_.Fail(path, "the default level carries no urgency");
    if (is_default) return planned;
    Checked condition = CheckCondition(context_, level.when(), path);
    planned.node = builder_->Build(condition.get());
    return planned;
  }

  void CheckLevelIds(const ProgramFinding& finding, int i) {
    std::set<std::string> ids;
    for (const ProgramLevel& level : finding.levels) {
      if (!ids.insert(level.id).second)
        context_.Fail({{"findings", i}}, absl::StrCat("level '", level.id, "' stands twice"));
    }
  }

  void BuildUnused(int criterion) {
    Condition reference;
    reference.kind = ConditionKind::kCriterion;
    reference.variable = criterion;
    builder_->Build(&reference);
  }

  PlanContext& context_;
  Program& program_;
  const rules::v1::PackFile& pack_;
  std::vector<Checked> criteria_;
  std::vector<std::vector<Checked>> families_;
  NodeBuilder* builder_ = nullptr;
};

}  // namespace

void PlanRules(PlanContext& context) { RulePlanner(context).Run(); }

}  // namespace baken::engine_internal
