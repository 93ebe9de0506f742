#include "rules/engine/intake.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "rules/base/civil_date.h"

namespace baken {
namespace {

constexpr int kAnswersMax = 2000;
constexpr int kSetCodesMax = 256;
constexpr int64_t kIntegerMax = 1'000'000'000'000;

// Makes the "none" code of a set agree with the rest.
void SettleNone(const Variable& variable, Reading& reading) {
  if (variable.none_code < 0) return;
  size_t none = static_cast<size_t>(variable.none_code);
  if (reading.in.test(none)) {
    reading.may = reading.in;  // Nothing else.
  } else if (reading.in.any()) {
    reading.may.reset(none);
  } else if (reading.may.none()) {
    reading.in.set(none);  // Complete, and none of the others.
    reading.may.set(none);
  }
}

class AnswerReader {
 public:
  AnswerReader(const Program& program, const rules::v1::PackFile& pack, const IntakeOptions& options,
               Violations& violations, Intake& intake)
      : program_(program),
        pack_(pack),
        options_(options),
        violations_(violations),
        intake_(intake),
        first_answer_(program.facts.size(), -1) {}

  void Read(const v1::Answer& answer, int index) {
    path_ = absl::StrCat("answers[", index, "]");
    fact_ = program_.FindFact(answer.fact_id());
    if (fact_ < 0) return Unknown(".fact_id", "is no fact of this pack");
    int& first = first_answer_[static_cast<size_t>(fact_)];
    if (first >= 0) return Fail(".fact_id", absl::StrCat("fact was answered before, in answers[", first, "]"));
    first = index;
    if (pack_.facts(fact_).derived()) return Fail(".fact_id", "this fact is derived by the pack and is never sent");
    ReadState(answer);
    if (!answer.effective_date().empty()) ReadEffectiveDate(answer.effective_date(), answer.has_declined());
  }

  // What can only be seen when all answers were read.
  void Finish() {
    for (size_t i = 0; i < program_.facts.size(); ++i) {
      int answer = first_answer_[i];
      if (answer < 0 || !pack_.facts(static_cast<int>(i)).has_external_codes()) continue;
      int target = program_.FindFact(pack_.facts(static_cast<int>(i)).external_codes().target_fact());
      if (first_answer_[static_cast<size_t>(target)] < 0) continue;
      path_ = absl::StrCat("answers[", answer, "]");
      Fail(".fact_id",
           absl::StrCat("the same is answered in answers[", first_answer_[static_cast<size_t>(target)], "]"));
    }
    std::sort(intake_.declined.begin(), intake_.declined.end());
  }

 private:
  void ReadState(const v1::Answer& answer) {
    switch (answer.state_case()) {
      case v1::Answer::kDeclined:
        intake_.declined.push_back(fact_);
        if (program_.facts[static_cast<size_t>(fact_)].variable >= 0) State().presence = Presence::kDeclined;
        return;
      case v1::Answer::kValue:
        return ReadValue(answer.value());
      case v1::Answer::STATE_NOT_SET:
        break;
    }
    Fail("", "either value or declined must be given; leave a fact that was not asked out");
  }

  void ReadValue(const v1::FactValue& value) {
    if (pack_.facts(fact_).has_external_codes()) return ReadExternalCodes(value);
    const Variable& variable = Var();
    if (variable.kind != VariableKind::kNumber && !value.unit_code().empty()) {
      Fail(".value.unit_code", "this fact has no unit");
    }
    switch (variable.kind) {
      case VariableKind::kBoolean:
        return value.kind_case() == v1::FactValue::kBoolean ? AnswerNumber(value.boolean() ? 1 : 0)
                                                            : WrongKind("boolean");
      case VariableKind::kNumber:
        return ReadNumber(value);
      case VariableKind::kOneOf:
        return value.kind_case() == v1::FactValue::kCode ? ReadCode(value.code()) : WrongKind("code");
      case VariableKind::kSet:
        return value.kind_case() == v1::FactValue::kCodeSet ? ReadSet(value.code_set()) : WrongKind("code_set");
    }
  }

  void ReadNumber(const v1::FactValue& value) {
    const Variable& variable = Var();
    const ProgramUnit* unit = FindUnit(value.unit_code());
    if (unit == nullptr) return;
    // In another unit a whole number of the own one may well be a fraction: 0.6 g are 600 mg.
    bool fractions = !variable.grid.whole() || unit != &program_.facts[static_cast<size_t>(fact_)].units.front();
    bool integer = value.kind_case() == v1::FactValue::kInteger;
    bool decimal = value.kind_case() == v1::FactValue::kDecimal && fractions;
    if (!integer && !decimal) return WrongKind(fractions ? "decimal or integer" : "integer");
    const std::string field = integer ? ".value.integer" : ".value.decimal";
    if (decimal && !std::isfinite(value.decimal())) return Fail(field, "must be a finite number");
    std::optional<int64_t> steps =
        integer ? FromInteger(value.integer(), *unit) : variable.grid.FromDouble(value.decimal(), unit->steps);
    const std::string bounds = Bounds();
    bool huge = integer ? std::abs(static_cast<double>(value.integer())) > static_cast<double>(kIntegerMax)
                        : std::fabs(value.decimal()) > static_cast<double>(kIntegerMax);
    if (huge) return Fail(field, absl::StrCat("must lie in ", bounds));
    if (!steps.has_value()) {
      return Fail(field, absl::StrCat("must be a whole multiple of ", variable.grid.ToText(1), OwnUnit()));
    }
    if (*steps < variable.minimum || *steps > variable.maximum)
      return Fail(field, absl::StrCat("must lie in ", bounds));
    AnswerNumber(*steps);
  }

