// Ways to work out the levels of findings, all with the same outcome: as written down (`Evaluate`), from tables, and
// from tables paying only for what changed since the person asked about before.
#ifndef BAKEN_RULES_ENGINE_ENGINES_H_
#define BAKEN_RULES_ENGINE_ENGINES_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "rules/engine/evaluation.h"

namespace baken {

namespace engine_internal {
class Compiled;
}

// The levels of one finding.
struct Verdict {
  uint64_t attainable = 0;  // Bit i: level i is attainable. A finding has at most 64 levels (the planner sees to it).
  int supported = 0;        // Level number.

  bool operator==(const Verdict&) const = default;
};

// One for each thread: it keeps memory, so that after the first calls none is allocated, as long as no answers
// contradict each other.
class Engine {
 public:
  virtual ~Engine() = default;

  // Levels of all findings, by number, for what was given; valid until the next call. Requires Given for its program.
  // Equal to what Evaluate finds.
  virtual const std::vector<Verdict>& Conclude(const Given& given) = 0;
  // How many contradictions Evaluate finds in what Conclude was last called with.
  virtual size_t contradiction_count() const = 0;
};

// Makes engines of one program. Immutable, for any number of threads at once; outlives its engines, and the program
// outlives it.
class EngineFactory {
 public:
  explicit EngineFactory(const Program& program);
  ~EngineFactory();

  std::unique_ptr<Engine> Reference() const;
  std::unique_ptr<Engine> Compiled() const;
  std::unique_ptr<Engine> Incremental() const;

 private:
  const Program& program_;
  const std::unique_ptr<const engine_internal::Compiled> compiled_;
};

// The same in short.
std::vector<Verdict> ToVerdicts(const Evaluation& evaluation);

}  // namespace baken

#endif  // BAKEN_RULES_ENGINE_ENGINES_H_
