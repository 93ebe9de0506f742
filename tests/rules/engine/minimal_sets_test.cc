#include "rules/engine/minimal_sets.h"

#include <algorithm>
#include <random>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int kTestsMax = 10000;

unsigned Mask(const std::vector<bool>& members) {
  unsigned mask = 0;
  for (size_t i = 0; i < members.size(); ++i) mask |= members[i] ? 1u << i : 0u;
  return mask;
}

// True when `members` holds one of the masks whole.
auto Holding(const std::vector<unsigned>& masks) {
  return [masks](const std::vector<bool>& members) {
    const unsigned mask = Mask(members);
    return std::any_of(masks.begin(), masks.end(), [mask](unsigned wanted) { return (mask & wanted) == wanted; });
  };
}

TEST(MinimalSetsTest, FindsSmallestFirst) {
  const MinimalSets found = FindMinimalSets(5, Holding({0b11000, 0b00001, 0b00110}), 5, kTestsMax);
  EXPECT_THAT(found.sets, ElementsAre(ElementsAre(0), ElementsAre(1, 2), ElementsAre(3, 4)));
  EXPECT_TRUE(found.complete);
}

TEST(MinimalSetsTest, NothingNeeded) {
  EXPECT_THAT(FindMinimalSets(3, Holding({0}), 5, kTestsMax).sets, ElementsAre(IsEmpty()));
  EXPECT_THAT(FindMinimalSets(0, Holding({0}), 5, kTestsMax).sets, ElementsAre(IsEmpty()));
}

TEST(MinimalSetsTest, NothingIsEnough) { EXPECT_THAT(FindMinimalSets(3, Holding({}), 5, kTestsMax).sets, IsEmpty()); }

TEST(MinimalSetsTest, StopsAtTheNumberAskedFor) {
  EXPECT_EQ(FindMinimalSets(6, Holding({1, 2, 4, 8, 16, 32}), 2, kTestsMax).sets.size(), 2u);
}

TEST(MinimalSetsTest, SaysWhenItWasCutOff) {
  EXPECT_FALSE(FindMinimalSets(10, Holding({0b1111100000}), 5, 4).complete);
}

// More may be less: every set given still is enough and needs each of its members.
TEST(MinimalSetsTest, WithoutMonotonyItPromisesLess) {
  const auto exactly_one = [](const std::vector<bool>& members) {
    return std::count(members.begin(), members.end(), true) == 1;
  };
  for (const std::vector<int>& set : FindMinimalSets(4, exactly_one, 5, kTestsMax).sets) EXPECT_EQ(set.size(), 1u);
}

TEST(MinimalSetsTest, AllMonotoneFunctionsOfRandomSets) {
  std::mt19937 random(20261125);
  for (int round = 0; round < 3000; ++round) {
    const int count = 1 + static_cast<int>(random() % 7);
    std::vector<unsigned> masks;
    for (auto left = random() % 6; left > 0; --left) masks.push_back(static_cast<unsigned>(random()) % (1u << count));
    std::vector<unsigned> minimal;
    for (unsigned mask : masks) {
      const bool covered = std::any_of(masks.begin(), masks.end(),
                                       [mask](unsigned other) { return other != mask && (mask & other) == other; });
      if (!covered && std::find(minimal.begin(), minimal.end(), mask) == minimal.end()) minimal.push_back(mask);
    }
    std::stable_sort(minimal.begin(), minimal.end(),
                     [](unsigned a, unsigned b) { return __builtin_popcount(a) < __builtin_popcount(b); });
    const MinimalSets found = FindMinimalSets(count, Holding(masks), 100, kTestsMax);
    ASSERT_TRUE(found.complete);
    ASSERT_EQ(found.sets.size(), minimal.size()) << "round " << round;
    for (size_t i = 0; i < minimal.size(); ++i) {
      EXPECT_EQ(found.sets[i].size(), static_cast<size_t>(__builtin_popcount(minimal[i])));
      unsigned mask = 0;
      for (int member : found.sets[i]) mask |= 1u << member;
      EXPECT_EQ(std::count(minimal.begin(), minimal.end(), mask), 1);
    }
  }
}

}  // namespace
}  // namespace baken
