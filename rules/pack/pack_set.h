// The packs a process serves, and how a request picks one. Immutable; swap the whole set to change it.
#ifndef BAKEN_RULES_PACK_PACK_SET_H_
#define BAKEN_RULES_PACK_PACK_SET_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "baken/v1/decision_support_service.pb.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

// Thread-safe: const after construction.
class PackSet {
 public:
  struct Entry {
    std::shared_ptr<const LoadedPack> pack;
    bool active = false;  // Answers requests that name no version; exactly one per pack id.
  };

  // The first entry's pack id is the default one. At least one entry; no id and version twice.
  explicit PackSet(std::vector<Entry> entries);

  // NOT_FOUND (reason PACK_NOT_FOUND or VERSION_NOT_FOUND) when there is none; INVALID_ARGUMENT when the version is
  // not of the form `1`, `1.2` or `1.2.3`.
  absl::StatusOr<std::shared_ptr<const LoadedPack>> Find(const v1::PackSelector& selector) const;

  // By id, newest version first.
  v1::ListPacksResponse List() const;
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

}  // namespace baken

#endif  // BAKEN_RULES_PACK_PACK_SET_H_
