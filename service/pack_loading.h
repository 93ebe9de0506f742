// Loads the packs that a configuration names and lets each prove itself by its own cases.
#ifndef BAKEN_SERVICE_PACK_LOADING_H_
#define BAKEN_SERVICE_PACK_LOADING_H_

#include <filesystem>
#include <memory>
#include <string>

#include "baken/service/v1/config.pb.h"
#include "rules/pack/pack_set.h"
#include "service/config_file.h"

namespace baken {

struct ServedPacks {
  std::shared_ptr<const PackSet> packs;  // Null when any pack was refused.
  // Problems inside packs, `<file>:<line>:<column>: error: <message>`, each with a newline; cases that fail as well.
  std::string diagnostics;
};

// Loads every pack of `file`. A folder that holds another pack than the configuration says is an error of `file`; a
// pack that has any problem, or any case that does not come out as it says, is refused with diagnostics; so is a site
// profile that does not fit its pack.
ServedPacks LoadServedPacks(ConfigFile& file);

// The folder of one version: `directory` itself when it holds a pack, else `<directory>/<id>/<version>`.
std::filesystem::path PackFolder(const std::filesystem::path& directory, const service::v1::PackSource& source);

}  // namespace baken

#endif  // BAKEN_SERVICE_PACK_LOADING_H_
