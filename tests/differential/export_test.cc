// What an export is made of, two-valued terms over inputs, against the engine: for random packs and every person whose
// answers do not contradict each other, the terms must find the same supported and attainable levels.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "rules/engine/intake.h"
#include "rules/engine/planner.h"
#include "rules/export/layout.h"
#include "tests/differential/engine_bridge.h"
#include "tests/differential/random_pack.h"

namespace baken {
namespace {

using export_internal::Layout;
using export_internal::Term;
using export_internal::TermKind;
using export_internal::TermPair;

const absl::CivilDay kToday(2026, 3, 31);

bool Holds(int64_t left, Compare compare, int64_t right) {
  switch (compare) {
    case Compare::kLess:
      return left < right;
    case Compare::kLessEqual:
      return left <= right;
    case Compare::kGreater:
      return left > right;
    case Compare::kGreaterEqual:
      return left >= right;
    case Compare::kEqual:
      return left == right;
    case Compare::kNotEqual:
      break;
  }
  return left != right;
}

// The terms for one person.
class Reader {
 public:
  Reader(const Layout& layout, const Evaluation& evaluation) : layout_(layout), evaluation_(evaluation) {}

  bool Evaluate(int number) const {
    const Term& term = layout_.terms()[number];
    int64_t held = 0;
    for (int child : term.children) held += Evaluate(child) ? 1 : 0;
    switch (term.kind) {
      case TermKind::kConstant:
        return term.number != 0;
      case TermKind::kInput:
        return Value(term.input) != 0;
      case TermKind::kCompare:
        return Holds(Value(term.input), term.compare, term.number);
      case TermKind::kCompareInputs:
        return Holds(Value(term.input), term.compare, Value(term.number));
      case TermKind::kNot:
        return held == 0;
      case TermKind::kAll:
        return held == static_cast<int64_t>(term.children.size());
      case TermKind::kAny:
        return held > 0;
      case TermKind::kAtLeast:
        break;
    }
    return held >= term.number;
  }

  FindingState Conclude(const std::vector<TermPair>& levels) const {
    FindingState state;
    state.attainable.assign(levels.size() + 1, false);
    size_t level = 0;
    for (; level < levels.size(); ++level) {
      state.attainable[level] = Evaluate(levels[level].possible);
      if (Evaluate(levels[level].certain)) break;
    }
    if (level == levels.size()) state.attainable[level] = true;
    state.supported = static_cast<int>(level);
    return state;
  }

 private:
  int64_t Value(int64_t input) const { return InputValue(layout_.inputs()[static_cast<size_t>(input)], evaluation_); }

  const Layout& layout_;
  const Evaluation& evaluation_;
};

// False when answers contradict each other.
bool ExpectSame(const Program& program, const Layout& layout, const Evaluation& evaluation) {
  if (!evaluation.contradictions.empty()) return false;
  const Reader reader(layout, evaluation);
  for (size_t f = 0; f < program.findings.size(); ++f) {
    const FindingState found = reader.Conclude(layout.findings()[f]);
    EXPECT_EQ(found.supported, evaluation.findings[f].supported) << program.findings[f].id;
    EXPECT_EQ(found.attainable, evaluation.findings[f].attainable) << program.findings[f].id;
  }
  return true;
}

TEST(ExportDifferentialTest, TermsFindWhatTheEngineFinds) {
  constexpr int kPacks = 200;
  constexpr int kAnswers = 40;
  const uint64_t seed = TestSeed();
  RecordProperty("seed", std::to_string(seed));
  int compared = 0;
  for (int p = 0; p < kPacks && !HasFailure(); ++p) {
    Random random(seed + 9000 + static_cast<uint64_t>(p));
    const rules::v1::PackFile definition = RandomPack(random, {});
    const std::unique_ptr<const Program> program = PlanOrFail(definition);
    ASSERT_NE(program, nullptr);
    const Layout layout(*program);
    for (int a = 0; a < kAnswers; ++a) {
      SCOPED_TRACE(absl::StrCat("BAKEN_TEST_SEED=", seed, ", pack ", p, ", answers ", a));
      Violations violations;
      const IntakeOptions options{.evaluation_date = kToday, .role = "r1"};
      Intake intake = ReadAnswers(*program, definition, RandomAnswers(random, definition), options, violations);
      ASSERT_TRUE(violations.kept().empty());
      compared += ExpectSame(*program, layout, Evaluate(*program, std::move(intake.given))) ? 1 : 0;
    }
  }
  // Enough persons without contradictions for this to mean something.
  EXPECT_GT(compared, kPacks * kAnswers / 20);
}

}  // namespace
}  // namespace baken
