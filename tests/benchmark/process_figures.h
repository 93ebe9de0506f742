// What the system says of a process.
#ifndef BAKEN_TESTS_BENCHMARK_PROCESS_FIGURES_H_
#define BAKEN_TESTS_BENCHMARK_PROCESS_FIGURES_H_

#include <sys/types.h>

namespace baken {

// Memory in use, MiB: resident, and of that what is its own and not a file's.
struct Memory {
  double resident = 0;
  double own = 0;
};

// Of process `pid`; zero when there is none.
Memory MemoryOf(pid_t pid);

}  // namespace baken

#endif  // BAKEN_TESTS_BENCHMARK_PROCESS_FIGURES_H_
