#include "tests/benchmark/engines/clips_engine.h"

extern "C" {
#include <clips/clips.h>
}

namespace baken {

struct ClipsEngine::State {
  void* environment = nullptr;
  std::vector<struct defglobal*> globals;
};

ClipsEngine::ClipsEngine() : state_(std::make_unique<State>()) { state_->environment = CreateEnvironment(); }

ClipsEngine::~ClipsEngine() { DestroyEnvironment(state_->environment); }

bool ClipsEngine::Load(const std::string& file) { return EnvLoad(state_->environment, file.c_str()) == 1; }

int ClipsEngine::FindGlobal(const std::string& name) {
  void* found = EnvFindDefglobal(state_->environment, name.c_str());
  if (found == nullptr) return -1;
  state_->globals.push_back(static_cast<struct defglobal*>(found));
  return static_cast<int>(state_->globals.size()) - 1;
}

// Counted as in use, so that no collection of garbage takes them.
ClipsEngine::Value ClipsEngine::Number(int global, long long number) {
  void* value = EnvAddLong(state_->environment, number);
  IncrementIntegerCount(value);
  return {global, INTEGER, value};
}

ClipsEngine::Value ClipsEngine::Boolean(int global, bool value) {
  return {global, SYMBOL, value ? EnvTrueSymbol(state_->environment) : EnvFalseSymbol(state_->environment)};
}

void ClipsEngine::Run(const std::vector<Value>& inputs) {
  DATA_OBJECT object{};
  for (const Value& input : inputs) {
    object.type = static_cast<unsigned short>(input.type);
    object.value = input.value;
    QSetDefglobalValue(state_->environment, state_->globals[static_cast<size_t>(input.global)], &object, 0);
  }
  EnvFunctionCall(state_->environment, "evaluate", nullptr, &object);
}

long long ClipsEngine::Get(int global) const {
  const DATA_OBJECT& current = state_->globals[static_cast<size_t>(global)]->current;
  if (current.type == INTEGER) return ValueToLong(current.value);
  return current.value == EnvTrueSymbol(state_->environment) ? 1 : 0;
}

}  // namespace baken
