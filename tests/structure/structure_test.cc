// What must hold of the tree itself: who may include whom, that no test is forgotten, READMEs, words that must not
// occur.
#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/structure/source_tree.h"

namespace baken {
namespace {

constexpr int kLinesMax = 500;

// Folders in which a file of the folder may include files; generated messages (`baken/`, `google/`) are open to all.
const std::map<std::string, std::set<std::string>>& AllowedFolders() {
  static const auto* const allowed = new std::map<std::string, std::set<std::string>>{
      {"rules/base", {"rules/base"}},
      {"rules/logic", {"rules/base", "rules/logic"}},
      {"rules/engine", {"rules/base", "rules/logic", "rules/engine"}},
      {"rules/pack", {"rules/base", "rules/logic", "rules/engine", "rules/pack"}},
      {"rules/docs", {"rules/base", "rules/logic", "rules/engine", "rules/pack", "rules/docs"}},
      {"rules/export", {"rules/base", "rules/logic", "rules/engine", "rules/pack", "rules/export"}},
      {"rules/decision", {"rules/base", "rules/logic", "rules/engine", "rules/pack", "rules/decision"}},
      {"rules/explain", {"rules/base", "rules/logic", "rules/engine", "rules/pack", "rules/decision", "rules/explain"}},
      {"rules/review", {"rules/base", "rules/logic", "rules/engine", "rules/pack", "rules/decision", "rules/review"}}};
  return *allowed;
}

bool Below(const std::string& path, absl::string_view folder) {
  return absl::StartsWith(path, absl::StrCat(folder, "/"));
}

// Whether a file may include a header of our own.
bool MayInclude(const std::string& file, const std::string& header) {
  if (Below(file, "tests")) return true;
  if (Below(header, "tests") || Below(header, "deploy")) return false;
  if (Below(file, "service")) return !Below(header, "client");
  if (Below(file, "client")) return !Below(header, "service");
  auto allowed = AllowedFolders().find(FolderOf(file));
  return allowed != AllowedFolders().end() && allowed->second.count(FolderOf(header)) > 0;
}

bool IsOwnHeader(const std::string& header) {
  for (const char* folder : {"rules", "service", "client", "tests", "deploy"}) {
    if (Below(header, folder)) return true;
  }
  return false;
}

TEST(StructureTest, IncludesPointOneWay) {
  int includes = 0;
  for (const SourceFile& file : AllFiles()) {
    if (!IsCpp(file.path)) continue;
    for (const std::string& header : IncludesOf(file)) {
      if (!IsOwnHeader(header)) continue;
      ++includes;
      EXPECT_TRUE(MayInclude(file.path, header)) << file.path << " includes " << header;
    }
  }
  EXPECT_GT(includes, 100);
}

TEST(StructureTest, RulesHaveNoTransportClockEnvironmentOrChance) {
  const std::regex forbidden(
      "grpc|sys/socket|netinet|system_clock|steady_clock|absl::Now|absl/time/clock|\\btime\\s*\\(|gettimeofday|"
      "clock_gettime|getenv|<random>|\\brand\\s*\\(|mt19937|random_device|absl/random|std::mutex|absl/synchronization");
  // The one lock.
  const std::set<std::string> lock = {"rules/base/mutex.h"};
  int files = 0;
  for (const SourceFile& file : AllFiles()) {
    if (!IsCpp(file.path) || !Below(file.path, "rules") || lock.count(file.path) > 0) continue;
    ++files;
    const std::string code = CodeOf(file);
    std::smatch match;
    EXPECT_FALSE(std::regex_search(code, match, forbidden)) << file.path << " holds " << match.str();
  }
  EXPECT_GT(files, 30);
}

TEST(StructureTest, CodeOfTheRulesNamesNoSubstance) {
  const std::vector<std::string> substances = {"cocain", "cocaïn",    "snort",      "crack",    "heroin",  "ketamin",
                                               "ghb",    "amfetamin", "amphetamin", "cannabis", "alcohol", "nicotin",
                                               "opioid", "mdma",      "caffein",    "coffee"};
  for (const SourceFile& file : AllFiles()) {
    if (!IsCpp(file.path) || !Below(file.path, "rules")) continue;
    const std::string text = absl::AsciiStrToLower(file.content);
    for (const std::string& substance : substances) {
      EXPECT_FALSE(absl::StrContains(text, substance)) << file.path << " names " << substance;
    }
  }
}

// True when the CMakeLists.txt of the file's folder, or of one above it, lists the file.
bool IsListed(const std::string& path, const std::map<std::string, std::string>& lists) {
  for (std::string folder = FolderOf(path); !folder.empty(); folder = FolderOf(folder)) {
    auto list = lists.find(folder);
    if (list != lists.end() && absl::StrContains(list->second, path.substr(folder.size() + 1))) return true;
  }
  return false;
}

TEST(StructureTest, EveryTestFileIsListedForBuilding) {
  std::map<std::string, std::string> lists;
  for (const SourceFile& file : AllFiles()) {
    if (absl::EndsWith(file.path, "/CMakeLists.txt")) lists[FolderOf(file.path)] = file.content;
  }
  int tests = 0;
  for (const SourceFile& file : AllFiles()) {
    const bool test = absl::EndsWith(file.path, "_test.cc") || absl::EndsWith(file.path, "_fuzz.cc") ||
                      absl::EndsWith(file.path, "_benchmark.cc");
    if (!test) continue;
    ++tests;
    EXPECT_TRUE(IsListed(file.path, lists)) << file.path << " stands in no CMakeLists.txt";
  }
  EXPECT_GT(tests, 15);
}

TEST(StructureTest, NoCMakeFileCollectsSourcesByPattern) {
  for (const SourceFile& file : AllFiles()) {
    if (!absl::EndsWith(file.path, "CMakeLists.txt")) continue;
    EXPECT_FALSE(std::regex_search(file.content, std::regex("file\\s*\\(\\s*GLOB"))) << file.path;
  }
}

// Folders that say for themselves what lives in them: the top level, each folder of rules, each pack.
bool NeedsReadme(const std::string& folder) {
  if (folder.find('/') == std::string::npos) return true;
  const std::string parent = FolderOf(folder);
  if (parent == "rules") return folder != "rules/packs";
  return FolderOf(parent) == "rules/packs" || FolderOf(parent) == "tests/testdata/packs";
}

TEST(StructureTest, FoldersSayWhatLivesInThem) {
  std::set<std::string> paths;
  for (const SourceFile& file : AllFiles()) paths.insert(file.path);
  for (const std::string& folder : AllFolders()) {
    EXPECT_TRUE(!NeedsReadme(folder) || paths.count(absl::StrCat(folder, "/README.md")) == 1) << folder;
  }
}

TEST(StructureTest, ReadmeOfTheTestsNamesEveryFolder) {
  std::string readme;
  for (const SourceFile& file : AllFiles()) {
    if (file.path == "tests/README.md") readme = file.content;
  }
  for (const std::string& folder : AllFolders()) {
    if (FolderOf(folder) != "tests") continue;
    EXPECT_TRUE(absl::StrContains(readme, folder.substr(folder.rfind('/') + 1))) << folder;
  }
}

TEST(StructureTest, FilesStayReadable) {
  for (const SourceFile& file : AllFiles()) {
    const bool source = IsCpp(file.path) || absl::EndsWith(file.path, ".proto") ||
                        absl::EndsWith(file.path, ".txtpb") || absl::EndsWith(file.path, ".md") ||
                        absl::EndsWith(file.path, ".py") || absl::EndsWith(file.path, "CMakeLists.txt");
    if (!source) continue;
    EXPECT_LT(std::count(file.content.begin(), file.content.end(), '\n'), kLinesMax) << file.path;
  }
}

TEST(StructureTest, HeadersAreGuardedByTheirPath) {
  for (const SourceFile& file : AllFiles()) {
    if (!absl::EndsWith(file.path, ".h")) continue;
    std::string guard = absl::AsciiStrToUpper(absl::StrCat("baken/", file.path, "_"));
    std::replace_if(
        guard.begin(), guard.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    EXPECT_TRUE(absl::StrContains(file.content, absl::StrCat("#ifndef ", guard, "\n#define ", guard, "\n")))
        << file.path << " needs the guard " << guard;
  }
}

TEST(StructureTest, NothingPointsOutsideTheTree) {
  // Put together here, so that this file does not hold them.
  const std::vector<std::string> words = {absl::StrCat("/wo", "rk/"), absl::StrCat("../sha", "red"),
                                          absl::StrCat("TO", "DO"), absl::StrCat("FIX", "ME")};
  for (const SourceFile& file : AllFiles()) {
    for (const std::string& word : words) {
      EXPECT_FALSE(absl::StrContains(file.content, word)) << file.path << " holds " << word;
    }
  }
}

}  // namespace
}  // namespace baken
