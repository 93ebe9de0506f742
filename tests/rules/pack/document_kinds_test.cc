#include "rules/pack/document_kinds.h"

#include "gtest/gtest.h"
#include "tests/testing/proto_matchers.h"

namespace baken {
namespace {

rules::v1::Document Of(const char* section) {
  return ParseTextProto<rules::v1::Document>(
      std::string("sections { id: 's' entries { id: 'e' } keep_when_empty: true ") + section + " } ");
}

TEST(DocumentKindsTest, WhoMayReadAPageFollowsFromWhatItHolds) {
  struct Row {
    const char* section;
    bool fixed;  // Sentences alone.
    bool handed_on;
    bool for_person;
  };
  for (const Row& row : {Row{"", true, true, false}, Row{"advice: AUDIENCE_ORGANISATION", false, true, false},
                         Row{"advice: AUDIENCE_PERSON", false, true, true},
                         Row{"advice: AUDIENCE_PERSON advice: AUDIENCE_CLINICIAN", false, false, false},
                         Row{"urgency: true", false, false, false}, Row{"facts: 'f'", false, false, false},
                         Row{"referrals: true advice: AUDIENCE_PERSON", false, false, false}}) {
    const rules::v1::Document document = Of(row.section);
    EXPECT_EQ(HoldsOnly(document, {}), row.fixed) << row.section;
    EXPECT_EQ(HoldsOnly(document.sections(0), {}), row.fixed) << row.section;
    EXPECT_EQ(IsHandedOn(document), row.handed_on) << row.section;
    EXPECT_EQ(IsForPerson(document), row.for_person) << row.section;
  }
}

// One section that tells more is enough.
TEST(DocumentKindsTest, EverySectionCounts) {
  rules::v1::Document document = Of("");
  *document.add_sections() = Of("findings: 'F'").sections(0);
  EXPECT_FALSE(HoldsOnly(document, {}));
  EXPECT_FALSE(IsHandedOn(document));
}

}  // namespace
}  // namespace baken
