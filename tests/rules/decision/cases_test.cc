#include "rules/decision/cases.h"

#include <filesystem>

#include "gmock/gmock.h"
#include "tests/rules/decision/decide.h"
#include "tests/testing/released_packs.h"

namespace baken {
namespace {

using ::testing::ElementsAre;

constexpr char kPack[] = R"pb(
  facts {
    id: "x"
    boolean {}
  }
  findings {
    id: "X"
    levels { id: "YES" kind: LEVEL_KIND_POSITIVE when: "x" urgency: URGENCY_U2 }
    levels { id: "NO" kind: LEVEL_KIND_NONE }
  })pb";

std::vector<std::string> Failures(const std::string& expected, const std::string& request = Yes("x")) {
  auto pack = BuildPack(kPack);
  return RunCase(*pack, ParseTextProto<rules::v1::Case>("role: 'clinician' request { " + request + " } expected { " +
                                                        expected + " }"))
      .failures;
}

TEST(CasesTest, PassWhenAllIsAsExpected) {
  EXPECT_THAT(
      Failures(
          "outcome: OUTCOME_ADVICE urgency: URGENCY_U2 attainable_urgency: URGENCY_U2 flags: 'X' flags_exact: true "
          "findings { finding: 'X' supported: 'YES' attainable: 'YES' } nothing_asked: true"),
      ::testing::IsEmpty());
}

TEST(CasesTest, EachExpectationCanFail) {
  EXPECT_THAT(Failures("outcome: OUTCOME_REFUSED"), ElementsAre("outcome is OUTCOME_ADVICE, expected OUTCOME_REFUSED"));
  EXPECT_THAT(Failures("urgency: URGENCY_U3"), ElementsAre("urgency is URGENCY_U2, expected URGENCY_U3"));
  EXPECT_THAT(Failures("findings { finding: 'X' supported: 'NO' }"), ElementsAre("finding X is YES, expected NO"));
  EXPECT_THAT(Failures("findings { finding: 'X' supported: 'YES' attainable: 'NO' }"),
              ElementsAre("finding X can become YES, expected NO"));
  EXPECT_THAT(Failures("findings { finding: 'Q' supported: 'NO' }"), ElementsAre("finding Q is not in the answer"));
  EXPECT_THAT(Failures("flags: 'Q'"), ElementsAre("flag Q is missing"));
  EXPECT_THAT(Failures("absent_flags: 'X'"), ElementsAre("flag X must not be there"));
  EXPECT_THAT(Failures("flags_exact: true"), ElementsAre("flags are X"));
  EXPECT_THAT(Failures("referrals: 'r'"), ElementsAre("referral r is missing"));
  EXPECT_THAT(Failures("monitoring_prompts: 'm'"), ElementsAre("monitoring prompt m is missing"));
  EXPECT_THAT(Failures("advice: 'a'"), ElementsAre("advice a is missing"));
  EXPECT_THAT(Failures("open_facts: 'x'"), ElementsAre("open fact x is missing"));
  EXPECT_THAT(Failures("nothing_asked: true", ""), ElementsAre("asks x"));
  EXPECT_THAT(Failures("contradictions: 'c'"), ElementsAre("contradiction c is missing"));
  EXPECT_THAT(Failures("", "view: 'none'"), ::testing::SizeIs(2));
}

// The packs in the tree, with all their cases; the worked examples among them.
TEST(CasesTest, ReleasedPacksPassTheirOwnCases) {
  int cases = 0;
  for (const std::filesystem::path& folder : ReleasedPackFolders()) {
    LoadResult loaded = LoadPack(folder);
    ASSERT_NE(loaded.pack, nullptr) << FormatDiagnostics(folder.string(), loaded.diagnostics);
    for (const CaseResult& result : RunCases(*loaded.pack)) {
      EXPECT_THAT(result.failures, ::testing::IsEmpty()) << result.case_id;
      ++cases;
    }
  }
  EXPECT_GE(cases, 100);
}

}  // namespace
}  // namespace baken
