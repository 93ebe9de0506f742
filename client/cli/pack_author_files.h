// What the commands for pack authors share: reading a pack's folder, writing files.
#ifndef BAKEN_CLIENT_CLI_PACK_AUTHOR_FILES_H_
#define BAKEN_CLIENT_CLI_PACK_AUTHOR_FILES_H_

#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include "client/cli/options.h"
#include "client/cli/process.h"
#include "rules/pack/loaded_pack.h"

namespace baken {

// Empty when it cannot be read.
std::string FileContent(const std::filesystem::path& path);

// Writes a file whole, with the folders around it. False when it cannot be written.
bool WriteWhole(const std::filesystem::path& path, const std::string& content);

// Whether `directory` holds a pack.txtpb; when not, that is said.
bool IsPackFolder(const std::string& directory, const Process& process);

// The pack, whatever its manifest says, or null after all its problems were written to `stream`.
std::shared_ptr<const LoadedPack> LoadOrTell(const PackAuthorOptions& options, std::ostream& stream);

}  // namespace baken

#endif  // BAKEN_CLIENT_CLI_PACK_AUTHOR_FILES_H_
