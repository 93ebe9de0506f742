#include "tests/testing/oracle_completions.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/base/check.h"
#include "tests/testing/oracle_scores.h"

namespace baken::oracle {
namespace {

using Codes = std::set<std::string>;

class Judge {
 public:
  Judge(const Pack& pack, const Person& person) : pack_(pack), person_(person) {}

  bool True(const Expression& e) const {
    switch (e.kind) {
      case ExpressionKind::kBoolean:
        return e.text == "true";
      case ExpressionKind::kName:
        return NameTrue(e.text);
      case ExpressionKind::kNot:
        return !True(*e.args[0]);
      case ExpressionKind::kAnd:
        return Count(e, 0) == static_cast<int>(e.args.size());
      case ExpressionKind::kOr:
        return Count(e, 0) > 0;
      case ExpressionKind::kCompare:
        return Compare(*e.args[0], e.text, *e.args[1]);
      case ExpressionKind::kIn:
        return In(*e.args[0], *e.args[1]);
      default:
        return Call(e);
    }
  }

 private:
  bool NameTrue(const std::string& name) const {
    if (name == "data_contradictory") return false;
    auto criterion = pack_.criteria().find(name);
    if (criterion != pack_.criteria().end()) return True(pack_.Parse(criterion->second->when()));
    return Number(name) == 1;
  }

  int Count(const Expression& e, size_t first) const {
    return static_cast<int>(std::count_if(e.args.begin() + static_cast<std::ptrdiff_t>(first), e.args.end(),
                                          [&](const auto& arg) { return True(*arg); }));
  }

  int64_t Number(const std::string& name) const { return std::get<int64_t>(person_.values.at(name)); }

  int64_t NumberOf(const Expression& e) const {
    if (e.kind == ExpressionKind::kNumber) return Millionths(e.text);
    if (e.kind == ExpressionKind::kCall) return Count(e, 0) * Millionths("1");
    auto parameter = pack_.parameters().find(e.text);
    return parameter == pack_.parameters().end() ? Number(e.text) : Millionths(parameter->second);
  }

  std::string CodeOf(const Expression& e) const {
    return e.kind == ExpressionKind::kString ? e.text : std::get<std::string>(person_.values.at(e.text));
  }

  static bool IsCode(const Expression& e) { return e.kind == ExpressionKind::kString; }

  bool Compare(const Expression& left, const std::string& op, const Expression& right) const {
    if (IsCode(left) || IsCode(right)) return (CodeOf(left) == CodeOf(right)) == (op == "==");
    int64_t a = NumberOf(left);
    int64_t b = NumberOf(right);
    if (op == "==") return a == b;
    if (op == "!=") return a != b;
    if (op == "<") return a < b;
    if (op == "<=") return a <= b;
    return op == ">" ? a > b : a >= b;
  }

  bool In(const Expression& element, const Expression& container) const {
    const std::string code = CodeOf(element);
    if (container.kind == ExpressionKind::kName) return SetOf(container.text).count(code) > 0;
    return std::any_of(container.args.begin(), container.args.end(),
                       [&](const auto& listed) { return listed->text == code; });
  }

  const Codes& SetOf(const std::string& name) const { return std::get<Codes>(person_.values.at(name)); }

  bool Call(const Expression& e) const {
    const Expression& first = *e.args[0];
    if (e.text == "at_least") return Count(e, 1) * Millionths("1") >= NumberOf(first);
    if (e.text == "between") return NumberOf(*e.args[1]) <= NumberOf(first) && NumberOf(first) <= NumberOf(*e.args[2]);
    if (e.text == "intersects") {
      return std::any_of(e.args[1]->args.begin(), e.args[1]->args.end(),
                         [&](const auto& code) { return SetOf(first.text).count(code->text) > 0; });
    }
    if (e.text == "contradictory") return false;
    return FamilyPositive(first.text) == (e.text == "positive");
  }

  // Any given member positive. At least one is given: else neither positive nor negative could be said.
  bool FamilyPositive(const std::string& id) const {
    bool any_given = false;
    for (const auto& member : pack_.families().at(id)->members()) {
      if (person_.given_scales.count(member.scale()) == 0) continue;
      any_given = true;
      if (True(pack_.Parse(member.positive_when()))) return true;
    }
    BAKEN_CHECK(any_given);
    return false;
  }

  const Pack& pack_;
  const Person& person_;
};

// All subsets of the codes of `may` that hold `in`.
std::vector<Value> Subsets(const Name& name, const Reading& reading) {
  std::vector<Codes> sets = {reading.in};
  for (const std::string& code : reading.may) {
    if (reading.in.count(code) > 0) continue;
    for (size_t i = sets.size(); i-- > 0;) {
      Codes larger = sets[i];
      larger.insert(code);
      sets.push_back(larger);
    }
  }
  std::vector<Value> values;
  for (const Codes& set : sets) {
    // "None" stands alone, and stands for nothing else.
    bool none = set.count(name.none_code) > 0;
    if (!name.none_code.empty() && none != (set.size() == 1 && none) && !set.empty()) continue;
    if (!name.none_code.empty() && set.empty()) continue;
    values.emplace_back(set);
  }
  return values;
}

std::vector<Value> PossibleValues(const Name& name, const Reading& reading) {
  std::vector<Value> values;
  if (name.kind == Kind::kSet) return Subsets(name, reading);
  if (name.kind == Kind::kOneOf) {
    for (const std::string& code : reading.may) values.emplace_back(code);
    return values;
  }
  for (int64_t n = reading.low; n <= reading.high; n += name.step) values.emplace_back(n);
  return values;
}

class Completer {
 public:
  Completer(const Pack& pack, const Knowledge& known, const Conclusions& concluded, int tries_max,
            const std::function<void(const Person&)>& visit)
      : pack_(pack), known_(known), concluded_(concluded), tries_max_(tries_max), visit_(visit) {
    for (const auto& scale : pack_.definition().scales()) {
      if (!scale.items().empty()) summed_totals_.insert(scale.total_fact());
    }
    for (const auto& [id, name] : pack_.names()) {
      if (pack_.scales().count(id) == 0 && summed_totals_.count(id) == 0) free_.push_back(id);
    }
    FindGivenScales();
  }

