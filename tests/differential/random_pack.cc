#include "tests/differential/random_pack.h"

#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "tests/differential/random_conditions.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"

namespace baken {
namespace {

constexpr uint64_t kFixedSeed = 20260331;

constexpr char kSmallFacts[] = R"pb(
  header {
    roles { id: "r1" receives_personal_output: true }
    roles { id: "r2" receives_personal_output: true }
  }
  domains { id: "d" codes: "x" codes: "y" codes: "z" }
  facts {
    id: "b0"
    boolean {}
  }
  facts {
    id: "b1"
    boolean {}
  }
  facts {
    id: "d0"
    boolean {}
    derived: true
  }
  facts {
    id: "n0"
    number { minimum: "0" maximum: "2" }
  }
  facts {
    id: "o0"
    one_of { domain: "d" }
  }
  facts {
    id: "s1"
    set_of { codes: "none" codes: "p" codes: "r" none_code: "none" }
  }
  facts {
    id: "i0"
    number { minimum: "0" maximum: "2" }
  }
  facts {
    id: "i1"
    boolean {}
  }
  facts {
    id: "i2"
    one_of { codes: "lo" codes: "hi" }
  }
  facts {
    id: "t0"
    number { minimum: "1" maximum: "6" }
  }
  facts {
    id: "t1"
    number { minimum: "0" maximum: "3" }
  }
  facts {
    id: "t2"
    number { minimum: "0" maximum: "5" }
  }
  scales {
    id: "sc0"
    items { fact: "i0" }
    items { fact: "i1" }
    items {
      fact: "i2"
      points { answer: "lo" points: 1 }
      points { answer: "hi" points: 3 }
    }
    total_fact: "t0"
    minimum: 1
    maximum: 6
  }
  scales {
    id: "sc1"
    items { fact: "i0" }
    items { fact: "i1" }
    total_fact: "t1"
    minimum: 0
    maximum: 3
    part_of: "sc0"
  }
  scales { id: "sc2" total_fact: "t2" minimum: 0 maximum: 5 }
  families {
    id: "fam"
    members { scale: "sc0" positive_when: "sc0 >= CUTOFF" }
    members { scale: "sc2" positive_when: "sc2 >= 4 || (b1 && sc2 >= 2)" }
  }
  parameters { id: "CUTOFF" value: "4" }
)pb";

constexpr char kMoreFacts[] = R"pb(
  facts {
    id: "b2"
    boolean {}
    keeps_age: true
  }
  facts {
    id: "n1"
    number { minimum: "0" maximum: "2" }
  }
  facts {
    id: "q"
    number {
      minimum: "0"
      maximum: "96"
      step: "0.5"
      unit_code: "h"
      other_units { unit_code: "d" factor: "24" }
    }
  }
  facts {
    id: "o1"
    one_of { domain: "d" }
  }
  facts {
    id: "s0"
    set_of { domain: "d" }
  }
  facts {
    id: "atc"
    external_codes {
      system: "http://www.whocc.no/atc"
      code_length: 3
      target_fact: "s1"
      prefixes { prefix: "A" codes: "p" }
      prefixes { prefix: "A1" codes: "r" }
    }
  }
)pb";

Vocabulary FactsOnly(bool small) {
  Vocabulary v;
  v.booleans = {"b0", "b1", "d0", "i1"};
  v.numbers = {{"n0", 0, 2}, {"i0", 0, 2}, {"sc0", 1, 6}, {"sc1", 0, 3}, {"sc2", 0, 5}, {"t2", 0, 5}};
  v.comparable = {"n0", "i0"};
  v.one_ofs = {{"o0", {"x", "y", "z"}}, {"i2", {"lo", "hi"}}};
  v.sets = {{"s1", {"none", "p", "r"}}};
  if (small) return v;
  v.booleans.push_back("b2");
  v.numbers.push_back({"n1", 0, 2});
  v.numbers.push_back({"q", 0, 96});
  v.numbers.push_back({"b2_age_days", 0, 60});
  v.comparable = {"n0", "n1"};
  v.one_ofs.push_back({"o1", {"x", "y", "z"}});
  v.one_ofs.push_back({"requester_role", {"r1", "r2"}});
  v.sets.push_back({"s0", {"x", "y", "z"}});
  v.same_domain_one_ofs = {"o0", "o1"};
  v.same_domain_sets = {"s0"};
  return v;
}

class PackMaker {
 public:
  PackMaker(Random& random, const RandomPackOptions& options)
      : random_(random), options_(options), vocabulary_(FactsOnly(options.small)) {
    pack_ = ParseTextProto<rules::v1::PackFile>(kSmallFacts);
    if (!options.small) pack_.MergeFrom(ParseTextProto<rules::v1::PackFile>(kMoreFacts));
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
