#include "rules/engine/alternatives.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/engine/engine_fixture.h"

namespace baken {
namespace {

using ::testing::ElementsAre;

constexpr char kPack[] = R"pb(
  facts {
    id: "alone"
    boolean {}
  }
  facts {
    id: "days"
    number { minimum: "0" maximum: "30" }
  }
  facts {
    id: "year_days"
    number { minimum: "0" maximum: "366" }
  }
  facts {
    id: "pain"
    one_of { codes: "none" codes: "past" codes: "now" }
  }
  facts {
    id: "places"
    set_of { codes: "none" codes: "home" codes: "club" none_code: "none" }
  }
  facts {
    id: "signs"
    set_of { codes: "a" codes: "b" }
  }
  facts {
    id: "i1"
    number { minimum: "0" maximum: "3" }
  }
  facts {
    id: "total"
    number { minimum: "0" maximum: "3" }
  }
  scales {
    id: "s"
    items { fact: "i1" }
    total_fact: "total"
    minimum: 0
    maximum: 3
  }
)pb";

class AlternativesTest : public ::testing::Test {
 protected:
  // Numbers, codes joined with `+`, in the order given.
  std::vector<std::string> Of(const std::string& fact, const std::string& answers = "") const {
    const Program& program = pack_.program();
    const int number = program.FindFact(fact);
    const Variable& variable =
        program.variables[static_cast<size_t>(program.facts[static_cast<size_t>(number)].variable)];
    std::vector<std::string> texts;
    for (const Reading& reading : Alternatives(program).Of(number, pack_.Assess(answers))) {
      if (variable.kind == VariableKind::kBoolean || variable.kind == VariableKind::kNumber) {
        EXPECT_EQ(reading.low, reading.high);
        texts.push_back(absl::StrCat(reading.low));
        continue;
      }
      std::vector<std::string> codes;
      for (size_t code = 0; code < program.CodeCount(variable); ++code) {
        if (reading.may.test(code)) codes.push_back(program.domains[static_cast<size_t>(variable.domain)].codes[code]);
      }
      texts.push_back(absl::StrJoin(codes, "+"));
    }
    return texts;
  }

  TestPack pack_{std::string(kPack) + YesNo("f", "alone && days >= 4 && pain == 'now'") +
                 YesNo("g", "between(days, 10, 20) || days > year_days") +
                 YesNo("h", "'home' in places || 'a' in signs || s >= 2")};
};

TEST_F(AlternativesTest, TheOtherAnswerOfTwo) {
  EXPECT_THAT(Of("alone"), ElementsAre("1", "0"));
  EXPECT_THAT(Of("alone", "answers { fact_id: 'alone' value { boolean: true } }"), ElementsAre("0"));
}

TEST_F(AlternativesTest, EveryOtherCode) {
  EXPECT_THAT(Of("pain"), ElementsAre("none", "past", "now"));
  EXPECT_THAT(Of("pain", "answers { fact_id: 'pain' value { code: 'past' } }"), ElementsAre("none", "now"));
}

TEST_F(AlternativesTest, OneNumberForEachWayConditionsReadItTheNearestFirst) {
  const std::string seven = "answers { fact_id: 'days' value { integer: 7 } } ";
  // Ranges [0, 3], [4, 9], [10, 20], [21, 30]; 7 itself is left out.
  EXPECT_THAT(Of("days", seven + "answers { fact_id: 'year_days' value { integer: 366 } }"),
              ElementsAre("10", "3", "21"));
}

TEST_F(AlternativesTest, NumbersComparedWithAnotherAreCutWhereThatOneStands) {
  const std::string other = "answers { fact_id: 'year_days' value { integer: 12 } }";
  EXPECT_THAT(Of("days", other), ElementsAre("0", "4", "10", "12", "13", "21"));
}

TEST_F(AlternativesTest, SetsWithOneCodeMoreOrLess) {
  EXPECT_THAT(Of("places"), ElementsAre("none", "home", "club"));
  const std::string home =
      "answers { fact_id: 'places' value { code_set { codes: 'home' completeness: COMPLETENESS_COMPLETE } } }";
  EXPECT_THAT(Of("places", home), ElementsAre("none", "home+club")) << "without its last code it is none";
  EXPECT_THAT(Of("signs"), ElementsAre("", "a", "b"));
}

TEST_F(AlternativesTest, ItemsOfAScoreTakeEveryValueAndTotalsThoseOfTheScore) {
  EXPECT_THAT(Of("i1"), ElementsAre("0", "1", "2", "3"));
  EXPECT_THAT(Of("total"), ElementsAre("0", "2"));
}

}  // namespace
}  // namespace baken
