// Which facts made a condition true.
#ifndef BAKEN_TESTS_TESTING_ORACLE_GROUNDS_H_
#define BAKEN_TESTS_TESTING_ORACLE_GROUNDS_H_

#include <set>
#include <string>

#include "tests/testing/oracle_states.h"

namespace baken::oracle {

// The facts read by every part of `condition` that certainly holds, if it holds as a whole; none otherwise. A score
// stands for its total and items, as far as these are known. Ages and the role are no facts.
std::set<std::string> GroundsOf(const Pack& pack, const Knowledge& knowledge, const Expression& condition);

}  // namespace baken::oracle

#endif  // BAKEN_TESTS_TESTING_ORACLE_GROUNDS_H_
