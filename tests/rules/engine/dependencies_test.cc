#include "rules/engine/dependencies.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/engine/engine_fixture.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kPack[] = R"pb(
  facts {
    id: "a"
    boolean {}
  }
  facts {
    id: "b"
    boolean {}
  }
  facts {
    id: "hot"
    boolean {}
    derived: true
  }
  facts {
    id: "temperature"
    number { minimum: "30" maximum: "45" }
    keeps_age: true
  }
  facts {
    id: "i1"
    number { minimum: "0" maximum: "3" }
  }
  facts {
    id: "i2"
    number { minimum: "0" maximum: "3" }
  }
  facts {
    id: "part_total"
    number { minimum: "0" maximum: "3" }
  }
  facts {
    id: "whole_total"
    number { minimum: "0" maximum: "6" }
  }
  scales {
    id: "whole"
    items { fact: "i1" }
    items { fact: "i2" }
    total_fact: "whole_total"
    minimum: 0
    maximum: 6
  }
  scales {
    id: "part"
    items { fact: "i1" }
    total_fact: "part_total"
    minimum: 0
    maximum: 3
    part_of: "whole"
  }
  families {
    id: "family"
    members { scale: "part" positive_when: "part >= 2 && a" }
  }
  implications {
    id: "hot"
    when: "temperature >= 39"
    then { fact: "hot" boolean: true }
  }
  implications {
    id: "first"
    when: "b"
    then { fact: "a" boolean: true }
  }
  criteria { id: "inner" when: "a" }
)pb";

class DependenciesTest : public ::testing::Test {
 protected:
  std::vector<std::string> Bearing(const std::string& when) const {
    const TestPack pack(std::string(kPack) + YesNo("f", when));
    std::vector<std::string> ids;
    for (int fact : BearingFacts(pack.program(), pack.program().FindFinding("f"))) {
      ids.push_back(pack.program().facts[static_cast<size_t>(fact)].id);
    }
    return ids;
  }
};

TEST_F(DependenciesTest, WhatConditionsReadDirectlyOrThroughCriteria) {
  EXPECT_THAT(Bearing("b"), ElementsAre("b"));
  EXPECT_THAT(Bearing("inner"), ElementsAre("a", "b")) << "b fills a";
}

TEST_F(DependenciesTest, WhatImplicationsFillItFrom) { EXPECT_THAT(Bearing("hot"), ElementsAre("hot", "temperature")); }

TEST_F(DependenciesTest, TheFactThatAnAgeBelongsTo) {
  EXPECT_THAT(Bearing("temperature_age_days > 3"), ElementsAre("temperature"));
}

TEST_F(DependenciesTest, ScoresWithTheirWholesAndParts) {
  const auto all = ElementsAre("i1", "i2", "part_total", "whole_total");
  EXPECT_THAT(Bearing("part >= 2"), all);
  EXPECT_THAT(Bearing("whole >= 2"), all);
  EXPECT_THAT(Bearing("positive(family)"), ElementsAre("a", "b", "i1", "i2", "part_total", "whole_total"));
}

TEST_F(DependenciesTest, EverythingWhereAnyContradictionIsRead) {
  EXPECT_THAT(Bearing("data_contradictory"),
              ElementsAre("a", "b", "hot", "temperature", "i1", "i2", "part_total", "whole_total"));
}

TEST_F(DependenciesTest, NothingForAConditionThatReadsTheRequester) {
  EXPECT_THAT(Bearing("requester_role == 'clinician'"), IsEmpty());
}

}  // namespace
}  // namespace baken
