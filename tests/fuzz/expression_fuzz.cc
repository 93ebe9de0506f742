// Any bytes as a condition: parser, checker and evaluation never crash, and what they accept the oracle judges alike.
#include <cstdint>
#include <string>

#include "rules/base/check.h"
#include "rules/engine/evaluation.h"
#include "rules/engine/planner.h"
#include "rules/logic/parser.h"
#include "tests/testing/oracle_states.h"
#include "tests/testing/pack_builder.h"
#include "tests/testing/proto_matchers.h"

namespace baken {
namespace {

constexpr char kFacts[] = R"pb(
  domains { id: "d" codes: "x" codes: "y" codes: "z" }
  facts {
    id: "a"
    boolean {}
  }
  facts {
    id: "b"
    boolean {}
    keeps_age: true
  }
  facts {
    id: "n"
    number { minimum: "0" maximum: "9" }
  }
  facts {
    id: "m"
    number { minimum: "0" maximum: "9" }
  }
  facts {
    id: "q"
    number { minimum: "30" maximum: "45" step: "0.1" }
  }
  facts {
    id: "o"
    one_of { domain: "d" }
  }
  facts {
    id: "s"
    set_of { domain: "d" }
  }
  facts {
    id: "total"
    number { minimum: "0" maximum: "2" }
  }
  scales {
    id: "sc"
    items { fact: "a" }
    items { fact: "b" }
    total_fact: "total"
    minimum: 0
    maximum: 2
  }
  families {
    id: "fam"
    members { scale: "sc" positive_when: "sc >= 1" }
  }
  parameters { id: "LIMIT" value: "3" }
  criteria { id: "c" when: "a && n >= LIMIT" }
)pb";

rules::v1::PackFile PackWith(const std::string& condition) {
  static const auto* const base =
      new rules::v1::PackFile(CompleteDefinition(ParseTextProto<rules::v1::PackFile>(kFacts)));
  rules::v1::PackFile pack = *base;
  rules::v1::Finding& finding = *pack.add_findings();
  finding.set_id("f");
  rules::v1::Level& yes = *finding.add_levels();
  yes.set_id("YES");
  yes.set_kind(v1::LEVEL_KIND_POSITIVE);
  yes.set_when(condition);
  rules::v1::Level& no = *finding.add_levels();
  no.set_id("NO");
  no.set_kind(v1::LEVEL_KIND_NONE);
  return pack;
}

// With nothing known the oracle must find the same.
void CompareWithOracle(const rules::v1::PackFile& pack, const Program& program, const std::string& condition) {
  const FindingState state = Evaluate(program, NothingGiven(program)).findings.back();
  const oracle::Pack oracle_pack(pack);
  const oracle::Truth truth =
      oracle::Holds(oracle_pack, oracle::NothingKnown(oracle_pack), oracle_pack.Parse(condition));
  BAKEN_CHECK(state.decided == (truth != oracle::Truth::kOpen));
  BAKEN_CHECK((state.supported == 0) == (truth == oracle::Truth::kTrue));
}

}  // namespace
}  // namespace baken

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string condition(reinterpret_cast<const char*>(data), size);
  std::vector<baken::ExpressionError> problems;
  const bool parsed = baken::ParseExpression(condition, problems) != nullptr;
  BAKEN_CHECK(parsed == problems.empty());
  for (const auto& problem : problems) {
    BAKEN_CHECK(problem.offset >= 0 && static_cast<size_t>(problem.offset) <= size);
  }
  if (!parsed) return 0;
  const baken::rules::v1::PackFile pack = baken::PackWith(condition);
  std::vector<baken::PlanError> errors;
  const std::unique_ptr<const baken::Program> program = baken::MakeProgram(pack, errors);
  BAKEN_CHECK((program == nullptr) == !errors.empty());
  if (program != nullptr) baken::CompareWithOracle(pack, *program, condition);
  return 0;
}
