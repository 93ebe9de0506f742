#include "gmock/gmock.h"
#include "tests/rules/decision/decide.h"

namespace baken {
namespace {

using ::testing::ElementsAre;

constexpr char kPack[] = R"pb(
  facts {
    id: "days"
    number { minimum: "0" maximum: "30" unit_code: "d" }
  }
  facts {
    id: "warm"
    number { minimum: "30" maximum: "45" step: "0.1" unit_code: "Cel" }
  }
  facts {
    id: "route"
    set_of { codes: "nasal" codes: "smoked" }
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
    id: "total"
    number { minimum: "0" maximum: "6" }
  }
  facts {
    id: "current"
    boolean {}
  }
  scales {
    id: "s"
    items { fact: "i1" }
    items { fact: "i2" }
    total_fact: "total"
    minimum: 0
    maximum: 6
  }
  implications {
    id: "uses"
    when: "days > 0"
    then { fact: "current" boolean: true }
  }
  criteria { id: "often" when: "days >= 4" }
  findings {
    id: "USE"
    flag_per_level: true
    levels { id: "OFTEN" kind: LEVEL_KIND_POSITIVE when: "often && current" }
    levels { id: "SOME" kind: LEVEL_KIND_POSSIBLE when: "days > 0" }
    levels { id: "NONE" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "SCORE"
    levels { id: "HIGH" kind: LEVEL_KIND_POSITIVE when: "s >= 2" }
    levels { id: "NONE" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "WARM"
    levels { id: "PRESENT" kind: LEVEL_KIND_POSITIVE when: "warm >= 39.0" }
    levels { id: "NONE" kind: LEVEL_KIND_NONE }
  }
  findings {
    id: "GROUP"
    category: FINDING_CATEGORY_SUBGROUP
    levels { id: "MEMBER" kind: LEVEL_KIND_POSITIVE when: "'nasal' in route" }
    levels { id: "NONE" kind: LEVEL_KIND_NONE }
  })pb";

class FindingsTest : public ::testing::Test {
 protected:
  std::shared_ptr<const LoadedPack> pack_ = BuildPack(kPack);
  v1::FindingResult Finding(const v1::Assessment& assessment, const std::string& id) {
    for (const auto& finding : assessment.findings()) {
      if (finding.finding_id() == id) return finding;
    }
    ADD_FAILURE() << id;
    return {};
  }
};

const char* const kDays = "answers { fact_id: 'days' value { integer: 5 } } ";

TEST_F(FindingsTest, ReasonsNameRulesAndReadings) {
  v1::FindingResult use = Finding(DecideOk(*pack_, kDays), "USE");
  EXPECT_THAT(use.reason().rule_ids(), ElementsAre("USE.OFTEN", "often"));
  ASSERT_EQ(use.reason().readings_size(), 2);
  EXPECT_EQ(use.reason().readings(0).fact_id(), "days");
  EXPECT_EQ(use.reason().readings(0).value().integer(), 5);
  EXPECT_EQ(use.reason().readings(0).value_text(), "5 d");
  EXPECT_FALSE(use.reason().readings(0).implied());
  EXPECT_EQ(use.reason().readings(1).fact_id(), "current");
  EXPECT_TRUE(use.reason().readings(1).implied());
  EXPECT_TRUE(use.decided());
}

TEST_F(FindingsTest, DecimalsComeBackExactly) {
  v1::FindingResult warm =
      Finding(DecideOk(*pack_, "answers { fact_id: 'warm' value { decimal: 39.3 unit_code: 'Cel' } }"), "WARM");
  EXPECT_EQ(warm.reason().readings(0).value().decimal(), 39.3);
  EXPECT_EQ(warm.reason().readings(0).value_text(), "39.3 Cel");
}

TEST_F(FindingsTest, AnUnfinishedScoreIsShownAsAnInterval) {
  v1::FindingResult score = Finding(DecideOk(*pack_, "answers { fact_id: 'i1' value { integer: 2 } }"), "SCORE");
  EXPECT_EQ(score.reason().readings(0).fact_id(), "s");
  EXPECT_EQ(score.reason().readings(0).value().integer(), 2);
  EXPECT_EQ(score.reason().readings(0).highest(), 5);
  EXPECT_EQ(score.reason().readings(0).value_text(), "2–5 (text of value.from_items)");
}

TEST_F(FindingsTest, AContradictoryFactShowsTheReadingThatLedHere) {
  v1::Assessment assessment = DecideOk(*pack_,
                                       "answers { fact_id: 'total' value { integer: 6 } } "
                                       "answers { fact_id: 'i1' value { integer: 0 } } "
                                       "answers { fact_id: 'i2' value { integer: 0 } }");
  v1::FindingResult score = Finding(assessment, "SCORE");
  EXPECT_EQ(score.supported().level_id(), "HIGH");
  EXPECT_EQ(score.reason().readings(0).value().integer(), 6);
  EXPECT_TRUE(score.reason().readings(0).contradictory());
}

TEST_F(FindingsTest, OpenFindingsNameWhatIsMissing) {
  v1::FindingResult use = Finding(DecideOk(*pack_, ""), "USE");
  EXPECT_EQ(use.supported().level_id(), "NONE");
  EXPECT_THAT(use.attainable_level_ids(), ElementsAre("OFTEN", "SOME", "NONE"));
  EXPECT_THAT(use.missing_fact_ids(), ElementsAre("days", "current"));
  EXPECT_FALSE(use.has_reason());
}

TEST_F(FindingsTest, FlagsLeaveGroupsOutAndNameLevelsWhereAsked) {
  v1::Assessment assessment = DecideOk(
      *pack_,
      std::string(kDays) +
          "answers { fact_id: 'route' value { code_set { codes: 'nasal' completeness: COMPLETENESS_PARTIAL } } } "
          "answers { fact_id: 'total' value { integer: 3 } }");
  EXPECT_THAT(assessment.flags(), ElementsAre("USE_OFTEN", "SCORE"));
}

TEST_F(FindingsTest, UnknownScopeIsAFlag) {
  auto pack = BuildPack(R"pb(
    facts {
      id: "x"
      boolean {}
    }
    findings {
      id: "scope"
      category: FINDING_CATEGORY_SCOPE
      levels { id: "IN" kind: LEVEL_KIND_POSITIVE when: "x" }
      levels { id: "UNKNOWN" kind: LEVEL_KIND_NONE }
    })pb");
  EXPECT_THAT(DecideOk(*pack, "").flags(), ElementsAre("DATA_INSUFFICIENT"));
  EXPECT_THAT(DecideOk(*pack, Yes("x")).flags(), ::testing::IsEmpty());
}

}  // namespace
}  // namespace baken
