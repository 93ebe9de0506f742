// The set of packs in use, to be swapped whole while calls go on.
#ifndef BAKEN_SERVICE_PACK_STORE_H_
#define BAKEN_SERVICE_PACK_STORE_H_

#include <memory>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "rules/base/mutex.h"
#include "rules/pack/pack_set.h"

namespace baken {

// Thread-safe. A call takes one snapshot at its start and keeps it to its end. A lock around the pointer instead of
// std::atomic<std::shared_ptr>, on which ThreadSanitizer reports a race.
class PackStore {
 public:
  explicit PackStore(std::shared_ptr<const PackSet> packs) : packs_(std::move(packs)) {}

  std::shared_ptr<const PackSet> Snapshot() const {
    MutexLock lock(mutex_);
    return packs_;
  }

  void Swap(std::shared_ptr<const PackSet> packs) {
    MutexLock lock(mutex_);
    packs_.swap(packs);  // The old set is freed after the lock.
  }

 private:
  mutable Mutex mutex_;
  std::shared_ptr<const PackSet> packs_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace baken

#endif  // BAKEN_SERVICE_PACK_STORE_H_
