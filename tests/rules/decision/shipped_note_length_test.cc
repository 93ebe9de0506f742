// The note of the shipped pack is as short as a note in a record is, and nothing that cannot wait is lost for it.
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/rules/decision/shipped_documents.h"

namespace baken {
namespace {

using ::testing::Contains;

// Words of a note in a record: a habit in practice, not a norm. Headings and what is to be filled in count; the lines
// above the note, which are taken away before it is kept, do not. English needs about an eighth more for the same.
const std::map<std::string, int> kWordsMax = {{"nl", 150}, {"en", 170}};

struct Longer {
  int more_words_max;
  const char* reason;
};

// Notes that need more, and why.
const std::map<std::string, Longer> kLonger = {
    {"v24_ptsd_borderline_in_treatment",
     {25,
      "Thoughts of suicide, three positive screens, two known disorders and three referrals within two weeks: each "
      "is for whoever sees this person next."}}};

int Words(const std::string& text) {
  const std::vector<std::string> words = absl::StrSplit(text, ' ', absl::SkipWhitespace());
  return static_cast<int>(words.size());
}

int Words(const v1::Document& document) {
  int words = 0;
  for (const auto& section : document.sections()) {
    if (section.section_id() == "draft") continue;
    words += Words(section.heading().text());
    for (const auto& line : section.lines()) words += Words(line.text());
  }
  return words;
}

v1::Assessment Answer(const rules::v1::Case& given, const std::string& view, const std::string& locale) {
  v1::AssessRequest request = given.request();
  request.set_view(view);
  request.set_locale(locale);
  absl::StatusOr<Decision> decision = Decide(ShippedPack(), request, "huisarts", kToday);
  EXPECT_TRUE(decision.ok()) << given.id() << ": " << decision.status().message();
  return decision.ok() ? decision->assessment : v1::Assessment();
}

// Worked examples have ids that begin with `v` and a number.
bool IsWorkedExample(const rules::v1::Case& given) {
  return given.id().size() > 3 && given.id()[0] == 'v' && absl::ascii_isdigit(given.id()[1]) &&
         absl::ascii_isdigit(given.id()[2]);
}

TEST(NoteLengthTest, OfEachWorkedExampleIsWithinItsBound) {
  int examples = 0;
  for (const auto& given : ShippedPack().cases()) {
    if (!IsWorkedExample(given)) continue;
    ++examples;
    const auto longer = kLonger.find(given.id());
    const int more = longer == kLonger.end() ? 0 : longer->second.more_words_max;
    for (const auto& [locale, words_max] : kWordsMax) {
      const v1::Assessment answer = Answer(given, "soep", locale);
      ASSERT_EQ(answer.documents_size(), 1) << given.id();
      EXPECT_LE(Words(answer.documents(0)), words_max + more) << given.id() << " " << locale;
    }
  }
  EXPECT_GE(examples, 8);
}

// In the plan these stand in one line, parted by semicolons.
TEST(NoteLengthTest, NamesInOneLineHaveNoSemicolonOfTheirOwn) {
  for (const char* locale : {"nl", "en"}) {
    const auto text = [locale](const std::string& id) {
      const std::string* found = ShippedPack().catalogue().Find(locale, id);
      return found == nullptr ? "" : *found;
    };
    for (const auto& referral : ShippedPack().definition().referrals()) {
      const std::string prefix = absl::StrCat("referral.", referral.id());
      const std::string brief = text(prefix + ".brief");
      EXPECT_FALSE(absl::StrContains(brief.empty() ? text(prefix + ".recipient") : brief, ";")) << prefix;
    }
    for (const auto& prompt : ShippedPack().definition().monitoring_prompts()) {
      const std::string brief = text(absl::StrCat("monitoring.", prompt.id(), ".brief"));
      EXPECT_FALSE(brief.empty() || absl::StrContains(brief, ";")) << prompt.id();
    }
  }
}

// Short, and yet it holds every acute finding, every referral and prompt, and each fact behind the urgency that is
// open.
TEST(NoteLengthTest, NothingThatCannotWaitIsLost) {
  int referrals = 0;
  int acute = 0;
  for (const auto& given : ShippedPack().cases()) {
    const v1::Assessment whole = Answer(given, "complete", "nl");
    const v1::Assessment answer = Answer(given, "soep", "nl");
    if (whole.outcome() == v1::OUTCOME_REFUSED) continue;
    ASSERT_EQ(answer.documents_size(), 1) << given.id();
    const v1::Document& note = answer.documents(0);
    for (const auto& finding : whole.findings()) {
      const v1::LevelKind kind = finding.supported().kind();
      if (finding.category() != v1::FINDING_CATEGORY_ACUTE) continue;
      if (kind != v1::LEVEL_KIND_POSITIVE && kind != v1::LEVEL_KIND_POSSIBLE) continue;
      EXPECT_THAT(ElementsOf(note, "e"), Contains(finding.finding_id())) << given.id();
      ++acute;
    }
    for (const auto& referral : whole.referrals()) {
      EXPECT_THAT(ElementsOf(note, "p"), Contains(referral.referral_id())) << given.id();
      ++referrals;
    }
    for (const auto& prompt : whole.monitoring_prompts()) {
      EXPECT_THAT(ElementsOf(note, "p"), Contains(prompt.prompt_id())) << given.id();
    }
    if (whole.urgency().attainable() > whole.urgency().supported()) {
      EXPECT_THAT(ElementsOf(note, "e"), Contains("document.urgency_can_rise")) << given.id();
    }
  }
  EXPECT_GT(referrals, 500);
  EXPECT_GT(acute, 50);
}

}  // namespace
}  // namespace baken
