#include "rules/review/idle_parts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "rules/base/age_name.h"
#include "rules/logic/lexer.h"
#include "rules/logic/tribool.h"

namespace baken {
namespace {

constexpr size_t kAtomsMax = 9;

// Every name in the conditions of a message and of all in it: the fields `when` and `positive_when`.
void CollectNames(const google::protobuf::Message& message, std::set<std::string>& names) {
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  reflection.ListFields(message, &fields);
  for (const auto* field : fields) {
    if (field->name() == "when" || field->name() == "positive_when") {
      std::vector<Token> tokens;
      std::vector<ExpressionError> errors;
      Tokenize(reflection.GetString(message, field), tokens, errors);
      for (const Token& token : tokens) {
        if (token.kind == TokenKind::kName) names.insert(token.text);
      }
    }
    if (field->message_type() == nullptr) continue;
    const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    for (int i = 0; i < count; ++i) {
      CollectNames(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                        : reflection.GetMessage(message, field),
                   names);
    }
  }
}

// `fact.<id>` and `value.<id>.<code>` in the coverage.
void CollectCovered(const rules::v1::Coverage& coverage, std::set<std::string>& names) {
  for (const auto& entry : coverage.entries()) {
    for (const std::string& element : entry.elements()) {
      const std::vector<std::string> parts = absl::StrSplit(element, '.');
      if (parts.size() > 1 && (parts[0] == "fact" || parts[0] == "value")) names.insert(parts[1]);
    }
  }
}

// Whether the levels of one finding can be the answer, with every part of a condition free to be true, false or open.
class LevelSearch {
 public:
  LevelSearch(const Program& program, const ProgramFinding& finding) : program_(program), finding_(finding) {
    for (const ProgramLevel& level : finding.levels) CollectAtoms(level.node);
  }

  bool small() const { return atoms_.size() <= kAtomsMax; }

  std::vector<bool> Reachable() {
    std::vector<bool> reachable(finding_.levels.size(), false);
    values_.assign(atoms_.size(), Tri::kFalse);
    do {
      for (size_t i = 0; i < finding_.levels.size(); ++i) {
        const int node = finding_.levels[i].node;
        if (node >= 0 && Value(node) != Tri::kTrue) continue;
        reachable[i] = true;
        break;
      }
    } while (Next());
    return reachable;
  }

 private:
  static bool HasParts(NodeKind kind) {
    return kind == NodeKind::kAll || kind == NodeKind::kAny || kind == NodeKind::kAtLeast ||
           kind == NodeKind::kCriterion;
  }

  // The next choice of values, counting in threes; false after the last.
  bool Next() {
    for (Tri& value : values_) {
      if (value != Tri::kTrue) {
        value = static_cast<Tri>(static_cast<int>(value) + 1);
        return true;
      }
      value = Tri::kFalse;
    }
    return false;
  }

  // A leaf and its negation are one part, and so are the bounds of ranges. The two sides of a family are not each
  // other's negation.
  void CollectAtoms(int at) {
    if (at < 0 || leaves_.count(at) > 0) return;
    const Node& node = program_.nodes[static_cast<size_t>(at)];
    if (node.kind == NodeKind::kConstant) return;
    if (HasParts(node.kind)) {
      for (int i = 0; i < node.child_count; ++i) CollectAtoms(Child(node, i));
      return;
    }
    std::vector<size_t>& atoms = leaves_[at];
    if (node.kind != NodeKind::kInRange) {
      const bool family = node.kind == NodeKind::kFamily;
      atoms.push_back(
          Atom(absl::StrCat(static_cast<int>(node.kind), "|", node.variable, "|", node.other, "|",
                            static_cast<int>(node.compare), "|", node.mask.to_string(), "|", family && node.negated)));
      return;
    }
    const Variable& variable = program_.variables[static_cast<size_t>(node.variable)];
    atoms = {kNone, kNone};
    if (node.low > variable.minimum) atoms[0] = Atom(absl::StrCat(node.variable, ">=", node.low));
    if (node.high < variable.maximum) atoms[1] = Atom(absl::StrCat(node.variable, ">=", node.high + 1));
  }

