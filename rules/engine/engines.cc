#include "rules/engine/engines.h"

#include <algorithm>

#include "rules/engine/compiled.h"
#include "rules/engine/compiled_evaluator.h"

namespace baken {
namespace {

using engine_internal::CompiledEvaluator;
using engine_internal::KnownVariable;

bool Contradicts(const VariableState& state) { return state.contradictory || state.readings.size() != 1; }

bool Contradicts(const Given& given) {
  return !given.contradictions.empty() ||
         std::any_of(given.states.begin(), given.states.end(), [](const auto& state) { return Contradicts(state); });
}

// What engines go by; declined is as missing.
KnownVariable Known(int variable, const VariableState& state) {
  return {variable, state.missing() ? Presence::kAbsent : state.presence, state.readings.front()};
}

class ReferenceEngine : public Engine {
 public:
  explicit ReferenceEngine(const Program& program) : program_(program) {}

  const std::vector<Verdict>& Conclude(const Given& given) override {
    const Evaluation evaluation = Evaluate(program_, given);
    contradiction_count_ = evaluation.contradictions.size();
    verdicts_ = ToVerdicts(evaluation);
    return verdicts_;
  }
  size_t contradiction_count() const override { return contradiction_count_; }

 private:
  const Program& program_;
  std::vector<Verdict> verdicts_;
  size_t contradiction_count_ = 0;
};

// What both forms of the compiled program share. Scores are worked out and not given.
class TableEngine : public Engine {
 public:
  size_t contradiction_count() const override { return concluded_ ? 0 : reference_.contradiction_count(); }

 protected:
  explicit TableEngine(const engine_internal::Compiled& compiled)
      : reference_(compiled.program), evaluator_(compiled), is_score_(compiled.program.variables.size()) {
    for (const ProgramScale& scale : compiled.program.scales) is_score_[static_cast<size_t>(scale.variable)] = true;
  }

  const std::vector<Verdict>& Result(bool concluded, const Given& given) {
    concluded_ = concluded;
    return concluded ? evaluator_.verdicts() : reference_.Conclude(given);
  }

  ReferenceEngine reference_;
  CompiledEvaluator evaluator_;
  std::vector<bool> is_score_;  // By variable.
  bool concluded_ = true;
};

class CompiledEngine : public TableEngine {
 public:
  explicit CompiledEngine(const engine_internal::Compiled& compiled) : TableEngine(compiled) {}

  const std::vector<Verdict>& Conclude(const Given& given) override {
    if (Contradicts(given)) return Result(false, given);
    known_.clear();
    for (size_t v = 0; v < given.states.size(); ++v) {
      if (!given.states[v].missing() && !is_score_[v]) known_.push_back(Known(static_cast<int>(v), given.states[v]));
    }
    return Result(evaluator_.Conclude(known_), given);
  }

 private:
  std::vector<KnownVariable> known_;
};

class IncrementalEngine : public TableEngine {
 public:
  explicit IncrementalEngine(const engine_internal::Compiled& compiled) : TableEngine(compiled) {
    const Given nothing = NothingGiven(compiled.program);
    for (size_t v = 0; v < nothing.states.size(); ++v) {
      before_.push_back(Known(static_cast<int>(v), nothing.states[v]));
    }
  }

  const std::vector<Verdict>& Conclude(const Given& given) override {
    if (Contradicts(given)) return Result(false, given);
    for (size_t v = 0; v < before_.size(); ++v) {
      if (is_score_[v] || IsAsBefore(before_[v], given.states[v])) continue;
      before_[v] = Known(static_cast<int>(v), given.states[v]);
      evaluator_.Change(before_[v]);
    }
    return Result(evaluator_.Update(), given);
  }

 private:
  static bool IsAsBefore(const KnownVariable& before, const VariableState& now) {
    if (now.missing()) return before.presence == Presence::kAbsent;
    return before.presence == now.presence && before.reading == now.readings.front();
  }

  std::vector<KnownVariable> before_;  // By variable.
};

}  // namespace

EngineFactory::EngineFactory(const Program& program)
    : program_(program), compiled_(std::make_unique<const engine_internal::Compiled>(program)) {}

EngineFactory::~EngineFactory() = default;

std::unique_ptr<Engine> EngineFactory::Reference() const { return std::make_unique<ReferenceEngine>(program_); }

std::unique_ptr<Engine> EngineFactory::Compiled() const { return std::make_unique<CompiledEngine>(*compiled_); }

std::unique_ptr<Engine> EngineFactory::Incremental() const { return std::make_unique<IncrementalEngine>(*compiled_); }

std::vector<Verdict> ToVerdicts(const Evaluation& evaluation) {
  std::vector<Verdict> verdicts;
  verdicts.reserve(evaluation.findings.size());
  for (const FindingState& finding : evaluation.findings) {
    Verdict& verdict = verdicts.emplace_back();
    verdict.supported = finding.supported;
    for (size_t level = 0; level < finding.attainable.size(); ++level) {
      if (finding.attainable[level]) verdict.attainable |= uint64_t{1} << level;
    }
  }
  return verdicts;
}

}  // namespace baken
