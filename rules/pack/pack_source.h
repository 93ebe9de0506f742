// The files of a pack as read: their messages, and where in them each element stands. Internal to the rules: for this
// folder, and for what reviews a pack (rules/review).
#ifndef BAKEN_RULES_PACK_PACK_SOURCE_H_
#define BAKEN_RULES_PACK_PACK_SOURCE_H_

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "baken/rules/v1/case.pb.h"
#include "baken/rules/v1/pack.pb.h"
#include "google/protobuf/text_format.h"
#include "rules/engine/plan_error.h"
#include "rules/pack/diagnostic.h"

namespace baken::pack_internal {

// A text-format file and the places of its fields.
struct ParsedFile {
  std::string path;  // Relative to the pack's folder.
  std::string content;
  google::protobuf::TextFormat::ParseInfoTree places;
};

// Reads and parses one file; on failure adds diagnostics and returns false.
bool ParseTextFile(const std::filesystem::path& directory, const std::string& path, ParsedFile& file,
                   google::protobuf::Message& message, std::vector<Diagnostic>& diagnostics);

// Line and column of byte `offset` of the value of the string field whose name starts at `line`, `column` (from 0):
// literals may be adjacent, hold escapes and have comments between them.
void FindInString(const std::string& content, int offset, int& line, int& column);

// All PackFiles of a pack, joined.
class PackSource {
 public:
  // Reads pack.txtpb and the files its header lists.
  bool Read(const std::filesystem::path& directory, std::vector<Diagnostic>& diagnostics);

  const rules::v1::PackFile& pack() const { return pack_; }
  // For what is set from outside the pack's files before they are checked.
  rules::v1::PackFile& mutable_pack() { return pack_; }
  const std::vector<std::string>& paths() const { return paths_; }
  // The problem with its file, line and column.
  Diagnostic Locate(const PlanError& error) const;

 private:
  bool ReadOne(const std::filesystem::path& directory, const std::string& path, std::vector<Diagnostic>& diagnostics);

  struct Part {
    ParsedFile file;
    rules::v1::PackFile message;
  };
  std::vector<std::unique_ptr<Part>> parts_;
  std::vector<std::string> paths_;
  rules::v1::PackFile pack_;
};

}  // namespace baken::pack_internal

#endif  // BAKEN_RULES_PACK_PACK_SOURCE_H_
