// The packs in the tree.
#ifndef BAKEN_TESTS_TESTING_RELEASED_PACKS_H_
#define BAKEN_TESTS_TESTING_RELEASED_PACKS_H_

#include <filesystem>
#include <vector>

namespace baken {

// The folder of each version of each pack under rules/packs, sorted. None fails the test.
std::vector<std::filesystem::path> ReleasedPackFolders();

}  // namespace baken

#endif  // BAKEN_TESTS_TESTING_RELEASED_PACKS_H_
