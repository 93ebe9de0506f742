#include "rules/export/terms.h"

#include <algorithm>
#include <utility>

namespace baken::export_internal {

int Terms::Add(Term term) {
  const auto [found, fresh] = index_.emplace(std::move(term), static_cast<int>(terms_.size()));
  if (fresh) terms_.push_back(found->first);
  return found->second;
}

int Terms::Constant(bool value) {
  Term term;
  term.number = value ? 1 : 0;
  return Add(std::move(term));
}

int Terms::Input(int input) {
  Term term;
  term.kind = TermKind::kInput;
  term.input = input;
  return Add(std::move(term));
}

int Terms::AddCompare(TermKind kind, int input, Compare compare, int64_t number) {
  Term term;
  term.kind = kind;
  term.compare = compare;
  term.input = input;
  term.number = number;
  return Add(std::move(term));
}

int Terms::CompareTo(int input, Compare compare, int64_t bound) {
  return AddCompare(TermKind::kCompare, input, compare, bound);
}

int Terms::CompareInputs(int input, Compare compare, int other) {
  return AddCompare(TermKind::kCompareInputs, input, compare, other);
}

int Terms::Not(int term) {
  const Term& negated = (*this)[term];
  if (negated.kind == TermKind::kConstant) return Constant(negated.number == 0);
  if (negated.kind == TermKind::kNot) return negated.children.front();
  Term result;
  result.kind = TermKind::kNot;
  result.children = {term};
  return Add(std::move(result));
}

int Terms::Join(TermKind kind, const std::vector<int>& terms) {
  // What ends the matter for the whole: false among all, true among any.
  const int64_t deciding = kind == TermKind::kAny ? 1 : 0;
  Term result;
  result.kind = kind;
  for (int term : terms) {
    const Term& part = (*this)[term];
    if (part.kind == TermKind::kConstant) {
      if (part.number == deciding) return term;
      continue;
    }
    if (std::find(result.children.begin(), result.children.end(), term) == result.children.end()) {
      result.children.push_back(term);
    }
  }
  if (result.children.empty()) return Constant(deciding == 0);
  if (result.children.size() == 1) return result.children.front();
  return Add(std::move(result));
}

int Terms::All(const std::vector<int>& terms) { return Join(TermKind::kAll, terms); }

int Terms::Any(const std::vector<int>& terms) { return Join(TermKind::kAny, terms); }

int Terms::AtLeast(int64_t needed, const std::vector<int>& terms) {
  Term result;
  result.kind = TermKind::kAtLeast;
  for (int term : terms) {
    const Term& part = (*this)[term];
    if (part.kind == TermKind::kConstant) {
      needed -= part.number;
    } else {
      result.children.push_back(term);  // As often as it stands there: each counts.
    }
  }
  const auto count = static_cast<int64_t>(result.children.size());
  if (needed <= 0 || needed > count) return Constant(needed <= 0);
  if (needed == 1) return Any(result.children);
  if (needed == count) return All(result.children);
  result.number = needed;
  return Add(std::move(result));
}

}  // namespace baken::export_internal
