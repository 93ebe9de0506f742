// Persons made up at random from what a pack says of itself.
#ifndef BAKEN_TESTS_TESTING_RANDOM_PERSON_H_
#define BAKEN_TESTS_TESTING_RANDOM_PERSON_H_

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "baken/rules/v1/pack.pb.h"
#include "baken/v1/decision_support_service.pb.h"
#include "baken/v1/pack_description.pb.h"

namespace baken {

// Makes requests from a description (facts, codes, bounds, units, steps). Of `definition` it takes only what a client
// need not know: which facts are never sent, which take external codes, and prefixes that mean something. The same seed
// gives the same persons. Some are nearly empty and some nearly complete; some hold an unknown fact, half of those with
// UNKNOWN_FACTS_REPORT. Not thread-safe.
class RandomPersons {
 public:
  RandomPersons(v1::PackDescription description, const rules::v1::PackFile& definition, uint64_t seed);

  v1::AssessRequest Next();

 private:
  uint64_t Below(uint64_t bound) { return random_() % bound; }
  bool OneIn(uint64_t n) { return Below(n) == 0; }
  v1::Answer RandomAnswer(const v1::FactDescription& fact);
  void FillNumber(const v1::FactDescription& fact, v1::FactValue& value);
  void FillCodes(const v1::FactDescription& fact, v1::FactValue& value);
  void FillExternalCodes(v1::FactValue& value);

  v1::PackDescription description_;
  std::vector<const v1::FactDescription*> facts_;
  std::set<std::string> filled_by_codes_;
  std::vector<std::string> prefixes_;
  std::mt19937_64 random_;
};

}  // namespace baken

#endif  // BAKEN_TESTS_TESTING_RANDOM_PERSON_H_
