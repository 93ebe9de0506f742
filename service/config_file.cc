#include "service/config_file.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <tuple>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/io/tokenizer.h"
#include "rules/base/digest.h"

namespace baken {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::TextFormat;

// One step of a path: `clients[2]` is name `clients`, index 2; without brackets the index is -1.
struct Step {
  std::string name;
  int index = -1;
};

Step ParseStep(absl::string_view text) {
  Step step;
  std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(text, absl::MaxSplits('[', 1));
  step.name = std::string(parts.first);
  if (!parts.second.empty() && !absl::SimpleAtoi(parts.second.substr(0, parts.second.size() - 1), &step.index)) {
    step.index = -1;
  }
  return step;
}

int32_t OrDefault(int32_t value, int32_t default_value) { return value == 0 ? default_value : value; }

void FillLimits(service::v1::Limits& limits) {
  limits.set_receive_bytes_max(OrDefault(limits.receive_bytes_max(), 256 * 1024));
  limits.set_send_bytes_max(OrDefault(limits.send_bytes_max(), 1024 * 1024));
  limits.set_concurrent_streams_max(OrDefault(limits.concurrent_streams_max(), 100));
  limits.set_default_deadline_ms(OrDefault(limits.default_deadline_ms(), 2000));
  limits.set_shutdown_grace_ms(OrDefault(limits.shutdown_grace_ms(), 10000));
}

}  // namespace

// Turns the parser's messages into errors. Unknown fields come as warnings, since only so does the parser go on to the
// next one; a configuration with a misspelt field must not be used all the same.
class ConfigFile::Collector : public google::protobuf::io::ErrorCollector {
 public:
  explicit Collector(std::vector<Error>& errors) : errors_(errors) {}

  void AddError(int line, google::protobuf::io::ColumnNumber column, const std::string& message) override {
    errors_.push_back({line + 1, column + 1, "", message});
  }
  void AddWarning(int line, google::protobuf::io::ColumnNumber column, const std::string& message) override {
    AddError(line, column, message);
  }

 private:
  std::vector<Error>& errors_;
};

ConfigFile::ConfigFile(std::filesystem::path path)
    : path_(std::move(path)), locations_(std::make_unique<TextFormat::ParseInfoTree>()) {
  std::ifstream file(path_, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf())) {
    errors_.push_back({0, 0, "", "cannot be read"});
    return;
  }
  Parse(bytes.str());
}

void ConfigFile::Parse(const std::string& bytes) {
  digest_ = Sha256Hex(bytes);
  Collector collector(errors_);
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&collector);
  parser.WriteLocationsTo(locations_.get());
  parser.AllowUnknownField(true);
  parsed_ = parser.ParseFromString(bytes, &config_);
}

void ConfigFile::AddError(absl::string_view field, std::string message) {
  Error error{0, 0, std::string(field), std::move(message)};
  Locate(field, error);
  errors_.push_back(std::move(error));
}

bool ConfigFile::HasErrorIn(absl::string_view prefix) const {
  return std::any_of(errors_.begin(), errors_.end(),
                     [&](const Error& error) { return absl::StartsWith(error.field, prefix); });
}

void ConfigFile::Locate(absl::string_view field, Error& error) const {
  const TextFormat::ParseInfoTree* tree = locations_.get();
  const google::protobuf::Descriptor* message = service::v1::Config::descriptor();
  for (absl::string_view part : absl::StrSplit(field, '.')) {
    if (tree == nullptr || message == nullptr) return;
    const Step step = ParseStep(part);
    const FieldDescriptor* descriptor = message->FindFieldByName(step.name);
    if (descriptor == nullptr || (descriptor->is_repeated() && step.index < 0)) return;
    const TextFormat::ParseLocation location = tree->GetLocation(descriptor, step.index);
    if (location.line < 0) return;
    error.line = location.line + 1;
    error.column = location.column + 1;
    message = descriptor->message_type();
    tree = message == nullptr ? nullptr : tree->GetTreeForNested(descriptor, step.index);
  }
}

std::string ConfigFile::FormatErrors() const {
  std::vector<Error> sorted = errors_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Error& a, const Error& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  std::string text;
  for (const Error& error : sorted) {
    absl::StrAppend(&text, path_.string());
    if (error.line > 0) absl::StrAppend(&text, ":", error.line, ":", error.column);
    absl::StrAppend(&text, ": error: ", error.field, error.field.empty() ? "" : ": ", error.message, "\n");
  }
  return text;
}

std::filesystem::path ConfigFile::Resolve(const std::string& path) const {
  return (std::filesystem::absolute(path_).parent_path() / path).lexically_normal();
}

service::v1::Config ConfigFile::Effective() const {
  service::v1::Config config = config_;
  FillLimits(*config.mutable_limits());
  if (config.time_zone().empty()) config.set_time_zone("Europe/Amsterdam");
  if (config.has_tls()) {
    service::v1::Tls& tls = *config.mutable_tls();
    tls.set_refresh_seconds(OrDefault(tls.refresh_seconds(), 60));
    tls.set_certificate_file(Resolve(tls.certificate_file()));
    tls.set_private_key_file(Resolve(tls.private_key_file()));
    tls.set_client_ca_file(Resolve(tls.client_ca_file()));
  }
  for (service::v1::PackSource& source : *config.mutable_packs()) source.set_directory(Resolve(source.directory()));
  std::string* port_file = config.mutable_listener()->mutable_port_file();
  if (!port_file->empty()) *port_file = Resolve(*port_file);
  return config;
}

}  // namespace baken
