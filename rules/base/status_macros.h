// RETURN_IF_ERROR and ASSIGN_OR_RETURN for absl::Status; Debian's Abseil has none.
#ifndef BAKEN_RULES_BASE_STATUS_MACROS_H_
#define BAKEN_RULES_BASE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define BAKEN_MACRO_CONCAT_INNER_(a, b) a##b
#define BAKEN_MACRO_CONCAT_(a, b) BAKEN_MACRO_CONCAT_INNER_(a, b)

// Returns the status from the current function when it is not OK.
#define BAKEN_RETURN_IF_ERROR(expr)                                 \
  do {                                                              \
    if (absl::Status baken_status_ = (expr); !baken_status_.ok()) { \
      return baken_status_;                                         \
    }                                                               \
  } while (false)

// BAKEN_ASSIGN_OR_RETURN(auto x, F()): assigns the value, or returns the status.
#define BAKEN_ASSIGN_OR_RETURN(lhs, expr) \
  BAKEN_ASSIGN_OR_RETURN_IMPL_(BAKEN_MACRO_CONCAT_(baken_status_or_, __LINE__), lhs, expr)
#define BAKEN_ASSIGN_OR_RETURN_IMPL_(var, lhs, expr) \
  auto var = (expr);                                 \
  if (!var.ok()) return std::move(var).status();     \
  lhs = *std::move(var)

#endif  // BAKEN_RULES_BASE_STATUS_MACROS_H_
