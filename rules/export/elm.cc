#include "rules/export/elm.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace baken::export_internal {
namespace {

std::string TypeName(bool number) {
  return absl::StrCat("\"{urn:hl7-org:elm-types:r1}", number ? "Integer" : "Boolean", "\"");
}

std::string Literal(bool number, absl::string_view value) {
  return absl::StrCat("{\"type\":\"Literal\",\"valueType\":", TypeName(number), ",\"value\":\"", value, "\"}");
}

std::string Number(int64_t value) { return Literal(true, absl::StrCat(value)); }

std::string Boolean(bool value) { return Literal(false, value ? "true" : "false"); }

std::string DefinitionName(size_t step, size_t index) { return absl::StrCat("s", step, "_", index); }

// https://cql.hl7.org/elm.html. CQL's own null stays out: what is open is told by two conditions, as everywhere in an
// export, since a count of conditions has no null that means "may be enough".
class Elm : public Dialect {
 public:
  std::string Constant(bool value) const override { return Boolean(value); }
  std::string Input(const std::string& name) const override {
    return absl::StrCat("{\"type\":\"ParameterRef\",\"name\":\"", name, "\"}");
  }
  std::string Compare(const std::string& name, baken::Compare compare, int64_t bound) const override {
    return Comparison(Input(name), compare, Number(bound));
  }
  std::string CompareInputs(const std::string& left, baken::Compare compare, const std::string& right) const override {
    return Comparison(Input(left), compare, Input(right));
  }
  std::string Not(const std::string& part) const override {
    return absl::StrCat("{\"type\":\"Not\",\"operand\":", part, "}");
  }
  std::string All(const std::vector<std::string>& parts) const override { return Folded("And", parts); }
  std::string Any(const std::vector<std::string>& parts) const override { return Folded("Or", parts); }
  std::string AtLeast(int64_t needed, const std::vector<std::string>& parts) const override {
    std::vector<std::string> ones;
    for (const std::string& part : parts) ones.push_back(If(part, Number(1), Number(0)));
    return Binary("GreaterOrEqual", Folded("Add", ones), Number(needed));
  }
  std::string Earlier(const Place& place) const override {
    return absl::StrCat("{\"type\":\"ExpressionRef\",\"name\":\"",
                        DefinitionName(static_cast<size_t>(place.step), static_cast<size_t>(place.index)), "\"}");
  }
  std::string FirstOf(const std::vector<std::string>& conditions) const override {
    std::string result = Number(static_cast<int64_t>(conditions.size()));
    for (size_t i = conditions.size(); i-- > 0;) {
      result = If(conditions[i], Number(static_cast<int64_t>(i)), result);
    }
    return result;
  }
  std::string LevelFrom(const Place& place, int64_t level) const override {
    return Binary("GreaterOrEqual", Earlier(place), Number(level));
  }

 private:
  static std::string Binary(const char* type, const std::string& left, const std::string& right) {
    return absl::StrCat("{\"type\":\"", type, "\",\"operand\":[", left, ",", right, "]}");
  }
  // Operators of ELM take two.
  static std::string Folded(const char* type, const std::vector<std::string>& parts) {
    std::string result = parts.back();
    for (size_t i = parts.size() - 1; i-- > 0;) result = Binary(type, parts[i], result);
    return result;
  }
  static std::string If(const std::string& condition, const std::string& then, const std::string& otherwise) {
    return absl::StrCat("{\"type\":\"If\",\"condition\":", condition, ",\"then\":", then, ",\"else\":", otherwise, "}");
  }
  std::string Comparison(const std::string& left, baken::Compare compare, const std::string& right) const {
    switch (compare) {
      case baken::Compare::kLess:
        return Binary("Less", left, right);
      case baken::Compare::kLessEqual:
        return Binary("LessOrEqual", left, right);
      case baken::Compare::kGreater:
        return Binary("Greater", left, right);
      case baken::Compare::kGreaterEqual:
        return Binary("GreaterOrEqual", left, right);
      case baken::Compare::kEqual:
        return Binary("Equal", left, right);
      case baken::Compare::kNotEqual:
        break;
    }
    return Not(Binary("Equal", left, right));
  }
};

std::string WriteParameter(const ExportInput& input) {
  const std::string unknown = input.is_number() ? Number(input.unknown) : Boolean(input.unknown != 0);
  return absl::StrCat(
      "{\"name\":\"", input.name,
      "\",\"accessLevel\":\"Public\",\"parameterTypeSpecifier\":{\"type\":\"NamedTypeSpecifier\",\"name\":",
      TypeName(input.is_number()), "},\"default\":", unknown, "}");
}

}  // namespace

std::string WriteElm(const LoadedPack& pack, const Layout& layout) {
  std::vector<std::string> parameters;
  for (const ExportInput& input : layout.inputs()) parameters.push_back(WriteParameter(input));
  std::vector<std::string> definitions;
  const std::vector<std::vector<std::string>> steps = WriteSteps(layout, Elm());
  for (size_t s = 0; s < steps.size(); ++s) {
    for (size_t i = 0; i < steps[s].size(); ++i) {
      definitions.push_back(
          absl::StrCat("{\"name\":\"", DefinitionName(s, i),
                       "\",\"context\":\"Patient\",\"accessLevel\":\"Public\",\"expression\":", steps[s][i], "}"));
    }
  }
  return absl::StrCat("{\"library\":{\"identifier\":{\"id\":\"", pack.id(), "\",\"version\":\"", pack.version(),
                      "\"},\n\"schemaIdentifier\":{\"id\":\"urn:hl7-org:elm\",\"version\":\"r1\"},\n",
                      "\"usings\":{\"def\":[{\"localIdentifier\":\"System\",\"uri\":\"urn:hl7-org:elm-types:r1\"}]},\n",
                      "\"parameters\":{\"def\":[\n", absl::StrJoin(parameters, ",\n"),
                      "\n]},\n\"statements\":{\"def\":[\n", absl::StrJoin(definitions, ",\n"), "\n]}}}\n");
}

}  // namespace baken::export_internal
