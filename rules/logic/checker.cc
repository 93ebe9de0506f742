#include "rules/logic/checker.h"

#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace baken {
namespace {

using Checked = std::unique_ptr<Condition>;

Checked Make(ConditionKind kind) {
  auto condition = std::make_unique<Condition>();
  condition->kind = kind;
  return condition;
}

Checked Constant(bool value) {
  Checked condition = Make(ConditionKind::kConstant);
  condition->constant = value;
  return condition;
}

Checked Negate(Checked inner) {
  Checked condition = Make(ConditionKind::kNot);
  condition->args.push_back(std::move(inner));
  return condition;
}

Compare ParseCompare(const std::string& text) {
  if (text == "==") return Compare::kEqual;
  if (text == "!=") return Compare::kNotEqual;
  if (text == "<") return Compare::kLess;
  if (text == "<=") return Compare::kLessEqual;
  return text == ">" ? Compare::kGreater : Compare::kGreaterEqual;
}

// The comparison with its sides exchanged.
Compare Flip(Compare compare) {
  switch (compare) {
    case Compare::kLess:
      return Compare::kGreater;
    case Compare::kLessEqual:
      return Compare::kGreaterEqual;
    case Compare::kGreater:
      return Compare::kLess;
    case Compare::kGreaterEqual:
      return Compare::kLessEqual;
    default:
      return compare;
  }
}

class Checker {
 public:
  Checker(const SymbolTable& table, std::vector<ExpressionError>& errors) : table_(table), errors_(errors) {}

  // A condition; null when an error was reported in it.
  Checked Check(const Expression& e) {
    switch (e.kind) {
      case ExpressionKind::kBoolean:
        return Constant(e.text == "true");
      case ExpressionKind::kName:
        return CheckName(e);
      case ExpressionKind::kNot:
        return CheckArgs(e, 0, ConditionKind::kNot);
      case ExpressionKind::kAnd:
        return CheckArgs(e, 0, ConditionKind::kAnd);
      case ExpressionKind::kOr:
        return CheckArgs(e, 0, ConditionKind::kOr);
      case ExpressionKind::kCompare:
        return CheckCompare(e);
      case ExpressionKind::kIn:
        return CheckIn(e);
      case ExpressionKind::kCall:
        return CheckCall(e);
      case ExpressionKind::kNumber:
      case ExpressionKind::kString:
      case ExpressionKind::kList:
        break;
    }
    return Fail(e, "a condition is expected here");
  }

 private:
  Checked CheckName(const Expression& e) {
    if (e.text == "data_contradictory") return Make(ConditionKind::kDataContradictory);
    const Symbol* symbol = Resolve(e);
    if (symbol == nullptr) return nullptr;
    if (symbol->kind == SymbolKind::kCriterion) {
      Checked condition = Make(ConditionKind::kCriterion);
      condition->variable = symbol->index;
      return condition;
    }
    if (symbol->kind != SymbolKind::kBoolean) {
      return Fail(e, absl::StrCat("'", e.text, "' is no yes/no fact; compare it with something"));
    }
    Checked condition = Make(ConditionKind::kInRange);
    condition->variable = symbol->index;
    condition->low = condition->high = 1;
    return condition;
  }

  // Checks args from `first` on as conditions; all errors are reported.
  Checked CheckArgs(const Expression& e, size_t first, ConditionKind kind) {
    Checked condition = Make(kind);
    bool ok = true;
    for (size_t i = first; i < e.args.size(); ++i) {
      Checked arg = Check(*e.args[i]);
      ok = ok && arg != nullptr;
      condition->args.push_back(std::move(arg));
    }
    return ok ? std::move(condition) : nullptr;
  }

  Checked CheckCompare(const Expression& e) {
    const Expression& left = *e.args[0];
    const Expression& right = *e.args[1];
    Compare compare = ParseCompare(e.text);
    if (IsCount(left)) return CheckCount(left, compare, right);
    if (IsCount(right)) return CheckCount(right, Flip(compare), left);
    if (left.kind == ExpressionKind::kString) return CompareWithCode(right, compare, left);
    if (right.kind == ExpressionKind::kString) return CompareWithCode(left, compare, right);
    if (std::optional<Decimal> literal = NumberLiteral(left))
      return CompareWithNumber(right, Flip(compare), *literal, left);
    if (std::optional<Decimal> literal = NumberLiteral(right)) return CompareWithNumber(left, compare, *literal, right);
    if (left.kind == ExpressionKind::kName && right.kind == ExpressionKind::kName) {
      return CompareVariables(left, compare, right);
    }
    return Fail(e, "a comparison needs a number or one-of on one side and a literal or number on the other");
  }

