#include "rules/review/coverage.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "rules/pack/manifest.h"
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

// A file of the table, and where its part of the joined lists begins.
struct Part {
  std::unique_ptr<ParsedFile> file;
  int first_range = 0;
  int first_entry = 0;
};

// coverage.txtpb, then the files of coverage/, as far as there are any.
std::vector<std::string> TableFiles(const std::filesystem::path& directory) {
  std::vector<std::string> paths;
  for (std::string& path : pack_internal::ListFiles(directory)) {
    if (path == kFile)
      paths.insert(paths.begin(), std::move(path));
    else if (absl::StartsWith(path, "coverage/"))
      paths.push_back(std::move(path));
  }
  return paths;
}

// False, and diagnostics, when a file cannot be read.
bool ReadTable(const std::filesystem::path& directory, rules::v1::Coverage& joined, std::vector<Part>& parts,
               std::vector<Diagnostic>& diagnostics) {
  for (const std::string& path : TableFiles(directory)) {
    rules::v1::Coverage table;
    Part part{std::make_unique<ParsedFile>(), joined.ranges_size(), joined.entries_size()};
    if (!pack_internal::ParseTextFile(directory, path, *part.file, table, diagnostics)) return false;
    joined.MergeFrom(table);
    parts.push_back(std::move(part));
  }
  return true;
}

class Reviewer {
 public:
  Reviewer(const LoadedPack& pack, const std::filesystem::path& directory)
      : elements_(pack.definition()), directory_(directory) {}

  CoverageReview Run() {
    if (!ReadTable(directory_, coverage_, parts_, review_.remarks)) return std::move(review_);
    review_.present = !parts_.empty();
    for (int i = 0; i < coverage_.ranges_size(); ++i) ReadRange(i);
    for (int i = 0; i < coverage_.entries_size(); ++i) {
      CheckPlace(i);
      CheckContent(i);
    }
    ListMissing();
    review_.table = std::move(coverage_);
    return std::move(review_);
  }

 private:
  void ReadRange(int i) {
    const auto& range = coverage_.ranges(i);
    const bool sound = range.first() >= 0 && range.first() <= range.last() && range.last() < kItemsMax &&
                       range.digits() >= 0 && range.digits() <= kDigitsMax;
    if (!sound) {
      return RemarkRange(i, absl::StrCat("a range is 0 <= first <= last < ", kItemsMax, ", digits [0, 9]"));
    }
    if (range.prefix().empty()) RemarkRange(i, "a range needs a prefix");
    for (int number = range.first(); number <= range.last(); ++number) {
      std::string id = ItemId(range, number);
      if (places_.emplace(id, items_.size()).second) {
        items_.push_back(std::move(id));
      } else {
        RemarkRange(i, absl::StrCat("item '", id, "' is in two ranges"));
      }
    }
    review_.expected = static_cast<int>(items_.size());
  }

  // Each item once, in the order of the ranges.
  void CheckPlace(int i) {
    const std::string& id = coverage_.entries(i).id();
    auto place = places_.find(id);
    if (place == places_.end()) return RemarkEntry(i, absl::StrCat("item '", id, "' is in no range"));
    if (!seen_.insert(id).second) return RemarkEntry(i, absl::StrCat("item '", id, "' has a second entry"));
    if (place->second < furthest_) RemarkEntry(i, absl::StrCat("item '", id, "' is out of order"));
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
    if (entry.topic().empty()) RemarkEntry(i, absl::StrCat("item '", entry.id(), "' needs a topic"));
    if (int{carried} + int{background} + int{left_out} != 1) {
      RemarkEntry(
          i, absl::StrCat("item '", entry.id(), "' needs exactly one of elements, background and not_implemented"));
    }
    std::set<std::string> named;
    for (const std::string& element : entry.elements()) {
      CheckElement(i, element);
      if (!named.insert(element).second) RemarkEntry(i, absl::StrCat("element '", element, "' stands twice"));
    }
  }

  void CheckElement(int i, const std::string& element) {
    switch (elements_.Find(element)) {
      case ElementIndex::Standing::kUnknown:
        return RemarkEntry(i, absl::StrCat("the pack has no element '", element, "'"));
      case ElementIndex::Standing::kWithoutBasis:
        return RemarkEntry(i, absl::StrCat("element '", element, "' says neither source nor house_rule"));
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

  void RemarkRange(int index, std::string message) { Remark("ranges", &Part::first_range, index, std::move(message)); }
  void RemarkEntry(int index, std::string message) { Remark("entries", &Part::first_entry, index, std::move(message)); }

  // At the element of the last part that begins at or before it.
  void Remark(const char* field, int Part::*first, int index, std::string message) {
    const auto part = std::find_if(parts_.rbegin(), parts_.rend(), [&](const Part& p) { return p.*first <= index; });
    const auto* descriptor = rules::v1::Coverage::descriptor()->FindFieldByName(field);
    const auto place = part->file->places.GetLocation(descriptor, index - (*part).*first);
    review_.remarks.push_back({part->file->path, place.line + 1, place.column + 1, std::move(message)});
  }

  const ElementIndex elements_;
  const std::filesystem::path& directory_;
  std::vector<Part> parts_;
  rules::v1::Coverage coverage_;  // Of all parts.
  CoverageReview review_;
  std::vector<std::string> items_;  // Of all ranges, in order.
  std::map<std::string, size_t> places_;
  std::set<std::string> seen_;
  size_t furthest_ = 0;
};

}  // namespace

rules::v1::Coverage ReadCoverage(const std::filesystem::path& directory, std::vector<Diagnostic>& diagnostics) {
  rules::v1::Coverage joined;
  std::vector<Part> parts;
  ReadTable(directory, joined, parts, diagnostics);
  return joined;
}

CoverageReview ReviewCoverage(const LoadedPack& pack, const std::filesystem::path& directory) {
  return Reviewer(pack, directory).Run();
}

}  // namespace baken
