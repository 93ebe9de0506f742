#include "rules/review/coverage.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "baken/rules/v1/coverage.pb.h"
#include "rules/pack/pack_source.h"
#include "rules/review/element_index.h"

namespace baken {
namespace {

using pack_internal::ParsedFile;
using review_internal::ElementIndex;

constexpr char kFile[] = "coverage.txtpb";
// Far above any inventory; a slip of the keyboard must not fill the memory.
constexpr int kItemsMax = 100000;
constexpr int kDigitsMax = 9;

std::string ItemId(const rules::v1::CoverageRange& range, int number) {
  std::string digits = absl::StrCat(number);
  const auto wanted = static_cast<size_t>(range.digits());
  if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
  return absl::StrCat(range.prefix(), digits);
}

class Reviewer {
 public:
  Reviewer(const LoadedPack& pack, const std::filesystem::path& directory)
      : elements_(pack.definition()), directory_(directory) {}

  CoverageReview Run() {
    std::error_code error;
    if (!std::filesystem::is_regular_file(directory_ / kFile, error)) return std::move(review_);
    review_.present = true;
    if (!pack_internal::ParseTextFile(directory_, kFile, file_, coverage_, review_.remarks)) return std::move(review_);
    for (int i = 0; i < coverage_.ranges_size(); ++i) ReadRange(i);
    for (int i = 0; i < coverage_.entries_size(); ++i) {
      CheckPlace(i);
      CheckContent(i);
    }
    ListMissing();
    return std::move(review_);
  }

 private:
  void ReadRange(int i) {
    const auto& range = coverage_.ranges(i);
    const bool sound = range.first() >= 0 && range.first() <= range.last() && range.last() < kItemsMax &&
                       range.digits() >= 0 && range.digits() <= kDigitsMax;
    if (!sound) {
      return Remark("ranges", i, absl::StrCat("a range is 0 <= first <= last < ", kItemsMax, ", digits [0, 9]"));
    }
    if (range.prefix().empty()) Remark("ranges", i, "a range needs a prefix");
    for (int number = range.first(); number <= range.last(); ++number) {
      std::string id = ItemId(range, number);
      if (places_.emplace(id, items_.size()).second) {
        items_.push_back(std::move(id));
      } else {
        Remark("ranges", i, absl::StrCat("item '", id, "' is in two ranges"));
      }
    }
    review_.expected = static_cast<int>(items_.size());
  }

  // Each item once, in the order of the ranges.
  void CheckPlace(int i) {
    const std::string& id = coverage_.entries(i).id();
    auto place = places_.find(id);
    if (place == places_.end()) return Remark("entries", i, absl::StrCat("item '", id, "' is in no range"));
    if (!seen_.insert(id).second) return Remark("entries", i, absl::StrCat("item '", id, "' has a second entry"));
    if (place->second < furthest_) Remark("entries", i, absl::StrCat("item '", id, "' is out of order"));
    furthest_ = std::max(furthest_, place->second);
  }

  void CheckContent(int i) {
    const auto& entry = coverage_.entries(i);
    const bool carried = entry.elements_size() > 0;
    const bool background = !entry.background().empty();
    const bool left_out = !entry.not_implemented().empty();
    review_.carried += carried ? 1 : 0;
    review_.background += background ? 1 : 0;
    review_.not_implemented += left_out ? 1 : 0;
    if (entry.topic().empty()) Remark("entries", i, absl::StrCat("item '", entry.id(), "' needs a topic"));
    if (int{carried} + int{background} + int{left_out} != 1) {
      Remark("entries", i,
             absl::StrCat("item '", entry.id(), "' needs exactly one of elements, background and not_implemented"));
    }
    std::set<std::string> named;
    for (const std::string& element : entry.elements()) {
      CheckElement(i, element);
      if (!named.insert(element).second) Remark("entries", i, absl::StrCat("element '", element, "' stands twice"));
    }
  }

  void CheckElement(int i, const std::string& element) {
    switch (elements_.Find(element)) {
      case ElementIndex::Standing::kUnknown:
        return Remark("entries", i, absl::StrCat("the pack has no element '", element, "'"));
      case ElementIndex::Standing::kWithoutBasis:
        return Remark("entries", i, absl::StrCat("element '", element, "' says neither source nor house_rule"));
      case ElementIndex::Standing::kGood:
        return;
    }
  }

  void ListMissing() {
    for (size_t at = 0; at < items_.size(); ++at) {
      if (seen_.count(items_[at]) > 0) continue;
      size_t last = at;
      while (last + 1 < items_.size() && seen_.count(items_[last + 1]) == 0) ++last;
      review_.missing.push_back(last == at ? items_[at] : absl::StrCat(items_[at], "…", items_[last]));
      at = last;
    }
    for (const std::string& run : review_.missing) {
      review_.remarks.push_back({kFile, 0, 0, absl::StrCat("no entry for ", run)});
    }
  }

  void Remark(const char* field, int index, std::string message) {
    const auto* descriptor = rules::v1::Coverage::descriptor()->FindFieldByName(field);
    const google::protobuf::TextFormat::ParseLocation place = file_.places.GetLocation(descriptor, index);
    review_.remarks.push_back({kFile, place.line + 1, place.column + 1, std::move(message)});
  }

  const ElementIndex elements_;
  const std::filesystem::path& directory_;
  ParsedFile file_;
  rules::v1::Coverage coverage_;
  CoverageReview review_;
  std::vector<std::string> items_;  // Of all ranges, in order.
  std::map<std::string, size_t> places_;
  std::set<std::string> seen_;
  size_t furthest_ = 0;
};

}  // namespace

CoverageReview ReviewCoverage(const LoadedPack& pack, const std::filesystem::path& directory) {
  return Reviewer(pack, directory).Run();
}

}  // namespace baken
