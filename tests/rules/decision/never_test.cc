// What must never happen, whatever the answers: the shipped pack over persons made up at random, its roles and views by
// turns. In shards, so that they run beside each other; together more than 100,000 persons.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "baken/rules/v1/wording.pb.h"
#include "client/cli/text/assessment_text.h"
#include "rules/decision/description.h"
#include "rules/pack/document_kinds.h"
#include "rules/pack/folded.h"
#include "rules/review/words.h"
#include "tests/rules/decision/decide.h"
#include "tests/testing/random_person.h"
#include "tests/testing/status_matchers.h"

namespace baken {
namespace {

using review_internal::FindPattern;
using review_internal::Span;

constexpr char kFolder[] = "rules/packs/cocaine-nl/1.0.0";
constexpr int kShards = 8;
constexpr int kPersonsPerShard = 13000;
static_assert(kShards * kPersonsPerShard > 100000);
constexpr uint64_t kSeed = 20261125;

// Whatever the pack's own list says; thinning that list must not be enough to let these through.
const std::map<std::string, std::vector<std::string>> kNeverWords = {
    {"nl", {"*verslaafd*", "*junk*", "*misbruik*", "clean", "*leugen*", "liegt", "eigen schuld", "de groep is"}},
    {"en", {"addict", "addicts", "addicted", "*junk*", "*abuse*", "clean", "liar*", "own fault", "the group is"}}};

std::string ReadFile(const std::string& path) {
  std::ifstream file(std::string(BAKEN_SOURCE_DIR) + "/" + path);
  EXPECT_TRUE(file.is_open()) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Looks for banned words in every text that a reader can meet. Equal texts are looked at once.
class WordWatch {
 public:
  explicit WordWatch(const LoadedPack& pack)
      : pack_(pack), wording_(ParseTextProto<rules::v1::Wording>(ReadFile(absl::StrCat(kFolder, "/wording.txtpb")))) {
    // The terms of code systems are quoted, not chosen.
    for (const auto& finding : pack.definition().findings()) {
      for (const auto& coding : finding.codings()) quoted_.push_back(coding.display());
    }
    EXPECT_GT(wording_.banned_size(), 20);
    for (const auto& [locale, patterns] : kNeverWords) {
      for (const std::string& pattern : patterns) AddStem(locale, pattern);
    }
    for (const auto& banned : wording_.banned()) {
      for (const std::string& pattern : banned.patterns()) AddStem(banned.locale(), pattern);
    }
  }

  void CheckLines(const std::string& locale, const std::string& text) {
    for (absl::string_view line : absl::StrSplit(text, '\n')) Check(locale, std::string(line));
  }

  // Every text field of the message, those of nested messages included; ids, codes and titles of sources are no texts.
  void CheckMessage(const std::string& locale, const google::protobuf::Message& message) {
    const auto& reflection = *message.GetReflection();
    std::vector<const google::protobuf::FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const auto* field : fields) {
      const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
      for (int i = 0; i < count; ++i) CheckField(locale, message, *field, i);
    }
  }

  size_t distinct() const { return seen_.size(); }

 private:
  // What a text must hold for the pattern to match.
  void AddStem(const std::string& locale, const std::string& pattern) {
    stems_[locale].insert(Folded(absl::StrReplaceAll(pattern, {{"*", ""}})));
  }

  void CheckField(const std::string& locale, const google::protobuf::Message& message,
                  const google::protobuf::FieldDescriptor& field, int i) {
    const auto& reflection = *message.GetReflection();
    if (field.cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE) {
      CheckMessage(locale, field.is_repeated() ? reflection.GetRepeatedMessage(message, &field, i)
                                               : reflection.GetMessage(message, &field));
    } else if (field.name() == "text" || field.name() == "value_text") {
      Check(locale, field.is_repeated() ? reflection.GetRepeatedString(message, &field, i)
                                        : reflection.GetString(message, &field));
    }
  }

  void Check(const std::string& locale, const std::string& text) {
    if (!seen_.insert(absl::StrCat(locale, "\n", text)).second) return;
    const std::string whole = Folded(text);
    const bool suspect = std::any_of(stems_[locale].begin(), stems_[locale].end(),
                                     [&](const std::string& stem) { return absl::StrContains(whole, stem); });
    if (suspect) CheckClosely(locale, text);
  }

  void CheckClosely(const std::string& locale, const std::string& text) {
    std::string read = text;
    for (const std::string& quoted : quoted_) read = absl::StrReplaceAll(read, {{quoted, " "}});
    const auto never = kNeverWords.find(locale);
    ASSERT_NE(never, kNeverWords.end()) << locale;
    const std::string folded = Folded(read);
    for (const std::string& pattern : never->second) {
      EXPECT_TRUE(FindPattern(folded, pattern).empty()) << "'" << pattern << "' in: " << text;
    }
    for (const auto& banned : wording_.banned()) {
      if (banned.locale() == locale) CheckBanned(banned, read, locale);
    }
  }

  void CheckBanned(const rules::v1::BannedWords& banned, const std::string& text, const std::string& locale) {
    std::string read = text;
    for (const std::string& id : banned.except_texts()) {
      const std::string* spared = pack_.catalogue().Find(locale, id);
      if (spared != nullptr) read = absl::StrReplaceAll(read, {{*spared, " "}});
    }
    const std::string folded = Folded(read);
    for (const std::string& pattern : banned.patterns()) {
      for (const Span& place : FindPattern(folded, pattern)) {
        const bool allowed =
            std::any_of(banned.except().begin(), banned.except().end(), [&](const std::string& except) {
              const std::vector<Span> spans = FindPattern(folded, except);
              return std::any_of(spans.begin(), spans.end(),
                                 [&](const Span& span) { return span.begin <= place.begin && place.end <= span.end; });
            });
        EXPECT_TRUE(allowed) << "'" << pattern << "' in: " << text;
      }
    }
  }

  const LoadedPack& pack_;
  const rules::v1::Wording wording_;
  std::vector<std::string> quoted_;
  std::map<std::string, std::set<std::string>> stems_;  // Per locale: a quick look before the close one.
  absl::flat_hash_set<std::string> seen_;
};

class NeverTest : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    pack_ = LoadPackOfTree(kFolder);
    ASSERT_NE(pack_, nullptr);
    watch_ = std::make_unique<WordWatch>(*pack_);
    for (const auto& document : pack_->definition().documents()) {
      if (document.discreet()) discreet_.insert(document.id());
    }
  }

