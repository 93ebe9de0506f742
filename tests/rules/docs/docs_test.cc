// The pages of whole packs: what links to what, and that nothing is nameless.
#include "rules/docs/docs.h"

#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/pack/loader.h"
#include "tests/testing/temporary_folder.h"

namespace baken {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kCoffee[] = "tests/testdata/packs/coffee-demo/1.0.0";
constexpr char kShipped[] = "rules/packs/cocaine-nl/1.0.0";

using Pages = std::map<std::string, std::string>;

Pages MakePagesOf(const std::filesystem::path& folder, const DocsOptions& options) {
  const LoadResult loaded = LoadPack(folder, {.verify_manifest = false});
  EXPECT_NE(loaded.pack, nullptr) << FormatDiagnostics(folder.string(), loaded.diagnostics);
  Pages pages;
  if (loaded.pack == nullptr) return pages;
  const auto files = MakeDocs(*loaded.pack, options);
  EXPECT_TRUE(files.ok()) << files.status();
  if (!files.ok()) return pages;
  for (const DocsFile& file : *files) {
    EXPECT_TRUE(pages.emplace(file.name, file.content).second) << file.name << " twice";
  }
  return pages;
}

Pages MakePages(const std::string& folder, const DocsOptions& options) {
  return MakePagesOf(std::filesystem::path(BAKEN_SOURCE_DIR) / folder, options);
}

std::vector<std::string> Matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) found.push_back((*it)[1]);
  return found;
}

// Each link leads to a page, and to an id on it; no id stands twice on a page.
void ExpectLinksResolve(const Pages& pages) {
  std::set<std::string> places;
  for (const auto& [name, content] : pages) {
    places.insert(name);
    for (const std::string& id : Matches(content, " id=\"([^\"]*)\"")) {
      EXPECT_TRUE(places.insert(absl::StrCat(name, "#", id)).second) << name << " has id " << id << " twice";
    }
  }
  for (const auto& [name, content] : pages) {
    for (const std::string& href : Matches(content, " href=\"([^\"]*)\"")) {
      if (absl::StartsWith(href, "http")) continue;
      const std::string place = absl::StartsWith(href, "#") ? absl::StrCat(name, href) : href;
      EXPECT_TRUE(places.count(place) > 0) << name << " links to " << place;
    }
  }
}

void ExpectNothingNameless(const Pages& pages) {
  for (const auto& [name, content] : pages) {
    if (!absl::EndsWith(name, ".html")) continue;
    for (const std::string& element : Matches(content, "<(h1|h2|h3|a|li|dt|dd|title|caption)( [^>]*)?></")) {
      ADD_FAILURE() << name << " holds an empty " << element;
    }
  }
}

TEST(DocsTest, CoffeePackIsWhole) {
  for (const char* locale : {"nl", "en"}) {
    const Pages pages = MakePages(kCoffee, {.locale = locale});
    ExpectLinksResolve(pages);
    ExpectNothingNameless(pages);
  }
}

TEST(DocsTest, ShippedPackIsWhole) {
  const Pages pages = MakePages(kShipped, {});
  ExpectLinksResolve(pages);
  ExpectNothingNameless(pages);
  EXPECT_THAT(pages.at("index.html"), HasSubstr("<html lang=\"nl\">"));
}

TEST(DocsTest, FindingShowsLevelsTermsBoundariesActionsAndCases) {
  const Pages pages = MakePages(kCoffee, {.locale = "en"});
  const std::string& page = pages.at("finding-INTAKE.html");
  EXPECT_THAT(page, HasSubstr("id=\"level-ABOVE_LIMIT\""));
  EXPECT_THAT(page, HasSubstr("Read from the top"));
  EXPECT_THAT(page, HasSubstr("In all other cases"));
  EXPECT_THAT(page, HasSubstr("Named conditions in this table"));
  EXPECT_THAT(page, HasSubstr("more than 400 mg"));
  EXPECT_THAT(page, HasSubstr("cases.html#case-above_limit"));
  EXPECT_THAT(page, HasSubstr("sources.html#source-efsa2015"));
}

TEST(DocsTest, EveryThresholdStandsAmongTheChoices) {
  const Pages pages = MakePages(kCoffee, {.locale = "en"});
  for (const char* parameter : {"HEAVY_CUPS", "CX_CUTOFF", "CX_CUTOFF_FEMALE", "FEVER", "DAY_LIMIT"}) {
    EXPECT_THAT(pages.at("choices.html"), HasSubstr(absl::StrCat("id=\"parameter-", parameter, "\"")));
  }
}

