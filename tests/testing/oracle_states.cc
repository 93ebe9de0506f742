#include "tests/testing/oracle_states.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "rules/base/check.h"

namespace baken::oracle {
namespace {

using Codes = std::set<std::string>;

Truth Opposite(Truth truth) {
  if (truth == Truth::kOpen) return Truth::kOpen;
  return truth == Truth::kTrue ? Truth::kFalse : Truth::kTrue;
}

Truth FromBool(bool value) { return value ? Truth::kTrue : Truth::kFalse; }

bool IsSubset(const Codes& a, const Codes& b) { return std::includes(b.begin(), b.end(), a.begin(), a.end()); }

bool Overlap(const Codes& a, const Codes& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& code) { return b.count(code) > 0; });
}

// `a op b` for two numbers of which only the intervals are known: tried on the four corners and on a common value.
Truth CompareIntervals(const std::string& op, const Reading& a, const Reading& b) {
  if (op == "!=") return Opposite(CompareIntervals("==", a, b));
  if (op == ">") return CompareIntervals("<", b, a);
  if (op == ">=") return CompareIntervals("<=", b, a);
  if (op == "<") return a.high < b.low ? Truth::kTrue : a.low >= b.high ? Truth::kFalse : Truth::kOpen;
  if (op == "<=") return a.high <= b.low ? Truth::kTrue : a.low > b.high ? Truth::kFalse : Truth::kOpen;
  BAKEN_CHECK(op == "==");
  bool one_value = a.low == a.high && b.low == b.high && a.low == b.low;
  bool apart = a.high < b.low || b.high < a.low;
  return one_value ? Truth::kTrue : apart ? Truth::kFalse : Truth::kOpen;
}

class Evaluator {
 public:
  Evaluator(const Pack& pack, const Knowledge& knowledge) : pack_(pack), knowledge_(knowledge) {}

  Truth Holds(const Expression& e, bool negated) const {
    switch (e.kind) {
      case ExpressionKind::kBoolean:
        return FromBool((e.text == "true") != negated);
      case ExpressionKind::kName:
        return NameHolds(e.text, negated);
      case ExpressionKind::kNot:
        return Holds(*e.args[0], !negated);
      case ExpressionKind::kAnd:
        return AtLeast(negated ? 1 : static_cast<int>(e.args.size()), e, 0, negated);
      case ExpressionKind::kOr:
        return AtLeast(negated ? static_cast<int>(e.args.size()) : 1, e, 0, negated);
      case ExpressionKind::kCompare:
        return Comparison(*e.args[0], e.text, *e.args[1], negated);
      case ExpressionKind::kIn:
        return Membership(*e.args[0], *e.args[1], negated);
      case ExpressionKind::kCall:
        return Call(e, negated);
      default:
        BAKEN_CHECK(false);
        return Truth::kOpen;
    }
  }

 private:
  Truth NameHolds(const std::string& name, bool negated) const {
    if (name == "data_contradictory") return FromBool(knowledge_.data_contradictory != negated);
    auto criterion = pack_.criteria().find(name);
    if (criterion != pack_.criteria().end()) return Holds(pack_.Parse(criterion->second->when()), negated);
    return ForAnyReading(
        name, [&](const Reading& r) { return r.low != r.high ? Truth::kOpen : FromBool((r.low == 1) != negated); });
  }

  // True when `threshold` of the arguments from `first` on hold (each negated when `negated`), false when fewer can.
  Truth AtLeast(int threshold, const Expression& e, size_t first, bool negated) const {
    int certain = 0;
    int possible = 0;
    for (size_t i = first; i < e.args.size(); ++i) {
      Truth truth = Holds(*e.args[i], negated);
      if (truth == Truth::kTrue) ++certain;
      if (truth != Truth::kFalse) ++possible;
    }
    if (certain >= threshold) return Truth::kTrue;
    return possible < threshold ? Truth::kFalse : Truth::kOpen;
  }