  v1::Assessment OfNobody(const v1::AssessRequest& request, const std::string& role) {
    v1::AssessRequest empty;
    empty.set_view(request.view());
    empty.set_locale(request.locale());
    empty.set_evaluation_date(request.evaluation_date());
    absl::StatusOr<Decision> decision = Decide(*pack_, empty, role, kToday);
    EXPECT_TRUE(decision.ok());
    return decision.ok() ? decision->assessment : v1::Assessment();
  }

  void CheckRefused(const v1::AssessRequest& request, const v1::Assessment& assessment);
  void CheckUrgency(const v1::Assessment& assessment);
  void CheckFindings(const v1::Assessment& assessment);
  void CheckPageAlone(const v1::Assessment& assessment);
  void CheckDiscreet(const v1::Assessment& assessment);
  void CheckWords(const v1::Assessment& assessment);

  bool HasDiscreetWord(const std::string& text) {
    const auto& words = pack_->definition().header().discreet_words();
    const std::string lower = absl::AsciiStrToLower(text);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return absl::StrContains(lower, absl::AsciiStrToLower(word)); });
  }

  std::shared_ptr<const LoadedPack> pack_;
  std::unique_ptr<WordWatch> watch_;
  std::set<std::string> discreet_;  // Ids of documents.
  std::map<std::string, int> counts_;
};

v1::Urgency Highest(const v1::Assessment& assessment) {
  v1::Urgency highest = std::max(v1::URGENCY_U0, assessment.scope().supported().urgency());
  for (const auto& finding : assessment.findings()) highest = std::max(highest, finding.supported().urgency());
  return highest;
}

