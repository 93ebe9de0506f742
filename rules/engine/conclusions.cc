#include "rules/engine/conclusions.h"

namespace baken::engine_internal {
namespace {

using Kind = ProgramConclusion::Kind;

}  // namespace

bool Agrees(const Variable& variable, const ProgramConclusion& conclusion, const Reading& reading) {
  if (conclusion.kind == Kind::kIncludes) return reading.in.test(static_cast<size_t>(conclusion.code));
  if (conclusion.kind == Kind::kNone) {
    return variable.none_code >= 0 ? reading.in.test(static_cast<size_t>(variable.none_code)) : reading.may.none();
  }
  if (variable.kind == VariableKind::kOneOf) {
    return reading.may.count() == 1 && reading.may.test(static_cast<size_t>(conclusion.code));
  }
  return reading.low == conclusion.number && reading.high == conclusion.number;
}

bool HasRoom(const ProgramConclusion& conclusion, const Reading& reading) {
  if (conclusion.kind == Kind::kIncludes) return reading.may.test(static_cast<size_t>(conclusion.code));
  if (conclusion.kind == Kind::kNone) return reading.in.none();
  return false;  // A single value that differs.
}

Reading WithConclusion(const Variable& variable, const ProgramConclusion& conclusion, Reading reading) {
  if (conclusion.kind == Kind::kIncludes) {
    reading.in.set(static_cast<size_t>(conclusion.code));
    reading.may.set(static_cast<size_t>(conclusion.code));
    if (variable.none_code >= 0) {
      reading.in.reset(static_cast<size_t>(variable.none_code));
      reading.may.reset(static_cast<size_t>(variable.none_code));
    }
  } else if (conclusion.kind == Kind::kNone) {
    reading.in.reset();
    if (variable.none_code >= 0) reading.in.set(static_cast<size_t>(variable.none_code));
    reading.may = reading.in;
  } else if (variable.kind == VariableKind::kOneOf) {
    reading.may.reset();
    reading.may.set(static_cast<size_t>(conclusion.code));
  } else {
    reading.low = reading.high = conclusion.number;
  }
  return reading;
}

}  // namespace baken::engine_internal
