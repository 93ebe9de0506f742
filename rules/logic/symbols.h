// What names in a condition stand for. The engine fills the table; the checker reads it.
#ifndef BAKEN_RULES_LOGIC_SYMBOLS_H_
#define BAKEN_RULES_LOGIC_SYMBOLS_H_

#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "rules/logic/decimal.h"

namespace baken {

inline constexpr int kCodesMax = 128;
// A set of codes of one domain, by their position in it.
using CodeMask = std::bitset<kCodesMax>;

enum class SymbolKind { kBoolean, kNumber, kOneOf, kSet, kCriterion, kParameter, kFamily };

// What one name stands for.
struct Symbol {
  SymbolKind kind = SymbolKind::kBoolean;
  int index = 0;        // Variable, criterion or family number.
  Grid grid;            // Numbers.
  int64_t minimum = 0;  // Numbers: bounds in steps, inclusive.
  int64_t maximum = 0;
  std::string unit_code;        // Numbers.
  Decimal value;                // Parameters.
  int domain = -1;              // One-of and sets: index into SymbolTable::domains.
  bool may_contradict = false;  // Facts: contradictory(name) may be asked.
};

// Codes in order.
struct DomainCodes {
  std::vector<std::string> codes;
  // Position of a code; -1 when it is none of them.
  int Find(absl::string_view code) const {
    for (size_t i = 0; i < codes.size(); ++i) {
      if (codes[i] == code) return static_cast<int>(i);
    }
    return -1;
  }
};

struct SymbolTable {
  absl::flat_hash_map<std::string, Symbol> symbols;
  absl::flat_hash_map<std::string, Symbol> families;  // Named only inside positive() and negative().
  std::vector<DomainCodes> domains;
};

}  // namespace baken

#endif  // BAKEN_RULES_LOGIC_SYMBOLS_H_
