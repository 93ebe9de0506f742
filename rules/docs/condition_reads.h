// What conditions read, through named conditions and families as well, each once and in the order of reading.
#ifndef BAKEN_RULES_DOCS_CONDITION_READS_H_
#define BAKEN_RULES_DOCS_CONDITION_READS_H_

#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/docs/condition_words.h"
#include "rules/docs/dictionary.h"

namespace baken::docs_internal {

class ConditionReads {
 public:
  explicit ConditionReads(const Dictionary& dictionary) : dictionary_(dictionary) {}

  void Add(absl::string_view condition);

  const std::vector<std::string>& facts() const { return facts_; }
  const std::vector<std::string>& scales() const { return scales_; }
  const std::vector<std::string>& families() const { return families_; }
  const std::vector<std::string>& criteria() const { return criteria_; }
  // Every comparison with a number, in words.
  const std::vector<Clause>& boundaries() const { return boundaries_; }

 private:
  void Visit(const Expression& e);
  void VisitName(const std::string& name);
  void VisitBoundary(const Expression& e);

  const Dictionary& dictionary_;
  std::set<std::string> seen_;
  std::vector<std::string> facts_;
  std::vector<std::string> scales_;
  std::vector<std::string> families_;
  std::vector<std::string> criteria_;
  std::vector<Clause> boundaries_;
};

}  // namespace baken::docs_internal

#endif  // BAKEN_RULES_DOCS_CONDITION_READS_H_