// A refused role learns nothing of any answer.
void NeverTest::CheckRefused(const v1::AssessRequest& request, const v1::Assessment& assessment) {
  EXPECT_EQ(OfNobody(request, assessment.role()).SerializeAsString(), assessment.SerializeAsString());
  EXPECT_EQ(assessment.outcome(), v1::OUTCOME_REFUSED);
  EXPECT_TRUE(assessment.referrals().empty());
  EXPECT_TRUE(assessment.monitoring_prompts().empty());
  EXPECT_TRUE(assessment.open_facts().empty());
  EXPECT_TRUE(assessment.declined_facts().empty());
  EXPECT_TRUE(assessment.contradictions().empty());
  EXPECT_TRUE(assessment.profiles().empty());
  EXPECT_EQ(Highest(assessment), v1::URGENCY_U0);
  ++counts_["refused"];
}

// No view hides how urgent it is, and a lower urgency is never worded as settled while a higher one is attainable.
void NeverTest::CheckUrgency(const v1::Assessment& assessment) {
  const v1::UrgencyResult& urgency = assessment.urgency();
  EXPECT_GE(urgency.supported(), Highest(assessment));
  EXPECT_LE(urgency.supported(), urgency.attainable());
  EXPECT_FALSE(urgency.statement().text().empty());
  EXPECT_EQ(absl::EndsWith(urgency.statement().text_id(), ".open"), urgency.attainable() > urgency.supported());
  counts_["urgency open"] += urgency.attainable() > urgency.supported() ? 1 : 0;
}

// What is certain is among what is possible, and no view hides an acute finding.
void NeverTest::CheckFindings(const v1::Assessment& assessment) {
  EXPECT_TRUE(assessment.has_scope());
  std::set<std::string> shown;
  for (const auto& finding : assessment.findings()) {
    shown.insert(finding.finding_id());
    const auto& attainable = finding.attainable_level_ids();
    EXPECT_NE(std::find(attainable.begin(), attainable.end(), finding.supported().level_id()), attainable.end())
        << finding.finding_id();
    EXPECT_EQ(finding.decided(), attainable.size() == 1) << finding.finding_id();
  }
  for (const auto& definition : pack_->definition().findings()) {
    if (definition.category() == v1::FINDING_CATEGORY_ACUTE && assessment.outcome() != v1::OUTCOME_REFUSED) {
      EXPECT_EQ(shown.count(definition.id()), 1U) << definition.id();
    }
  }
}

// Beside a page for someone else stands nothing that says more than the page; the pack's own name is for software.
void NeverTest::CheckPageAlone(const v1::Assessment& assessment) {
  v1::Assessment rest = assessment;
  rest.clear_documents();
  rest.clear_pack();
  rest.clear_role();  // As the requester named it.
  rest.clear_urgency();
  rest.clear_outcome_statement();
  EXPECT_FALSE(HasDiscreetWord(rest.ShortDebugString())) << rest.ShortDebugString();
  EXPECT_TRUE(rest.findings().empty());
  EXPECT_TRUE(rest.caveats().empty());
  EXPECT_TRUE(rest.sources().empty());
  const bool discreet = std::all_of(assessment.documents().begin(), assessment.documents().end(),
                                    [&](const auto& document) { return discreet_.count(document.document_id()) > 0; });
  if (discreet) {
    EXPECT_FALSE(assessment.has_urgency());
    EXPECT_FALSE(assessment.has_outcome_statement());
    v1::AssessResponse response;
    *response.mutable_assessment() = assessment;
    const std::string text = AssessmentText(response, "cocaine.json", {});
    EXPECT_FALSE(HasDiscreetWord(text)) << text;
  }
  ++counts_[discreet ? "discreet page alone" : "page alone"];
}

