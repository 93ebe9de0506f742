#include "tests/testing/oracle_pack.h"

#include <cstdlib>
#include <utility>

#include "rules/base/check.h"
#include "rules/logic/parser.h"

namespace baken::oracle {
namespace {

constexpr int kDecimals = 6;
constexpr int kAgeDaysMax = 36500;

Name WholeNumber(int64_t low, int64_t high) {
  Name name;
  name.kind = Kind::kNumber;
  name.low = Millionths(std::to_string(low));
  name.high = Millionths(std::to_string(high));
  name.step = Millionths("1");
  return name;
}

}  // namespace

int64_t Millionths(const std::string& text) {
  std::string digits = text;
  size_t point = digits.find('.');
  size_t decimals = point == std::string::npos ? 0 : digits.size() - point - 1;
  BAKEN_CHECK(decimals <= kDecimals);
  if (point != std::string::npos) digits.erase(point, 1);
  digits.append(kDecimals - decimals, '0');
  return std::strtoll(digits.c_str(), nullptr, 10);
}

Pack::Pack(const rules::v1::PackFile& definition) : definition_(definition) {
  for (const auto& domain : definition_.domains()) domains_[domain.id()] = &domain;
  for (const auto& fact : definition_.facts()) AddFact(fact);
  for (const auto& scale : definition_.scales()) {
    scales_[scale.id()] = &scale;
    names_[scale.id()] = WholeNumber(scale.minimum(), scale.maximum());
  }
  for (const auto& family : definition_.families()) families_[family.id()] = &family;
  for (const auto& criterion : definition_.criteria()) criteria_[criterion.id()] = &criterion;
  for (const auto& parameter : definition_.parameters()) parameters_[parameter.id()] = parameter.value();
  Name role;
  role.kind = Kind::kOneOf;
  for (const auto& r : definition_.header().roles()) role.codes.insert(r.id());
  names_["requester_role"] = role;
}

template <typename Type>
void Pack::AddCodes(const Type& type, Name& name) {
  const auto& codes = type.domain().empty() ? type.codes() : domains_.at(type.domain())->codes();
  name.codes.insert(codes.begin(), codes.end());
}

void Pack::AddFact(const rules::v1::Fact& fact) {
  Name name;
  name.derived = fact.derived();
  if (fact.has_external_codes()) return;  // Conditions read the fact it fills.
  if (fact.has_number()) {
    name.kind = Kind::kNumber;
    name.low = Millionths(fact.number().minimum());
    name.high = Millionths(fact.number().maximum());
    name.step = Millionths(fact.number().step().empty() ? "1" : fact.number().step());
  } else if (fact.has_one_of()) {
    name.kind = Kind::kOneOf;
    AddCodes(fact.one_of(), name);
  } else if (fact.has_set_of()) {
    name.kind = Kind::kSet;
    AddCodes(fact.set_of(), name);
    const auto& type = fact.set_of();
    name.none_code = type.domain().empty() ? type.none_code() : domains_.at(type.domain())->none_code();
  }
  names_[fact.id()] = name;
  if (fact.keeps_age()) names_[fact.id() + "_age_days"] = WholeNumber(0, kAgeDaysMax);
}

const Expression& Pack::Parse(const std::string& condition) const {
  std::unique_ptr<Expression>& parsed = parsed_[condition];
  if (parsed == nullptr) {
    std::vector<ExpressionError> errors;
    parsed = ParseExpression(condition, errors);
    BAKEN_CHECK(parsed != nullptr);
  }
  return *parsed;
}

std::vector<const rules::v1::Level*> Pack::Levels(const rules::v1::Finding& finding) const {
  std::vector<const rules::v1::Level*> levels;
  for (const auto& list : definition_.level_lists()) {
    if (list.id() != finding.front_levels()) continue;
    for (const auto& level : list.levels()) levels.push_back(&level);
  }
  for (const auto& level : finding.levels()) levels.push_back(&level);
  return levels;
}

std::vector<const rules::v1::Scale*> Pack::Parts(const std::string& scale) const {
  std::vector<const rules::v1::Scale*> parts;
  for (const auto& candidate : definition_.scales()) {
    if (candidate.part_of() == scale) parts.push_back(&candidate);
  }
  return parts;
}

}  // namespace baken::oracle
