#include "rules/export/layout.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace baken::export_internal {
namespace {

// Leaves are shorter than a reference to them.
bool WorthAPlace(const Term& term) {
  return term.kind == TermKind::kAll || term.kind == TermKind::kAny || term.kind == TermKind::kAtLeast;
}

// How often each term that the findings read stands in another, or in a finding.
std::vector<int> CountUses(const Terms& terms, const std::vector<std::vector<TermPair>>& findings) {
  std::vector<int> uses(terms.size(), 0);
  for (const auto& levels : findings) {
    for (const TermPair& level : levels) {
      ++uses[static_cast<size_t>(level.certain)];
      ++uses[static_cast<size_t>(level.possible)];
    }
  }
  // Children are made before what they stand in.
  for (size_t term = terms.size(); term-- > 0;) {
    if (uses[term] == 0) continue;
    for (int child : terms[static_cast<int>(term)].children) ++uses[static_cast<size_t>(child)];
  }
  return uses;
}

}  // namespace

Layout::Layout(const Program& program) : inputs_(program) {
  Conditions conditions(program, inputs_, terms_);
  for (const ProgramFinding& finding : program.findings) {
    findings_.emplace_back();
    for (const ProgramLevel& level : finding.levels) {
      if (level.node >= 0) findings_.back().push_back(conditions.Of(level.node));
    }
  }
  NameTerms(program, conditions);
  PlaceShared();
}

void Layout::NameTerms(const Program& program, Conditions& conditions) {
  auto give = [&](int node, const std::string& name) {
    const TermPair pair = conditions.Of(node);
    names_.resize(std::max(names_.size(), terms_.size()));
    std::string& certain = names_[static_cast<size_t>(pair.certain)];
    if (certain.empty()) certain = absl::StrCat(name, " certain");
    std::string& possible = names_[static_cast<size_t>(pair.possible)];
    if (possible.empty()) possible = absl::StrCat(name, " possible");
  };
  for (size_t f = 0; f < program.findings.size(); ++f) {
    for (const ProgramLevel& level : program.findings[f].levels) {
      if (level.node >= 0) give(level.node, absl::StrCat("level ", program.findings[f].id, ".", level.id));
    }
  }
  for (size_t n = 0; n < program.nodes.size(); ++n) {
    const Node& node = program.nodes[n];
    if (!conditions.Made(static_cast<int>(n))) continue;  // No finding reads it.
    const std::string negated = node.negated ? "not " : "";
    if (node.kind == NodeKind::kCriterion) {
      give(static_cast<int>(n), absl::StrCat("criterion ", program.criteria[static_cast<size_t>(node.variable)]));
    } else if (node.kind == NodeKind::kFamily) {
      give(static_cast<int>(n),
           absl::StrCat(negated, "family ", program.families[static_cast<size_t>(node.variable)].id));
    }
  }
  names_.resize(terms_.size());
}

void Layout::PlaceShared() {
  const std::vector<int> uses = CountUses(terms_, findings_);
  places_.resize(terms_.size());
  std::vector<int> reads(terms_.size(), 0);  // The first step in which all that a term reads is there.
  for (size_t term = 0; term < terms_.size(); ++term) {
    if (uses[term] == 0) continue;
    for (int child : terms_[static_cast<int>(term)].children) {
      const int step = place(child).step;
      reads[term] = std::max(reads[term], step < 0 ? reads[static_cast<size_t>(child)] : step + 1);
    }
    if (uses[term] < 2 || !WorthAPlace(terms_[static_cast<int>(term)])) continue;
    const auto step = static_cast<size_t>(reads[term]);
    if (steps_.size() <= step) steps_.resize(step + 1);
    places_[term] = {reads[term], static_cast<int>(steps_[step].size())};
    steps_[step].push_back(static_cast<int>(term));
  }
}

}  // namespace baken::export_internal
