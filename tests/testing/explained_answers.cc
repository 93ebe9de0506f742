#include "tests/testing/explained_answers.h"

#include <set>
#include <string>

namespace baken {
namespace {

// The fact that an answer fills: its own, or the one its codes are translated to.
std::string FilledBy(const rules::v1::PackFile& definition, const v1::Answer& answer) {
  for (const auto& fact : definition.facts()) {
    if (fact.id() == answer.fact_id() && fact.has_external_codes()) return fact.external_codes().target_fact();
  }
  return answer.fact_id();
}

AnswerList Keep(const rules::v1::PackFile& definition, const AnswerList& answers, const std::set<std::string>& facts,
                bool inside) {
  AnswerList kept;
  for (const v1::Answer& answer : answers) {
    if ((facts.count(FilledBy(definition, answer)) > 0) == inside) *kept.Add() = answer;
  }
  return kept;
}

}  // namespace

AnswerList OnlyGrounds(const rules::v1::PackFile& definition, const AnswerList& answers, const v1::Grounds& grounds) {
  std::set<std::string> facts;
  for (const v1::FactReading& reading : grounds.readings()) facts.insert(reading.fact_id());
  return Keep(definition, answers, facts, true);
}

AnswerList WithChanges(const rules::v1::PackFile& definition, const AnswerList& answers, const v1::WhatIf& what_if) {
  std::set<std::string> facts;
  for (const v1::AnswerChange& change : what_if.changes()) facts.insert(change.to().fact_id());
  AnswerList changed = Keep(definition, answers, facts, false);
  for (const v1::AnswerChange& change : what_if.changes()) {
    v1::Answer& answer = *changed.Add();
    answer.set_fact_id(change.to().fact_id());
    *answer.mutable_value() = change.to().value();
    // The day of an answer is none of its value: it stays.
    for (const v1::Answer& old : answers) {
      if (old.fact_id() == answer.fact_id()) answer.set_effective_date(old.effective_date());
    }
  }
  return changed;
}

}  // namespace baken
