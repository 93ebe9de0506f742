#include "client/cli/json_problems.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"

namespace baken {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using Json = nlohmann::json;

constexpr size_t kShownNameMax = 64;

std::string LineAndColumn(absl::string_view text, size_t position) {
  const absl::string_view before = text.substr(0, std::min(position, text.size()));
  const size_t line_start = before.rfind('\n');
  const size_t column = line_start == absl::string_view::npos ? before.size() : before.size() - line_start - 1;
  return absl::StrCat("line ", std::count(before.begin(), before.end(), '\n') + 1, ", column ",
                      std::max<size_t>(column, 1));
}

// A key is shown only when it looks like a field name: anything else may be something about a person.
std::string ShownName(const std::string& key) {
  const bool plain =
      !key.empty() && key.size() <= kShownNameMax &&
      std::all_of(key.begin(), key.end(), [](unsigned char c) { return absl::ascii_isalnum(c) || c == '_'; });
  return plain ? key : "(a name)";
}

std::string Join(const std::string& path, absl::string_view name) {
  return path.empty() ? std::string(name) : absl::StrCat(path, ".", name);
}

// Keys that stand twice in one object: nothing says which of the two was meant. Filled while the text is read, since
// the tree keeps one of them.
class RepeatedKeys {
 public:
  bool operator()(int /*depth*/, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::object_start) open_.emplace_back();
    if (event == Json::parse_event_t::object_end) open_.pop_back();
    if (event == Json::parse_event_t::key && !open_.back().insert(value.get<std::string>()).second) {
      found_.insert(ShownName(value.get<std::string>()));
    }
    return true;
  }
  const std::set<std::string>& found() const { return found_; }

 private:
  std::vector<std::set<std::string>> open_;
  std::set<std::string> found_;
};

class Walker {
 public:
  void Message(const Json& json, const Descriptor& message, const std::string& path) {
    if (!json.is_object()) {
      Add(path, "must be an object");
      return;
    }
    std::set<std::string> choices;
    std::set<int> given;
    for (const auto& [key, value] : json.items()) {
      const FieldDescriptor* field = FieldNamed(message, key);
      if (field == nullptr) {
        Add(Join(path, ShownName(key)), "no such field");
        continue;
      }
      if (!given.insert(field->number()).second) {
        Add(Join(path, field->name()), "given twice, in two spellings");
        continue;
      }
      // Protobuf's mapping: null = not given.
      if (value.is_null()) continue;
      const google::protobuf::OneofDescriptor* choice = field->real_containing_oneof();
      if (choice != nullptr && !choices.insert(choice->name()).second) {
        Add(Join(path, field->name()), absl::StrCat("only one of the fields of '", choice->name(), "' may be given"));
      }
      Field(value, *field, Join(path, field->name()));
    }
  }

  std::vector<InputProblem> problems;

 private:
  static const FieldDescriptor* FieldNamed(const Descriptor& message, const std::string& key) {
    for (int i = 0; i < message.field_count(); ++i) {
      if (message.field(i)->json_name() == key || message.field(i)->name() == key) return message.field(i);
    }
    return nullptr;
  }

  void Field(const Json& json, const FieldDescriptor& field, const std::string& path) {
    if (!field.is_repeated()) {
      Value(json, field, path);
      return;
    }
    if (!json.is_array()) {
      Add(path, "must be a list");
      return;
    }
    for (size_t i = 0; i < json.size(); ++i) Value(json[i], field, absl::StrCat(path, "[", i, "]"));
  }

  void Value(const Json& json, const FieldDescriptor& field, const std::string& path) {
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        Message(json, *field.message_type(), path);
        return;
      case FieldDescriptor::CPPTYPE_BOOL:
        if (!json.is_boolean()) Add(path, "must be true or false");
        return;
      case FieldDescriptor::CPPTYPE_STRING:
        if (!json.is_string()) Add(path, "must be a text in quotes");
        return;
      case FieldDescriptor::CPPTYPE_DOUBLE:
        if (!IsDecimal(json)) Add(path, "must be a number");
        return;
      case FieldDescriptor::CPPTYPE_ENUM:
        if (!IsEnumValue(json, *field.enum_type())) Add(path, EnumHelp(*field.enum_type()));
        return;
      default:
        if (!IsWhole(json)) Add(path, "must be a whole number");
    }
  }

  // The mapping allows numbers in quotes.
  static bool IsWhole(const Json& json) {
    int64_t number = 0;
    return json.is_number_unsigned()  ? json.get<uint64_t>() <= static_cast<uint64_t>(INT64_MAX)
           : json.is_number_integer() ? true
                                      : json.is_string() && absl::SimpleAtoi(json.get<std::string>(), &number);
  }

  static bool IsDecimal(const Json& json) {
    double number = 0;
    return json.is_number() || (json.is_string() && absl::SimpleAtod(json.get<std::string>(), &number));
  }

  static bool IsEnumValue(const Json& json, const google::protobuf::EnumDescriptor& type) {
    return json.is_string() && type.FindValueByName(json.get<std::string>()) != nullptr;
  }

  static std::string EnumHelp(const google::protobuf::EnumDescriptor& type) {
    std::string names;
    for (int i = 1; i < type.value_count(); ++i) absl::StrAppend(&names, i > 1 ? ", " : "", type.value(i)->name());
    return absl::StrCat("must be one of ", names);
  }

  void Add(const std::string& path, std::string what) {
    problems.push_back({.place = path.empty() ? "the whole" : path, .what = std::move(what)});
  }
};

}  // namespace

std::vector<InputProblem> FindJsonProblems(absl::string_view text, const Descriptor& message) {
  if (absl::StripAsciiWhitespace(text).empty()) {
    return {{.place = "the whole", .what = "not JSON: it is empty; a request without any answer is {}"}};
  }
  Json json;
  RepeatedKeys repeated;
  try {
    json = Json::parse(text.begin(), text.end(), std::ref(repeated));
  } catch (const Json::parse_error& error) {
    return {{.place = LineAndColumn(text, error.byte), .what = "not JSON: something else is expected here"}};
  } catch (const Json::exception&) {
    // A number too large for any number type.
    return {{.place = "the whole", .what = "not JSON: a number is out of range"}};
  }
  Walker walker;
  for (const std::string& name : repeated.found()) {
    walker.problems.push_back({.place = name, .what = "stands twice in one object"});
  }
  walker.Message(json, message, "");
  return std::move(walker.problems);
}

}  // namespace baken
