#include "rules/review/words.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace baken::review_internal {
namespace {

using ::testing::ElementsAre;

std::vector<size_t> Places(const std::string& text, const std::string& pattern) {
  std::vector<size_t> places;
  for (const Span& place : FindPattern(Folded(text), pattern)) places.push_back(place.begin);
  return places;
}

TEST(WordsTest, PatternsMatchWordsStemsAndParts) {
  EXPECT_THAT(Places("Schuld en schulden, geen Schuld.", "schuld"), ElementsAre(0, 25));
  EXPECT_THAT(Places("schulden onschuldig", "schuld*"), ElementsAre(0));
  EXPECT_THAT(Places("schulden onschuldig", "*schuld*"), ElementsAre(0, 11));
  EXPECT_THAT(Places("geen\nkwaad doen", "geen kwaad"), ElementsAre(0));
  EXPECT_THAT(Places("ÉÉN persoon", "één"), ElementsAre(0));
  // A letter with an accent belongs to the word.
  EXPECT_THAT(Places("gekë gek", "gek"), ElementsAre(6));
}

std::vector<int> Lengths(const std::string& text) {
  std::vector<int> lengths;
  for (const Sentence& sentence : SplitSentences(text)) lengths.push_back(sentence.words);
  return lengths;
}

TEST(WordsTest, SentencesEndAtStopsAndLineBreaks) {
  EXPECT_THAT(Lengths("Bel 112. Wacht niet!"), ElementsAre(2, 2));
  EXPECT_THAT(Lengths("Bijv. een arts, o.a. de huisarts."), ElementsAre(6));
  EXPECT_THAT(Lengths("een\ntwee drie\n"), ElementsAre(1, 2));
  EXPECT_THAT(Lengths("Meer dan 2.5 keer – of niet?"), ElementsAre(6));
  EXPECT_THAT(Lengths("Neem mee: een lijst; een pas; geld."), ElementsAre(4, 2, 1));
  EXPECT_THAT(Lengths(""), ElementsAre());
  EXPECT_EQ(SplitSentences("A b. C d.")[1].begin, 5U);
}

TEST(WordsTest, CountsCharactersNotBytes) { EXPECT_EQ(CountCharacters("één…"), 4); }

}  // namespace
}  // namespace baken::review_internal
