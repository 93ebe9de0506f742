// A configuration file: reads it and collects everything that is wrong with it, each problem with its place.
// Not its job: what the values may be (service/config_check.h).
#ifndef BAKEN_SERVICE_CONFIG_FILE_H_
#define BAKEN_SERVICE_CONFIG_FILE_H_

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "baken/service/v1/config.pb.h"
#include "google/protobuf/text_format.h"

namespace baken {

// Not thread-safe.
class ConfigFile {
 public:
  // Reads the text proto. A file that cannot be read or parsed, and every unknown field, becomes an error.
  explicit ConfigFile(std::filesystem::path path);

  const service::v1::Config& config() const { return config_; }
  const std::filesystem::path& path() const { return path_; }
  // SHA-256 of the file's bytes; empty when it could not be read.
  const std::string& digest() const { return digest_; }
  // False when it could not be read or parsed: then `config` must not be judged further.
  bool parsed() const { return parsed_; }

  // Adds a problem. `field` is a path such as `clients[2].san_uri`; its place in the file is looked up, or that of the
  // nearest enclosing field when it is absent.
  void AddError(absl::string_view field, std::string message);
  bool ok() const { return errors_.empty(); }
  // True when a problem concerns a field whose path starts with `prefix`.
  bool HasErrorIn(absl::string_view prefix) const;

  // `<file>:<line>:<column>: error: <field>: <message>`, a line each in the order of the file, each with a newline.
  std::string FormatErrors() const;

  // Takes a path of the configuration as relative to the folder of the file.
  std::filesystem::path Resolve(const std::string& path) const;

  // The configuration with every default filled in and every path resolved.
  service::v1::Config Effective() const;

 private:
  struct Error {
    int line = 0;  // From 1; 0 when it has no place.
    int column = 0;
    std::string field;
    std::string message;
  };
  class Collector;

  void Parse(const std::string& bytes);
  void Locate(absl::string_view field, Error& error) const;

  std::filesystem::path path_;
  service::v1::Config config_;
  std::string digest_;
  bool parsed_ = false;
  std::unique_ptr<google::protobuf::TextFormat::ParseInfoTree> locations_;
  std::vector<Error> errors_;
};

}  // namespace baken

#endif  // BAKEN_SERVICE_CONFIG_FILE_H_
