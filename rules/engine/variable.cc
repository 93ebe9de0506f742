#include "rules/engine/variable.h"

namespace baken {

Reading UnknownReading(const Variable& variable, size_t code_count) {
  Reading reading;
  reading.low = variable.minimum;
  reading.high = variable.maximum;
  for (size_t i = 0; i < code_count; ++i) reading.may.set(i);
  return reading;
}

bool IsSettled(const Variable& variable, const Reading& reading) {
  switch (variable.kind) {
    case VariableKind::kBoolean:
    case VariableKind::kNumber:
      return reading.low == reading.high;
    case VariableKind::kOneOf:
      return reading.may.count() == 1;
    case VariableKind::kSet:
      return reading.in == reading.may;
  }
  return true;
}

}  // namespace baken
