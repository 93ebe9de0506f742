#include "tests/differential/random_pack.h"

#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "tests/differential/random_conditions.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"

namespace baken {
namespace {

constexpr uint64_t kFixedSeed = 20260331;

class PackMaker {
 public:
  PackMaker(Random& random, const RandomPackOptions& options)
      : random_(random), options_(options), vocabulary_(RandomPackVocabulary(options.small)) {
    pack_ = RandomPackFacts(options.small);
  }

  rules::v1::PackFile Make() {
    AddImplications();
    vocabulary_.families = {"fam"};
    AddCriteria();
    vocabulary_.contradictable = {"b0", "b1", "n0", "o0", "s1", "sc0", "sc2", "t0"};
    AddScope();
    for (int i = 0; i < 5; ++i) AddFinding(i);
    AddActions();
    return CompleteDefinition(pack_);
  }

 private:
  template <typename Message>
  static void Parse(Message* message, const std::string& text) {
    *message = ParseTextProto<Message>(text);
  }
  std::string When(int depth) { return absl::StrCat(" when: \"", RandomCondition(random_, vocabulary_, depth), "\" "); }

  std::string RandomConclusion() {
    switch (Pick(random_, items_concluded_ ? -1 : 0, options_.small ? 6 : 7)) {
      case -1:
        return OnceIn(random_, 2) ? "fact: 'i0' number: '2'" : "fact: 'i1' boolean: true";
      case 0:
        return absl::StrCat("fact: 'b", Pick(random_, 0, 1), "' boolean: ", OnceIn(random_, 2) ? "true" : "false");
      case 1:
      case 2:
        return absl::StrCat("fact: 'd0' boolean: ", OnceIn(random_, 2) ? "true" : "false");
      case 3:
        return absl::StrCat("fact: 'n0' number: '", Pick(random_, 0, 2), "'");
      case 4:
        return absl::StrCat("fact: 'o0' code: '", OnceIn(random_, 2) ? "x" : "y", "'");
      case 5:
        return absl::StrCat("fact: 's1' includes: '", OnceIn(random_, 2) ? "p" : "r", "'");
      case 6:
        return "fact: 's1' none: true";
      default:
        return OnceIn(random_, 2) ? "fact: 's0' none: true" : "fact: 's0' includes: 'y'";
    }
  }

  void AddImplications() {
    // Items are filled by a skip rule or by the others, not by both: which comes first is not laid down.
    items_concluded_ = OnceIn(random_, 2);
    int count = Pick(random_, 0, 4);
    for (int i = 0; i < count; ++i) {
      std::string text = absl::StrCat("id: 'imp", i, "'", When(1), "then {", RandomConclusion(), "}");
      if (OnceIn(random_, 3)) absl::StrAppend(&text, " then {", RandomConclusion(), "}");
      Parse(pack_.add_implications(), text);
    }
    if (!items_concluded_) {
      Parse(
          pack_.add_implications(),
          "id: 'skip' skip_rule: true when: '!b1' then { fact: 'i0' number: '0' } then { fact: 'i1' boolean: false }");
    }
    if (OnceIn(random_, 2)) Parse(pack_.add_impossible(), absl::StrCat("id: 'never'", When(1)));
  }

  void AddCriteria() {
    for (int i = 0; i < 3; ++i) {
      const std::string id = absl::StrCat("c", i);
      Parse(pack_.add_criteria(), absl::StrCat("id: '", id, "'", When(2)));
      vocabulary_.booleans.push_back(id);
    }
  }

  void AddScope() {
    std::string text = "id: 'scope' category: FINDING_CATEGORY_SCOPE";
    if (!options_.small && OnceIn(random_, 3)) {
      text += " levels { id: 'REFUSED' kind: LEVEL_KIND_NOT_ASSESSED refuses: true when: \"requester_role == 'r2'\" }";
    }
    absl::StrAppend(&text, " levels { id: 'OUT' kind: LEVEL_KIND_NOT_ASSESSED", When(1), "}",
                    " levels { id: 'IN' kind: LEVEL_KIND_POSITIVE", When(0), "}",
                    " levels { id: 'UNKNOWN' kind: LEVEL_KIND_NONE }");
    Parse(pack_.add_findings(), text);
    Parse(pack_.add_level_lists(),
          absl::StrCat("id: 'front' levels { id: 'DEFERRED' kind: LEVEL_KIND_NOT_ASSESSED", When(1), "}"));
  }

