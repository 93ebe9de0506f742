// Strong Kleene logic: true, false, or open (not known yet).
#ifndef BAKEN_RULES_LOGIC_TRIBOOL_H_
#define BAKEN_RULES_LOGIC_TRIBOOL_H_

#include <cstdint>

namespace baken {

// The order false < open < true makes AND the minimum and OR the maximum.
enum class Tri : uint8_t { kFalse = 0, kOpen = 1, kTrue = 2 };

constexpr Tri And(Tri a, Tri b) { return a < b ? a : b; }
constexpr Tri Or(Tri a, Tri b) { return a < b ? b : a; }
constexpr Tri Not(Tri a) { return static_cast<Tri>(2 - static_cast<int>(a)); }
constexpr Tri FromBool(bool value) { return value ? Tri::kTrue : Tri::kFalse; }

}  // namespace baken

#endif  // BAKEN_RULES_LOGIC_TRIBOOL_H_
