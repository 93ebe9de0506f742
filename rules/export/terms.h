// Two-valued expressions that share their parts: what an export is made of, before it is written for one engine.
// Internal to rules/export.
#ifndef BAKEN_RULES_EXPORT_TERMS_H_
#define BAKEN_RULES_EXPORT_TERMS_H_

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "rules/logic/condition.h"

namespace baken::export_internal {

enum class TermKind : uint8_t {
  kConstant,       // `number` 0 or 1.
  kInput,          // A boolean input.
  kCompare,        // Input `input` against `number`.
  kCompareInputs,  // Input `input` against input `number`.
  kNot,
  kAll,
  kAny,
  kAtLeast,  // `number` of the children.
};

struct Term {
  TermKind kind = TermKind::kConstant;
  Compare compare = Compare::kEqual;
  int input = -1;
  int64_t number = 0;
  std::vector<int> children;

  auto Key() const { return std::tie(kind, compare, input, number, children); }
  bool operator<(const Term& other) const { return Key() < other.Key(); }
};

// Makes terms; equal ones are one. Folds constants, so that none stands inside another term.
class Terms {
 public:
  int Constant(bool value);
  int Input(int input);
  int CompareTo(int input, Compare compare, int64_t bound);
  int CompareInputs(int input, Compare compare, int other);
  int Not(int term);
  int All(const std::vector<int>& terms);
  int Any(const std::vector<int>& terms);
  int AtLeast(int64_t needed, const std::vector<int>& terms);

  const Term& operator[](int term) const { return terms_[static_cast<size_t>(term)]; }
  size_t size() const { return terms_.size(); }

 private:
  int Add(Term term);
  int AddCompare(TermKind kind, int input, Compare compare, int64_t number);
  int Join(TermKind kind, const std::vector<int>& terms);

  std::vector<Term> terms_;
  std::map<Term, int> index_;
};

}  // namespace baken::export_internal

#endif  // BAKEN_RULES_EXPORT_TERMS_H_
