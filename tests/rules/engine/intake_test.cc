#include "rules/engine/intake.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/engine/engine_fixture.h"

namespace baken {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kFacts[] = R"pb(
  facts {
    id: "debt"
    boolean {}
  }
  facts {
    id: "days"
    number { minimum: "0" maximum: "30" unit_code: "d" }
  }
  facts {
    id: "even"
    number { minimum: "0" maximum: "4" step: "2" }
  }
  facts {
    id: "temperature"
    number { minimum: "30" maximum: "45" step: "0.1" unit_code: "Cel" }
  }
  facts {
    id: "mass"
    number {
      minimum: "0"
      maximum: "5000"
      unit_code: "mg"
      other_units { unit_code: "g" factor: "1000" }
    }
  }
  facts {
    id: "last_use"
    number {
      minimum: "0"
      maximum: "876600"
      step: "0.05"
      unit_code: "h"
      other_units { unit_code: "d" factor: "24" }
      other_units { unit_code: "mo" factor: "730.5" }
    }
  }
  facts {
    id: "sex"
    one_of { codes: "male" codes: "female" }
  }
  facts {
    id: "classes"
    set_of { codes: "none" codes: "ssri" codes: "maoi" none_code: "none" }
  }
  facts {
    id: "atc"
    external_codes {
      system: "http://www.whocc.no/atc"
      code_length: 7
      target_fact: "classes"
      prefixes { prefix: "N06AB" codes: "ssri" }
      prefixes { prefix: "N06AF" codes: "maoi" }
    }
  }
  facts {
    id: "hot"
    boolean {}
    derived: true
  }
  facts {
    id: "score"
    number { minimum: "0" maximum: "15" }
    keeps_age: true
  })pb";

std::string Answer(const std::string& fact, const std::string& value) {
  return "answers { fact_id: '" + fact + "' value { " + value + " } }";
}

class IntakeTest : public ::testing::Test {
 protected:
  TestPack pack_{std::string(kFacts) + YesNo("warm", "temperature >= 39.0") + YesNo("recent", "last_use < 24") +
                 YesNo("heavy", "mass >= 600") + YesNo("on_ssri", "'ssri' in classes") +
                 YesNo("on_maoi", "'maoi' in classes") + YesNo("fresh", "score_age_days <= 30") +
                 YesNo("four", "even == 4")};
  std::string Result(const std::string& answers, const std::string& finding) {
    return pack_.Show(pack_.Assess(answers), finding);
  }
};

TEST_F(IntakeTest, NamesEveryFaultWithItsPath) {
  EXPECT_THAT(
      pack_.Violate(Answer("debt", "integer: 1") + Answer("days", "integer: 31") + Answer("days", "integer: 3") +
                    Answer("temperature", "decimal: 38.95 unit_code: 'Cel'") + Answer("sex", "code: 'm'") +
                    Answer("unknown", "boolean: true") + Answer("even", "integer: 3") +
                    "answers { fact_id: 'hot' declined {} }" + "answers { fact_id: 'score' }"),
      ElementsAre("answers[0].value: must be of kind boolean", "answers[1].value.integer: must lie in [0, 30] d",
                  "answers[2].fact_id: fact was answered before, in answers[1]",
                  "answers[3].value.decimal: must be a whole multiple of 0.1 Cel",
                  "answers[4].value.code: is no value of this fact", "answers[5].fact_id: is no fact of this pack",
                  "answers[6].value.integer: must be a whole multiple of 2",
                  "answers[7].fact_id: this fact is derived by the pack and is never sent",
                  "answers[8]: either value or declined must be given; leave a fact that was not asked out"));
}