  std::optional<int64_t> FromInteger(int64_t value, const ProgramUnit& unit) const {
    if (value > kIntegerMax || value < -kIntegerMax) return std::nullopt;
    std::optional<int64_t> in_units = Grid().FromDecimal({value, 0});
    Decimal product{*in_units * unit.factor.mantissa, unit.factor.decimals};
    return Var().grid.FromDecimal(product);
  }

  const ProgramUnit* FindUnit(const std::string& code) {
    const auto& units = program_.facts[static_cast<size_t>(fact_)].units;
    for (const ProgramUnit& unit : units) {
      if (unit.code == code) return &unit;
    }
    if (code.empty() && units.size() == 1) return &units[0];
    std::string accepted;
    for (const ProgramUnit& unit : units) absl::StrAppend(&accepted, accepted.empty() ? "" : ", ", unit.code);
    Fail(".value.unit_code", units.size() == 1 && units[0].code.empty() ? "this fact has no unit"
                                                                        : absl::StrCat("must be one of: ", accepted));
    return nullptr;
  }

  void ReadCode(const std::string& code) {
    int position = Domain().Find(code);
    if (position < 0) return Unknown(".value.code", "is no value of this fact");
    Reading reading = UnknownReading(Var(), 0);
    reading.may.set(static_cast<size_t>(position));
    AnswerReading(reading);
  }

  void ReadSet(const v1::CodeSet& set) {
    if (!CheckSet(set)) return;
    CodeMask in;
    bool complete = set.completeness() == v1::COMPLETENESS_COMPLETE;
    for (int i = 0; i < set.codes_size(); ++i) {
      const std::string field = absl::StrCat(".value.code_set.codes[", i, "]");
      int position = Domain().Find(set.codes(i));
      if (position < 0) {
        Unknown(field, "is no value of this fact");
        complete = false;
      } else if (in.test(static_cast<size_t>(position))) {
        Fail(field, "is listed before");
      } else {
        in.set(static_cast<size_t>(position));
      }
    }
    AnswerSet(in, complete);
  }

  bool CheckSet(const v1::CodeSet& set) {
    if (set.codes_size() > kSetCodesMax) {
      Fail(".value.code_set.codes", absl::StrCat("at most ", kSetCodesMax, " codes"));
      return false;
    }
    if (set.completeness() == v1::COMPLETENESS_COMPLETE || set.completeness() == v1::COMPLETENESS_PARTIAL) return true;
    Fail(".value.code_set.completeness", "must be COMPLETENESS_COMPLETE or COMPLETENESS_PARTIAL");
    return false;
  }

  void AnswerSet(CodeMask in, bool complete) {
    const Variable& variable = Var();
    Reading reading = UnknownReading(variable, complete ? 0 : program_.CodeCount(variable));
    reading.in = in;
    reading.may |= in;
    size_t none = static_cast<size_t>(std::max(variable.none_code, 0));
    bool none_beside_other = variable.none_code >= 0 && in.test(none) && in.count() > 1;
    if (!none_beside_other) {
      SettleNone(variable, reading);
      return AnswerReading(reading);
    }
    Reading only_none = UnknownReading(variable, 0);
    only_none.in.set(none);
    only_none.may.set(none);
    reading.in.reset(none);
    reading.may.reset(none);
    AnswerReading(only_none);
    State().readings.push_back(reading);
    State().contradictory = true;
    intake_.given.contradictions.push_back(
        {v1::CONTRADICTION_KIND_NONE_BESIDE_OTHER, variable.element, variable.id, {variable.element}});
  }

