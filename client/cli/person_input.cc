#include "client/cli/person_input.h"

#include <fstream>
#include <istream>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "baken/rules/v1/case.pb.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/text_format.h"
#include "google/protobuf/util/json_util.h"

namespace baken {
namespace {

// Far more than the largest request; keeps a wrong file name from filling the memory.
constexpr size_t kFileBytesMax = 4 << 20;

PersonInput Unreadable(std::string place, std::string what) {
  PersonInput input;
  input.problems.push_back({.place = std::move(place), .what = std::move(what)});
  return input;
}

// Nullopt when it cannot be read or is longer than kFileBytesMax.
std::optional<std::string> ReadAll(std::istream& stream) {
  std::string text(kFileBytesMax + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad() || stream.gcount() > static_cast<std::streamsize>(kFileBytesMax)) return std::nullopt;
  text.resize(static_cast<size_t>(stream.gcount()));
  return text;
}

class CaseErrors : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, google::protobuf::io::ColumnNumber column, const std::string& message) override {
    problems.push_back({.place = absl::StrCat("line ", line + 1, ", column ", column + 1), .what = message});
  }
  std::vector<InputProblem> problems;
};

PersonInput ReadCase(const std::string& text) {
  rules::v1::Case test_case;
  CaseErrors errors;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&errors);
  PersonInput input;
  if (!parser.ParseFromString(text, &test_case)) {
    input.problems = std::move(errors.problems);
    return input;
  }
  input.request = std::move(*test_case.mutable_request());
  input.role = test_case.role();
  input.title = absl::StrCat(test_case.id(), test_case.title().empty() ? "" : ": ", test_case.title());
  return input;
}

PersonInput ReadJson(const std::string& text) {
  PersonInput input;
  input.problems = FindJsonProblems(text, *v1::AssessRequest::descriptor());
  if (!input.problems.empty()) return input;
  if (!google::protobuf::util::JsonStringToMessage(text, &input.request).ok()) {
    return Unreadable("the whole", "not an AssessRequest in JSON");
  }
  return input;
}

}  // namespace

PersonInput ReadPerson(const std::string& file, const Process& process) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(file, std::ios::binary);
    if (!opened.is_open()) return Unreadable("the file", "cannot be opened");
  }
  const std::optional<std::string> text = ReadAll(file == "-" ? *process.in : opened);
  if (!text) return Unreadable("the file", "cannot be read, or is larger than 4 MiB");
  return absl::EndsWith(file, ".txtpb") ? ReadCase(*text) : ReadJson(*text);
}

}  // namespace baken
