// A std::mutex with thread-safety annotations. absl::Mutex of Debian's Abseil is not instrumented, and ThreadSanitizer
// reports false races with it.
#ifndef BAKEN_RULES_BASE_MUTEX_H_
#define BAKEN_RULES_BASE_MUTEX_H_

#include <mutex>

#include "absl/base/thread_annotations.h"

namespace baken {

// A lock. Use with MutexLock.
class ABSL_LOCKABLE Mutex {
 public:
  void Lock() ABSL_EXCLUSIVE_LOCK_FUNCTION() { mutex_.lock(); }
  void Unlock() ABSL_UNLOCK_FUNCTION() { mutex_.unlock(); }

 private:
  std::mutex mutex_;
};

// Holds a Mutex for its lifetime.
class ABSL_SCOPED_LOCKABLE MutexLock {
 public:
  explicit MutexLock(Mutex& mutex) ABSL_EXCLUSIVE_LOCK_FUNCTION(mutex) : mutex_(mutex) { mutex_.Lock(); }
  ~MutexLock() ABSL_UNLOCK_FUNCTION() { mutex_.Unlock(); }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

 private:
  Mutex& mutex_;
};

}  // namespace baken

#endif  // BAKEN_RULES_BASE_MUTEX_H_
