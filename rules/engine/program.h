// A pack made ready to evaluate: variables, a list of nodes in evaluation order, and what the nodes decide. Immutable.
// Not its job: texts, files, requests.
#ifndef BAKEN_RULES_ENGINE_PROGRAM_H_
#define BAKEN_RULES_ENGINE_PROGRAM_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "baken/v1/assessment.pb.h"
#include "rules/engine/variable.h"
#include "rules/logic/condition.h"

namespace baken {

enum class NodeKind : uint8_t {
  kConstant,
  kAll,        // And over children.
  kAny,        // Or over children.
  kAtLeast,    // `threshold` of children.
  kCriterion,  // One child; names it for reasons.
  kFamily,     // children unused; `variable` is the family.
  kInRange,    // Leaves, see ConditionKind.
  kCompareVariables,
  kCodeIn,
  kIntersects,
  kCodeInSet,
  kContradictory,
  kDataContradictory,
};

// One step of evaluation. Negation has been pushed down: only leaves and families carry it.
struct Node {
  NodeKind kind = NodeKind::kConstant;
  bool negated = false;
  Compare compare = Compare::kEqual;
  int variable = -1;  // Variable, criterion or family number.
  int other = -1;
  int64_t low = 0;
  int64_t high = 0;
  int threshold = 0;
  int first_child = 0;  // Into Program::children.
  int child_count = 0;
  CodeMask mask;
  bool constant = false;
};

// A unit a number may be sent in: its value in the fact's own unit.
struct ProgramUnit {
  std::string code;
  Decimal factor{1, 0};
  int64_t steps = 1;  // Steps of the grid in one of it; for decimal facts.
};

struct ProgramFact {
  std::string id;
  int variable = -1;               // -1 for external codes.
  int age_variable = -1;           // -1 when its age is not kept.
  int ask_rank = 0;                // Place in the order of asking.
  int group = -1;                  // Question group.
  std::vector<ProgramUnit> units;  // Numbers: the own unit (its code may be empty), then others.
  // Facts to ask so that implications fill this one: of a derived fact all, of another the gates of its instrument.
  std::vector<int> sources;
  // Facts of which one answer alone is enough for a skip rule to fill this one when it is not asked.
  std::vector<int> gates;
};

struct ScaleItem {
  int variable = -1;
  // Points by answer: number minus minimum, 0/1 for booleans, code position for one-ofs. Empty = the number itself.
  std::vector<int64_t> points;
};

struct ProgramScale {
  std::string id;
  int variable = -1;        // The score.
  int total_variable = -1;  // The total as given.
  std::vector<ScaleItem> items;
  std::vector<int> parts;            // Scales whose items are among these.
  std::vector<ScaleItem> own_items;  // Items in no part.
  int part_of = -1;
};

struct FamilyMember {
  int scale = -1;
  int positive_node = -1;  // Its condition, and the same negated.
  int negative_node = -1;
};

struct ProgramFamily {
  std::string id;
  std::vector<FamilyMember> members;
};

struct ProgramConclusion {
  int variable = -1;
  enum class Kind { kValue, kIncludes, kNone } kind = Kind::kValue;
  int64_t number = 0;  // Booleans and numbers.
  int code = -1;       // One-ofs and sets.
};

struct ProgramImplication {
  std::string id;
  int node = -1;
  bool skip_rule = false;
  std::vector<ProgramConclusion> conclusions;
};

struct ProgramImpossible {
  std::string id;
  int node = -1;
};

struct ProgramLevel {
  std::string id;
  v1::LevelKind kind = v1::LEVEL_KIND_UNSPECIFIED;
  v1::Urgency urgency = v1::URGENCY_U0;
  int node = -1;  // -1 for the default.
  bool refuses = false;
  std::string text_id;
  std::string condition;  // As written.
};

// Most levels of a finding, so that a set of them is one word.
inline constexpr size_t kLevelsMax = 64;

struct ProgramFinding {
  std::string id;
  std::vector<ProgramLevel> levels;  // Front levels included; the last is the default.
};

class Program {
 public:
  std::vector<Variable> variables;
  std::vector<DomainCodes> domains;
  std::vector<ProgramFact> facts;  // As in the pack.
  std::vector<ProgramScale> scales;
  std::vector<std::string> criteria;
  std::vector<ProgramFamily> families;
  std::vector<ProgramImpossible> impossible;
  std::vector<ProgramImplication> implications;
  std::vector<ProgramFinding> findings;
  int scope_finding = -1;
  int role_variable = -1;

  std::vector<Node> nodes;  // Children before parents.
  std::vector<int> children;
  int impossible_end = 0;    // Nodes [0, impossible_end) decide `impossible`,
  int implications_end = 0;  // nodes [0, implications_end) also the implications.

  // Fact number by id; -1 when there is none.
  int FindFact(absl::string_view id) const;
  // Finding number by id; -1 when there is none.
  int FindFinding(absl::string_view id) const;
  // Number of codes of a variable's domain; 0 for booleans and numbers.
  size_t CodeCount(const Variable& variable) const;

  absl::flat_hash_map<std::string, int> fact_index;
  absl::flat_hash_map<std::string, int> finding_index;
};

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_PROGRAM_H_
