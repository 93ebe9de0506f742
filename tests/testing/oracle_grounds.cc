#include "tests/testing/oracle_grounds.h"

#include <algorithm>

namespace baken::oracle {
namespace {

class Collector {
 public:
  Collector(const Pack& pack, const Knowledge& knowledge) : pack_(pack), knowledge_(knowledge) {
    for (const auto& fact : pack.definition().facts()) facts_of_pack_.insert(fact.id());
  }

  void Collect(const Expression& e, bool negated) {
    if (Holds(pack_, knowledge_, e, negated) != Truth::kTrue) return;
    switch (e.kind) {
      case ExpressionKind::kNot:
        return Collect(*e.args[0], !negated);
      case ExpressionKind::kAnd:
      case ExpressionKind::kOr:
        return CollectAll(e, 0, negated);
      case ExpressionKind::kName:
        return CollectName(e.text, negated);
      case ExpressionKind::kCompare:
        for (const auto& side : e.args) {
          if (side->kind == ExpressionKind::kCall) return CollectCount(e, *side, negated);
        }
        return AddNames(e);
      case ExpressionKind::kCall:
        if (e.text == "at_least") return CollectAll(e, 1, negated);
        if (e.text == "positive") return CollectFamily(e.args[0]->text, negated);
        if (e.text == "negative") return CollectFamily(e.args[0]->text, !negated);
        return AddNames(e);
      default:
        return AddNames(e);
    }
  }

  std::set<std::string> Take() { return std::move(facts_); }

 private:
  void CollectAll(const Expression& e, size_t first, bool negated) {
    for (size_t i = first; i < e.args.size(); ++i) Collect(*e.args[i], negated);
  }

  // "At least" rests on what holds, "fewer than" on what does not, "exactly" on both. A bound that no count can miss
  // rests on nothing.
  void CollectCount(const Expression& comparison, const Expression& count, bool negated) {
    const bool mirrored = comparison.args[1].get() == &count;
    const int n = CountLiteral(*comparison.args[mirrored ? 0 : 1]);
    const std::string& op = comparison.text;
    if (op == "==" || op == "!=") return CollectExactly(count, n, (op == "==") != negated);
    const bool at_least = ((op[0] == '>') != mirrored) != negated;
    const bool or_equal = (op.size() == 2) != negated;
    if (at_least) {
      CollectAtLeast(count, or_equal ? n : n + 1);
    } else {
      CollectFewerThan(count, or_equal ? n + 1 : n);
    }
  }

  void CollectAtLeast(const Expression& count, int n) {
    if (n > 0) CollectAll(count, 0, false);
  }
  void CollectFewerThan(const Expression& count, int n) {
    if (n <= static_cast<int>(count.args.size())) CollectAll(count, 0, true);
  }

  void CollectExactly(const Expression& count, int n, bool equal) {
    int hold = 0;
    int fail = 0;
    for (const auto& arg : count.args) {
      hold += Holds(pack_, knowledge_, *arg) == Truth::kTrue;
      fail += Holds(pack_, knowledge_, *arg, true) == Truth::kTrue;
    }
    if (equal) {
      CollectAtLeast(count, n);
      CollectFewerThan(count, n + 1);
      return;
    }
    if (hold >= n + 1) CollectAtLeast(count, n + 1);
    if (fail > static_cast<int>(count.args.size()) - n) CollectFewerThan(count, n);
  }

  int CountLiteral(const Expression& e) const {
    const std::string& text = e.kind == ExpressionKind::kName ? pack_.parameters().at(e.text) : e.text;
    return static_cast<int>(Millionths(text) / Millionths("1"));
  }

  void CollectName(const std::string& name, bool negated) {
    auto criterion = pack_.criteria().find(name);
    if (criterion != pack_.criteria().end()) return Collect(pack_.Parse(criterion->second->when()), negated);
    AddName(name);
  }

  void CollectFamily(const std::string& id, bool negated) {
    for (const auto& member : pack_.families().at(id)->members()) {
      const Standing wanted = negated ? Standing::kNegative : Standing::kPositive;
      if (StandingOf(pack_, knowledge_, member) == wanted) Collect(pack_.Parse(member.positive_when()), negated);
    }
  }

  void AddNames(const Expression& e) {
    if (e.kind == ExpressionKind::kName) AddName(e.text);
    for (const auto& arg : e.args) AddNames(*arg);
  }

  void AddName(const std::string& name) {
    if (facts_of_pack_.count(name) > 0) facts_.insert(name);
    auto scale = pack_.scales().find(name);
    if (scale == pack_.scales().end()) return;
    AddIfKnown(scale->second->total_fact());
    for (const auto& item : scale->second->items()) AddIfKnown(item.fact());
  }

  void AddIfKnown(const std::string& fact) {
    if (!knowledge_.states.at(fact).missing()) facts_.insert(fact);
  }

  const Pack& pack_;
  const Knowledge& knowledge_;
  std::set<std::string> facts_of_pack_;
  std::set<std::string> facts_;
};

}  // namespace

std::set<std::string> GroundsOf(const Pack& pack, const Knowledge& knowledge, const Expression& condition) {
  Collector collector(pack, knowledge);
  collector.Collect(condition, false);
  return collector.Take();
}

}  // namespace baken::oracle