// Whoever signs off a text signs off the short one too.
TEST(DocsTest, ShortWordsStandBesideTheWholeSentence) {
  const Pages pages = MakePages(kShipped, {.locale = "en"});
  EXPECT_THAT(pages.at("finding-ACUTE_CARDIAC.html"),
              HasSubstr("In brief, in a note: Acute heart complaints: call 112."));
  EXPECT_THAT(pages.at("monitoring.html"), HasSubstr("In brief, in a note: blood pressure<"));
  EXPECT_THAT(pages.at("facts.html"), HasSubstr("In brief, in a note: Thoughts of death<"));
}

// Whoever reads the choices sees names; the id stands where the reader points at one.
TEST(DocsTest, ChoicesCallParametersByTheirTitles) {
  const LoadResult loaded = LoadPack(absl::StrCat(BAKEN_SOURCE_DIR, "/", kShipped), {.verify_manifest = false});
  ASSERT_NE(loaded.pack, nullptr);
  ASSERT_FALSE(loaded.pack->definition().parameters().empty());
  for (const char* locale : {"nl", "en"}) {
    const std::string page = MakePages(kShipped, {.locale = locale}).at("choices.html");
    const std::string shown = std::regex_replace(page, std::regex("<[^>]*>"), " ");
    for (const auto& parameter : loaded.pack->definition().parameters()) {
      EXPECT_THAT(page, HasSubstr(absl::StrCat("id=\"parameter-", parameter.id(), "\""))) << locale;
      EXPECT_THAT(shown, Not(HasSubstr(parameter.id()))) << locale;
    }
  }
}

TEST(DocsTest, PagesWithoutContentAreLeftOutOfTheNavigation) {
  const Pages pages = MakePages(kCoffee, {.locale = "en"});
  EXPECT_EQ(pages.count("coverage.html"), 0u);
  EXPECT_EQ(pages.count("questions.html"), 0u);
  EXPECT_THAT(pages.at("index.html"), Not(HasSubstr("coverage.html")));
}

TEST(DocsTest, CoverageLinksItemsToTheElementsThatCarryThem) {
  DocsOptions options{.locale = "en", .open_questions = {"Is 400 mg right for <everyone>?"}};
  auto* entry = options.coverage.add_entries();
  entry->set_id("S-001");
  entry->set_topic("Daily limit");
  entry->add_elements("finding.INTAKE.ABOVE_LIMIT");
  entry->add_elements("parameter.DAY_LIMIT");
  entry->add_elements("role.employer");
  auto* other = options.coverage.add_entries();
  other->set_id("S-002");
  other->set_background("History only");
  const Pages pages = MakePages(kCoffee, options);
  ExpectLinksResolve(pages);
  EXPECT_THAT(pages.at("coverage.html"), HasSubstr("finding-INTAKE.html#level-ABOVE_LIMIT"));
  EXPECT_THAT(pages.at("coverage.html"), HasSubstr("choices.html#parameter-DAY_LIMIT"));
  EXPECT_THAT(pages.at("coverage.html"), HasSubstr("Background: History only"));
  EXPECT_THAT(pages.at("questions.html"), HasSubstr("&lt;everyone&gt;"));
}

