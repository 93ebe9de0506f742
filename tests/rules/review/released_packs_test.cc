// The packs in the tree: worded so that they are fit to be shown to people, nothing of their inventories forgotten,
// each number and each haste accounted for.
#include "tests/testing/released_packs.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "rules/pack/loader.h"
#include "rules/review/coverage.h"
#include "rules/review/grounds.h"
#include "rules/review/wording.h"

namespace baken {
namespace {

TEST(ReleasedPacksReviewTest, ThereIsNothingToRemark) {
  for (const std::filesystem::path& folder : ReleasedPackFolders()) {
    LoadResult result = LoadPack(folder, {.verify_manifest = false});
    ASSERT_NE(result.pack, nullptr) << FormatDiagnostics(folder.string(), result.diagnostics);
    EXPECT_TRUE(std::filesystem::exists(folder / "wording.txtpb")) << folder;
    EXPECT_EQ(FormatDiagnostics(folder.string(), ReviewWording(*result.pack, folder)), "");
    EXPECT_EQ(FormatDiagnostics(folder.string(), ReviewCoverage(*result.pack, folder).remarks), "");
    EXPECT_EQ(FormatDiagnostics(folder.string(), FindNumbersWithoutSource(*result.pack)), "");
  }
}

// These await the judgement of a clinical owner: a referral of U1 in an answer that may itself be U0. No more may come,
// and none of a higher urgency.
TEST(ReleasedPacksReviewTest, OnlyKnownReferralsAreMoreUrgentThanTheirAnswer) {
  const std::set<std::string> known = {"child_safety_advice",
                                       "coercion_advice",
                                       "chemsex_support",
                                       "gambling_care",
                                       "integrated_care",
                                       "mental_health_assessment",
                                       "ggz_specialist",
                                       "ggz_generalist",
                                       "current_mental_health_treatment",
                                       "relapse_support",
                                       "self_help",
                                       "medication_review",
                                       "debt_help",
                                       "sexual_violence_centre",
                                       "sexual_health",
                                       "naaste_support"};
  for (const std::filesystem::path& folder : ReleasedPackFolders()) {
    const LoadResult result = LoadPack(folder, {.verify_manifest = false});
    ASSERT_NE(result.pack, nullptr) << FormatDiagnostics(folder.string(), result.diagnostics);
    for (const Diagnostic& remark : FindOverUrgentReferrals(*result.pack)) {
      const std::vector<std::string> parts = absl::StrSplit(remark.message, '\'');
      EXPECT_EQ(known.count(parts.at(1)), 1u) << remark.message;
      EXPECT_NE(remark.message.find("is URGENCY_U1,"), std::string::npos) << remark.message;
    }
  }
}

}  // namespace
}  // namespace baken
