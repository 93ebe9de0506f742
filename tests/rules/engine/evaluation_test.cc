#include "rules/engine/evaluation.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/engine/nodes.h"
#include "tests/rules/engine/engine_fixture.h"

namespace baken {
namespace {

constexpr char kFacts[] = R"pb(
  domains { id: "motive" codes: "none" codes: "fun" codes: "stress" none_code: "none" }
  facts {
    id: "a"
    boolean {}
  }
  facts {
    id: "b"
    boolean {}
  }
  facts {
    id: "age"
    number { minimum: "0" maximum: "120" unit_code: "a" }
  }
  facts {
    id: "old_age"
    number { minimum: "0" maximum: "120" unit_code: "a" }
  }
  facts {
    id: "sex"
    one_of { codes: "male" codes: "female" codes: "other" }
  }
  facts {
    id: "motives"
    set_of { domain: "motive" }
  }
  facts {
    id: "main"
    one_of { domain: "motive" }
  })pb";

const char* const kA = "answers { fact_id: 'a' value { boolean: true } }";
const char* const kNotA = "answers { fact_id: 'a' value { boolean: false } }";

std::string Result(const std::string& when, const std::string& answers) {
  TestPack pack(kFacts + YesNo("f", when));
  return pack.Show(pack.Assess(answers), "f");
}

TEST(EvaluationTest, MissingIsNotNo) {
  EXPECT_EQ(Result("a", ""), "NO (YES NO)");
  EXPECT_EQ(Result("!a", ""), "NO (YES NO)");
  EXPECT_EQ(Result("a", "answers { fact_id: 'a' declined {} }"), "NO (YES NO)");
  EXPECT_EQ(Result("a", kA), "YES (YES)");
  EXPECT_EQ(Result("a", kNotA), "NO (NO)");
}

TEST(EvaluationTest, OneKnownPartCanDecide) {
  EXPECT_EQ(Result("a || b", kA), "YES (YES)");
  EXPECT_EQ(Result("a && b", kNotA), "NO (NO)");
  EXPECT_EQ(Result("a && b", kA), "NO (YES NO)");
  EXPECT_EQ(Result("at_least(2, a, b, age >= 18)", kA), "NO (YES NO)");
  EXPECT_EQ(Result("count(a, b) <= 1", kNotA), "YES (YES)");
  EXPECT_EQ(Result("count(a, b) == 0", kA), "NO (NO)");
}

TEST(EvaluationTest, FirstCertainLevelIsSupportedAndEarlierOpenOnesStayAttainable) {
  TestPack pack(std::string(kFacts) + R"pb(
    findings {
      id: "f"
      levels { id: "FIRST" kind: LEVEL_KIND_POSITIVE when: "b" }
      levels { id: "SECOND" kind: LEVEL_KIND_POSSIBLE when: "a" }
      levels { id: "THIRD" kind: LEVEL_KIND_POSSIBLE when: "age >= 18" }
      levels { id: "NONE" kind: LEVEL_KIND_NONE }
    })pb");
  EXPECT_EQ(pack.Show(pack.Assess(kA), "f"), "SECOND (FIRST SECOND)");
  EXPECT_EQ(pack.Show(pack.Assess(""), "f"), "NONE (FIRST SECOND THIRD NONE)");
}

TEST(EvaluationTest, ComparesNumbersExactlyAtTheCutOff) {
  auto at = [](const char* age) { return "answers { fact_id: 'age' value { integer: " + std::string(age) + " } }"; };
  EXPECT_EQ(Result("age >= 18", at("17")), "NO (NO)");
  EXPECT_EQ(Result("age >= 18", at("18")), "YES (YES)");
  EXPECT_EQ(Result("between(age, 18, 25)", at("25")), "YES (YES)");
  EXPECT_EQ(Result("between(age, 18, 25)", at("26")), "NO (NO)");
  EXPECT_EQ(Result("age != 18", at("18")), "NO (NO)");
  EXPECT_EQ(Result("age > old_age", at("0")), "NO (NO)");
  EXPECT_EQ(Result("age > old_age", at("1")), "NO (YES NO)");
}

TEST(EvaluationTest, PartialSetsLeaveTheRestOpen) {
  auto set = [](const char* codes, const char* completeness) {
    return std::string("answers { fact_id: 'motives' value { code_set { ") + codes + " completeness: COMPLETENESS_" +
           completeness + " } } }";
  };
  EXPECT_EQ(Result("'fun' in motives", set("codes: 'fun'", "PARTIAL")), "YES (YES)");
  EXPECT_EQ(Result("'stress' in motives", set("codes: 'fun'", "PARTIAL")), "NO (YES NO)");
  EXPECT_EQ(Result("'stress' in motives", set("codes: 'fun'", "COMPLETE")), "NO (NO)");
  EXPECT_EQ(Result("'none' in motives", set("codes: 'fun'", "PARTIAL")), "NO (NO)");
  EXPECT_EQ(Result("'none' in motives", set("", "COMPLETE")), "YES (YES)");
  EXPECT_EQ(Result("'none' in motives", set("", "PARTIAL")), "NO (YES NO)");
  EXPECT_EQ(Result("!intersects(motives, ['fun', 'stress'])", set("codes: 'none'", "PARTIAL")), "YES (YES)");
}

TEST(EvaluationTest, OneOfInSetIsOpenUntilBothAreKnown) {
  const std::string set =
      "answers { fact_id: 'motives' value { code_set { codes: 'fun' completeness: COMPLETENESS_COMPLETE } } }";
  EXPECT_EQ(Result("main in motives", set), "NO (YES NO)");
  EXPECT_EQ(Result("main in motives", set + "answers { fact_id: 'main' value { code: 'fun' } }"), "YES (YES)");
  EXPECT_EQ(Result("main in motives", set + "answers { fact_id: 'main' value { code: 'stress' } }"), "NO (NO)");
}

TEST(EvaluationTest, RoleIsKnownAndNeverAnAnswer) {
  EXPECT_EQ(Result("requester_role == 'clinician'", ""), "YES (YES)");
  EXPECT_EQ(Result("requester_role == 'other'", ""), "NO (NO)");
}

// Features decide nothing, and most answers do not show them.
TEST(EvaluationTest, FeaturesOfProfilesAreEvaluatedOnlyWhenAskedFor) {
  TestPack pack(R"(
    facts { id: 'a' boolean {} }
    criteria { id: 'read' when: 'a' }
    findings { id: 'F' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'read' } levels { id: 'NO' kind: LEVEL_KIND_NONE } }
    profiles { id: 'p' types { id: 't' features { id: 'f' when: 'read && a' } } }
  )");
  Evaluation evaluation = pack.Assess("answers { fact_id: 'a' value { boolean: true } }");
  EXPECT_EQ(pack.Show(evaluation, "F"), "YES (YES)");
  ASSERT_EQ(evaluation.nodes.size(), pack.program().nodes.size());
  EXPECT_EQ(pack.program().nodes.back().kind, NodeKind::kCriterion);
  EXPECT_EQ(evaluation.nodes.back(), Tri::kOpen);
  engine_internal::EvaluateRest(pack.program(), evaluation);
  EXPECT_EQ(evaluation.nodes.back(), Tri::kTrue);
  EXPECT_EQ(pack.Show(evaluation, "F"), "YES (YES)");
}

TEST(EvaluationTest, OrderOfAnswersDoesNotMatter) {
  TestPack pack(kFacts + YesNo("f", "a && age >= 18"));
  const std::string age = "answers { fact_id: 'age' value { integer: 20 } }";
  Evaluation one = pack.Assess(kA + age);
  Evaluation two = pack.Assess(age + kA);
  EXPECT_EQ(one.findings, two.findings);
  EXPECT_EQ(one.nodes, two.nodes);
}

}  // namespace
}  // namespace baken
