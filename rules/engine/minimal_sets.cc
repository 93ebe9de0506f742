#include "rules/engine/minimal_sets.h"

#include <algorithm>
#include <optional>

namespace baken {
namespace {

// A bound on the search for the next set to try, which itself runs no test.
constexpr int kStepsMax = 200000;

class Search {
 public:
  Search(int count, const std::function<bool(const std::vector<bool>&)>& enough, int sets_max, int tests_max)
      : count_(static_cast<size_t>(count)), enough_(enough), sets_max_(sets_max), tests_left_(tests_max) {}

  MinimalSets Run() {
    while (static_cast<int>(result_.sets.size()) < sets_max_) {
      std::optional<std::vector<bool>> next = SmallestHittingSet();
      if (!next.has_value()) break;
      if (Enough(*next)) {
        if (!AddFound(*next)) break;
      } else if (!AddNeeded(*next)) {
        break;
      }
      if (tests_left_ <= 0) {
        result_.complete = false;
        break;
      }
    }
    return std::move(result_);
  }

 private:
  bool Enough(const std::vector<bool>& members) {
    --tests_left_;
    return enough_(members);
  }

  // Where the test is not monotone a member may be superfluous after all; then a smaller set is taken. False when that
  // one is known already, so that the search would turn in circles.
  bool AddFound(std::vector<bool> members) {
    for (size_t i = 0; i < count_; ++i) {
      if (!members[i]) continue;
      members[i] = false;
      if (!Enough(members)) members[i] = true;
    }
    std::vector<int> found;
    for (size_t i = 0; i < count_; ++i) {
      if (members[i]) found.push_back(static_cast<int>(i));
    }
    if (std::find(result_.sets.begin(), result_.sets.end(), found) != result_.sets.end()) {
      result_.complete = false;
      return false;
    }
    result_.sets.push_back(std::move(found));
    return true;
  }

  // Makes `members` as large as it can be without being enough; one of the rest is needed. False when nothing is left.
  bool AddNeeded(std::vector<bool> members) {
    for (size_t i = 0; i < count_ && tests_left_ > 0; ++i) {
      if (members[i]) continue;
      members[i] = true;
      if (Enough(members)) members[i] = false;
    }
    std::vector<int> needed;
    for (size_t i = 0; i < count_; ++i) {
      if (!members[i]) needed.push_back(static_cast<int>(i));
    }
    if (needed.empty()) return false;
    needed_.push_back(std::move(needed));
    return true;
  }

  // The smallest set that has a member of each needed group and holds none of the found sets whole.
  std::optional<std::vector<bool>> SmallestHittingSet() {
    std::vector<bool> members(count_, false);
    steps_left_ = kStepsMax;
    for (size_t size = 0; size <= count_; ++size) {
      if (Extend(members, size)) return members;
      if (steps_left_ <= 0) {
        result_.complete = false;
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  bool Extend(std::vector<bool>& members, size_t more) {
    if (--steps_left_ <= 0 || HoldsFound(members)) return false;
    const std::vector<int>* open = FirstOpenGroup(members);
    if (open == nullptr) return true;
    if (more == 0) return false;
    for (int member : *open) {
      members[static_cast<size_t>(member)] = true;
      if (Extend(members, more - 1)) return true;
      members[static_cast<size_t>(member)] = false;
    }
    return false;
  }

  bool HoldsFound(const std::vector<bool>& members) const {
    return std::any_of(result_.sets.begin(), result_.sets.end(), [&](const std::vector<int>& found) {
      return std::all_of(found.begin(), found.end(), [&](int i) { return members[static_cast<size_t>(i)]; });
    });
  }

  const std::vector<int>* FirstOpenGroup(const std::vector<bool>& members) const {
    for (const std::vector<int>& group : needed_) {
      if (std::none_of(group.begin(), group.end(), [&](int i) { return members[static_cast<size_t>(i)]; })) {
        return &group;
      }
    }
    return nullptr;
  }

  const size_t count_;
  const std::function<bool(const std::vector<bool>&)>& enough_;
  const int sets_max_;
  int tests_left_;
  int steps_left_ = 0;
  std::vector<std::vector<int>> needed_;
  MinimalSets result_;
};

}  // namespace

MinimalSets FindMinimalSets(int count, const std::function<bool(const std::vector<bool>&)>& enough, int sets_max,
                            int tests_max) {
  return Search(count, enough, sets_max, tests_max).Run();
}

}  // namespace baken
