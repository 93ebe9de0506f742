#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/export/dialects.h"

namespace baken::export_internal {
namespace {

// https://github.com/google/cel-spec: the standard operators only, no macros.
class Cel : public Dialect {
 public:
  std::string Constant(bool value) const override { return value ? "true" : "false"; }
  std::string Input(const std::string& name) const override { return name; }
  // Numbers arrive from JSON as doubles; written as such, the comparison is of one type.
  std::string Compare(const std::string& name, baken::Compare compare, int64_t bound) const override {
    return absl::StrCat(name, " ", Sign(compare), " ", bound, ".0");
  }
  std::string CompareInputs(const std::string& left, baken::Compare compare, const std::string& right) const override {
    return absl::StrCat(left, " ", Sign(compare), " ", right);
  }
  std::string Not(const std::string& part) const override { return absl::StrCat("!(", part, ")"); }
  std::string All(const std::vector<std::string>& parts) const override { return Joined(parts, " && "); }
  std::string Any(const std::vector<std::string>& parts) const override { return Joined(parts, " || "); }
  std::string AtLeast(int64_t needed, const std::vector<std::string>& parts) const override {
    std::vector<std::string> ones;
    for (const std::string& part : parts) ones.push_back(absl::StrCat("(", part, " ? 1 : 0)"));
    return absl::StrCat("(", absl::StrJoin(ones, " + "), " >= ", needed, ")");
  }
  std::string Earlier(const Place& place) const override {
    return absl::StrCat("s", place.step, "[", place.index, "]");
  }
  std::string FirstOf(const std::vector<std::string>& conditions) const override {
    std::string result;
    for (size_t i = 0; i < conditions.size(); ++i) absl::StrAppend(&result, conditions[i], " ? ", i, " : ");
    return absl::StrCat(result, conditions.size());
  }
  std::string LevelFrom(const Place& place, int64_t level) const override {
    return absl::StrCat(Earlier(place), " >= ", level);
  }

 private:
  static std::string Joined(const std::vector<std::string>& parts, const char* between) {
    return absl::StrCat("(", absl::StrJoin(parts, between), ")");
  }
};

}  // namespace

std::unique_ptr<const Dialect> MakeCel() { return std::make_unique<Cel>(); }

}  // namespace baken::export_internal
