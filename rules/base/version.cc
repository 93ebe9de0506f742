#include "rules/base/version.h"

#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace baken {
namespace {

// {-1, -1} when the first two numbers cannot be read.
std::pair<int, int> MajorMinor(absl::string_view version) {
  std::vector<absl::string_view> parts = absl::StrSplit(version, '.');
  std::pair<int, int> numbers = {-1, -1};
  bool ok =
      parts.size() >= 2 && absl::SimpleAtoi(parts[0], &numbers.first) && absl::SimpleAtoi(parts[1], &numbers.second);
  return ok && numbers.first >= 0 && numbers.second >= 0 ? numbers : std::make_pair(-1, -1);
}

}  // namespace

const char* BuildVersion() { return BAKEN_VERSION; }

bool SatisfiesVersion(absl::string_view required) {
  std::pair<int, int> wanted = MajorMinor(required);
  return wanted.first >= 0 && wanted <= MajorMinor(BuildVersion());
}

}  // namespace baken