  // at_least over e.args[first…], pushed down when negated: fewer than k of n = at least n - k + 1 of the negations.
  Truth AtLeastPushedDown(int threshold, const Expression& e, size_t first, bool negated) const {
    int n = static_cast<int>(e.args.size() - first);
    return AtLeast(negated ? n - threshold + 1 : threshold, e, first, negated);
  }

  // count(…) op n is unfolded, so that a negation inside reaches the comparisons.
  Truth Count(const Expression& count, const std::string& op, int n, bool negated) const {
    if (op == "!=") return Count(count, "==", n, !negated);
    if (op == ">=") return AtLeastPushedDown(n, count, 0, negated);
    if (op == ">") return AtLeastPushedDown(n + 1, count, 0, negated);
    if (op == "<") return AtLeastPushedDown(n, count, 0, !negated);
    if (op == "<=") return AtLeastPushedDown(n + 1, count, 0, !negated);
    Truth enough = AtLeastPushedDown(n, count, 0, negated);
    Truth no_more = AtLeastPushedDown(n + 1, count, 0, !negated);
    return negated ? std::max(enough, no_more) : std::min(enough, no_more);
  }

  Truth Comparison(const Expression& left, const std::string& op, const Expression& right, bool negated) const {
    if (IsLiteral(left)) return Comparison(right, Mirror(op), left, negated);
    if (left.kind == ExpressionKind::kCall) {
      return Count(left, op, static_cast<int>(Literal(right) / Millionths("1")), negated);
    }
    if (right.kind == ExpressionKind::kString) {
      Truth (*maybe)(Truth) = (op == "!=") != negated ? &Opposite : [](Truth t) { return t; };
      return ForAnyReading(left.text, [&](const Reading& r) { return maybe(OneOfIn(r, {right.text})); });
    }
    auto compare = [&](const Reading& a, const Reading& b) {
      Truth truth = CompareIntervals(op, a, b);
      return negated ? Opposite(truth) : truth;
    };
    return ForAnyReading(left.text, [&](const Reading& a) {
      if (!IsLiteral(right)) return ForAnyReading(right.text, [&](const Reading& b) { return compare(a, b); });
      Reading b;
      b.low = b.high = Literal(right);
      return compare(a, b);
    });
  }

  static std::string Mirror(const std::string& op) {
    static const std::map<std::string, std::string> mirrored = {{"<", ">"}, {">", "<"}, {"<=", ">="}, {">=", "<="}};
    auto found = mirrored.find(op);
    return found == mirrored.end() ? op : found->second;
  }

  // A number, a code, or a parameter by name.
  bool IsLiteral(const Expression& e) const {
    return e.kind == ExpressionKind::kNumber || e.kind == ExpressionKind::kString ||
           (e.kind == ExpressionKind::kName && pack_.parameters().count(e.text) > 0);
  }
  int64_t Literal(const Expression& e) const {
    return Millionths(e.kind == ExpressionKind::kNumber ? e.text : pack_.parameters().at(e.text));
  }

  static Truth OneOfIn(const Reading& r, const Codes& codes) {
    if (IsSubset(r.may, codes)) return Truth::kTrue;
    return Overlap(r.may, codes) ? Truth::kOpen : Truth::kFalse;
  }

  static Truth Intersects(const Reading& set, const Codes& codes) {
    if (Overlap(set.in, codes)) return Truth::kTrue;
    return Overlap(set.may, codes) ? Truth::kOpen : Truth::kFalse;
  }

  static Codes ListOf(const Expression& list) {
    Codes codes;
    for (const auto& element : list.args) codes.insert(element->text);
    return codes;
  }