TEST_F(IntakeTest, ChecksUnits) {
  EXPECT_THAT(pack_.Violate(Answer("last_use", "integer: 9")),
              ElementsAre("answers[0].value.unit_code: must be one of: h, d, mo"));
  EXPECT_THAT(pack_.Violate(Answer("days", "integer: 9 unit_code: 'h'")),
              ElementsAre("answers[0].value.unit_code: must be one of: d"));
  EXPECT_THAT(pack_.Violate(Answer("debt", "boolean: true unit_code: 'd'")),
              ElementsAre("answers[0].value.unit_code: this fact has no unit"));
  EXPECT_THAT(pack_.Violate(Answer("score", "integer: 3 unit_code: 'd'")),
              ElementsAre("answers[0].value.unit_code: this fact has no unit"));
}

TEST_F(IntakeTest, ConvertsUnitsExactly) {
  EXPECT_EQ(Result(Answer("last_use", "integer: 23 unit_code: 'h'"), "recent"), "YES (YES)");
  EXPECT_EQ(Result(Answer("last_use", "integer: 1 unit_code: 'd'"), "recent"), "NO (NO)");
  EXPECT_EQ(Result(Answer("last_use", "decimal: 0.5 unit_code: 'd'"), "recent"), "YES (YES)");
  EXPECT_EQ(Result(Answer("last_use", "integer: 3 unit_code: 'mo'"), "recent"), "NO (NO)");
}

TEST_F(IntakeTest, AFractionOfAnotherUnitMayBeWholeInTheOwnOne) {
  EXPECT_EQ(Result(Answer("mass", "decimal: 0.6 unit_code: 'g'"), "heavy"), "YES (YES)");
  EXPECT_EQ(Result(Answer("mass", "decimal: 0.599 unit_code: 'g'"), "heavy"), "NO (NO)");
  EXPECT_THAT(pack_.Violate(Answer("mass", "decimal: 0.5999 unit_code: 'g'")),
              ElementsAre("answers[0].value.decimal: must be a whole multiple of 1 mg"));
  EXPECT_THAT(pack_.Violate(Answer("mass", "decimal: 600.0 unit_code: 'mg'")),
              ElementsAre("answers[0].value: must be of kind integer"));
}

TEST_F(IntakeTest, ADeclinedAnswerHasNoDate) {
  EXPECT_THAT(pack_.Violate("answers { fact_id: 'score' declined {} effective_date: '2020-01-01' }"),
              ElementsAre("answers[0].effective_date: a declined question has no answer that a day could belong to"));
}

TEST_F(IntakeTest, RefusesNumbersThatAreNone) {
  for (const char* bad : {"decimal: nan", "decimal: inf", "decimal: -inf"}) {
    EXPECT_THAT(pack_.Violate(Answer("temperature", bad)),
                ElementsAre("answers[0].value.decimal: must be a finite number"));
  }
  EXPECT_THAT(pack_.Violate(Answer("temperature", "decimal: 1e300")),
              ElementsAre("answers[0].value.decimal: must lie in [30.0, 45.0] Cel"));
  EXPECT_THAT(pack_.Violate(Answer("days", "integer: 9223372036854775807")),
              ElementsAre("answers[0].value.integer: must lie in [0, 30] d"));
  EXPECT_THAT(pack_.Violate(Answer("days", "integer: -9223372036854775808")),
              ElementsAre("answers[0].value.integer: must lie in [0, 30] d"));
}

TEST_F(IntakeTest, CompareDecimalsAtTheCutOff) {
  EXPECT_EQ(Result(Answer("temperature", "decimal: 38.9"), "warm"), "NO (NO)");
  EXPECT_EQ(Result(Answer("temperature", "decimal: 39.0"), "warm"), "YES (YES)");
  EXPECT_EQ(Result(Answer("temperature", "integer: 39"), "warm"), "YES (YES)");
}

TEST_F(IntakeTest, BoundsOfAStepOfTwoCountPointsNotSteps) {
  EXPECT_EQ(Result(Answer("even", "integer: 4"), "four"), "YES (YES)");
  EXPECT_THAT(pack_.Violate(Answer("even", "integer: 6")), ElementsAre("answers[0].value.integer: must lie in [0, 4]"));
}