int Count(const std::string& text, const std::string& part) {
  int count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// Bases that are house choices, in a message and all in it.
int CountHouseRules(const google::protobuf::Message& message) {
  if (const auto* basis = dynamic_cast<const rules::v1::Basis*>(&message)) return basis->house_rule() ? 1 : 0;
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  const auto& reflection = *message.GetReflection();
  reflection.ListFields(message, &fields);
  int count = 0;
  for (const auto* field : fields) {
    if (field->message_type() == nullptr) continue;
    if (!field->is_repeated()) count += CountHouseRules(reflection.GetMessage(message, field));
    for (int i = 0; field->is_repeated() && i < reflection.FieldSize(message, field); ++i) {
      count += CountHouseRules(reflection.GetRepeatedMessage(message, field, i));
    }
  }
  return count;
}

TEST(DocsTest, EveryHouseChoiceStandsAmongTheChoices) {
  for (const char* folder : {kCoffee, kShipped}) {
    const LoadResult loaded = LoadPack(absl::StrCat(BAKEN_SOURCE_DIR, "/", folder), {.verify_manifest = false});
    ASSERT_NE(loaded.pack, nullptr);
    const int wanted = CountHouseRules(loaded.pack->definition());
    EXPECT_GT(wanted, 10);
    EXPECT_EQ(Count(MakePages(folder, {.locale = "en"}).at("choices.html"), ">House choice<"), wanted) << folder;
  }
}

// The coffee pack with one piece of one of its files replaced.
Pages MakeChangedPages(const std::string& file, const std::string& from, const std::string& to) {
  const TemporaryFolder folder;
  const std::filesystem::path copy = folder.path() / "coffee-demo/1.0.0";
  std::filesystem::create_directories(copy.parent_path());
  std::filesystem::copy(std::filesystem::path(BAKEN_SOURCE_DIR) / kCoffee, copy,
                        std::filesystem::copy_options::recursive);
  const std::string before = ReadFile(copy / file);
  EXPECT_THAT(before, HasSubstr(from));
  WriteFile(copy / file, absl::StrReplaceAll(before, {{from, to}}));
  return MakePagesOf(copy, {.locale = "en"});
}

TEST(DocsTest, ChoicesShowDefaultAndBoundsOfDueTimes) {
  const std::string page = MakePages(kCoffee, {.locale = "en"}).at("choices.html");
  EXPECT_THAT(page, HasSubstr("Due times that a site may set"));
  EXPECT_THAT(page,
              ::testing::ContainsRegex("referral-dietician.>Dietician</a></th><td[^>]*>2 weeks</td><td[^>]*>a site "
                                       "may set it from 7 days to 4 weeks<"));
}

TEST(DocsTest, ANamedConditionIsCalledByItsTitle) {
  const Pages pages = MakeChangedPages("texts/en/general.txtpb", "texts { id: \"pack.title\"",
                                       "texts { id: \"criterion.above_limit.title\" text: \"More than the limit\" }\n"
                                       "texts { id: \"pack.title\"");
  ASSERT_FALSE(pages.empty());
  EXPECT_THAT(pages.at("criteria.html"), HasSubstr(">More than the limit <"));
  EXPECT_THAT(pages.at("finding-INTAKE.html"), HasSubstr(">More than the limit<"));
}

TEST(DocsTest, WhoSeesAFindingInADocumentIsNamed) {
  const std::string views = "views: \"full\" views: \"take_along\"";
  const Pages without = MakeChangedPages("pack.txtpb", views, "views: \"take_along\"");
  ASSERT_FALSE(without.empty());
  EXPECT_THAT(without.at("finding-INTAKE.html"), HasSubstr("<dt>Seen by</dt><dd>General practitioner</dd>"));
  const Pages with = MakeChangedPages("pack.txtpb", views, "views: \"papers\"");
  ASSERT_FALSE(with.empty());
  EXPECT_THAT(with.at("finding-INTAKE.html"), HasSubstr("<dt>Seen by</dt><dd>General practitioner, Dietician</dd>"));
}

TEST(DocsTest, CasesShowAllThatTheyPin) {
  const Pages pages = MakeChangedPages(
      "cases/above_limit.txtpb", "expected {",
      "note: \"x\" expected { attainable_urgency: URGENCY_U3 flags_exact: true nothing_asked: true findings { finding: "
      "\"WITHDRAWAL\" attainable: \"NO\" attainable: \"YES\" }");
  ASSERT_FALSE(pages.empty());
  const std::string& page = pages.at("cases.html");
  EXPECT_THAT(page, HasSubstr("Urgency: may still become U3"));
  EXPECT_THAT(page, HasSubstr("Flags: no other flags"));
  EXPECT_THAT(page, HasSubstr("(may still become NO, YES)"));
  EXPECT_THAT(page, HasSubstr("Still to ask: nothing left to ask"));
}

TEST(DocsTest, CasesShowTheDayAndEveryDigitOfAnAnswer) {
  const Pages pages = MakeChangedPages("cases/above_limit.txtpb", "request {",
                                       "request { answers { fact_id: \"caffeine_x\" value { decimal: 1234567.25 } "
                                       "effective_date: \"2025-12-31\" }");
  ASSERT_FALSE(pages.empty());
  EXPECT_THAT(pages.at("cases.html"), HasSubstr("caffeine_x: 1234567.25 (on 2025-12-31)"));
}

TEST(DocsTest, WhatAuthorsWroteInOneLanguageIsMarkedOnPagesOfAnother) {
  const Pages pages = MakePages(kCoffee, {.locale = "en"});
  EXPECT_THAT(pages.at("cases.html"), HasSubstr("<span lang=\"nl\">"));
  EXPECT_THAT(MakePages(kCoffee, {.locale = "nl"}).at("cases.html"), Not(HasSubstr("<span lang=")));
}

TEST(DocsTest, NoneIsCalledAsThePackCallsIt) {
  EXPECT_THAT(MakePages(kCoffee, {.locale = "en"}).at("criteria.html"), Not(HasSubstr(": none of<")));
}

TEST(DocsTest, SameBytesEachTime) { EXPECT_EQ(MakePages(kCoffee, {}), MakePages(kCoffee, {})); }

TEST(DocsTest, UnknownLocaleIsRefusedWithTheListOfLocales) {
  const LoadResult loaded = LoadPack(absl::StrCat(BAKEN_SOURCE_DIR, "/", kCoffee));
  ASSERT_NE(loaded.pack, nullptr);
  const auto files = MakeDocs(*loaded.pack, {.locale = "fr"});
  EXPECT_EQ(files.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(files.status().message()), HasSubstr("nl"));
}

}  // namespace
}  // namespace baken
