// Time for the service. Everything that needs to know what time it is gets a Clock; tests give their own.
#ifndef BAKEN_SERVICE_CLOCK_H_
#define BAKEN_SERVICE_CLOCK_H_

#include "absl/time/time.h"

namespace baken {

// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;

  // Wall-clock time: for deadlines, time stamps and today's date. May jump.
  virtual absl::Time Now() const = 0;

  // Time since some moment in the past, never falling: for durations.
  virtual absl::Duration Elapsed() const = 0;
};

// The machine's clocks. The only place in the service that reads them.
class SystemClock : public Clock {
 public:
  absl::Time Now() const override;
  absl::Duration Elapsed() const override;
};

}  // namespace baken

#endif  // BAKEN_SERVICE_CLOCK_H_
