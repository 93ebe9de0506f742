#include "rules/engine/further_instruments.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/engine/engine_fixture.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kPack[] = R"pb(
  facts {
    id: "long_total"
    number { minimum: "0" maximum: "20" }
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
    id: "short_total"
    number { minimum: "0" maximum: "3" }
  }
  facts {
    id: "other_total"
    number { minimum: "0" maximum: "3" }
  }
  facts {
    id: "both_total"
    number { minimum: "0" maximum: "6" }
  }
  scales { id: "long" total_fact: "long_total" minimum: 0 maximum: 20 }
  scales {
    id: "both"
    items { fact: "i1" }
    items { fact: "i2" }
    total_fact: "both_total"
    minimum: 0
    maximum: 6
  }
  scales {
    id: "short"
    items { fact: "i1" }
    total_fact: "short_total"
    minimum: 0
    maximum: 3
    part_of: "both"
  }
  scales {
    id: "other"
    items { fact: "i2" }
    total_fact: "other_total"
    minimum: 0
    maximum: 3
    part_of: "both"
  }
  families {
    id: "mood"
    members { scale: "long" positive_when: "long >= 10" }
    members { scale: "short" positive_when: "short >= 2" }
  }
)pb";

class FurtherInstrumentsTest : public ::testing::Test {
 protected:
  static std::string Total(const std::string& scale, int value) {
    return "answers { fact_id: '" + scale + "_total' value { integer: " + std::to_string(value) + " } } ";
  }
  std::vector<std::string> Further(const std::string& answers) const {
    const std::vector<bool> further = FurtherInstruments(pack_.program(), pack_.Assess(answers));
    std::vector<std::string> scales;
    for (size_t s = 0; s < further.size(); ++s) {
      if (further[s]) scales.push_back(pack_.program().scales[s].id);
    }
    return scales;
  }
  std::string Show(const std::string& answers, const std::string& finding) const {
    const Evaluation now = pack_.Assess(answers);
    const auto further = FurtherInstruments(pack_.program(), now);
    return pack_.Show(WithoutInstruments(pack_.program(), further, now), finding);
  }

  TestPack pack_{std::string(kPack) + YesNo("severe", "long >= 15 || short >= 3") + YesNo("mild", "!(short >= 1)") +
                 YesNo("other_item", "i2 >= 1") + YesNo("first_item", "i1 >= 1") + YesNo("mood", "positive(mood)")};
};

TEST_F(FurtherInstrumentsTest, NoneWhileNoMemberHasDecided) { EXPECT_THAT(Further(""), IsEmpty()); }

TEST_F(FurtherInstrumentsTest, TheOtherMembersAndWholesOnceOneHas) {
  EXPECT_THAT(Further(Total("long", 3)), ElementsAre("both", "short"));
  EXPECT_THAT(Further(Total("long", 12)), ElementsAre("both", "short"));
  EXPECT_THAT(Further(Total("short", 0)), ElementsAre("long")) << "its whole is begun with it";
}

TEST_F(FurtherInstrumentsTest, NotWhatWasBegun) {
  EXPECT_THAT(Further(Total("long", 3) + Total("short", 1)), IsEmpty());
}

TEST_F(FurtherInstrumentsTest, ItsOpenComparisonsNeverComeToHold) {
  EXPECT_EQ(pack_.Show(pack_.Assess(Total("long", 3)), "severe"), "NO (YES NO)");
  EXPECT_EQ(Show(Total("long", 3), "severe"), "NO (NO)");
  EXPECT_EQ(Show(Total("long", 16), "severe"), "YES (YES)");
  EXPECT_EQ(Show(Total("long", 3), "mild"), "NO (NO)") << "nor what is negated";
  EXPECT_EQ(Show(Total("long", 3), "first_item"), "NO (NO)");
  EXPECT_EQ(Show(Total("long", 3), "other_item"), "NO (YES NO)") << "of an instrument of no family";
}

// Nothing of such a family was worked out: it was read all the same, and at a place that is not there.
TEST_F(FurtherInstrumentsTest, AFamilyThatNoConditionReadsDecidesNothing) {
  const TestPack pack(std::string(kPack) + YesNo("severe", "long >= 15 || short >= 3"));
  const Evaluation now = pack.Assess(Total("long", 3));
  EXPECT_THAT(FurtherInstruments(pack.program(), now), ::testing::Each(false));
}

TEST_F(FurtherInstrumentsTest, NothingChangesWhereThereAreNone) {
  EXPECT_EQ(Show("", "severe"), pack_.Show(pack_.Assess(""), "severe"));
}

}  // namespace
}  // namespace baken
