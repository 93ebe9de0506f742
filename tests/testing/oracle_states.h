// What is known of each name, and three-valued conditions over it: rules/logic/README.md, word for word and slow.
#ifndef BAKEN_TESTS_TESTING_ORACLE_STATES_H_
#define BAKEN_TESTS_TESTING_ORACLE_STATES_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rules/logic/expression.h"
#include "tests/testing/oracle_pack.h"

namespace baken::oracle {

enum class Truth { kFalse, kOpen, kTrue };

// One way to read what is known of a name. Nothing known = the whole domain.
struct Reading {
  int64_t low = 0;  // Booleans and numbers: it lies in [low, high].
  int64_t high = 0;
  std::set<std::string> in;   // Sets: codes certainly in it.
  std::set<std::string> may;  // One-of: codes it may be. Sets: codes that are or may be in it.
  bool operator==(const Reading&) const = default;
};

enum class Presence { kAbsent, kDeclined, kImplied, kAnswered };

struct State {
  Presence presence = Presence::kAbsent;
  bool contradictory = false;
  std::vector<Reading> readings;  // More than one when answers contradict each other.
  bool missing() const { return presence == Presence::kAbsent || presence == Presence::kDeclined; }
};

// What is known, by name: facts, ages, the role and (once computed) scores.
struct Knowledge {
  std::map<std::string, State> states;
  std::set<std::string> given_scales;    // A total or an item was answered.
  std::set<std::string> bounded_scales;  // The total of the larger scale was answered.
  bool data_contradictory = false;
};

Reading UnknownReading(const Name& name);

// Every name with nothing known.
Knowledge NothingKnown(const Pack& pack);

// The truth of a condition, or of its negation: `!` is pushed down to the comparisons.
Truth Holds(const Pack& pack, const Knowledge& knowledge, const Expression& condition, bool negated = false);

// How a member of a family stands.
enum class Standing { kNotGiven, kPositive, kNegative, kBetween };
Standing StandingOf(const Pack& pack, const Knowledge& knowledge, const rules::v1::FamilyMember& member);

}  // namespace baken::oracle

#endif  // BAKEN_TESTS_TESTING_ORACLE_STATES_H_
