#include "tests/testing/temporary_folder.h"

#include <stdlib.h>

#include <fstream>
#include <sstream>
#include <system_error>

#include "gtest/gtest.h"

namespace baken {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "baken-test-XXXXXX").string();
  const char* made = mkdtemp(name.data());
  EXPECT_NE(made, nullptr) << "no temporary folder";
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // A folder left behind is no reason to fail a test.
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryFolder::Write(absl::string_view relative_path, absl::string_view content) const {
  std::filesystem::path path = path_ / std::string(relative_path);
  WriteFile(path, content);
  return path;
}

void WriteFile(const std::filesystem::path& path, absl::string_view content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  EXPECT_TRUE(file.good()) << "cannot write " << path;
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << "cannot read " << path;
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

}  // namespace baken
