// The facts, scales and family that every random pack has; what is random about a pack are its rules.
#include "tests/differential/random_conditions.h"
#include "tests/testing/proto_matchers.h"

namespace baken {
namespace {

constexpr char kSmallFacts[] = R"pb(
  header {
    roles { id: "r1" receives_personal_output: true }
    roles { id: "r2" receives_personal_output: true }
  }
  domains { id: "d" codes: "x" codes: "y" codes: "z" }
  facts {
    id: "b0"
    boolean {}
  }
  facts {
    id: "b1"
    boolean {}
  }
  facts {
    id: "d0"
    boolean {}
    derived: true
  }
  facts {
    id: "n0"
    number { minimum: "0" maximum: "2" }
  }
  facts {
    id: "o0"
    one_of { domain: "d" }
  }
  facts {
    id: "s1"
    set_of { codes: "none" codes: "p" codes: "r" none_code: "none" }
  }
  facts {
    id: "i0"
    number { minimum: "0" maximum: "2" }
  }
  facts {
    id: "i1"
    boolean {}
  }
  facts {
    id: "i2"
    one_of { codes: "lo" codes: "hi" }
  }
  facts {
    id: "t0"
    number { minimum: "1" maximum: "6" }
  }
  facts {
    id: "t1"
    number { minimum: "0" maximum: "3" }
  }
  facts {
    id: "t2"
    number { minimum: "0" maximum: "5" }
  }
  scales {
    id: "sc0"
    items { fact: "i0" }
    items { fact: "i1" }
    items {
      fact: "i2"
      points { answer: "lo" points: 1 }
      points { answer: "hi" points: 3 }
    }
    total_fact: "t0"
    minimum: 1
    maximum: 6
  }
  scales {
    id: "sc1"
    items { fact: "i0" }
    items { fact: "i1" }
    total_fact: "t1"
    minimum: 0
    maximum: 3
    part_of: "sc0"
  }
  scales { id: "sc2" total_fact: "t2" minimum: 0 maximum: 5 }
  families {
    id: "fam"
    members { scale: "sc0" positive_when: "sc0 >= CUTOFF" }
    members { scale: "sc2" positive_when: "sc2 >= 4 || (b1 && sc2 >= 2)" }
  }
  parameters { id: "CUTOFF" value: "4" }
)pb";

constexpr char kMoreFacts[] = R"pb(
  facts {
    id: "b2"
    boolean {}
    keeps_age: true
  }
  facts {
    id: "n1"
    number { minimum: "0" maximum: "2" }
  }
  facts {
    id: "q"
    number {
      minimum: "0"
      maximum: "96"
      step: "0.5"
      unit_code: "h"
      other_units { unit_code: "d" factor: "24" }
    }
  }
  facts {
    id: "o1"
    one_of { domain: "d" }
  }
  facts {
    id: "s0"
    set_of { domain: "d" }
  }
  facts {
    id: "atc"
    external_codes {
      system: "http://www.whocc.no/atc"
      code_length: 3
      target_fact: "s1"
      prefixes { prefix: "A" codes: "p" }
      prefixes { prefix: "A1" codes: "r" }
    }
  }
)pb";

}  // namespace

rules::v1::PackFile RandomPackFacts(bool small) {
  auto pack = ParseTextProto<rules::v1::PackFile>(kSmallFacts);
  if (!small) pack.MergeFrom(ParseTextProto<rules::v1::PackFile>(kMoreFacts));
  return pack;
}

Vocabulary RandomPackVocabulary(bool small) {
  Vocabulary v;
  v.booleans = {"b0", "b1", "d0", "i1"};
  v.numbers = {{"n0", 0, 2}, {"i0", 0, 2}, {"sc0", 1, 6}, {"sc1", 0, 3}, {"sc2", 0, 5}, {"t2", 0, 5}};
  v.comparable = {"n0", "i0"};
  v.one_ofs = {{"o0", {"x", "y", "z"}}, {"i2", {"lo", "hi"}}};
  v.sets = {{"s1", {"none", "p", "r"}}};
  if (small) return v;
  v.booleans.push_back("b2");
  v.numbers.push_back({"n1", 0, 2});
  v.numbers.push_back({"q", 0, 96});
  v.numbers.push_back({"b2_age_days", 0, 60});
  v.comparable = {"n0", "n1"};
  v.one_ofs.push_back({"o1", {"x", "y", "z"}});
  v.one_ofs.push_back({"requester_role", {"r1", "r2"}});
  v.sets.push_back({"s0", {"x", "y", "z"}});
  v.same_domain_one_ofs = {"o0", "o1"};
  v.same_domain_sets = {"s0"};
  return v;
}

}  // namespace baken
