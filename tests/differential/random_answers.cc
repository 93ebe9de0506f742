#include <algorithm>

#include "absl/strings/str_cat.h"
#include "tests/differential/random_pack.h"

namespace baken {
namespace {

constexpr char kDay[] = "2026-03-";

// The numbers random packs have are small; the step is 1 or 0.5.
void AnswerNumber(Random& random, const rules::v1::NumberType& type, v1::FactValue& value) {
  const int low = std::atoi(type.minimum().c_str());
  const int high = std::atoi(type.maximum().c_str());
  if (type.step().empty()) return value.set_integer(Pick(random, low, high));
  if (OnceIn(random, 2)) {
    value.set_integer(Pick(random, 0, 4));
    return value.set_unit_code("d");
  }
  value.set_decimal(Pick(random, 2 * low, 2 * high) / 2.0);
  value.set_unit_code(type.unit_code());
}

void AnswerSet(Random& random, std::vector<std::string> codes, const std::string& none_code, v1::CodeSet& set) {
  std::shuffle(codes.begin(), codes.end(), random);
  codes.resize(static_cast<size_t>(Pick(random, 0, static_cast<int>(codes.size()))));
  // "None" beside another value is a contradiction; mostly there is none.
  const bool alone = !OnceIn(random, 8);
  for (const std::string& code : codes) {
    if (alone && code == none_code && codes.size() > 1) continue;
    set.add_codes(code);
  }
  set.set_completeness(OnceIn(random, 2) ? v1::COMPLETENESS_COMPLETE : v1::COMPLETENESS_PARTIAL);
}

template <typename Type>
std::vector<std::string> CodesOf(const rules::v1::PackFile& pack, const Type& type) {
  const auto& codes = type.domain().empty() ? type.codes() : pack.domains(0).codes();
  return {codes.begin(), codes.end()};
}

void AnswerFact(Random& random, const rules::v1::PackFile& pack, const rules::v1::Fact& fact, v1::FactValue& value) {
  switch (fact.type_case()) {
    case rules::v1::Fact::kBoolean:
      return value.set_boolean(OnceIn(random, 2));
    case rules::v1::Fact::kNumber:
      return AnswerNumber(random, fact.number(), value);
    case rules::v1::Fact::kOneOf: {
      std::vector<std::string> codes = CodesOf(pack, fact.one_of());
      return value.set_code(codes[static_cast<size_t>(Pick(random, 0, static_cast<int>(codes.size()) - 1))]);
    }
    case rules::v1::Fact::kSetOf:
      return AnswerSet(random, CodesOf(pack, fact.set_of()), fact.set_of().none_code(), *value.mutable_code_set());
    default:
      return AnswerSet(random, {"A10", "A22", "B77"}, "", *value.mutable_code_set());
  }
}

}  // namespace

Answers RandomAnswers(Random& random, const rules::v1::PackFile& pack) {
  Answers answers;
  const int one_in = Pick(random, 1, 4);
  bool set_by_codes = false;
  for (int i = pack.facts_size(); i-- > 0;) {
    const rules::v1::Fact& fact = pack.facts(i);
    if (fact.derived() || !OnceIn(random, one_in)) continue;
    if (fact.has_external_codes()) {
      set_by_codes = true;
    } else if (fact.id() == "s1" && set_by_codes) {
      continue;  // The same answered twice is an error.
    }
    v1::Answer& answer = *answers.Add();
    answer.set_fact_id(fact.id());
    if (OnceIn(random, 8)) {
      answer.mutable_declined();
      continue;
    }
    AnswerFact(random, pack, fact, *answer.mutable_value());
    if (OnceIn(random, 3)) answer.set_effective_date(absl::StrCat(kDay, Pick(random, 10, 31)));
  }
  for (int i = answers.size(); i-- > 1;) answers.SwapElements(i, Pick(random, 0, i));
  return answers;
}

}  // namespace baken
