#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/export/dialects.h"

namespace baken::export_internal {
namespace {

// https://jsonlogic.com/operations.html: only operators that every implementation has.
class JsonLogic : public Dialect {
 public:
  std::string Constant(bool value) const override { return value ? "true" : "false"; }
  std::string Input(const std::string& name) const override { return absl::StrCat("{\"var\":\"", name, "\"}"); }
  std::string Compare(const std::string& name, baken::Compare compare, int64_t bound) const override {
    return Operation(Sign(compare), {Input(name), absl::StrCat(bound)});
  }
  std::string CompareInputs(const std::string& left, baken::Compare compare, const std::string& right) const override {
    return Operation(Sign(compare), {Input(left), Input(right)});
  }
  std::string Not(const std::string& part) const override { return Operation("!", {part}); }
  std::string All(const std::vector<std::string>& parts) const override { return Operation("and", parts); }
  std::string Any(const std::vector<std::string>& parts) const override { return Operation("or", parts); }
  // Not the sum of the booleans themselves: some implementations read numbers out of text, and find none in `true`.
  std::string AtLeast(int64_t needed, const std::vector<std::string>& parts) const override {
    std::vector<std::string> ones;
    for (const std::string& part : parts) ones.push_back(Operation("if", {part, "1", "0"}));
    return Operation(">=", {Operation("+", ones), absl::StrCat(needed)});
  }
  std::string Earlier(const Place& place) const override {
    return absl::StrCat("{\"var\":\"s", place.step, ".", place.index, "\"}");
  }
  std::string FirstOf(const std::vector<std::string>& conditions) const override {
    if (conditions.empty()) return "0";
    std::vector<std::string> arguments;
    for (const std::string& condition : conditions) {
      const size_t number = arguments.size() / 2;
      arguments.push_back(condition);
      arguments.push_back(absl::StrCat(number));
    }
    arguments.push_back(absl::StrCat(conditions.size()));
    return Operation("if", arguments);
  }
  std::string LevelFrom(const Place& place, int64_t level) const override {
    return Operation(">=", {Earlier(place), absl::StrCat(level)});
  }

 private:
  static std::string Operation(const char* name, const std::vector<std::string>& arguments) {
    return absl::StrCat("{\"", name, "\":[", absl::StrJoin(arguments, ","), "]}");
  }
};

}  // namespace

std::unique_ptr<const Dialect> MakeJsonLogic() { return std::make_unique<JsonLogic>(); }

}  // namespace baken::export_internal
