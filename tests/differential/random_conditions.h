// Random conditions over the facts that random packs have.
#ifndef BAKEN_TESTS_DIFFERENTIAL_RANDOM_CONDITIONS_H_
#define BAKEN_TESTS_DIFFERENTIAL_RANDOM_CONDITIONS_H_

#include <string>
#include <vector>

#include "tests/differential/random_pack.h"

namespace baken {

// What conditions may read. Leaves are made so that the checker takes them: no comparison comes out one way.
struct Vocabulary {
  std::vector<std::string> booleans;  // Facts and criteria.
  struct Number {
    std::string name;
    int low = 0;
    int high = 0;
  };
  std::vector<Number> numbers;          // Whole ones, ages and scores among them.
  std::vector<std::string> comparable;  // Numbers of one unit and step.
  struct Coded {
    std::string name;
    std::vector<std::string> codes;
  };
  std::vector<Coded> one_ofs;
  std::vector<Coded> sets;
  std::vector<std::string> same_domain_one_ofs;  // For `one_of in set`.
  std::vector<std::string> same_domain_sets;
  std::vector<std::string> families;
  std::vector<std::string> contradictable;  // Empty: contradictions are not read.
};

// The facts, scales and family that every random pack has, and what conditions over the facts may read: no families, no
// criteria, no contradictions.
rules::v1::PackFile RandomPackFacts(bool small);
Vocabulary RandomPackVocabulary(bool small);

// A condition nested at most `depth` deep.
std::string RandomCondition(Random& random, const Vocabulary& vocabulary, int depth);

}  // namespace baken

#endif  // BAKEN_TESTS_DIFFERENTIAL_RANDOM_CONDITIONS_H_