TEST_F(IntakeTest, SetsSayHowMuchIsKnown) {
  EXPECT_THAT(
      pack_.Violate(Answer("classes", "code_set { codes: 'ssri' }")),
      ElementsAre("answers[0].value.code_set.completeness: must be COMPLETENESS_COMPLETE or COMPLETENESS_PARTIAL"));
  EXPECT_THAT(
      pack_.Violate(Answer("classes", "code_set { codes: 'ssri' codes: 'ssri' completeness: COMPLETENESS_PARTIAL }")),
      ElementsAre("answers[0].value.code_set.codes[1]: is listed before"));
}

TEST_F(IntakeTest, TranslatesExternalCodes) {
  const std::string answer =
      Answer("atc", "code_set { codes: 'N06AB04' codes: 'C01DA02' completeness: COMPLETENESS_COMPLETE }");
  EXPECT_EQ(Result(answer, "on_ssri"), "YES (YES)");
  EXPECT_EQ(Result(answer, "on_maoi"), "NO (NO)");
  EXPECT_EQ(Result(Answer("atc", "code_set { completeness: COMPLETENESS_COMPLETE }"), "on_ssri"), "NO (NO)");
  EXPECT_THAT(
      pack_.Violate(Answer("atc", "code_set { codes: 'n06ab04' codes: 'N06AB' completeness: COMPLETENESS_PARTIAL }")),
      ElementsAre("answers[0].value.code_set.codes[0]: must have 7 characters, A-Z and 0-9",
                  "answers[0].value.code_set.codes[1]: must have 7 characters, A-Z and 0-9"));
  EXPECT_THAT(pack_.Violate(Answer("classes", "code_set { completeness: COMPLETENESS_PARTIAL }") + answer),
              ElementsAre("answers[1].fact_id: the same is answered in answers[0]"));
}

TEST_F(IntakeTest, DatesGiveAnAge) {
  auto dated = [](const char* date) {
    return std::string("answers { fact_id: 'score' value { integer: 3 } effective_date: '") + date + "' }";
  };
  EXPECT_EQ(Result(dated("2026-10-26"), "fresh"), "YES (YES)");
  EXPECT_EQ(Result(dated("2026-10-25"), "fresh"), "NO (NO)");
  EXPECT_EQ(Result(Answer("score", "integer: 3"), "fresh"), "NO (YES NO)");
  EXPECT_THAT(pack_.Violate(dated("2026-11-26")),
              ElementsAre("answers[0].effective_date: lies after the evaluation date"));
  EXPECT_THAT(pack_.Violate(dated("25-11-2026")),
              ElementsAre("answers[0].effective_date: must be a day written YYYY-MM-DD"));
}

TEST_F(IntakeTest, ReportsTheUnknownByPathOnly) {
  Intake intake =
      pack_.Read(Answer("jansen", "boolean: true") + Answer("sex", "code: 'x'") +
                     Answer("classes", "code_set { codes: 'ssri' codes: 'new' completeness: COMPLETENESS_COMPLETE }"),
                 /*report_unknown=*/true);
  EXPECT_THAT(intake.unknown_paths,
              ElementsAre("answers[0].fact_id", "answers[1].value.code", "answers[2].value.code_set.codes[1]"));
  Evaluation evaluation = Evaluate(pack_.program(), intake.given);
  EXPECT_EQ(pack_.Show(evaluation, "on_ssri"), "YES (YES)");
  EXPECT_EQ(pack_.Show(evaluation, "on_maoi"), "NO (YES NO)");  // The set became partial.
}

TEST_F(IntakeTest, DeclinedIsRemembered) {
  Intake intake = pack_.Read("answers { fact_id: 'debt' declined {} }");
  EXPECT_THAT(intake.declined, ElementsAre(0));
}

}  // namespace
}  // namespace baken