// Fixed sentences only, without a discreet word or the name of a finding: whoever finds the page must learn nothing.
void NeverTest::CheckDiscreet(const v1::Assessment& assessment) {
  for (const auto& document : assessment.documents()) {
    ++counts_["documents"];
    if (discreet_.count(document.document_id()) == 0) continue;
    ++counts_["discreet documents"];
    for (const auto& section : document.sections()) {
      for (const auto& line : section.lines()) {
        EXPECT_TRUE(absl::StartsWith(line.element_ids(0), "document.")) << line.text();
        EXPECT_FALSE(HasDiscreetWord(line.text())) << line.text();
        for (const auto& finding : assessment.findings()) {
          EXPECT_FALSE(absl::StrContains(line.text(), finding.title().text())) << line.text();
        }
      }
    }
  }
}

// No banned word, and nobody put into one group, wherever a reader looks. Titles of sources are quoted.
void NeverTest::CheckWords(const v1::Assessment& assessment) {
  v1::AssessResponse response;
  *response.mutable_assessment() = assessment;
  for (auto& source : *response.mutable_assessment()->mutable_sources()) source.clear_citation();
  watch_->CheckMessage(assessment.locale(), response.assessment());
  constexpr PageOptions kWide = {.width = 8000, .colour = false};  // So that no phrase is broken.
  watch_->CheckLines(assessment.locale(), AssessmentText(response, "", kWide));
}

TEST_P(NeverTest, WhateverTheAnswers) {
  std::vector<std::pair<const rules::v1::Role*, std::string>> doors;
  for (const auto& role : pack_->definition().header().roles()) {
    for (const std::string& view : role.views()) doors.emplace_back(&role, view);
  }
  ASSERT_FALSE(doors.empty());
  ASSERT_OK_AND_ASSIGN(v1::PackDescription description, DescribePack(*pack_, ""));
  RandomPersons persons(description, pack_->definition(), kSeed + static_cast<uint64_t>(GetParam()));
  for (int i = 0; i < kPersonsPerShard && !HasFailure(); ++i) {
    const auto& [role, view] = doors[static_cast<size_t>(i) % doors.size()];
    v1::AssessRequest request = persons.Next();
    request.set_view(view);
    request.set_unknown_facts(v1::UNKNOWN_FACTS_REPORT);
    absl::StatusOr<Decision> decision = Decide(*pack_, request, role->id(), kToday);
    ASSERT_TRUE(decision.ok()) << i << ": " << decision.status().message();
    SCOPED_TRACE(testing::Message() << "person " << i << ", role " << role->id() << ", view " << view);
    const v1::Assessment& assessment = decision->assessment;
    const bool page_alone = !assessment.documents().empty() && !assessment.has_scope();
    if (!role->receives_personal_output()) CheckRefused(request, assessment);
    if (role->receives_personal_output() && (!page_alone || assessment.has_urgency())) CheckUrgency(assessment);
    if (role->receives_personal_output() && !page_alone) CheckFindings(assessment);
    if (page_alone) CheckPageAlone(assessment);
    CheckDiscreet(assessment);
    CheckWords(assessment);
    ++counts_["persons"];
  }
  // None of the above holds by there being nothing to look at.
  for (const char* met :
       {"refused", "urgency open", "documents", "discreet documents", "discreet page alone", "page alone"}) {
    EXPECT_GT(counts_[met], 100) << met;
  }
  std::cout << "shard " << GetParam() << ":";
  for (const auto& [what, count] : counts_) std::cout << " " << what << " " << count << ",";
  std::cout << " distinct texts " << watch_->distinct() << "\n";
}

INSTANTIATE_TEST_SUITE_P(Shards, NeverTest, ::testing::Range(0, kShards));

// The watch itself: it must be able to fail.
TEST(WordWatchTest, SeesBannedWordsAndAForcedGroup) {
  for (const char* text :
       {"Dit is een junk.", "De groep is: de stille drinker.", "Dit is misbruik.", "Hij is clean."}) {
    const std::string folded = Folded(text);
    const auto& patterns = kNeverWords.at("nl");
    EXPECT_TRUE(std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
      return !FindPattern(folded, pattern).empty();
    })) << text;
  }
}

}  // namespace
}  // namespace baken
