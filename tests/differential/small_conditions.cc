#include "tests/differential/small_conditions.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace baken {

const char kSmallConditionFacts[] = R"pb(
  domains { id: "d" codes: "x" codes: "y" codes: "z" }
  facts {
    id: "b"
    boolean {}
  }
  facts {
    id: "c"
    boolean {}
  }
  facts {
    id: "n"
    number { minimum: "0" maximum: "2" }
  }
  facts {
    id: "m"
    number { minimum: "0" maximum: "2" }
  }
  facts {
    id: "o"
    one_of { domain: "d" }
  }
  facts {
    id: "s"
    set_of { codes: "p" codes: "q" }
  }
  facts {
    id: "t"
    set_of { domain: "d" }
  }
)pb";

namespace {

SmallCondition Join(const std::string& text, const std::vector<SmallCondition>& parts) {
  SmallCondition whole{text, {}};
  for (const SmallCondition& part : parts) whole.facts.insert(part.facts.begin(), part.facts.end());
  return whole;
}

std::vector<SmallCondition> SimpleLeaves() {
  return {{"b", {"b"}},
          {"c", {"c"}},
          {"n >= 1", {"n"}},
          {"n == 1", {"n"}},
          {"between(n, 0, 1)", {"n"}},
          {"o == 'x'", {"o"}},
          {"o in ['x', 'y']", {"o"}},
          {"'p' in s", {"s"}},
          {"intersects(s, ['p', 'q'])", {"s"}},
          {"contradictory(b)", {"b"}}};
}

// Forms that are tried alone, negated and in pairs only.
std::vector<SmallCondition> MoreLeaves() {
  std::vector<SmallCondition> leaves = {{"true", {}},
                                        {"false", {}},
                                        {"data_contradictory", {}},
                                        {"o != 'y'", {"o"}},
                                        {"'y' == o", {"o"}},
                                        {"o in t", {"o", "t"}},
                                        {"intersects(t, ['x', 'z'])", {"t"}},
                                        {"'z' in t", {"t"}},
                                        {"contradictory(s)", {"s"}}};
  for (const char* op : {"==", "!=", "<", "<=", ">", ">="}) {
    leaves.push_back({absl::StrCat("n ", op, " m"), {"n", "m"}});
    leaves.push_back({absl::StrCat("1 ", op, " n"), {"n"}});
  }
  return leaves;
}

// Pairs of `a` with one more condition, in every form that takes two.
void AddPairs(const SmallCondition& a, const SmallCondition& b, std::vector<SmallCondition>& all) {
  for (const char* form : {"(", "!("}) {
    all.push_back(Join(absl::StrCat(form, a.text, " && ", b.text, ")"), {a, b}));
    all.push_back(Join(absl::StrCat(form, a.text, " || ", b.text, ")"), {a, b}));
  }
}

// count() in every comparison, and at_least() in every threshold.
void AddCounts(const std::vector<SmallCondition>& parts, std::vector<SmallCondition>& all) {
  std::vector<std::string> texts;
  for (const SmallCondition& part : parts) texts.push_back(part.text);
  const std::string list = absl::StrJoin(texts, ", ");
  for (size_t k = 0; k <= parts.size() + 1; ++k) {
    for (const char* op : {"==", "!=", "<", "<=", ">", ">="}) {
      all.push_back(Join(absl::StrCat("count(", list, ") ", op, " ", k), parts));
      all.push_back(Join(absl::StrCat("!(", k, " ", op, " count(", list, "))"), parts));
    }
    if (k == 0 || k > parts.size()) continue;
    all.push_back(Join(absl::StrCat("at_least(", k, ", ", list, ")"), parts));
    all.push_back(Join(absl::StrCat("!at_least(", k, ", ", list, ")"), parts));
  }
}

}  // namespace

std::vector<SmallCondition> AllSmallConditions() {
  std::vector<SmallCondition> simple = SimpleLeaves();
  std::vector<SmallCondition> leaves = MoreLeaves();
  leaves.insert(leaves.end(), simple.begin(), simple.end());
  std::vector<SmallCondition> all = leaves;
  for (const SmallCondition& leaf : leaves) all.push_back(Join(absl::StrCat("!(", leaf.text, ")"), {leaf}));
  for (const SmallCondition& a : leaves) {
    for (const SmallCondition& b : simple) AddPairs(a, b, all);
  }
  std::vector<SmallCondition> pairs;
  for (size_t i = 0; i < simple.size(); ++i) {
    for (size_t j = i; j < simple.size(); ++j) {
      AddPairs(simple[i], simple[j], pairs);
      AddCounts({simple[i], simple[j]}, all);
      SmallCondition negated = Join(absl::StrCat("!(", simple[j].text, ")"), {simple[j]});
      AddCounts({simple[i], negated, simple[(i + j) % simple.size()]}, all);
    }
  }
  for (const SmallCondition& pair : pairs) {
    for (const SmallCondition& leaf : simple) AddPairs(pair, leaf, all);
  }
  return all;
}

}  // namespace baken
