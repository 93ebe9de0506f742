// A folder that exists as long as its object does.
#ifndef BAKEN_TESTS_TESTING_TEMPORARY_FOLDER_H_
#define BAKEN_TESTS_TESTING_TEMPORARY_FOLDER_H_

#include <filesystem>
#include <string>

#include "absl/strings/string_view.h"

namespace baken {

// Made under the system's temporary folder; removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // WriteFile below this folder; returns where.
  std::filesystem::path Write(absl::string_view relative_path, absl::string_view content) const;

 private:
  std::filesystem::path path_;
};

// Writes a file, and the folders it stands in; fails the test when that is not possible.
void WriteFile(const std::filesystem::path& path, absl::string_view content);

// The content of a file; fails the test when it cannot be read.
std::string ReadFile(const std::filesystem::path& path);

}  // namespace baken

#endif  // BAKEN_TESTS_TESTING_TEMPORARY_FOLDER_H_