  int Run() {
    Assign(0);
    return tries_ > tries_max_ ? -1 : found_;
  }

 private:
  // A family with a settled member counts those that count now; any other family gets all its members.
  void FindGivenScales() {
    for (const auto& [id, family] : pack_.families()) {
      std::map<Standing, int> count;
      Codes now;
      for (const auto& member : family->members()) {
        Standing standing = StandingOf(pack_, concluded_.knowledge, member);
        ++count[standing];
        if (standing != Standing::kNotGiven)
          now.insert(member.scale());
        else if (known_.given_scales.count(member.scale()) > 0)
          now.insert(member.scale());
      }
      bool settled = count[Standing::kPositive] + count[Standing::kNegative] > 0;
      for (const auto& member : family->members()) {
        if (!settled || now.count(member.scale()) > 0) person_.given_scales.insert(member.scale());
      }
    }
  }

  void Assign(size_t index) {
    if (tries_ > tries_max_) return;
    if (index == free_.size()) {
      ++tries_;
      if (!SetScores() || !ImplicationsHold()) return;
      ++found_;
      visit_(person_);
      return;
    }
    const std::string& id = free_[index];
    for (const Value& value : PossibleValues(pack_.name(id), known_.states.at(id).readings[0])) {
      person_.values[id] = value;
      Assign(index + 1);
    }
  }

  // Scores and the totals of scales with items; false when a total that was answered says otherwise.
  bool SetScores() {
    for (const auto& scale : pack_.definition().scales()) {
      int64_t sum = 0;
      for (const auto& item : scale.items()) sum += PointsOfItem(item);
      if (scale.items().empty()) sum = std::get<int64_t>(person_.values.at(scale.total_fact()));
      const Reading& total = known_.states.at(scale.total_fact()).readings[0];
      if (sum < total.low || sum > total.high) return false;
      person_.values[scale.total_fact()] = sum;
      person_.values[scale.id()] = sum;
    }
    return true;
  }

  int64_t PointsOfItem(const rules::v1::ScaleItem& item) const {
    const Value& value = person_.values.at(item.fact());
    if (std::holds_alternative<std::string>(value)) return PointsOf(pack_, item, 0, std::get<std::string>(value));
    return PointsOf(pack_, item, std::get<int64_t>(value), "");
  }

  bool ImplicationsHold() const {
    for (const auto& implication : pack_.definition().implications()) {
      bool applies = IsTrue(pack_, person_, pack_.Parse(implication.when()));
      for (const auto& conclusion : implication.then()) {
        if (!applies || Fulfilled(conclusion)) continue;
        // A skip rule says nothing about what was answered.
        if (implication.skip_rule() && !known_.states.at(conclusion.fact()).missing()) continue;
        return false;
      }
    }
    return true;
  }

  bool Fulfilled(const rules::v1::Conclusion& conclusion) const {
    const Value& value = person_.values.at(conclusion.fact());
    switch (conclusion.value_case()) {
      case rules::v1::Conclusion::kBoolean:
        return std::get<int64_t>(value) == (conclusion.boolean() ? 1 : 0);
      case rules::v1::Conclusion::kNumber:
        return std::get<int64_t>(value) == Millionths(conclusion.number());
      case rules::v1::Conclusion::kCode:
        return std::get<std::string>(value) == conclusion.code();
      case rules::v1::Conclusion::kIncludes:
        return std::get<Codes>(value).count(conclusion.includes()) > 0;
      default: {
        const std::string& none = pack_.name(conclusion.fact()).none_code;
        return std::get<Codes>(value) == (none.empty() ? Codes{} : Codes{none});
      }
    }
  }

  const Pack& pack_;
  const Knowledge& known_;
  const Conclusions& concluded_;
  int tries_max_;
  const std::function<void(const Person&)>& visit_;
  std::set<std::string> summed_totals_;
  std::vector<std::string> free_;
  Person person_;
  int tries_ = 0;
  int found_ = 0;
};

}  // namespace

bool IsTrue(const Pack& pack, const Person& person, const Expression& condition) {
  return Judge(pack, person).True(condition);
}

std::string LevelOf(const Pack& pack, const Person& person, const rules::v1::Finding& finding) {
  for (const rules::v1::Level* level : pack.Levels(finding)) {
    if (level->when().empty() || IsTrue(pack, person, pack.Parse(level->when()))) return level->id();
  }
  BAKEN_CHECK(false);
  return "";
}

int ForEachCompletion(const Pack& pack, const Knowledge& known, const Conclusions& concluded, int tries_max,
                      const std::function<void(const Person&)>& visit) {
  return Completer(pack, known, concluded, tries_max, visit).Run();
}

}  // namespace baken::oracle
