// What an export computes and in which order: parts that several conditions share come first, in steps, as the engines
// exported to have no names of their own. Internal to rules/export.
#ifndef BAKEN_RULES_EXPORT_LAYOUT_H_
#define BAKEN_RULES_EXPORT_LAYOUT_H_

#include <string>
#include <vector>

#include "rules/engine/program.h"
#include "rules/export/conditions.h"
#include "rules/export/inputs.h"
#include "rules/export/terms.h"

namespace baken::export_internal {

// Where a shared term stands; `step` is -1 for one that is written out where it is used.
struct Place {
  int step = -1;
  int index = -1;
};

class Layout {
 public:
  explicit Layout(const Program& program);

  const Terms& terms() const { return terms_; }
  const std::vector<ExportInput>& inputs() const { return inputs_.list(); }
  // Per finding, per level but the default.
  const std::vector<std::vector<TermPair>>& findings() const { return findings_; }
  // Terms of each step; each reads only inputs and earlier steps.
  const std::vector<std::vector<int>>& steps() const { return steps_; }
  const Place& place(int term) const { return places_[static_cast<size_t>(term)]; }
  // Of the criterion, family or level that is this term; "" when it is none.
  const std::string& name(int term) const { return names_[static_cast<size_t>(term)]; }

 private:
  void NameTerms(const Program& program, Conditions& conditions);
  void PlaceShared();

  ExportInputs inputs_;
  Terms terms_;
  std::vector<std::vector<TermPair>> findings_;
  std::vector<std::string> names_;
  std::vector<Place> places_;
  std::vector<std::vector<int>> steps_;
};

}  // namespace baken::export_internal

#endif  // BAKEN_RULES_EXPORT_LAYOUT_H_