  Checked CompareWithNumber(const Expression& name, Compare compare, Decimal literal, const Expression& at) {
    const Symbol* symbol = ResolveNumber(name);
    if (symbol == nullptr) return nullptr;
    std::optional<int64_t> steps = symbol->grid.FromDecimal(literal);
    if (!steps.has_value()) {
      return Fail(at, absl::StrCat("not a whole multiple of the step of '", name.text, "'"));
    }
    Checked range = Make(ConditionKind::kInRange);
    range->variable = symbol->index;
    SetRange(compare, *steps, *range);
    if (!CutsDomain(*range, *symbol)) {
      return Fail(at,
                  absl::StrCat("comparison can only come out one way: '", name.text, "' lies in [",
                               symbol->grid.ToText(symbol->minimum), ", ", symbol->grid.ToText(symbol->maximum), "]"));
    }
    return compare == Compare::kNotEqual ? Negate(std::move(range)) : std::move(range);
  }

  static void SetRange(Compare compare, int64_t steps, Condition& range) {
    if (compare == Compare::kLess) range.high = steps - 1;
    if (compare == Compare::kLessEqual) range.high = steps;
    if (compare == Compare::kGreater) range.low = steps + 1;
    if (compare == Compare::kGreaterEqual) range.low = steps;
    if (compare == Compare::kEqual || compare == Compare::kNotEqual) range.low = range.high = steps;
  }

  // True when part of the domain lies in the range and part outside.
  static bool CutsDomain(const Condition& range, const Symbol& symbol) {
    bool some_inside = range.low <= symbol.maximum && range.high >= symbol.minimum && range.low <= range.high;
    bool some_outside = range.low > symbol.minimum || range.high < symbol.maximum;
    return some_inside && some_outside;
  }

  Checked CompareVariables(const Expression& left, Compare compare, const Expression& right) {
    const Symbol* a = ResolveNumber(left);
    const Symbol* b = ResolveNumber(right);
    if (a == nullptr || b == nullptr) return nullptr;
    if (!(a->grid == b->grid) || a->unit_code != b->unit_code) {
      return Fail(left, absl::StrCat("unit '", a->unit_code, "' step ", a->grid.ToText(1),
                                     " not comparable with unit '", b->unit_code, "' step ", b->grid.ToText(1)));
    }
    Checked condition = Make(ConditionKind::kCompareVariables);
    condition->variable = a->index;
    condition->other = b->index;
    condition->compare = compare;
    return condition;
  }

  Checked CompareWithCode(const Expression& name, Compare compare, const Expression& code) {
    const Symbol* symbol = Resolve(name);
    if (symbol == nullptr) return nullptr;
    if (symbol->kind != SymbolKind::kOneOf) return Fail(name, absl::StrCat("'", name.text, "' is no one-of fact"));
    if (compare != Compare::kEqual && compare != Compare::kNotEqual)
      return Fail(code, "codes compare with == and != only");
    Checked condition = Make(ConditionKind::kCodeIn);
    condition->variable = symbol->index;
    if (!AddCode(code, *symbol, condition->mask)) return nullptr;
    return compare == Compare::kNotEqual ? Negate(std::move(condition)) : std::move(condition);
  }

  Checked CheckIn(const Expression& e) {
    const Expression& element = *e.args[0];
    const Expression& container = *e.args[1];
    if (container.kind == ExpressionKind::kList) return CheckCodeInList(element, container);
    const Symbol* set = ResolveSet(container);
    if (set == nullptr) return nullptr;
    if (element.kind == ExpressionKind::kString) {
      Checked condition = Make(ConditionKind::kIntersects);
      condition->variable = set->index;
      return AddCode(element, *set, condition->mask) ? std::move(condition) : nullptr;
    }
    const Symbol* one_of = Resolve(element);
    if (one_of == nullptr) return nullptr;
    if (one_of->kind != SymbolKind::kOneOf || one_of->domain != set->domain) {
      return Fail(element,
                  absl::StrCat("a code or a one-of fact with the domain of '", container.text, "' is expected"));
    }
    Checked condition = Make(ConditionKind::kCodeInSet);
    condition->variable = one_of->index;
    condition->other = set->index;
    return condition;
  }

  Checked CheckCodeInList(const Expression& name, const Expression& list) {
    const Symbol* symbol = Resolve(name);
    if (symbol == nullptr) return nullptr;
    if (symbol->kind != SymbolKind::kOneOf) return Fail(name, absl::StrCat("'", name.text, "' is no one-of fact"));
    Checked condition = Make(ConditionKind::kCodeIn);
    condition->variable = symbol->index;
    if (!AddCodes(list, *symbol, condition->mask)) return nullptr;
    if (condition->mask.count() == table_.domains[static_cast<size_t>(symbol->domain)].codes.size()) {
      return Fail(list, absl::StrCat("lists every code of '", name.text, "'"));
    }
    return condition;
  }

