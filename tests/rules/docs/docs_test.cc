// The pages of whole packs: what links to what, and that nothing is nameless.
#include "rules/docs/docs.h"

#include <map>
#include <regex>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/pack/loader.h"

namespace baken {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kCoffee[] = "tests/testdata/packs/coffee-demo/1.0.0";
constexpr char kShipped[] = "rules/packs/cocaine-nl/1.0.0";

using Pages = std::map<std::string, std::string>;

Pages MakePages(const std::string& folder, const DocsOptions& options) {
  const LoadResult loaded = LoadPack(absl::StrCat(BAKEN_SOURCE_DIR, "/", folder), {.verify_manifest = false});
  EXPECT_NE(loaded.pack, nullptr) << FormatDiagnostics(folder, loaded.diagnostics);
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
