// Which short words a brief document makes a pack need.
#include <map>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/pack/text_ids.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"

namespace baken {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr char kPack[] = R"(
  facts { id: 'cups' number { minimum: '0' maximum: '20' } }
  findings { id: 'SHAKES' category: FINDING_CATEGORY_ACUTE
    levels { id: 'NOW' kind: LEVEL_KIND_POSITIVE when: 'cups >= 15' }
    levels { id: 'NO' kind: LEVEL_KIND_NONE } }
  findings { id: 'HEAVY' category: FINDING_CATEGORY_USE
    levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'cups >= 8' }
    levels { id: 'SOME' kind: LEVEL_KIND_POSSIBLE when: 'cups >= 4' }
    levels { id: 'NO' kind: LEVEL_KIND_NONE } }
  findings { id: 'OTHER' category: FINDING_CATEGORY_USE
    levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'cups >= 2' }
    levels { id: 'NO' kind: LEVEL_KIND_NONE } }
  monitoring_prompts { id: 'again' topic: 't' due { count: 1 unit: PERIOD_UNIT_WEEK } trigger { any_of { finding: 'HEAVY' } } }
  documents { id: 'note' brief: true
    sections { id: 's' finding_categories: FINDING_CATEGORY_ACUTE findings: 'HEAVY' monitoring: true } }
  documents { id: 'letter' sections { id: 's' findings: 'OTHER' } }
)";

// By id, whether it may be missing.
std::map<std::string, bool> BriefTexts(const std::string& definition) {
  std::map<std::string, bool> optional;
  for (const TextNeed& need : ListTexts(CompleteDefinition(ParseTextProto<rules::v1::PackFile>(definition)))) {
    if (absl::EndsWith(need.id, ".brief")) optional[need.id] = need.optional;
  }
  return optional;
}

TEST(BriefTextsTest, WhatABriefDocumentCanHoldNeedsShortWords) {
  const std::map<std::string, bool> texts = BriefTexts(kPack);
  for (const char* id : {"finding.SHAKES.NOW.brief", "finding.HEAVY.YES.brief", "finding.HEAVY.SOME.brief",
                         "monitoring.again.brief", "urgency.U0.brief", "urgency.U4.brief"}) {
    EXPECT_THAT(texts, Contains(Pair(id, false)));
  }
  EXPECT_THAT(texts, Contains(Pair("fact.cups.brief", true)));
}

// Neither levels that are never written nor findings of other documents.
TEST(BriefTextsTest, NothingElseDoes) {
  const std::map<std::string, bool> texts = BriefTexts(kPack);
  for (const char* id : {"finding.SHAKES.NO.brief", "finding.HEAVY.NO.brief", "finding.OTHER.YES.brief"}) {
    EXPECT_EQ(texts.count(id), 0U) << id;
  }
}

TEST(BriefTextsTest, APackWithoutBriefDocumentsHasNone) {
  EXPECT_THAT(BriefTexts("documents { id: 'letter' sections { id: 's' monitoring: true } }"), IsEmpty());
}

}  // namespace
}  // namespace baken
