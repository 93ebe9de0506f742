#include "rules/logic/tribool.h"

#include "gtest/gtest.h"

namespace baken {
namespace {

TEST(TriboolTest, FollowsStrongKleene) {
  constexpr Tri kAll[] = {Tri::kFalse, Tri::kOpen, Tri::kTrue};
  for (Tri a : kAll) {
    EXPECT_EQ(Not(Not(a)), a);
    EXPECT_EQ(And(a, Tri::kFalse), Tri::kFalse);
    EXPECT_EQ(Or(a, Tri::kTrue), Tri::kTrue);
    EXPECT_EQ(And(a, Tri::kTrue), a);
    EXPECT_EQ(Or(a, Tri::kFalse), a);
    for (Tri b : kAll) EXPECT_EQ(Not(And(a, b)), Or(Not(a), Not(b)));
  }
  EXPECT_EQ(Not(Tri::kOpen), Tri::kOpen);
  EXPECT_EQ(And(Tri::kOpen, Tri::kOpen), Tri::kOpen);
}

}  // namespace
}  // namespace baken
