// The files of this repository, for tests about the tree itself.
#ifndef BAKEN_TESTS_STRUCTURE_SOURCE_TREE_H_
#define BAKEN_TESTS_STRUCTURE_SOURCE_TREE_H_

#include <string>
#include <vector>

namespace baken {

// A file: its path from the root, with `/`.
struct SourceFile {
  std::string path;
  std::string content;
};

// Every text file below the top-level folders and in the root; what builds and package managers make is left out.
const std::vector<SourceFile>& AllFiles();

// Paths of the folders below the top-level ones, themselves included, sorted.
std::vector<std::string> AllFolders();

// True for C++ files.
bool IsCpp(const std::string& path);

// The content of a C++ file without comments and without what stands in quotes; includes in quotes stay.
std::string CodeOf(const SourceFile& file);

// Paths in `#include "…"` lines.
std::vector<std::string> IncludesOf(const SourceFile& file);

// Folder of a path, without the last `/`.
std::string FolderOf(const std::string& path);

}  // namespace baken

#endif  // BAKEN_TESTS_STRUCTURE_SOURCE_TREE_H_
