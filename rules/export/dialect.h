// How one engine writes terms. Internal to rules/export.
#ifndef BAKEN_RULES_EXPORT_DIALECT_H_
#define BAKEN_RULES_EXPORT_DIALECT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "rules/export/layout.h"

namespace baken::export_internal {

// Each function returns an expression that can stand anywhere in another.
class Dialect {
 public:
  virtual ~Dialect() = default;

  virtual std::string Constant(bool value) const = 0;
  virtual std::string Input(const std::string& name) const = 0;
  virtual std::string Compare(const std::string& name, baken::Compare compare, int64_t bound) const = 0;
  virtual std::string CompareInputs(const std::string& left, baken::Compare compare,
                                    const std::string& right) const = 0;
  virtual std::string Not(const std::string& part) const = 0;
  virtual std::string All(const std::vector<std::string>& parts) const = 0;
  virtual std::string Any(const std::vector<std::string>& parts) const = 0;
  virtual std::string AtLeast(int64_t needed, const std::vector<std::string>& parts) const = 0;
  // What an earlier step found: a boolean of the pack's steps, or a level number of the step after these.
  virtual std::string Earlier(const Place& place) const = 0;
  // The number of the first condition that holds; of conditions that do not, how many there are.
  virtual std::string FirstOf(const std::vector<std::string>& conditions) const = 0;
  // Whether a level number that an earlier step found is `level` or after it.
  virtual std::string LevelFrom(const Place& place, int64_t level) const = 0;
};

// `term`, as a reference when it has a place.
std::string Write(const Layout& layout, const Dialect& dialect, int term);
// `term` itself, written out.
std::string WriteOut(const Layout& layout, const Dialect& dialect, int term);

// The steps of an export, each a list of expressions: those of the layout; then the number of the supported level of
// each finding; then whether each level is attainable, all findings after each other.
std::vector<std::vector<std::string>> WriteSteps(const Layout& layout, const Dialect& dialect);

// `<`, `<=`, `>`, `>=`, `==`, `!=`.
const char* Sign(baken::Compare compare);

}  // namespace baken::export_internal

#endif  // BAKEN_RULES_EXPORT_DIALECT_H_