  void ReadExternalCodes(const v1::FactValue& value) {
    if (value.kind_case() != v1::FactValue::kCodeSet) return WrongKind("code_set");
    if (!CheckSet(value.code_set())) return;
    const auto& type = pack_.facts(fact_).external_codes();
    int source = fact_;
    fact_ = program_.FindFact(type.target_fact());
    CodeMask in;
    for (int i = 0; i < value.code_set().codes_size(); ++i) {
      const std::string& code = value.code_set().codes(i);
      bool well_formed = static_cast<int>(code.size()) == type.code_length() &&
                         std::all_of(code.begin(), code.end(),
                                     [](unsigned char c) { return absl::ascii_isdigit(c) || absl::ascii_isupper(c); });
      if (!well_formed) {
        Fail(absl::StrCat(".value.code_set.codes[", i, "]"),
             absl::StrCat("must have ", type.code_length(), " characters, A-Z and 0-9"));
        continue;
      }
      for (const auto& prefix : type.prefixes()) {
        if (code.compare(0, prefix.prefix().size(), prefix.prefix()) != 0) continue;
        for (const std::string& target : prefix.codes()) in.set(static_cast<size_t>(Domain().Find(target)));
      }
    }
    AnswerSet(in, value.code_set().completeness() == v1::COMPLETENESS_COMPLETE);
    fact_ = source;
  }

  void ReadEffectiveDate(const std::string& text, bool declined) {
    std::optional<absl::CivilDay> day = ParseCivilDay(text);
    if (!day.has_value()) return Fail(".effective_date", "must be a day written YYYY-MM-DD");
    if (*day > options_.evaluation_date) return Fail(".effective_date", "lies after the evaluation date");
    if (declined) return Fail(".effective_date", "a declined question has no answer that a day could belong to");
    int age = program_.facts[static_cast<size_t>(fact_)].age_variable;
    if (age < 0) return;
    int64_t days =
        std::min<int64_t>(options_.evaluation_date - *day, program_.variables[static_cast<size_t>(age)].maximum);
    VariableState& state = intake_.given.states[static_cast<size_t>(age)];
    state.presence = Presence::kAnswered;
    state.readings.front().low = state.readings.front().high = days;
  }

  void AnswerNumber(int64_t steps) {
    Reading reading;
    reading.low = reading.high = steps;
    AnswerReading(reading);
  }

  void AnswerReading(const Reading& reading) {
    State().presence = Presence::kAnswered;
    State().readings.assign(1, reading);
  }

  const Variable& Var() const {
    return program_.variables[static_cast<size_t>(program_.facts[static_cast<size_t>(fact_)].variable)];
  }
  VariableState& State() {
    return intake_.given.states[static_cast<size_t>(program_.facts[static_cast<size_t>(fact_)].variable)];
  }
  const DomainCodes& Domain() const { return program_.domains[static_cast<size_t>(Var().domain)]; }
  std::string OwnUnit() const {
    const std::string& code = program_.facts[static_cast<size_t>(fact_)].units.front().code;
    return code.empty() ? "" : absl::StrCat(" ", code);
  }
  std::string Bounds() const {
    const Variable& variable = Var();
    return absl::StrCat("[", variable.grid.ToText(variable.minimum), ", ", variable.grid.ToText(variable.maximum), "]",
                        OwnUnit());
  }

  void WrongKind(absl::string_view expected) { Fail(".value", absl::StrCat("must be of kind ", expected)); }
  void Unknown(absl::string_view field, absl::string_view why) {
    if (!options_.report_unknown) return Fail(field, why);
    intake_.unknown_paths.push_back(absl::StrCat(path_, field));
  }
  void Fail(absl::string_view field, absl::string_view why) {
    violations_.Add(absl::StrCat(path_, field), std::string(why));
  }

  const Program& program_;
  const rules::v1::PackFile& pack_;
  const IntakeOptions& options_;
  Violations& violations_;
  Intake& intake_;
  std::vector<int> first_answer_;  // Per fact the index of its answer, -1 when there is none.
  std::string path_;
  int fact_ = -1;
};

}  // namespace

Given GivenRole(const Program& program, absl::string_view role) {
  Given given = NothingGiven(program);
  const Variable& variable = program.variables[static_cast<size_t>(program.role_variable)];
  int position = program.domains[static_cast<size_t>(variable.domain)].Find(role);
  if (position < 0) return given;
  VariableState& state = given.states[static_cast<size_t>(program.role_variable)];
  state.presence = Presence::kAnswered;
  state.readings.front().may.reset();
  state.readings.front().may.set(static_cast<size_t>(position));
  return given;
}

Intake ReadAnswers(const Program& program, const rules::v1::PackFile& pack,
                   const google::protobuf::RepeatedPtrField<v1::Answer>& answers, const IntakeOptions& options,
                   Violations& violations) {
  Intake intake;
  intake.given = GivenRole(program, options.role);
  if (answers.size() > kAnswersMax) {
    violations.Add("answers", absl::StrCat("at most ", kAnswersMax, " answers"));
    return intake;
  }
  AnswerReader reader(program, pack, options, violations, intake);
  for (int i = 0; i < answers.size(); ++i) reader.Read(answers[i], i);
  reader.Finish();
  std::sort(intake.given.contradictions.begin(), intake.given.contradictions.end(),
            [](const auto& a, const auto& b) { return a.facts < b.facts; });
  return intake;
}

}  // namespace baken
