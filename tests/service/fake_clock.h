// A clock that stands still until it is told otherwise.
#ifndef BAKEN_TESTS_SERVICE_FAKE_CLOCK_H_
#define BAKEN_TESTS_SERVICE_FAKE_CLOCK_H_

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/clock.h"

namespace baken {

// Not thread-safe while it is being moved.
class FakeClock : public Clock {
 public:
  absl::Time Now() const override { return now_; }
  absl::Duration Elapsed() const override { return elapsed_; }

  void Set(absl::Time now) { now_ = now; }
  void Advance(absl::Duration duration) {
    now_ += duration;
    elapsed_ += duration;
  }

 private:
  absl::Time now_ = absl::FromCivil(absl::CivilSecond(2026, 11, 25, 12, 0, 0), absl::UTCTimeZone());
  absl::Duration elapsed_;
};

}  // namespace baken

#endif  // BAKEN_TESTS_SERVICE_FAKE_CLOCK_H_
