// What conditions read: facts, scores and a few reserved inputs, all as variables with readings.
#ifndef BAKEN_RULES_ENGINE_VARIABLE_H_
#define BAKEN_RULES_ENGINE_VARIABLE_H_

#include <cstdint>
#include <string>

#include "absl/container/inlined_vector.h"
#include "rules/logic/decimal.h"
#include "rules/logic/symbols.h"

namespace baken {

enum class VariableKind : uint8_t { kBoolean, kNumber, kOneOf, kSet };
enum class VariableOrigin { kFact, kAge, kScale, kRequesterRole };

// The fixed part of a variable.
struct Variable {
  std::string id;
  VariableKind kind = VariableKind::kBoolean;
  VariableOrigin origin = VariableOrigin::kFact;
  int element = -1;     // Fact or scale number in the pack; for an age the fact dated.
  Grid grid;            // Numbers.
  int64_t minimum = 0;  // Numbers in steps; booleans [0, 1].
  int64_t maximum = 1;
  int domain = -1;       // One-of and sets: index into Program::domains.
  int none_code = -1;    // Sets: position of "none of these".
  bool derived = false;  // Never sent.
};

// One way in which a variable may be read. An answer that contradicts others has more than one.
struct Reading {
  int64_t low = 0;  // Booleans and numbers: the interval it certainly lies in.
  int64_t high = 0;
  CodeMask in;   // Sets: codes certainly in it.
  CodeMask may;  // One-of: codes it may be. Sets: codes that are or may be in it.

  friend bool operator==(const Reading& a, const Reading& b) {
    return a.low == b.low && a.high == b.high && a.in == b.in && a.may == b.may;
  }
};

enum class Presence : uint8_t { kAbsent, kDeclined, kImplied, kAnswered };

// What is known of a variable.
struct VariableState {
  Presence presence = Presence::kAbsent;
  bool contradictory = false;
  absl::InlinedVector<Reading, 1> readings;  // At least one.

  bool missing() const { return presence == Presence::kAbsent || presence == Presence::kDeclined; }
};

// The reading of a variable of which nothing is known: its whole domain.
Reading UnknownReading(const Variable& variable, size_t code_count);

// True when `reading` leaves nothing open.
bool IsSettled(const Variable& variable, const Reading& reading);

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_VARIABLE_H_