  Checked CheckCall(const Expression& e) {
    if (e.text == "at_least") return CheckAtLeast(e);
    if (e.text == "between") return CheckBetween(e);
    if (e.text == "intersects") return CheckIntersects(e);
    if (e.text == "positive") return CheckFamily(e, ConditionKind::kFamilyPositive);
    if (e.text == "negative") return CheckFamily(e, ConditionKind::kFamilyNegative);
    if (e.text == "contradictory") return CheckContradictory(e);
    if (e.text == "count") return Fail(e, "count() must be compared with a number");
    return Fail(e, absl::StrCat("unknown function '", e.text, "'"));
  }

  Checked CheckAtLeast(const Expression& e) {
    std::optional<int> threshold = SmallNumber(*e.args[0]);
    int conditions = static_cast<int>(e.args.size()) - 1;
    if (!threshold.has_value() || *threshold < 1 || *threshold > conditions) {
      return Fail(*e.args[0],
                  absl::StrCat("at_least() needs a whole number from 1 to the number of its conditions, ", conditions));
    }
    Checked condition = CheckArgs(e, 1, ConditionKind::kAtLeast);
    if (condition != nullptr) condition->threshold = *threshold;
    return condition;
  }

  static bool IsCount(const Expression& e) { return e.kind == ExpressionKind::kCall && e.text == "count"; }

  // count(…) <compare> n, unfolded to at_least.
  Checked CheckCount(const Expression& count, Compare compare, const Expression& literal) {
    std::optional<int> n = SmallNumber(literal);
    if (!n.has_value()) return Fail(literal, "count() compares with a whole number");
    Checked at_least_n = AtLeast(count, compare == Compare::kGreater || compare == Compare::kLessEqual ? *n + 1 : *n);
    if (at_least_n == nullptr) return nullptr;
    switch (compare) {
      case Compare::kGreater:
      case Compare::kGreaterEqual:
        return at_least_n;
      case Compare::kLess:
      case Compare::kLessEqual:
        return Negate(std::move(at_least_n));
      default:
        break;
    }
    Checked exactly = Make(ConditionKind::kAnd);
    exactly->args.push_back(std::move(at_least_n));
    exactly->args.push_back(Negate(AtLeast(count, *n + 1)));
    return compare == Compare::kEqual ? std::move(exactly) : Negate(std::move(exactly));
  }

  Checked AtLeast(const Expression& count, int threshold) {
    Checked condition = CheckArgs(count, 0, ConditionKind::kAtLeast);
    if (condition == nullptr) return nullptr;
    if (threshold <= 0) return Constant(true);
    if (threshold > static_cast<int>(count.args.size())) return Constant(false);
    condition->threshold = threshold;
    return condition;
  }

  Checked CheckBetween(const Expression& e) {
    if (e.args.size() != 3) return Fail(e, "between(x, lowest, highest) takes three arguments");
    const Symbol* symbol = ResolveNumber(*e.args[0]);
    std::optional<Decimal> low = NumberLiteral(*e.args[1]);
    std::optional<Decimal> high = NumberLiteral(*e.args[2]);
    if (symbol == nullptr) return nullptr;
    if (!low.has_value() || !high.has_value()) return Fail(e, "the bounds of between() must be numbers");
    std::optional<int64_t> from = symbol->grid.FromDecimal(*low);
    std::optional<int64_t> to = symbol->grid.FromDecimal(*high);
    if (!from.has_value() || !to.has_value()) {
      return Fail(e, absl::StrCat("bounds are no whole multiples of the step of '", e.args[0]->text, "'"));
    }
    if (*from > *to) return Fail(e, "the bounds of between() stand in the wrong order");
    Checked range = Make(ConditionKind::kInRange);
    range->variable = symbol->index;
    range->low = *from;
    range->high = *to;
    if (!CutsDomain(*range, *symbol)) return Fail(e, "comparison can only come out one way");
    return range;
  }

  Checked CheckIntersects(const Expression& e) {
    if (e.args.size() != 2 || e.args[1]->kind != ExpressionKind::kList) {
      return Fail(e, "intersects(set, [codes]) takes a set fact and a list");
    }
    const Symbol* set = ResolveSet(*e.args[0]);
    if (set == nullptr) return nullptr;
    Checked condition = Make(ConditionKind::kIntersects);
    condition->variable = set->index;
    return AddCodes(*e.args[1], *set, condition->mask) ? std::move(condition) : nullptr;
  }

