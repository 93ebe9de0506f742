#include "rules/pack/pack_set.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "rules/base/check.h"
#include "rules/base/error_details.h"

namespace baken {
namespace {

using VersionNumbers = std::vector<int>;

// 1 to 3 numbers joined by dots; empty when it is not that.
VersionNumbers ParseVersion(absl::string_view text) {
  VersionNumbers numbers;
  for (absl::string_view part : absl::StrSplit(text, '.')) {
    int number = 0;
    bool plain = !part.empty() && part.size() <= 6 && part.find_first_not_of("0123456789") == absl::string_view::npos;
    if (!plain || !absl::SimpleAtoi(part, &number) || numbers.size() == 3) return {};
    numbers.push_back(number);
  }
  return numbers;
}

bool StartsWith(const VersionNumbers& version, const VersionNumbers& prefix) {
  return prefix.size() <= version.size() && std::equal(prefix.begin(), prefix.end(), version.begin());
}

bool Newer(const PackSet::Entry& a, const PackSet::Entry& b) {
  return ParseVersion(a.pack->version()) > ParseVersion(b.pack->version());
}

}  // namespace

PackSet::PackSet(std::vector<Entry> entries) : entries_(std::move(entries)) { BAKEN_CHECK(!entries_.empty()); }

absl::StatusOr<std::shared_ptr<const LoadedPack>> PackSet::Find(const v1::PackSelector& selector) const {
  const std::string& id = selector.pack_id().empty() ? entries_.front().pack->id() : selector.pack_id();
  VersionNumbers wanted = ParseVersion(selector.version());
  if (!selector.version().empty() && wanted.empty()) {
    Violations violations;
    violations.Add("pack.version", "must be of the form 1, 1.2 or 1.2.3");
    return InvalidRequestError("INVALID_REQUEST", violations);
  }
  const Entry* best = nullptr;
  bool id_known = false;
  for (const Entry& entry : entries_) {
    if (entry.pack->id() != id) continue;
    id_known = true;
    bool fits = wanted.empty() ? entry.active : StartsWith(ParseVersion(entry.pack->version()), wanted);
    if (fits && (best == nullptr || Newer(entry, *best))) best = &entry;
  }
  if (best != nullptr) return best->pack;
  if (!id_known)
    return ErrorWithReason(absl::StatusCode::kNotFound, "PACK_NOT_FOUND", "no pack with this id is loaded");
  return ErrorWithReason(absl::StatusCode::kNotFound, "VERSION_NOT_FOUND", "no such version of this pack is loaded");
}

v1::ListPacksResponse PackSet::List() const {
  std::vector<Entry> sorted = entries_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Entry& a, const Entry& b) {
    return a.pack->id() != b.pack->id() ? a.pack->id() < b.pack->id() : Newer(a, b);
  });
  v1::ListPacksResponse response;
  for (const Entry& entry : sorted) {
    v1::PackSummary* summary = response.add_packs();
    *summary->mutable_pack() = entry.pack->reference();
    summary->set_active(entry.active);
    summary->set_signed_(entry.pack->is_signed());
    for (const std::string& locale : entry.pack->catalogue().locales()) summary->add_locales(locale);
  }
  return response;
}

}  // namespace baken
