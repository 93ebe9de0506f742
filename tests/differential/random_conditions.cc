#include "tests/differential/random_conditions.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace baken {
namespace {

class ConditionMaker {
 public:
  ConditionMaker(Random& random, const Vocabulary& vocabulary) : random_(random), vocabulary_(vocabulary) {}

  std::string Make(int depth) {
    if (depth <= 0 || OnceIn(random_, 4)) return OnceIn(random_, 4) ? absl::StrCat("!(", Leaf(), ")") : Leaf();
    switch (Pick(random_, 0, 5)) {
      case 0:
        return absl::StrCat("!(", Make(depth - 1), ")");
      case 1:
        return absl::StrCat("(", Make(depth - 1), " && ", Make(depth - 1), ")");
      case 2:
        return absl::StrCat("(", Make(depth - 1), " || ", Make(depth - 1), ")");
      case 3: {
        std::vector<std::string> parts = Several(depth - 1);
        return absl::StrCat("at_least(", Pick(random_, 1, static_cast<int>(parts.size())), ", ",
                            absl::StrJoin(parts, ", "), ")");
      }
      case 4: {
        std::vector<std::string> parts = Several(depth - 1);
        return absl::StrCat("count(", absl::StrJoin(parts, ", "), ") ", AnyOf({"==", "!=", "<", "<=", ">", ">="}), " ",
                            Pick(random_, 0, static_cast<int>(parts.size())));
      }
      default:
        return Leaf();
    }
  }

 private:
  template <typename T>
  const T& AnyOf(const std::vector<T>& list) {
    return list[static_cast<size_t>(Pick(random_, 0, static_cast<int>(list.size()) - 1))];
  }
  std::string AnyOf(std::initializer_list<const char*> list) {
    return AnyOf(std::vector<std::string>(list.begin(), list.end()));
  }

  std::vector<std::string> Several(int depth) {
    std::vector<std::string> parts(static_cast<size_t>(Pick(random_, 2, 3)));
    for (std::string& part : parts) part = Make(depth);
    return parts;
  }

  std::string Leaf() {
    switch (Pick(random_, 0, 9)) {
      case 0:
      case 1:
        return AnyOf(vocabulary_.booleans);
      case 2:
      case 3:
        return NumberLeaf();
      case 4:
        return OneOfLeaf();
      case 5:
      case 6:
        return SetLeaf();
      case 7:
        if (vocabulary_.families.empty()) return NumberLeaf();
        return absl::StrCat(AnyOf({"positive(", "negative("}), AnyOf(vocabulary_.families), ")");
      case 8:
        if (vocabulary_.contradictable.empty()) return SetLeaf();
        return OnceIn(random_, 3) ? "data_contradictory"
                                  : absl::StrCat("contradictory(", AnyOf(vocabulary_.contradictable), ")");
      default:
        return PairLeaf();
    }
  }

  std::string NumberLeaf() {
    const Vocabulary::Number& number = AnyOf(vocabulary_.numbers);
    const std::string op = AnyOf({"==", "!=", "<", "<=", ">", ">=", "between"});
    if (op == "between") {
      int low = Pick(random_, number.low, number.high);
      int high = Pick(random_, low, low == number.low ? number.high - 1 : number.high);
      return absl::StrCat("between(", number.name, ", ", low, ", ", std::max(low, high), ")");
    }
    int low = op == ">=" || op == "<" ? number.low + 1 : number.low;
    int high = op == "<=" || op == ">" ? number.high - 1 : number.high;
    return absl::StrCat(number.name, " ", op, " ", Pick(random_, low, high));
  }

  // Some of the codes, in quotes: at least one and not all.
  std::string CodeList(const std::vector<std::string>& codes) {
    std::vector<std::string> quoted;
    for (const std::string& code : codes) quoted.push_back(absl::StrCat("'", code, "'"));
    std::shuffle(quoted.begin(), quoted.end(), random_);
    quoted.resize(static_cast<size_t>(Pick(random_, 1, static_cast<int>(codes.size()) - 1)));
    return absl::StrCat("[", absl::StrJoin(quoted, ", "), "]");
  }

  std::string OneOfLeaf() {
    const Vocabulary::Coded& fact = AnyOf(vocabulary_.one_ofs);
    if (OnceIn(random_, 2)) return absl::StrCat(fact.name, " in ", CodeList(fact.codes));
    return absl::StrCat(fact.name, AnyOf({" == '", " != '"}), AnyOf(fact.codes), "'");
  }

  std::string SetLeaf() {
    const Vocabulary::Coded& fact = AnyOf(vocabulary_.sets);
    if (OnceIn(random_, 2)) return absl::StrCat("intersects(", fact.name, ", ", CodeList(fact.codes), ")");
    return absl::StrCat("'", AnyOf(fact.codes), "' in ", fact.name);
  }

  std::string PairLeaf() {
    if (OnceIn(random_, 2) && !vocabulary_.same_domain_sets.empty()) {
      return absl::StrCat(AnyOf(vocabulary_.same_domain_one_ofs), " in ", AnyOf(vocabulary_.same_domain_sets));
    }
    if (vocabulary_.comparable.size() < 2) return NumberLeaf();
    return absl::StrCat(vocabulary_.comparable[0], " ", AnyOf({"==", "!=", "<", "<=", ">", ">="}), " ",
                        vocabulary_.comparable[1]);
  }

  Random& random_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::string RandomCondition(Random& random, const Vocabulary& vocabulary, int depth) {
  return ConditionMaker(random, vocabulary).Make(depth);
}

}  // namespace baken