  void AddFinding(int i) {
    static const char* const kCategories[] = {"ACUTE", "SUBGROUP", "USE", "WORK", "DESCRIPTIVE"};
    std::string text = absl::StrCat("id: 'f", i, "' category: FINDING_CATEGORY_", kCategories[i]);
    if (i == 1) text += " front_levels: 'front'";
    if (i == 2) text += " flag_per_level: true";
    if (i == 3) text += " stated_when_refused: true";
    if (i == 4) text += " no_flag: true";
    const int levels = Pick(random_, 1, 3);
    int urgency = i == 1 ? 0 : Pick(random_, 0, 4);
    for (int level = 0; level < levels; ++level) {
      absl::StrAppend(&text, " levels { id: 'L", level, "' kind: LEVEL_KIND_",
                      level == 0   ? "POSITIVE"
                      : level == 1 ? "POSSIBLE"
                                   : "AGAINST",
                      When(2), " urgency: URGENCY_U", urgency, "}");
      urgency = Pick(random_, 0, urgency);
    }
    Parse(pack_.add_findings(), text + " levels { id: 'NONE' kind: LEVEL_KIND_NONE }");
  }

  std::string RandomBinding() {
    const int finding = Pick(random_, 0, 4);
    std::string text = absl::StrCat("{ finding: 'f", finding, "'");
    if (OnceIn(random_, 2)) text += OnceIn(random_, 2) ? " levels: 'L0'" : " levels: 'NONE'";
    return text + " }";
  }

  std::string RandomTrigger() {
    std::string text = absl::StrCat(" trigger { any_of ", RandomBinding());
    if (OnceIn(random_, 2)) absl::StrAppend(&text, " any_of ", RandomBinding());
    if (OnceIn(random_, 4)) absl::StrAppend(&text, " all_of ", RandomBinding());
    if (OnceIn(random_, 4)) absl::StrAppend(&text, " none_of ", RandomBinding());
    if (OnceIn(random_, 4)) text += " roles: 'r1'";
    return text + " }";
  }

  std::string RandomPeriod() {
    static const char* const kUnits[] = {"DAY", "WEEK", "MONTH", "YEAR"};
    return absl::StrCat("{ count: ", Pick(random_, 0, 14), " unit: PERIOD_UNIT_", kUnits[Pick(random_, 0, 3)], " }");
  }

  void AddActions() {
    for (int i = 0; i < 3; ++i) {
      Parse(pack_.add_referrals(), absl::StrCat("id: 'ref", i, "' urgency: URGENCY_U1 due ", RandomPeriod(),
                                                RandomTrigger(), i == 1 ? " replaces: 'ref0' replaces: 'ref2'" : ""));
    }
    for (int i = 0; i < 4; ++i) {
      Parse(pack_.add_monitoring_prompts(),
            absl::StrCat("id: 'mon", i, "' topic: 'topic", i % 2, "' due ", RandomPeriod(), RandomTrigger()));
    }
    Parse(pack_.add_advice(), absl::StrCat("id: 'adv0' audience: AUDIENCE_CLINICIAN", RandomTrigger()));
    Parse(pack_.add_advice(), absl::StrCat("id: 'adv1' audience: AUDIENCE_PERSON", RandomTrigger()));
  }

  Random& random_;
  const RandomPackOptions options_;
  Vocabulary vocabulary_;
  rules::v1::PackFile pack_;
  bool items_concluded_ = false;
};

}  // namespace

uint64_t TestSeed() {
  const char* text = std::getenv("BAKEN_TEST_SEED");
  return text == nullptr ? kFixedSeed : std::strtoull(text, nullptr, 10);
}

int Pick(Random& random, int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); }
bool OnceIn(Random& random, int n) { return Pick(random, 1, n) == 1; }

rules::v1::PackFile RandomPack(Random& random, const RandomPackOptions& options) {
  return PackMaker(random, options).Make();
}

}  // namespace baken
