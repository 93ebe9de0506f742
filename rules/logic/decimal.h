// Exact decimals: numbers of a pack are whole multiples of a step and are held as the count of steps.
#ifndef BAKEN_RULES_LOGIC_DECIMAL_H_
#define BAKEN_RULES_LOGIC_DECIMAL_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace baken {

// mantissa / 10^decimals.
struct Decimal {
  int64_t mantissa = 0;
  int decimals = 0;  // [0, 9]
};

// Reads `-?digits[.digits]`, at most 15 digits in all and 9 after the point; nullopt otherwise.
std::optional<Decimal> ParseDecimal(absl::string_view text);

// A grid: whole multiples of a step > 0.
class Grid {
 public:
  Grid() = default;  // Whole numbers.
  explicit Grid(Decimal step);

  // True when the step is whole, so that the values are integers.
  bool whole() const { return step_.decimals == 0; }
  const Decimal& step() const { return step_; }
  friend bool operator==(const Grid& a, const Grid& b) {
    return a.step_.mantissa == b.step_.mantissa && a.step_.decimals == b.step_.decimals;
  }

  // How many steps `value` is; nullopt when it is off the grid or too large.
  std::optional<int64_t> FromDecimal(Decimal value) const;
  // As FromDecimal, for a finite number times a whole number of steps per unit. Off the grid = further than one part in
  // 10^9 from it.
  std::optional<int64_t> FromDouble(double value, int64_t steps_per_unit) const;
  // The value of `steps` as decimal text, with as many decimals as the step has.
  std::string ToText(int64_t steps) const;

 private:
  Decimal step_{1, 0};  // Without trailing zeros.
};

}  // namespace baken

#endif  // BAKEN_RULES_LOGIC_DECIMAL_H_
