#include "tests/testing/random_person.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "absl/strings/str_cat.h"

namespace baken {
namespace {

constexpr size_t kExternalCodeLength = 7;

double Number(const std::string& decimal) { return std::strtod(decimal.c_str(), nullptr); }

// Digits after the point in the step, so that a multiple of it can be written exactly.
int Decimals(const std::string& step) {
  const size_t point = step.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(step.size() - point - 1);
}

}  // namespace

RandomPersons::RandomPersons(v1::PackDescription description, const rules::v1::PackFile& definition, uint64_t seed)
    : description_(std::move(description)), random_(seed) {
  std::set<std::string> never_sent;
  for (const rules::v1::Fact& fact : definition.facts()) {
    if (fact.derived()) never_sent.insert(fact.id());
    if (fact.has_external_codes()) filled_by_codes_.insert(fact.external_codes().target_fact());
    for (const rules::v1::CodePrefix& prefix : fact.external_codes().prefixes()) prefixes_.push_back(prefix.prefix());
  }
  for (const v1::FactDescription& fact : description_.facts()) {
    if (never_sent.count(fact.fact_id()) == 0) facts_.push_back(&fact);
  }
}

v1::AssessRequest RandomPersons::Next() {
  v1::AssessRequest request;
  request.set_evaluation_date(absl::StrCat("20", 10 + Below(40), "-0", 1 + Below(9), "-", 10 + Below(19)));
  const std::string locales[] = {"", "nl", "en", "nl-NL"};
  request.set_locale(locales[Below(4)]);
  // Percent of the facts that is answered.
  const uint64_t densities[] = {1, 5, 20, 60, 95};
  const uint64_t density = densities[Below(5)];
  // The same thing may be told in external codes or in the pack's own, not in both.
  const bool external = OneIn(2);
  for (const v1::FactDescription* fact : facts_) {
    if (external && filled_by_codes_.count(fact->fact_id()) > 0) continue;
    if (!external && fact->kind() == v1::FACT_KIND_EXTERNAL_CODES) continue;
    if (Below(100) < density) *request.add_answers() = RandomAnswer(*fact);
  }
  std::shuffle(request.mutable_answers()->begin(), request.mutable_answers()->end(), random_);
  if (OneIn(20)) {
    v1::Answer& unknown = *request.add_answers();
    unknown.set_fact_id("a_fact_of_a_later_pack");
    unknown.mutable_value()->set_boolean(true);
    if (OneIn(2)) request.set_unknown_facts(v1::UNKNOWN_FACTS_REPORT);
  }
  return request;
}

v1::Answer RandomPersons::RandomAnswer(const v1::FactDescription& fact) {
  v1::Answer answer;
  answer.set_fact_id(fact.fact_id());
  if (OneIn(15)) {
    answer.mutable_declined();
    return answer;
  }
  if (OneIn(10)) answer.set_effective_date("2009-06-15");
  v1::FactValue& value = *answer.mutable_value();
  switch (fact.kind()) {
    case v1::FACT_KIND_BOOLEAN:
      value.set_boolean(OneIn(2));
      break;
    case v1::FACT_KIND_INTEGER:
    case v1::FACT_KIND_DECIMAL:
      FillNumber(fact, value);
      break;
    case v1::FACT_KIND_ONE_OF:
      value.set_code(fact.codes(static_cast<int>(Below(static_cast<uint64_t>(fact.codes_size())))).code());
      break;
    case v1::FACT_KIND_SET_OF:
      FillCodes(fact, value);
      break;
    default:
      FillExternalCodes(value);
  }
  return answer;
}

void RandomPersons::FillNumber(const v1::FactDescription& fact, v1::FactValue& value) {
  const double minimum = Number(fact.minimum());
  const double step = fact.step().empty() ? 1 : Number(fact.step());
  const auto steps = static_cast<uint64_t>(std::llround((Number(fact.maximum()) - minimum) / step));
  // Low numbers are where the thresholds are.
  const uint64_t taken = OneIn(2) ? Below(std::min<uint64_t>(steps, 20) + 1) : Below(steps + 1);
  const double number = minimum + static_cast<double>(taken) * step;
  if (fact.kind() == v1::FACT_KIND_INTEGER) {
    value.set_integer(std::llround(number));
  } else {
    // Through text, so that it is the nearest double to a multiple of the step.
    char text[64];
    snprintf(text, sizeof(text), "%.*f", Decimals(fact.step()), number);
    value.set_decimal(Number(text));
  }
  if (!fact.unit_codes().empty()) value.set_unit_code(fact.unit_codes(0));
}

void RandomPersons::FillCodes(const v1::FactDescription& fact, v1::FactValue& value) {
  v1::CodeSet& set = *value.mutable_code_set();
  set.set_completeness(OneIn(2) ? v1::COMPLETENESS_COMPLETE : v1::COMPLETENESS_PARTIAL);
  for (const v1::CodeDescription& code : fact.codes()) {
    if (OneIn(static_cast<uint64_t>(fact.codes_size()))) set.add_codes(code.code());
  }
}

void RandomPersons::FillExternalCodes(v1::FactValue& value) {
  v1::CodeSet& set = *value.mutable_code_set();
  set.set_completeness(v1::COMPLETENESS_PARTIAL);
  std::string code = prefixes_.empty() ? "" : prefixes_[Below(prefixes_.size())];
  while (code.size() < kExternalCodeLength) code += static_cast<char>('A' + Below(26));
  set.add_codes(code);
}

}  // namespace baken