  size_t Atom(std::string name) { return atoms_.emplace(std::move(name), atoms_.size()).first->second; }

  int Child(const Node& node, int i) const { return program_.children[static_cast<size_t>(node.first_child + i)]; }

  Tri Value(int at) const {
    const Node& node = program_.nodes[static_cast<size_t>(at)];
    if (node.kind == NodeKind::kConstant) return FromBool(node.constant);
    if (!HasParts(node.kind)) return LeafValue(node, leaves_.at(at));
    int certain = 0;
    int possible = 0;
    for (int i = 0; i < node.child_count; ++i) {
      const Tri part = Value(Child(node, i));
      certain += part == Tri::kTrue ? 1 : 0;
      possible += part != Tri::kFalse ? 1 : 0;
    }
    const int wanted = node.kind == NodeKind::kAny       ? 1
                       : node.kind == NodeKind::kAtLeast ? node.threshold
                                                         : node.child_count;
    if (certain >= wanted) return Tri::kTrue;
    return possible >= wanted ? Tri::kOpen : Tri::kFalse;
  }

  Tri LeafValue(const Node& node, const std::vector<size_t>& atoms) const {
    if (node.kind == NodeKind::kFamily) return values_[atoms[0]];
    Tri value = Tri::kTrue;
    if (node.kind == NodeKind::kInRange) {
      if (atoms[0] != kNone) value = And(value, values_[atoms[0]]);
      if (atoms[1] != kNone) value = And(value, Not(values_[atoms[1]]));
    } else {
      value = values_[atoms[0]];
    }
    return node.negated ? Not(value) : value;
  }

  static constexpr size_t kNone = static_cast<size_t>(-1);

  const Program& program_;
  const ProgramFinding& finding_;
  std::map<std::string, size_t> atoms_;
  std::map<int, std::vector<size_t>> leaves_;  // Node to its atoms.
  std::vector<Tri> values_;                    // Of each atom.
};

// Beyond what can be exhausted: the same condition again.
std::vector<bool> NotRepeated(const ProgramFinding& finding) {
  std::set<int> seen;
  std::set<std::string> conditions;
  std::vector<bool> fresh;
  for (const ProgramLevel& level : finding.levels) {
    const bool again =
        level.node >= 0 && (!seen.insert(level.node).second || !conditions.insert(level.condition).second);
    fresh.push_back(!again);
  }
  return fresh;
}

}  // namespace

std::vector<std::string> FindUnusedFacts(const LoadedPack& pack, const rules::v1::Coverage& coverage) {
  const rules::v1::PackFile& definition = pack.definition();
  std::set<std::string> used;
  CollectNames(definition, used);
  CollectCovered(coverage, used);
  for (const auto& scale : definition.scales()) {
    used.insert(scale.total_fact());
    for (const auto& item : scale.items()) used.insert(item.fact());
  }
  for (const auto& document : definition.documents()) {
    for (const auto& section : document.sections()) {
      used.insert(section.facts().begin(), section.facts().end());
      used.insert(section.not_asked().begin(), section.not_asked().end());
    }
  }
  std::vector<std::string> unused;
  for (const auto& fact : definition.facts()) {
    const bool read = used.count(fact.id()) > 0 || used.count(AgeName(fact.id())) > 0;
    // External codes are read through the fact that they fill; a deprecated fact is there for those who still send it.
    if (!read && !fact.has_external_codes() && !fact.deprecated()) unused.push_back(fact.id());
  }
  return unused;
}

std::vector<Diagnostic> FindUnreachableLevels(const LoadedPack& pack) {
  std::vector<Diagnostic> found;
  for (const ProgramFinding& finding : pack.program().findings) {
    LevelSearch search(pack.program(), finding);
    const std::vector<bool> reachable = search.small() ? search.Reachable() : NotRepeated(finding);
    for (size_t i = 0; i < finding.levels.size(); ++i) {
      if (reachable[i] || finding.levels[i].node < 0) continue;
      found.push_back({"pack.txtpb", 0, 0,
                       absl::StrCat("finding '", finding.id, "': level '", finding.levels[i].id,
                                    "' is never the answer: those before it always are")});
    }
  }
  return found;
}

}  // namespace baken
