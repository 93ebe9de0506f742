#include "tests/benchmark/process_figures.h"

#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"

namespace baken {

Memory MemoryOf(pid_t pid) {
  constexpr double kKibPerMib = 1024;
  std::ifstream status(absl::StrCat("/proc/", pid, "/status"));
  Memory memory;
  std::string word;
  while (status >> word) {
    double kib = 0;
    if (word == "VmRSS:" && status >> kib) memory.resident = kib / kKibPerMib;
    if (word == "RssAnon:" && status >> kib) memory.own = kib / kKibPerMib;
  }
  return memory;
}

}  // namespace baken
