#include "rules/review/wording.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kPack[] =
    "findings { id: 'F' levels { id: 'YES' kind: LEVEL_KIND_POSITIVE when: 'true' } "
    "levels { id: 'NO' kind: LEVEL_KIND_NONE } } "
    "advice { id: 'walk' audience: AUDIENCE_PERSON trigger { any_of { finding: 'F' } } }";

// Remarks about a pack of which one text reads `text`.
std::string Remarks(const std::string& id, const std::string& text, const std::string& wording) {
  TemporaryFolder folder;
  WritePack(CompleteDefinition(ParseTextProto<rules::v1::PackFile>(kPack)), folder.path());
  std::string texts = ReadFile(folder.path() / "texts/en/all.txtpb");
  const std::string old = "\"text of " + id + "\"";
  EXPECT_NE(texts.find(old), std::string::npos);
  texts.replace(texts.find(old), old.size(), "\"" + text + "\"");
  WriteFile(folder.path() / "texts/en/all.txtpb", texts);
  WriteFile(folder.path() / "wording.txtpb", wording);
  LoadResult result = LoadPack(folder.path(), {.verify_manifest = false});
  EXPECT_NE(result.pack, nullptr) << FormatDiagnostics("p", result.diagnostics);
  return FormatDiagnostics("p", ReviewWording(*result.pack, folder.path()));
}

TEST(WordingTest, NamesABannedWordAtItsPlace) {
  const std::string banned = "banned { locale: 'en' patterns: 'clean' reason: 'stigma' }";
  EXPECT_EQ(Remarks("advice.walk", "A cleaner air.", banned), "");
  EXPECT_THAT(
      Remarks("advice.walk", "Stay\" # why\n  \" clean.", banned),
      AllOf(HasSubstr("p/texts/en/all.txtpb:"), HasSubstr(":5: error: text 'advice.walk' holds 'clean': stigma")));
}

TEST(WordingTest, SparesAllowedSpellingsTextsAndOtherLocales) {
  const std::string start = "banned { locale: 'en' patterns: 'no risk' reason: 'r' ";
  EXPECT_THAT(Remarks("advice.walk", "This is no risk.", start + "}"), HasSubstr("holds 'no risk'"));
  EXPECT_EQ(Remarks("advice.walk", "This is not no risk.", start + "except: 'not no risk' }"), "");
  EXPECT_THAT(Remarks("advice.walk", "Not no risk, but no risk.", start + "except: 'not no risk' }"),
              HasSubstr("holds 'no risk'"));
  EXPECT_EQ(Remarks("advice.walk", "This is no risk.", start + "except_texts: 'advice.walk' }"), "");
  EXPECT_THAT(Remarks("advice.walk", "Fine.", "banned { locale: 'fr' patterns: 'x' reason: 'r' }"),
              AllOf(HasSubstr("p/wording.txtpb:1:1: error: the pack has no locale 'fr'")));
}

TEST(WordingTest, SentencesForThePersonAreShorter) {
  const std::string limits = "limits { sentence_words: 5 person_sentence_words: 4 }";
  EXPECT_EQ(Remarks("advice.walk", "One two three four. Five.", limits), "");
  EXPECT_THAT(Remarks("advice.walk", "One two three four five.", limits),
              HasSubstr("a sentence of 5 words; at most 4"));
  EXPECT_EQ(Remarks("caveat.PARTIAL_KNOWLEDGE", "One two three four five.", limits), "");
  EXPECT_THAT(Remarks("caveat.PARTIAL_KNOWLEDGE", "One two three four five six.", limits), HasSubstr("at most 5"));
  EXPECT_THAT(Remarks("caveat.PARTIAL_KNOWLEDGE", "One two three four five.",
                      "limits { person_sentence_words: 4 person_texts: 'caveat.' }"),
              HasSubstr("at most 4"));
  const std::string mean = "limits { person_sentence_words_mean: 3 }";
  EXPECT_EQ(Remarks("advice.walk", "One two three four. One two.", mean), "");
  EXPECT_THAT(Remarks("advice.walk", "One two three four. One two three.", mean),
              HasSubstr("texts for the person in 'en' have 7 words in 2 sentences; at most 3"));
}

TEST(WordingTest, CardsAreShort) {
  const std::string limits = "limits { card_characters: 25 }";
  const std::string longer(26, 'x');
  for (const char* card : {"finding.F.title", "finding.F.YES", "urgency.U0", "outcome.ADVICE"}) {
    EXPECT_THAT(Remarks(card, longer, limits), HasSubstr(std::string("'") + card + "' stands on a card and has 26"));
  }
  EXPECT_THAT(Remarks("finding.F.NO", longer, limits), Not(HasSubstr("finding.F.NO")));
}

TEST(WordingTest, TextsHoldNothingToFillIn) {
  for (const char* text : {"Dear {name}", "Dear %s", "Dear $name", "Dear ${name}"}) {
    EXPECT_THAT(Remarks("advice.walk", text, ""), HasSubstr("looks like a placeholder")) << text;
  }
  EXPECT_EQ(Remarks("advice.walk", "10% of $5 (or more)", ""), "");
}

}  // namespace
}  // namespace baken