  Checked CheckFamily(const Expression& e, ConditionKind kind) {
    if (e.args.size() != 1 || e.args[0]->kind != ExpressionKind::kName)
      return Fail(e, "the name of a family is expected");
    auto found = table_.families.find(e.args[0]->text);
    if (found == table_.families.end()) return Fail(*e.args[0], absl::StrCat("no family '", e.args[0]->text, "'"));
    Checked condition = Make(kind);
    condition->variable = found->second.index;
    return condition;
  }

  Checked CheckContradictory(const Expression& e) {
    if (e.args.size() != 1) return Fail(e, "contradictory() takes one fact");
    const Symbol* symbol = Resolve(*e.args[0]);
    if (symbol == nullptr) return nullptr;
    if (!symbol->may_contradict) return Fail(*e.args[0], absl::StrCat("'", e.args[0]->text, "' is no fact or scale"));
    Checked condition = Make(ConditionKind::kContradictory);
    condition->variable = symbol->index;
    return condition;
  }

  const Symbol* Resolve(const Expression& e) {
    if (e.kind != ExpressionKind::kName) {
      Fail(e, "the name of a fact is expected");
      return nullptr;
    }
    auto found = table_.symbols.find(e.text);
    if (found != table_.symbols.end()) return &found->second;
    Fail(e, absl::StrCat("unknown name '", e.text, "'"));
    return nullptr;
  }

  const Symbol* ResolveNumber(const Expression& e) {
    const Symbol* symbol = Resolve(e);
    if (symbol == nullptr || symbol->kind == SymbolKind::kNumber) return symbol;
    Fail(e, absl::StrCat("'", e.text, "' is no number"));
    return nullptr;
  }

  const Symbol* ResolveSet(const Expression& e) {
    const Symbol* symbol = Resolve(e);
    if (symbol == nullptr || symbol->kind == SymbolKind::kSet) return symbol;
    Fail(e, absl::StrCat("'", e.text, "' is no set"));
    return nullptr;
  }

  // A number written out, or a parameter by name.
  std::optional<Decimal> NumberLiteral(const Expression& e) {
    if (e.kind == ExpressionKind::kNumber) {
      std::optional<Decimal> value = ParseDecimal(e.text);
      if (!value.has_value()) Fail(e, absl::StrCat("'", e.text, "' is no number of at most 15 digits"));
      return value.has_value() ? value : Decimal{};
    }
    auto found = table_.symbols.find(e.text);
    if (e.kind != ExpressionKind::kName || found == table_.symbols.end()) return std::nullopt;
    if (found->second.kind != SymbolKind::kParameter) return std::nullopt;
    return found->second.value;
  }

  std::optional<int> SmallNumber(const Expression& e) {
    std::optional<Decimal> value = NumberLiteral(e);
    if (!value.has_value()) return std::nullopt;
    std::optional<int64_t> whole = Grid().FromDecimal(*value);
    if (!whole.has_value() || *whole < 0 || *whole > 1000) return std::nullopt;
    return static_cast<int>(*whole);
  }

  bool AddCodes(const Expression& list, const Symbol& symbol, CodeMask& mask) {
    bool ok = true;
    for (const auto& element : list.args) ok = AddCode(*element, symbol, mask) && ok;
    return ok;
  }

  bool AddCode(const Expression& e, const Symbol& symbol, CodeMask& mask) {
    if (e.kind != ExpressionKind::kString) return Fail(e, "a code in quotes is expected") != nullptr;
    const DomainCodes& domain = table_.domains[static_cast<size_t>(symbol.domain)];
    int position = domain.Find(e.text);
    if (position < 0) {
      Fail(e, absl::StrCat("'", e.text, "' is none of: ", absl::StrJoin(domain.codes, ", ")));
      return false;
    }
    if (mask.test(static_cast<size_t>(position)))
      return Fail(e, absl::StrCat("'", e.text, "' is listed twice")) != nullptr;
    mask.set(static_cast<size_t>(position));
    return true;
  }

  Checked Fail(const Expression& e, std::string message) {
    errors_.push_back({e.offset, std::move(message)});
    return nullptr;
  }

  const SymbolTable& table_;
  std::vector<ExpressionError>& errors_;
};

}  // namespace

std::unique_ptr<Condition> CheckExpression(const Expression& expression, const SymbolTable& table,
                                           std::vector<ExpressionError>& errors) {
  size_t before = errors.size();
  Checked condition = Checker(table, errors).Check(expression);
  return errors.size() == before ? std::move(condition) : nullptr;
}

}  // namespace baken
