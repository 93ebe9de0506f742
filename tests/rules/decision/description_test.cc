#include "rules/decision/description.h"

#include "gmock/gmock.h"
#include "tests/rules/decision/decide.h"

namespace baken {
namespace {

TEST(DescriptionTest, TellsAllAClientNeeds) {
  auto pack = BuildPack(R"pb(
    header { locales: "nl" locales: "en" }
    domains { id: "d" codes: "none" codes: "a" none_code: "none" }
    facts {
      id: "b"
      boolean {}
    }
    facts {
      id: "n"
      number {
        minimum: "0"
        maximum: "8"
        step: "0.5"
        unit_code: "h"
        other_units { unit_code: "d" factor: "24" }
      }
    }
    facts {
      id: "set"
      set_of { domain: "d" }
    }
    facts {
      id: "atc"
      external_codes { code_length: 7 target_fact: "set" }
    }
    facts {
      id: "t"
      number { minimum: "0" maximum: "3" }
    }
    scales {
      id: "s"
      total_fact: "t"
      minimum: 0
      maximum: 3
      bands { id: "all" minimum: 0 maximum: 3 }
      licence: "free"
    })pb");
  absl::StatusOr<v1::PackDescription> description = DescribePack(*pack, "en");
  ASSERT_TRUE(description.ok());
  ASSERT_EQ(description->facts_size(), 5);
  EXPECT_EQ(description->facts(0).kind(), v1::FACT_KIND_BOOLEAN);
  EXPECT_EQ(description->facts(1).kind(), v1::FACT_KIND_DECIMAL);
  EXPECT_EQ(description->facts(1).maximum(), "8.0");
  EXPECT_EQ(description->facts(1).step(), "0.5");
  EXPECT_THAT(description->facts(1).unit_codes(), ::testing::ElementsAre("h", "d"));
  EXPECT_EQ(description->facts(2).none_code(), "none");
  EXPECT_EQ(description->facts(2).codes(1).label().text_id(), "value.d.a");
  EXPECT_EQ(description->facts(3).kind(), v1::FACT_KIND_EXTERNAL_CODES);
  EXPECT_EQ(description->instruments(0).bands(0).maximum(), 3);
  EXPECT_EQ(description->findings(0).levels(0).condition(), "true");
  EXPECT_THAT(description->roles(0).view_ids(), ::testing::ElementsAre("full"));
}

TEST(DescriptionTest, RefusesALocaleItDoesNotHave) {
  auto pack = BuildPack("");
  EXPECT_EQ(DescribePack(*pack, "fr").status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace baken
