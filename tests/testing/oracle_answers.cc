#include "tests/testing/oracle_answers.h"

#include <algorithm>
#include <cmath>

#include "rules/base/check.h"
#include "rules/base/civil_date.h"

namespace baken::oracle {
namespace {

class Reader {
 public:
  Reader(const Pack& pack, absl::CivilDay evaluation_date) : pack_(pack), evaluation_date_(evaluation_date) {
    knowledge_ = NothingKnown(pack);
  }

  void Read(const v1::Answer& answer) {
    const rules::v1::Fact& fact = FactOf(answer.fact_id());
    if (answer.has_declined()) {
      if (!fact.has_external_codes()) knowledge_.states.at(fact.id()).presence = Presence::kDeclined;
      return;
    }
    if (fact.has_external_codes()) return ReadExternalCodes(fact.external_codes(), answer.value().code_set());
    Set(fact.id(), ReadingOf(fact, answer.value()));
    if (fact.keeps_age() && !answer.effective_date().empty()) ReadAge(fact.id(), answer.effective_date());
  }

  void SetRole(const std::string& role) {
    Reading reading = UnknownReading(pack_.name("requester_role"));
    reading.may = {role};
    Set("requester_role", reading);
  }

  Knowledge Take() { return std::move(knowledge_); }

 private:
  const rules::v1::Fact& FactOf(const std::string& id) const {
    const auto& facts = pack_.definition().facts();
    auto found = std::find_if(facts.begin(), facts.end(), [&](const auto& fact) { return fact.id() == id; });
    BAKEN_CHECK(found != facts.end());
    return *found;
  }

  void Set(const std::string& name, const Reading& reading) {
    knowledge_.states.at(name).presence = Presence::kAnswered;
    knowledge_.states.at(name).readings = {reading};
  }

  Reading ReadingOf(const rules::v1::Fact& fact, const v1::FactValue& value) const {
    const Name& name = pack_.name(fact.id());
    Reading reading = UnknownReading(name);
    switch (name.kind) {
      case Kind::kBoolean:
        reading.low = reading.high = value.boolean() ? 1 : 0;
        break;
      case Kind::kNumber:
        reading.low = reading.high = NumberOf(fact.number(), value);
        break;
      case Kind::kOneOf:
        reading.may = {value.code()};
        break;
      case Kind::kSet:
        return SetReading(name, {value.code_set().codes().begin(), value.code_set().codes().end()},
                          value.code_set().completeness() == v1::COMPLETENESS_COMPLETE);
    }
    return reading;
  }

  static int64_t NumberOf(const rules::v1::NumberType& type, const v1::FactValue& value) {
    double factor = 1;
    for (const auto& unit : type.other_units()) {
      if (unit.unit_code() == value.unit_code()) factor = std::stod(unit.factor());
    }
    double number = value.has_decimal() ? value.decimal() : static_cast<double>(value.integer());
    return std::llround(number * factor * static_cast<double>(Millionths("1")));
  }

  // "None" excludes every other code, any other code excludes "none", and a complete set without codes is "none".
  static Reading SetReading(const Name& name, const std::set<std::string>& codes, bool complete) {
    Reading reading = UnknownReading(name);
    reading.in = codes;
    if (complete) reading.may = codes;
    if (name.none_code.empty()) return reading;
    bool none = codes.count(name.none_code) > 0;
    if (codes.empty() && complete) reading.in = reading.may = {name.none_code};
    if (none && codes.size() == 1) reading.may = reading.in;
    if (!none && !codes.empty()) reading.may.erase(name.none_code);
    return reading;
  }

  void ReadExternalCodes(const rules::v1::ExternalCodesType& type, const v1::CodeSet& sent) {
    std::set<std::string> codes;
    for (const std::string& code : sent.codes()) {
      for (const auto& line : type.prefixes()) {
        if (code.rfind(line.prefix(), 0) == 0) codes.insert(line.codes().begin(), line.codes().end());
      }
    }
    Set(type.target_fact(),
        SetReading(pack_.name(type.target_fact()), codes, sent.completeness() == v1::COMPLETENESS_COMPLETE));
  }

  void ReadAge(const std::string& fact, const std::string& date) {
    const std::string age = fact + "_age_days";
    Reading reading;
    reading.low = Millionths(std::to_string(evaluation_date_ - *ParseCivilDay(date)));
    reading.low = reading.high = std::min(reading.low, pack_.name(age).high);
    Set(age, reading);
  }

  const Pack& pack_;
  const absl::CivilDay evaluation_date_;
  Knowledge knowledge_;
};

}  // namespace

Knowledge ReadAnswers(const Pack& pack, const Answers& answers, const std::string& role,
                      absl::CivilDay evaluation_date) {
  Reader reader(pack, evaluation_date);
  for (const v1::Answer& answer : answers) reader.Read(answer);
  reader.SetRole(role);
  return reader.Take();
}

}  // namespace baken::oracle
