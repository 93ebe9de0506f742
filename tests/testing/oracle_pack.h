// The oracle's own view of a pack: definitions by name, conditions parsed. Shares with the engine nothing but the
// parser's tree and the schema messages.
#ifndef BAKEN_TESTS_TESTING_ORACLE_PACK_H_
#define BAKEN_TESTS_TESTING_ORACLE_PACK_H_

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "baken/rules/v1/pack.pb.h"
#include "rules/logic/expression.h"

namespace baken::oracle {

enum class Kind { kBoolean, kNumber, kOneOf, kSet };

// Anything a condition can read by name: a fact, a score, the age of a fact, the role. Numbers are held in millionths,
// so that 36.6 is exact; booleans are 0 or 1.
struct Name {
  Kind kind = Kind::kBoolean;
  int64_t low = 0;
  int64_t high = 1;
  int64_t step = 1;
  std::set<std::string> codes;
  std::string none_code;
  bool derived = false;
};

// `text` (a decimal number) in millionths.
int64_t Millionths(const std::string& text);

// Not thread-safe: conditions are parsed when first used.
class Pack {
 public:
  explicit Pack(const rules::v1::PackFile& definition);

  const rules::v1::PackFile& definition() const { return definition_; }
  const std::map<std::string, Name>& names() const { return names_; }
  const Name& name(const std::string& id) const { return names_.at(id); }
  const std::map<std::string, const rules::v1::Scale*>& scales() const { return scales_; }
  const std::map<std::string, const rules::v1::Family*>& families() const { return families_; }
  const std::map<std::string, const rules::v1::Criterion*>& criteria() const { return criteria_; }
  const std::map<std::string, std::string>& parameters() const { return parameters_; }

  // The tree of a condition; the text must be one that the parser reads.
  const Expression& Parse(const std::string& condition) const;

  // The levels of a finding, those of its level list first.
  std::vector<const rules::v1::Level*> Levels(const rules::v1::Finding& finding) const;

  // Scales that name `scale` as the one they are part of, in pack order.
  std::vector<const rules::v1::Scale*> Parts(const std::string& scale) const;

 private:
  void AddFact(const rules::v1::Fact& fact);
  template <typename Type>
  void AddCodes(const Type& type, Name& name);

  rules::v1::PackFile definition_;
  std::map<std::string, Name> names_;
  std::map<std::string, const rules::v1::Domain*> domains_;
  std::map<std::string, const rules::v1::Scale*> scales_;
  std::map<std::string, const rules::v1::Family*> families_;
  std::map<std::string, const rules::v1::Criterion*> criteria_;
  std::map<std::string, std::string> parameters_;
  mutable std::map<std::string, std::unique_ptr<Expression>> parsed_;
};

}  // namespace baken::oracle

#endif  // BAKEN_TESTS_TESTING_ORACLE_PACK_H_
