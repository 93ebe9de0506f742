#include "rules/pack/pack_source.h"

#include <fstream>
#include <set>
#include <sstream>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/io/tokenizer.h"

namespace baken::pack_internal {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::TextFormat;

constexpr size_t kFileBytesMax = 4 << 20;
constexpr int kNestingMax = 32;

class ErrorCollector : public google::protobuf::io::ErrorCollector {
 public:
  ErrorCollector(std::string path, std::vector<Diagnostic>& diagnostics)
      : path_(std::move(path)), diagnostics_(diagnostics) {}
  void AddError(int line, int column, const std::string& message) override {
    diagnostics_.push_back({path_, line + 1, column + 1, message});
  }

 private:
  std::string path_;
  std::vector<Diagnostic>& diagnostics_;
};

bool ReadFile(const std::filesystem::path& path, std::string& content) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) > kFileBytesMax) {
    return false;
  }
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream buffer;
  buffer << stream.rdbuf();
  content = buffer.str();
  return static_cast<bool>(stream);
}

// Paths stay inside the pack's folder.
bool IsInside(const std::string& path) {
  return !path.empty() && path[0] != '/' && path.find("..") == std::string::npos;
}

// A position in text that knows its line and column.
struct Cursor {
  const std::string& content;
  size_t at = 0;
  int line = 0;
  int column = 0;

  bool end() const { return at >= content.size(); }
  char peek() const { return end() ? '\0' : content[at]; }
  void Advance() {
    if (end()) return;
    bool newline = content[at] == '\n';
    ++at;
    line = newline ? line + 1 : line;
    column = newline ? 0 : column + 1;
  }
};

void SkipComment(Cursor& cursor) {
  while (!cursor.end() && cursor.peek() != '\n') cursor.Advance();
}

// To the first literal of the field.
void SkipToQuote(Cursor& cursor) {
  while (!cursor.end() && cursor.peek() != '"' && cursor.peek() != '\'') {
    if (cursor.peek() == '#') SkipComment(cursor);
    cursor.Advance();
  }
}

// To whatever follows a literal: another one, or the next field.
void SkipBlanks(Cursor& cursor) {
  while (!cursor.end() && (cursor.peek() == '#' || absl::ascii_isspace(static_cast<unsigned char>(cursor.peek())))) {
    if (cursor.peek() == '#') SkipComment(cursor);
    cursor.Advance();
  }
}

}  // namespace

bool ParseTextFile(const std::filesystem::path& directory, const std::string& path, ParsedFile& file,
                   google::protobuf::Message& message, std::vector<Diagnostic>& diagnostics) {
  file.path = path;
  if (!IsInside(path) || !ReadFile(directory / path, file.content)) {
    diagnostics.push_back({path, 0, 0, "file is missing, unreadable, larger than 4 MiB or outside the pack"});
    return false;
  }
  ErrorCollector collector(path, diagnostics);
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&collector);
  parser.WriteLocationsTo(&file.places);
  parser.SetRecursionLimit(kNestingMax);
  return parser.ParseFromString(file.content, &message);
}

void FindInString(const std::string& content, int offset, int& line, int& column) {
  Cursor cursor{content};
  while (!cursor.end() && (cursor.line < line || cursor.column < column)) cursor.Advance();
  SkipToQuote(cursor);
  for (int seen = 0; cursor.peek() == '"' || cursor.peek() == '\'';) {
    char quote = cursor.peek();
    cursor.Advance();
    while (!cursor.end() && cursor.peek() != quote && cursor.peek() != '\n') {
      if (seen == offset) break;
      if (cursor.peek() == '\\') cursor.Advance();
      cursor.Advance();
      ++seen;
    }
    line = cursor.line;  // An error at the very end points at the last closing quote.
    column = cursor.column;
    if (cursor.peek() != quote) return;
    cursor.Advance();
    SkipBlanks(cursor);
  }
}

bool PackSource::Read(const std::filesystem::path& directory, std::vector<Diagnostic>& diagnostics) {
  if (!ReadOne(directory, "pack.txtpb", diagnostics)) return false;
  bool ok = true;
  std::set<std::string> seen = {"pack.txtpb"};
  std::vector<std::string> files(pack_.header().files().begin(), pack_.header().files().end());
  for (const std::string& path : files) {
    if (!seen.insert(path).second) {
      diagnostics.push_back({"pack.txtpb", 0, 0, absl::StrCat("file '", path, "' is listed twice")});
      ok = false;
      continue;
    }
    ok = ReadOne(directory, path, diagnostics) && ok;
  }
  return ok;
}

bool PackSource::ReadOne(const std::filesystem::path& directory, const std::string& path,
                         std::vector<Diagnostic>& diagnostics) {
  auto part = std::make_unique<Part>();
  if (!ParseTextFile(directory, path, part->file, part->message, diagnostics)) return false;
  if (part->message.has_header() != (path == "pack.txtpb")) {
    diagnostics.push_back({path, 1, 1, "the header stands in pack.txtpb, and only there"});
    return false;
  }
  pack_.MergeFrom(part->message);
  paths_.push_back(path);
  parts_.push_back(std::move(part));
  return true;
}

Diagnostic PackSource::Locate(const PlanError& error) const {
  Diagnostic diagnostic{"pack.txtpb", 0, 0, error.message};
  if (error.path.empty()) return diagnostic;
  const Descriptor* descriptor = rules::v1::PackFile::descriptor();
  const FieldDescriptor* field = descriptor->FindFieldByName(error.path[0].field);
  const Part* part = parts_.front().get();
  int index = error.path[0].index;
  if (field != nullptr && field->is_repeated()) {
    for (const auto& candidate : parts_) {
      int size = candidate->message.GetReflection()->FieldSize(candidate->message, field);
      part = candidate.get();
      if (index < size) break;
      index -= size;
    }
  }
  diagnostic.file = part->file.path;
  TextFormat::ParseInfoTree const* tree = &part->file.places;
  for (size_t step = 0; step < error.path.size() && field != nullptr && tree != nullptr; ++step) {
    TextFormat::ParseLocation place = tree->GetLocation(field, index);
    if (place.line >= 0) {
      diagnostic.line = place.line + 1;
      diagnostic.column = place.column + 1;
    }
    if (step + 1 == error.path.size()) break;
    tree = tree->GetTreeForNested(field, index);
    descriptor = field->message_type();
    field = descriptor == nullptr ? nullptr : descriptor->FindFieldByName(error.path[step + 1].field);
    index = error.path[step + 1].index;
  }
  if (error.offset >= 0 && diagnostic.line > 0) {
    int line = diagnostic.line - 1;
    int column = diagnostic.column - 1;
    FindInString(part->file.content, error.offset, line, column);
    diagnostic.line = line + 1;
    diagnostic.column = column + 1;
  }
  return diagnostic;
}

}  // namespace baken::pack_internal
