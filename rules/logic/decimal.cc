#include "rules/logic/decimal.h"

#include <cmath>
#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace baken {
namespace {

constexpr int kDigitsMax = 15;
constexpr int kDecimalsMax = 9;
constexpr int64_t kStepsMax = 1'000'000'000'000'000;

__extension__ typedef __int128 Wide;

Wide PowerOfTen(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

Decimal WithoutTrailingZeros(Decimal value) {
  while (value.decimals > 0 && value.mantissa % 10 == 0) {
    value.mantissa /= 10;
    --value.decimals;
  }
  return value;
}

}  // namespace

std::optional<Decimal> ParseDecimal(absl::string_view text) {
  bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  Decimal result;
  int digits = 0;
  bool point = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.') {
      if (point || i == 0 || i + 1 == text.size()) return std::nullopt;
      point = true;
      continue;
    }
    if (!absl::ascii_isdigit(static_cast<unsigned char>(text[i])) || ++digits > kDigitsMax) return std::nullopt;
    if (point && ++result.decimals > kDecimalsMax) return std::nullopt;
    result.mantissa = result.mantissa * 10 + (text[i] - '0');
  }
  if (digits == 0) return std::nullopt;
  if (negative) result.mantissa = -result.mantissa;
  return result;
}

Grid::Grid(Decimal step) : step_(WithoutTrailingZeros(step)) {}

std::optional<int64_t> Grid::FromDecimal(Decimal value) const {
  Wide numerator = static_cast<Wide>(value.mantissa) * PowerOfTen(step_.decimals);
  Wide denominator = static_cast<Wide>(step_.mantissa) * PowerOfTen(value.decimals);
  if (numerator % denominator != 0) return std::nullopt;
  Wide steps = numerator / denominator;
  if (steps > kStepsMax || steps < -kStepsMax) return std::nullopt;
  return static_cast<int64_t>(steps);
}

std::optional<int64_t> Grid::FromDouble(double value, int64_t steps_per_unit) const {
  if (!std::isfinite(value)) return std::nullopt;
  double steps = value * static_cast<double>(steps_per_unit);
  if (std::fabs(steps) > static_cast<double>(kStepsMax)) return std::nullopt;
  double nearest = std::round(steps);
  if (std::fabs(steps - nearest) > 1e-9 * std::fmax(1.0, std::fabs(steps))) return std::nullopt;
  return static_cast<int64_t>(nearest);
}

std::string Grid::ToText(int64_t steps) const {
  Wide scaled = static_cast<Wide>(steps) * step_.mantissa;
  bool negative = scaled < 0;
  if (negative) scaled = -scaled;
  Wide power = PowerOfTen(step_.decimals);
  std::string text = absl::StrCat(negative ? "-" : "", static_cast<int64_t>(scaled / power));
  if (step_.decimals == 0) return text;
  std::string fraction = absl::StrCat(static_cast<int64_t>(scaled % power));
  return absl::StrCat(text, ".", std::string(static_cast<size_t>(step_.decimals) - fraction.size(), '0'), fraction);
}

}  // namespace baken