  Truth Membership(const Expression& element, const Expression& container, bool negated) const {
    auto sign = [&](Truth truth) { return negated ? Opposite(truth) : truth; };
    if (container.kind == ExpressionKind::kList) {
      return ForAnyReading(element.text, [&](const Reading& r) { return sign(OneOfIn(r, ListOf(container))); });
    }
    return ForAnyReading(container.text, [&](const Reading& set) {
      if (element.kind == ExpressionKind::kString) return sign(Intersects(set, {element.text}));
      return ForAnyReading(element.text, [&](const Reading& one_of) {
        if (IsSubset(one_of.may, set.in)) return sign(Truth::kTrue);
        return sign(Overlap(one_of.may, set.may) ? Truth::kOpen : Truth::kFalse);
      });
    });
  }

  Truth Call(const Expression& e, bool negated) const {
    const Expression& first = *e.args[0];
    if (e.text == "at_least") {
      return AtLeastPushedDown(static_cast<int>(Literal(first) / Millionths("1")), e, 1, negated);
    }
    if (e.text == "between") {
      return ForAnyReading(first.text, [&](const Reading& r) {
        int64_t low = Literal(*e.args[1]);
        int64_t high = Literal(*e.args[2]);
        Truth truth = low <= r.low && r.high <= high ? Truth::kTrue
                      : r.high < low || r.low > high ? Truth::kFalse
                                                     : Truth::kOpen;
        return negated ? Opposite(truth) : truth;
      });
    }
    if (e.text == "intersects") {
      return ForAnyReading(first.text, [&](const Reading& set) {
        Truth truth = Intersects(set, ListOf(*e.args[1]));
        return negated ? Opposite(truth) : truth;
      });
    }
    if (e.text == "contradictory") return FromBool(knowledge_.states.at(first.text).contradictory != negated);
    if (e.text == "positive") return negated ? Opposite(Family(first.text)) : Family(first.text);
    BAKEN_CHECK(e.text == "negative");
    return negated ? Family(first.text) : Opposite(Family(first.text));
  }

  Truth Family(const std::string& id) const {
    std::map<Standing, int> count;
    for (const auto& member : pack_.families().at(id)->members()) ++count[StandingOf(pack_, knowledge_, member)];
    if (count[Standing::kPositive] > 0) return Truth::kTrue;
    return count[Standing::kNegative] > 0 && count[Standing::kBetween] == 0 ? Truth::kFalse : Truth::kOpen;
  }

  // A comparison holds if it holds for any reading; it is false only if it is for all.
  Truth ForAnyReading(const std::string& name, const std::function<Truth(const Reading&)>& truth) const {
    Truth result = Truth::kFalse;
    for (const Reading& reading : knowledge_.states.at(name).readings) result = std::max(result, truth(reading));
    return result;
  }

  const Pack& pack_;
  const Knowledge& knowledge_;
};

}  // namespace

Reading UnknownReading(const Name& name) {
  Reading reading;
  reading.low = name.low;
  reading.high = name.high;
  reading.may = name.codes;
  return reading;
}

Knowledge NothingKnown(const Pack& pack) {
  Knowledge knowledge;
  for (const auto& [id, name] : pack.names()) knowledge.states[id].readings = {UnknownReading(name)};
  return knowledge;
}

Truth Holds(const Pack& pack, const Knowledge& knowledge, const Expression& condition, bool negated) {
  return Evaluator(pack, knowledge).Holds(condition, negated);
}

Standing StandingOf(const Pack& pack, const Knowledge& knowledge, const rules::v1::FamilyMember& member) {
  bool given = knowledge.given_scales.count(member.scale()) > 0;
  bool bounded = knowledge.bounded_scales.count(member.scale()) > 0;
  if (!given && !bounded) return Standing::kNotGiven;
  const Expression& positive = pack.Parse(member.positive_when());
  if (Holds(pack, knowledge, positive) == Truth::kTrue) return Standing::kPositive;
  if (Holds(pack, knowledge, positive, /*negated=*/true) == Truth::kTrue) return Standing::kNegative;
  return given ? Standing::kBetween : Standing::kNotGiven;
}

}  // namespace baken::oracle
