#include "rules/export/clips.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace baken::export_internal {
namespace {

std::string Global(absl::string_view name) { return absl::StrCat("?*", name, "*"); }

std::string PlaceName(size_t step, size_t index) { return absl::StrCat("s", step, "_", index); }

// CLIPS, Basic Programming Guide: predicate and procedural functions. Inputs and what steps find are globals.
class Clips : public Dialect {
 public:
  std::string Constant(bool value) const override { return value ? "TRUE" : "FALSE"; }
  std::string Input(const std::string& name) const override { return Global(name); }
  std::string Compare(const std::string& name, baken::Compare compare, int64_t bound) const override {
    return Call(Function(compare), {Input(name), absl::StrCat(bound)});
  }
  std::string CompareInputs(const std::string& left, baken::Compare compare, const std::string& right) const override {
    return Call(Function(compare), {Input(left), Input(right)});
  }
  std::string Not(const std::string& part) const override { return Call("not", {part}); }
  std::string All(const std::vector<std::string>& parts) const override { return Call("and", parts); }
  std::string Any(const std::vector<std::string>& parts) const override { return Call("or", parts); }
  std::string AtLeast(int64_t needed, const std::vector<std::string>& parts) const override {
    std::vector<std::string> ones;
    for (const std::string& part : parts) ones.push_back(absl::StrCat("(if ", part, " then 1 else 0)"));
    return Call(">=", {Call("+", ones), absl::StrCat(needed)});
  }
  std::string Earlier(const Place& place) const override {
    return Global(PlaceName(static_cast<size_t>(place.step), static_cast<size_t>(place.index)));
  }
  std::string FirstOf(const std::vector<std::string>& conditions) const override {
    std::string result = absl::StrCat(conditions.size());
    for (size_t i = conditions.size(); i-- > 0;) {
      result = absl::StrCat("(if ", conditions[i], " then ", i, " else ", result, ")");
    }
    return result;
  }
  std::string LevelFrom(const Place& place, int64_t level) const override {
    return Call(">=", {Earlier(place), absl::StrCat(level)});
  }

 private:
  static const char* Function(baken::Compare compare) {
    if (compare == baken::Compare::kEqual) return "=";
    return compare == baken::Compare::kNotEqual ? "<>" : Sign(compare);
  }
  static std::string Call(const char* function, const std::vector<std::string>& arguments) {
    return absl::StrCat("(", function, " ", absl::StrJoin(arguments, " "), ")");
  }
};

std::string Initial(const ExportInput& input) {
  if (input.is_number()) return absl::StrCat(input.unknown);
  return input.unknown != 0 ? "TRUE" : "FALSE";
}

}  // namespace

std::string WriteClips(const LoadedPack& pack, const Layout& layout) {
  std::string globals;
  for (const ExportInput& input : layout.inputs()) {
    absl::StrAppend(&globals, "  ", Global(input.name), " = ", Initial(input), "\n");
  }
  std::string functions;
  std::string calls;
  const std::vector<std::vector<std::string>> steps = WriteSteps(layout, Clips());
  for (size_t s = 0; s < steps.size(); ++s) {
    std::string binds;
    for (size_t i = 0; i < steps[s].size(); ++i) {
      const std::string global = Global(PlaceName(s, i));
      absl::StrAppend(&globals, "  ", global, " = FALSE\n");
      absl::StrAppend(&binds, "  (bind ", global, " ", steps[s][i], ")\n");
    }
    absl::StrAppend(&functions, "(deffunction step-", s, " ()\n", binds, ")\n");
    absl::StrAppend(&calls, " (step-", s, ")");
  }
  return absl::StrCat("; Pack ", pack.id(), " ", pack.version(), " ", pack.digest(),
                      "\n; Bind the inputs, call (evaluate); then ?*s", steps.size() - 2,
                      "_N* is the number of the supported level of finding N,\n; ?*s", steps.size() - 1,
                      "_N* whether the Nth of all levels is attainable.\n(defglobal\n", globals, ")\n", functions,
                      "(deffunction evaluate ()", calls, ")\n");
}

}  // namespace baken::export_internal
