// The tiny pack of tests/testdata, for tests of the service.
#ifndef BAKEN_TESTS_SERVICE_COFFEE_PACK_H_
#define BAKEN_TESTS_SERVICE_COFFEE_PACK_H_

#include <memory>
#include <string>
#include <vector>

#include "rules/base/check.h"
#include "rules/pack/pack_set.h"
#include "tests/testing/pack_builder.h"

namespace baken {

inline constexpr char kCoffeePackFolder[] = "tests/testdata/packs/coffee-demo/1.0.0";

// A set with this one pack, active.
inline std::shared_ptr<const PackSet> CoffeePackSet() {
  return std::make_shared<const PackSet>(std::vector<PackSet::Entry>{{LoadPackOfTree(kCoffeePackFolder), true}});
}

// The request of one of its cases.
inline v1::AssessRequest CoffeeRequest(const PackSet& packs, const std::string& case_id) {
  for (const rules::v1::Case& test_case : packs.entries().front().pack->cases()) {
    if (test_case.id() == case_id) return test_case.request();
  }
  BAKEN_CHECK(false);
}

}  // namespace baken

#endif  // BAKEN_TESTS_SERVICE_COFFEE_PACK_H_
