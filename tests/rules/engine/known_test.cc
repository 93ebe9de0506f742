#include "rules/engine/known.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/engine/engine_fixture.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kPack[] = R"pb(
  facts {
    id: "days"
    number { minimum: "0" maximum: "30" }
    keeps_age: true
  }
  facts {
    id: "places"
    set_of { codes: "none" codes: "home" codes: "club" none_code: "none" }
  }
  facts {
    id: "alone"
    boolean {}
  }
  facts {
    id: "low"
    boolean {}
  }
)pb";

class KnownTest : public ::testing::Test {
 protected:
  int Fact(const std::string& id) const { return pack_.program().FindFact(id); }
  const VariableState& StateOf(const Given& given, const std::string& id) const {
    return given.states[static_cast<size_t>(pack_.program().facts[static_cast<size_t>(Fact(id))].variable)];
  }
  Known Of(const std::string& answers) const { return Known(pack_.program(), pack_.Read(answers).given); }

  TestPack pack_{std::string(kPack) + YesNo("f", "days >= 4 && alone") + YesNo("g", "days_age_days > 10") +
                 YesNo("h", "'home' in places || low")};
};

constexpr char kAnswers[] =
    "answers { fact_id: 'days' value { integer: 7 } effective_date: '2026-01-01' } "
    "answers { fact_id: 'alone' value { boolean: true } } answers { fact_id: 'low' declined {} }";

TEST_F(KnownTest, NamesWhatWasAnsweredAndNotWhatWasDeclined) {
  EXPECT_THAT(Of(kAnswers).facts(), ElementsAre(Fact("days"), Fact("alone")));
  EXPECT_THAT(Of("").facts(), IsEmpty());
}

TEST_F(KnownTest, OnlyLeavesOutAnswersWithTheirAge) {
  const Known known = Of(kAnswers);
  const Given none = known.Only({false, true});
  EXPECT_TRUE(StateOf(none, "days").missing());
  EXPECT_EQ(StateOf(none, "days").readings.front().high, 30) << "its whole domain again";
  EXPECT_EQ(pack_.Show(Evaluate(pack_.program(), none), "g"), "NO (YES NO)");
  EXPECT_EQ(pack_.Show(Evaluate(pack_.program(), known.given()), "g"), "YES (YES)");
  EXPECT_FALSE(StateOf(none, "alone").missing());
  EXPECT_EQ(StateOf(none, "low").presence, Presence::kDeclined) << "what was declined stays declined";
}

TEST_F(KnownTest, OnlyKeepsAContradictionWithAllItsFacts) {
  const Known known =
      Of("answers { fact_id: 'places' value { code_set { codes: 'none' codes: 'home' completeness: "
         "COMPLETENESS_COMPLETE } "
         "} } answers { fact_id: 'alone' value { boolean: true } }");
  ASSERT_THAT(known.given().contradictions, SizeIs(1));
  EXPECT_THAT(known.Only({true, false}).contradictions, SizeIs(1));
  EXPECT_THAT(known.Only({false, true}).contradictions, IsEmpty());
}

TEST_F(KnownTest, WithAnswersOtherwiseAndTakesTheContradictionAway) {
  const Known known =
      Of("answers { fact_id: 'places' value { code_set { codes: 'none' codes: 'home' completeness: "
         "COMPLETENESS_COMPLETE } "
         "} }");
  Reading home;
  home.in.set(1);
  home.may = home.in;
  const Given given = known.With(Fact("places"), home);
  EXPECT_THAT(given.contradictions, IsEmpty());
  EXPECT_FALSE(StateOf(given, "places").contradictory);
  EXPECT_THAT(StateOf(given, "places").readings, ElementsAre(home));
}

TEST_F(KnownTest, WithAddsUponWhatItGave) {
  const Known known = Of(kAnswers);
  Reading no;
  Reading few;
  no.low = no.high = 0;
  few.low = few.high = 2;
  const Given given = known.With(known.With(Fact("days"), few), Fact("low"), no);
  EXPECT_THAT(StateOf(given, "days").readings, ElementsAre(few));
  EXPECT_EQ(StateOf(given, "low").presence, Presence::kAnswered);
  EXPECT_EQ(StateOf(known.given(), "days").readings.front().low, 7) << "itself it stays as it was";
}

}  // namespace
}  // namespace baken
