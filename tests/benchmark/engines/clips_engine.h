// CLIPS as it is embedded in C, behind a few calls: its header defines too many short names to stand beside others.
#ifndef BAKEN_TESTS_BENCHMARK_ENGINES_CLIPS_ENGINE_H_
#define BAKEN_TESTS_BENCHMARK_ENGINES_CLIPS_ENGINE_H_

#include <memory>
#include <string>
#include <vector>

namespace baken {

// Not thread-safe.
class ClipsEngine {
 public:
  // One value of a global, ready to be set.
  struct Value {
    int global = -1;
    int type = 0;
    void* value = nullptr;
  };

  ClipsEngine();
  ~ClipsEngine();

  // Loads an exported pack; false when CLIPS finds something wrong in it, which it prints.
  bool Load(const std::string& file);
  // Number of a global; -1 when there is none.
  int FindGlobal(const std::string& name);
  Value Number(int global, long long number);
  Value Boolean(int global, bool value);

  // Sets the inputs and calls `evaluate`.
  void Run(const std::vector<Value>& inputs);
  // A number as itself, a boolean as 0 or 1.
  long long Get(int global) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_ENGINES_CLIPS_ENGINE_H_
