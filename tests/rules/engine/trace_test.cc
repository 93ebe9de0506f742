#include "rules/engine/trace.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/engine/engine_fixture.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kFacts[] = R"pb(
  facts {
    id: "a"
    boolean {}
  }
  facts {
    id: "b"
    boolean {}
  }
  facts {
    id: "c"
    boolean {}
  }
  facts {
    id: "gate"
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
  scales {
    id: "s"
    items { fact: "i1" }
    items { fact: "i2" }
    total_fact: "total"
    minimum: 0
    maximum: 6
  }
  facts {
    id: "other_total"
    number { minimum: "0" maximum: "10" }
  }
  scales { id: "other" total_fact: "other_total" minimum: 0 maximum: 10 }
  families {
    id: "family"
    members { scale: "s" positive_when: "s >= 3" }
    members { scale: "other" positive_when: "other >= 5" }
  }
  implications {
    id: "hot"
    when: "temperature >= 39"
    then { fact: "hot" boolean: true }
  }
  implications {
    id: "cool"
    when: "temperature < 39"
    then { fact: "hot" boolean: false }
  }
  implications {
    id: "skip"
    when: "!gate"
    then { fact: "c" boolean: false }
    skip_rule: true
  }
  criteria { id: "inner" when: "a" }
  criteria { id: "outer" when: "inner && !b" })pb";

class TraceTest : public ::testing::Test {
 protected:
  TestPack pack_{std::string(kFacts) + YesNo("f", "outer || positive(family)") + YesNo("g", "hot") + YesNo("h", "c") +
                 YesNo("i", "positive(family)")};

  int NodeOf(const std::string& finding) const {
    return pack_.program().findings[static_cast<size_t>(pack_.program().FindFinding(finding))].levels[0].node;
  }
  std::vector<std::string> Missing(const std::string& answers, const std::string& finding) {
    std::vector<std::string> ids;
    Evaluation evaluation = pack_.Assess(answers);
    for (int fact : MissingFacts(pack_.program(), evaluation, NodeOf(finding))) {
      ids.push_back(pack_.program().facts[static_cast<size_t>(fact)].id);
    }
    return ids;
  }
};

std::string Bool(const std::string& fact, const char* value) {
  return "answers { fact_id: '" + fact + "' value { boolean: " + value + " } }";
}

TEST_F(TraceTest, NamesCriteriaOutermostFirstAndOnlyWhatCounted) {
  Evaluation evaluation = pack_.Assess(Bool("a", "true") + Bool("b", "false") + Bool("c", "true"));
  Trace trace = TraceTrue(pack_.program(), evaluation, NodeOf("f"));
  ASSERT_EQ(trace.criteria.size(), 2u);
  EXPECT_EQ(pack_.program().criteria[static_cast<size_t>(trace.criteria[0])], "outer");
  EXPECT_EQ(pack_.program().criteria[static_cast<size_t>(trace.criteria[1])], "inner");
  EXPECT_THAT(ReadFacts(pack_.program(), evaluation, NodeOf("f")),
              ElementsAre(pack_.program().FindFact("a"), pack_.program().FindFact("b")));
}

TEST_F(TraceTest, ASettledNodeMissesNothing) { EXPECT_THAT(Missing(Bool("c", "true"), "h"), IsEmpty()); }

TEST_F(TraceTest, MissingFactsAreThoseThatCanStillTurnIt) {
  EXPECT_THAT(Missing(Bool("a", "true"), "f"), ElementsAre("b", "total"));
  EXPECT_THAT(Missing(Bool("a", "false"), "f"), ElementsAre("total"));  // b no longer matters.
}

TEST_F(TraceTest, ADerivedFactIsAskedByItsSources) { EXPECT_THAT(Missing("", "g"), ElementsAre("temperature")); }

// A set of which a part is known may still be completed, and so fill what is derived from it.
TEST_F(TraceTest, ASourceThatIsKnownInPartIsAskedToo) {
  const TestPack pack(R"pb(
                        facts {
                          id: "places"
                          set_of { codes: "none" codes: "home" codes: "club" none_code: "none" }
                        }
                        facts {
                          id: "indoors"
                          boolean {}
                          derived: true
                        }
                        implications {
                          id: "i"
                          when: "'home' in places"
                          then { fact: "indoors" boolean: true }
                        })pb" +
                      YesNo("f", "indoors"));
  const Evaluation evaluation = pack.Assess(
      "answers { fact_id: 'places' value { code_set { codes: 'club' completeness: COMPLETENESS_PARTIAL } } }");
  const int node = pack.program().findings[static_cast<size_t>(pack.program().FindFinding("f"))].levels[0].node;
  EXPECT_THAT(MissingFacts(pack.program(), evaluation, node), ElementsAre(pack.program().FindFact("places")));
}

TEST_F(TraceTest, TheGateOfAnInstrumentIsAskedToo) { EXPECT_THAT(Missing("", "h"), ElementsAre("c", "gate")); }

TEST_F(TraceTest, AnInstrumentBegunIsFinishedByItsItems) {
  EXPECT_THAT(Missing("", "i"), ElementsAre("total"));
  EXPECT_THAT(Missing("answers { fact_id: 'i1' value { integer: 1 } }", "i"), ElementsAre("i2"));
}

TEST_F(TraceTest, AfterADeclinedInstrumentTheNextOfItsFamilyIsAsked) {
  const auto declined = [](const std::string& fact) { return "answers { fact_id: '" + fact + "' declined {} }"; };
  // Declined facts can still change the level; whoever asks leaves them out.
  EXPECT_THAT(Missing(declined("total"), "i"), ElementsAre("i1", "i2", "total"));
  EXPECT_THAT(Missing(declined("total") + declined("i1") + declined("i2"), "i"),
              ElementsAre("i1", "i2", "total", "other_total"));
}

}  // namespace
}  // namespace baken
