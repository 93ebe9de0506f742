#include "rules/export/terms.h"

#include "gtest/gtest.h"

namespace baken::export_internal {
namespace {

class TermsTest : public ::testing::Test {
 protected:
  Terms terms_;
  const int yes_ = terms_.Constant(true);
  const int no_ = terms_.Constant(false);
  const int a_ = terms_.Input(0);
  const int b_ = terms_.Input(1);
  const int c_ = terms_.Input(2);
};

TEST_F(TermsTest, EqualTermsAreOne) {
  EXPECT_EQ(terms_.All({a_, b_}), terms_.All({a_, b_}));
  EXPECT_NE(terms_.All({a_, b_}), terms_.Any({a_, b_}));
  EXPECT_EQ(terms_.CompareTo(3, Compare::kLess, 7), terms_.CompareTo(3, Compare::kLess, 7));
  EXPECT_NE(terms_.CompareTo(3, Compare::kLess, 7), terms_.CompareTo(3, Compare::kLess, 8));
}

TEST_F(TermsTest, ConstantsFoldAway) {
  EXPECT_EQ(terms_.All({yes_, a_}), a_);
  EXPECT_EQ(terms_.All({a_, no_}), no_);
  EXPECT_EQ(terms_.All({}), yes_);
  EXPECT_EQ(terms_.Any({no_, a_}), a_);
  EXPECT_EQ(terms_.Any({a_, yes_}), yes_);
  EXPECT_EQ(terms_.Any({}), no_);
  EXPECT_EQ(terms_.Not(no_), yes_);
  EXPECT_EQ(terms_.Not(terms_.Not(a_)), a_);
}

TEST_F(TermsTest, SomeOfManyIsAllOrAnyAtTheEnds) {
  EXPECT_EQ(terms_.AtLeast(1, {a_, b_, c_}), terms_.Any({a_, b_, c_}));
  EXPECT_EQ(terms_.AtLeast(3, {a_, b_, c_}), terms_.All({a_, b_, c_}));
  EXPECT_EQ(terms_.AtLeast(0, {a_, b_}), yes_);
  EXPECT_EQ(terms_.AtLeast(4, {a_, b_, c_}), no_);
  EXPECT_EQ(terms_.AtLeast(2, {yes_, a_, b_}), terms_.Any({a_, b_}));
}

TEST_F(TermsTest, WhatStandsTwiceCountsTwice) {
  const Term& term = terms_[terms_.AtLeast(2, {a_, a_, b_})];
  EXPECT_EQ(term.kind, TermKind::kAtLeast);
  EXPECT_EQ(term.children.size(), 3u);
}

}  // namespace
}  // namespace baken::export_internal
