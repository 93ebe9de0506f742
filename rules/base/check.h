// BAKEN_CHECK: stops the process with a message when an invariant of our own code is broken. Never for input, pack
// content or configuration. Debian's Abseil has no CHECK.
#ifndef BAKEN_RULES_BASE_CHECK_H_
#define BAKEN_RULES_BASE_CHECK_H_

namespace baken {

// Writes file, line and condition to standard error and aborts.
[[noreturn]] void CheckFailed(const char* file, int line, const char* condition);

}  // namespace baken

#define BAKEN_CHECK(condition) \
  (static_cast<bool>(condition) ? static_cast<void>(0) : ::baken::CheckFailed(__FILE__, __LINE__, #condition))

#endif  // BAKEN_RULES_BASE_CHECK_H_
